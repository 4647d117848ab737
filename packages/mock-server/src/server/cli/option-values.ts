import { InvalidArgumentError } from 'commander';
import { parsePlan } from '../../answer/scenarios/parse-plan.ts';
import type { Plan } from '../../answer/scenarios/plan.ts';
import type { RecordedCase } from '../../record/recorded-case.ts';
import { originOf } from '../../record/recorder.ts';
import type { Scoring } from '../../scoring/scoring.ts';
import { readCases } from './case-files.ts';

/** Access keys by their IDs. */
export type Keys = Readonly<Record<string, { readonly accessKeySecret: string }>>;

/** Parses a port. @throws InvalidArgumentError with the valid values, like all functions here. */
export function toPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

/** A number of 0 or more. */
export function toNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0)) throw new InvalidArgumentError('This takes a number from 0 up.');
  return number;
}

/** A plan written as text. */
export function toPlan(text: string): Plan {
  const parsing = parsePlan(text);
  if (!parsing.ok) throw new InvalidArgumentError(parsing.detail);
  return parsing.value;
}

/** A fixed score, or a source of scores. */
export function toScoring(text: string): Scoring {
  if (text === 'bytes' || text === 'engine') return text;
  const score = Number(text);
  if (text.trim() === '' || !(score >= 0 && score <= 1))
    throw new InvalidArgumentError('A score is a number from 0 to 1, or "bytes", or "engine".');
  return score;
}

/** An origin, with or without its scheme. */
export function toUpstream(text: string): string {
  try {
    return originOf(text);
  } catch {
    throw new InvalidArgumentError('An upstream is an address such as http://127.0.0.1:8080.');
  }
}

/** One more key. */
export function addKey(text: string, keys: Keys): Keys {
  const colon = text.indexOf(':');
  if (colon < 1) throw new InvalidArgumentError('Write the key as ID:SECRET.');
  return { ...keys, [text.slice(0, colon)]: { accessKeySecret: text.slice(colon + 1) } };
}

/** One more name. */
export function addName(text: string, names: readonly string[]): readonly string[] {
  return [...names, text];
}

/** The cases in a file. */
export function toCases(file: string): readonly RecordedCase[] {
  try {
    return readCases(file);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

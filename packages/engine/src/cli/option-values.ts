import { InvalidArgumentError } from 'commander';
import { mostWorkers } from '../config/most-workers.ts';

/** A whole number, at least 1. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('give a whole number, at least 1.');
  return value;
}

/** A number of worker processes. */
export function workerCount(text: string): number {
  const value = positiveInteger(text);
  if (value > mostWorkers) throw new InvalidArgumentError(`give at most ${mostWorkers}; one a core is the quickest.`);
  return value;
}

/** A score. */
export function scoreNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('a score is a number from 0 to 1.');
  return value;
}

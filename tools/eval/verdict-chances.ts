import type { MeasuredServiceType } from './evaluation-file.ts';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { defaultCalibration } from '../../packages/engine/src/score/default-calibration.ts';
import { meansSame, verdictOf, verdicts } from '../../packages/engine/src/score/verdict.ts';
import type { Verdict } from '../../packages/engine/src/score/verdict.ts';
import { serviceTypeOfFamily } from './look-alikes/families.ts';
import type { ScoredPair } from './samples.ts';
import { measuredServiceTypes, serviceTypeSamples } from './service-type-samples.ts';
import type { ScoredUnder } from './service-types.ts';

/** How often a verdict is right, and on how many measured pairs that rests. */
export interface Chance {
  /** 0…1: of the pairs with this verdict, those for which its words are true. */
  readonly right: number;
  readonly pairs: number;
}

export type VerdictChances = Readonly<Record<MeasuredServiceType, Readonly<Partial<Record<Verdict['name'], Chance>>>>>;

/** One pair in ten is a match; of the others, one in ten is a look-alike. */
const matchShare = 0.1;
const lookAlikeShare = 0.1;
/** A chance that rests on fewer pairs is not stated. */
const leastPairs = 20;

interface Group {
  readonly scored: readonly ScoredPair[];
  readonly isMatch: boolean;
  /** Share of all pairs that this group stands for. */
  readonly share: number;
}

function groupsOf(scored: readonly ScoredPair[], name: MeasuredServiceType): Group[] {
  const { isPositive, isNegative } = serviceTypeSamples[name];
  const matches = scored.filter(({ pair }) => isPositive(pair));
  const others = scored.filter(({ pair }) => isNegative(pair));
  const lookAlikes = scored.filter(
    ({ pair }) => pair.relation === 'look-alike' && serviceTypeOfFamily(pair.first.kind) === name,
  );
  const apart = lookAlikes.length === 0 ? 0 : lookAlikeShare;
  return [
    { scored: matches, isMatch: true, share: matchShare },
    { scored: others, isMatch: false, share: (1 - matchShare) * (1 - apart) },
    { scored: lookAlikes, isMatch: false, share: (1 - matchShare) * apart },
  ];
}

function chanceOf(groups: readonly Group[], verdict: Verdict): Chance {
  const { name } = verdict;
  const counted = groups.map(({ scored, isMatch, share }) => {
    const pairs = scored.filter(({ score }) => verdictOf(score).name === name).length;
    return { pairs, weight: (share * pairs) / Math.max(1, scored.length), isRight: isMatch === meansSame(verdict) };
  });
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const right = counted.reduce((sum, { weight, isRight }) => sum + (isRight ? weight : 0), 0);
  return {
    right: total === 0 ? 0 : Number((right / total).toFixed(3)),
    pairs: counted.reduce((sum, { pairs }) => sum + pairs, 0),
  };
}

/** The measured chance of every verdict being right, by service type; *identical* needs no measuring. */
export function verdictChances(scoredUnder: ScoredUnder): VerdictChances {
  return Object.fromEntries(
    measuredServiceTypes.map((serviceType) => {
      const groups = groupsOf(scoredUnder(serviceType), serviceType);
      const chances = verdicts
        .filter(({ name }) => name !== 'identical')
        .map((verdict) => [verdict.name, chanceOf(groups, verdict)] as const)
        .filter(([, { pairs }]) => pairs >= leastPairs);
      return [serviceType, Object.fromEntries(chances)];
    }),
  ) as VerdictChances;
}

/** Writes the chances where the engine reads them. */
export async function writeChances(chances: VerdictChances, data: string): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const provenance = { script: 'tools/eval/main.ts', date, calibration: defaultCalibration.version, data };
  const file = path.join(import.meta.dirname, '../../packages/engine/src/score/verdict-chances.json');
  await writeFile(file, `${JSON.stringify({ provenance, chances }, null, 2)}\n`);
}

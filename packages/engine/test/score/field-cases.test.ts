import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkPicture } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInProfile } from '../../src/config/built-in-profile.ts';
import type { Analyser, CheckedPicture } from '../../src/compare/analyser.ts';
import { createAnalyser } from '../../src/workers/analyser/create-analyser.ts';
import { runInline } from '../../src/workers/analyser/run-inline.ts';
import { monotonicMs } from '../../src/clock.ts';
import { comparePictures } from '../../src/compare/compare-pictures.ts';

/** Pairs that were once scored wrongly, each for its whole kind; from the files' bytes, as a caller sends them. */
interface FieldCase {
  readonly name: string;
  readonly a: string;
  readonly b: string;
  readonly serviceType: ServiceType;
  readonly want: { readonly min?: number; readonly max?: number };
  readonly why: string;
}

const folder = path.join(import.meta.dirname, '../field-cases');
const cases = JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8')) as FieldCase[];

let analyser: Analyser;
beforeAll(async () => {
  analyser = await createAnalyser({ threads: 1 });
});
afterAll(() => analyser.release());

async function picture(file: string, serviceType: ServiceType): Promise<CheckedPicture> {
  const bytes = await readFile(path.join(folder, file));
  const check = checkPicture(bytes, { which: 'primary', pixelRange: serviceTypes[serviceType] });
  if (!check.ok) throw new Error(`${file}: ${check.detail.en}`);
  return { bytes, header: check.header };
}

async function scoreOf([a, b]: readonly [string, string], serviceType: ServiceType): Promise<number> {
  const compared = await comparePictures(
    { primary: await picture(a, serviceType), secondary: await picture(b, serviceType) },
    {
      runJob: runInline(analyser),
      profile: builtInProfile,
      serviceType,
      deadlineAtMs: monotonicMs() + 60_000,
    },
  );
  if (!compared.ok) throw new Error(`${a}, ${b}: ${compared.failure.reason}`);
  return compared.value.score;
}

test.each(cases)('$name: $why', async ({ a, b, serviceType, want }) => {
  const score = await scoreOf([a, b], serviceType);
  expect(score).toBeGreaterThanOrEqual(want.min ?? 0);
  expect(score).toBeLessThanOrEqual(want.max ?? 1);
  expect(await scoreOf([b, a], serviceType)).toBe(score);
});

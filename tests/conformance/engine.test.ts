import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCases } from './src/load-cases.ts';
import { runCase } from './src/run-case.ts';
import { startEngineTarget } from './src/targets.ts';
import type { Target } from './src/targets.ts';

let target: Target;
beforeAll(async () => {
  // A busy machine takes longer than the usual time for an upload of 4 MB; a case that stops half-way waits for it to be over.
  target = await startEngineTarget({ transferMs: 15_000 });
}, 120_000);
afterAll(() => target.stop());

describe.concurrent('the engine answers', () => {
  test.each(loadCases('engine'))('$file $format: $title', async (conformanceCase) => {
    expect(await runCase(conformanceCase, target.ports[conformanceCase.server])).toEqual([]);
  });
});

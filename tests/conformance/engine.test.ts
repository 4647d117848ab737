import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCases } from './src/load-cases.ts';
import { runCase } from './src/run-case.ts';
import { startEngineTarget } from './src/targets.ts';
import type { Target } from './src/targets.ts';

let target: Target;
beforeAll(async () => {
  target = await startEngineTarget();
}, 120_000);
afterAll(() => target.stop());

describe.concurrent('the engine answers', () => {
  test.each(loadCases('engine'))('$file $format: $title', async (conformanceCase) => {
    expect(await runCase(conformanceCase, target.ports[conformanceCase.server])).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCases } from './src/load-cases.ts';
import { runCase } from './src/run-case.ts';
import { startMockTarget } from './src/targets.ts';
import type { Target } from './src/targets.ts';

let target: Target;
beforeAll(async () => {
  target = await startMockTarget();
}, 120_000);
afterAll(() => target.stop());

describe.concurrent('the mock answers', () => {
  test.each(loadCases('mock'))('$file $format: $title', async (conformanceCase) => {
    expect(await runCase(conformanceCase, target.ports[conformanceCase.server])).toEqual([]);
  });
});

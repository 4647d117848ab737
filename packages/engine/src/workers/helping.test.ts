import { expect, test } from 'vitest';
import type { ComparisonTask } from '../compare/comparison-task.ts';
import { createHelping } from './helping.ts';
import { createPictureLosses } from './picture-losses.ts';
import type { TaskMeasures } from './worker-messages.ts';
import type { WorkerSlot } from './worker-slot.ts';

const pair = { primary: {}, secondary: {} } as ComparisonTask['pair'];
const task: ComparisonTask = { pair, profile: 'default', serviceType: 'generic' };

test('what a helper took counts: its stages, and its calls of the shared cache since its own last task', async () => {
  const own: TaskMeasures = {
    stages: [{ name: 'analyse', startMs: 0, tookMs: 5 }],
    tookMs: 5,
    cache: [['memory', 'miss']],
    sharedCalls: [[0.1, true]],
  };
  const helpers: TaskMeasures = {
    stages: [
      { name: 'analyse', startMs: 0, tookMs: 3 },
      { name: 'decode', startMs: 0, tookMs: 1, within: 0 },
    ],
    tookMs: 3,
    cache: [['memory', 'miss']],
    sharedCalls: [[0.2, false]],
  };
  const helper = {
    analyse: async () => ({ type: 'analysed', result: { ok: true, value: Uint8Array.of(1) }, measures: helpers }),
  } as unknown as WorkerSlot;
  const helping = createHelping(task, { findHelper: () => helper, losses: createPictureLosses(), budgetMs: 1000 });
  expect(helping.joined(own)).toEqual(own);
  await helping.askHelp();
  const { stages, sharedCalls, cache } = helping.joined(own);
  expect(stages.map(({ name, within }) => [name, within])).toEqual([
    ['analyse', undefined],
    ['analyse', undefined],
    ['decode', 1],
  ]);
  expect(sharedCalls).toEqual([
    [0.1, true],
    [0.2, false],
  ]);
  // The picture was looked for by whoever asked.
  expect(cache).toEqual(own.cache);
});

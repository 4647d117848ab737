import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

const never = new AbortController().signal;

/** Resolves after everything that is due without a timer. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}

test('four at once, the fifth waits for a turn', async () => {
  const pace = createPace(4, () => 0);
  const ends = await Promise.all([1, 2, 3, 4].map(() => pace.turn(never, false)));
  let admitted = false;
  const fifth = pace.turn(never, false).then((end) => {
    admitted = true;
    return end;
  });
  await settled();
  expect(admitted).toBe(false);
  ends[0]?.('unknown');
  (await fifth)('unknown');
  expect(pace.window()).toBe(4);
});

test('an aborted wait gives up its place in the queue, and a turn already granted', async () => {
  const pace = createPace(1, () => 0);
  const end = await pace.turn(never, false);
  const controller = new AbortController();
  const reason = new Error('no longer wanted');
  const left = pace.turn(controller.signal, false);
  const next = pace.turn(never, false);
  controller.abort(reason);
  await expect(left).rejects.toBe(reason);
  await expect(pace.turn(AbortSignal.abort(reason), true)).rejects.toBe(reason);
  end('served');
  (await next)('served');
  (await pace.turn(never, false))('served');
});

test('refused attempts go first', async () => {
  const pace = createPace(1, () => 0);
  const end = await pace.turn(never, false);
  const order: string[] = [];
  const wait = async (name: string, again: boolean): Promise<void> => {
    const endTurn = await pace.turn(never, again);
    order.push(name);
    endTurn('served');
  };
  const all = Promise.all([wait('first', false), wait('second', false), wait('refused before', true)]);
  end('served');
  await all;
  expect(order).toEqual(['refused before', 'first', 'second']);
});

test('a refusal closes the gate for the time the server names', async () => {
  const pace = createPace(4, () => 0);
  (await pace.turn(never, false))('refused', 60);
  const startedMs = performance.now();
  await pace.turn(never, false);
  expect(performance.now() - startedMs).toBeGreaterThan(50);
});

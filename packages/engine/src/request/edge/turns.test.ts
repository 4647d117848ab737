import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

/** A loop whose turns the test takes; whoever plans something in a turn is heard in the next. */
function stoppedLoop(): { readonly plan: (work: () => void) => void; readonly turn: () => void } {
  const planned: (() => void)[] = [];
  return {
    plan: (work) => void planned.push(work),
    turn: () => {
      for (const work of planned.splice(0)) work();
    },
  };
}

test('of each party one thing is done in a turn, however many there are, in the order in which they came', () => {
  const loop = stoppedLoop();
  const turns = createTurns(loop.plan);
  const done: string[] = [];
  for (const name of ['a1', 'a2', 'a3', 'b1', 'b2', 'c1']) turns.take(name.charAt(0), () => void done.push(name));
  expect(done.splice(0)).toEqual(['a1', 'b1', 'c1']);
  loop.turn();
  expect(done.splice(0)).toEqual(['a2', 'b2']);
  turns.take('c', () => void done.push('c2'));
  turns.take('a', () => void done.push('a4'));
  expect(done.splice(0)).toEqual(['c2']);
  loop.turn();
  loop.turn();
  expect(done.splice(0)).toEqual(['a3', 'a4']);
});

test('a party that did nothing in this turn begins at once', () => {
  const loop = stoppedLoop();
  const turns = createTurns(loop.plan);
  const done: number[] = [];
  for (const n of [1, 2, 3]) {
    turns.take('a', () => void done.push(n));
    expect(done).toHaveLength(n);
    loop.turn();
  }
});

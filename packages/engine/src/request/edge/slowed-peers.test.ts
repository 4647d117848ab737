import { expect, test } from 'vitest';
import { createSlowedPeers } from './slowed-peers.ts';

test('a peer that overran is served a connection every tenth of a second, in line, until it has rested', () => {
  let nowMs = 1000;
  const peers = createSlowedPeers(() => nowMs);
  expect(peers.waitOf('a')).toBe(0);
  peers.overrun('a');
  expect([1, 2, 3].map(() => peers.waitOf('a'))).toEqual([100, 200, 300]);
  expect(peers.waitOf('b')).toBe(0);
  nowMs += 9999;
  expect(peers.waitOf('a')).toBe(0);
  expect(peers.waitOf('a')).toBe(100);
  nowMs += 1;
  expect([1, 2].map(() => peers.waitOf('a'))).toEqual([0, 0]);
});

test('the line has an end', () => {
  const peers = createSlowedPeers(() => 0);
  peers.overrun('a');
  const waits = Array.from({ length: 150 }, () => peers.waitOf('a'));
  expect(waits.filter((wait) => wait !== undefined)).toHaveLength(100);
  expect(waits.at(-1)).toBeUndefined();
});

import { inflateSync } from 'node:zlib';
import { checkPicture } from '@semblance/picture';
import { assert, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { compareRequest, outcomeOf } from '../../test/compare-request.ts';
import { createMock } from '../mock/mock.ts';
import type { Mock } from '../mock/mock.ts';
import { makePair } from './make-pair.ts';
import { makePicture } from './make-picture.ts';
import { byteScore } from './byte-score.ts';
import { fingerprint } from './fingerprint.ts';

const outcome = async (mock: Mock, parameters = {}): Promise<string | number> =>
  outcomeOf(await mock.respond(compareRequest({ parameters })));

test('the same bytes score 1, different ones less, in either order', () => {
  assert(
    property(uint8Array(), uint8Array(), (left, right) => {
      const score = byteScore(left, right);
      const same = Buffer.compare(left, right) === 0;
      expect(same ? score === 1 : score >= 0 && score < 1).toBe(true);
      expect(byteScore(right, left)).toBe(score);
      expect(byteScore(left.slice(), left)).toBe(1);
    }),
  );
});

test('scores are the same in every release', () => {
  expect(byteScore(Uint8Array.of(1, 2, 3, 4, 5), Uint8Array.of(5, 4, 3))).toBe(0.8841);
  expect(fingerprint(Uint8Array.of(1, 2, 3, 4, 5))).toBe('38b5d84b0d46fbb5');
});

test('changing any one byte changes the fingerprint', () => {
  const bytes = makePicture();
  const seen = new Set([fingerprint(bytes)]);
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = bytes.slice();
    changed[index] = (changed[index] ?? 0) ^ 1;
    seen.add(fingerprint(changed));
  }
  expect(seen.size).toBe(bytes.length + 1);
});

test.each([0, 0.005, 0.72, 0.123_456_789, 1e-7, 1])('a pair made for %d scores exactly that', async (score) => {
  const pair = makePair({ score });
  expect(byteScore(pair.primary, pair.secondary)).toBe(score);
  expect(byteScore(pair.secondary, pair.primary)).toBe(score);
  expect(byteScore(pair.primary, pair.primary)).toBe(1);
  const parameters = { PrimaryPicContent: pair.primaryBase64, SecondaryPicContent: pair.secondaryBase64 };
  expect(await outcome(createMock(), parameters)).toBe(score);
});

test('both pictures of a pair are small, valid by the contract and really decodable', () => {
  const { primary, secondary } = makePair({ score: 0.5, width: 130, height: 101, seed: 3 });
  expect(Buffer.compare(primary, secondary)).not.toBe(0);
  for (const picture of [primary, secondary]) {
    expect(picture.length).toBeLessThan(2500);
    const check = checkPicture(picture, { which: 'primary' });
    expect(check).toMatchObject({ ok: true, header: { format: 'png', width: 130, height: 101 } });
    const at = Buffer.from(picture).indexOf('IDAT');
    const length = Buffer.from(picture).readUInt32BE(at - 4);
    expect(inflateSync(picture.subarray(at + 4, at + 4 + length))).toHaveLength(101 * (1 + Math.ceil(130 / 8)));
  }
});

test('pictures of different pairs are not a pair', () => {
  const [left, right] = [makePair({ score: 0.5, seed: 1 }), makePair({ score: 0.5, seed: 2 })];
  expect(byteScore(left.primary, right.secondary)).not.toBe(0.5);
});

test('a pair takes a score from 0 to 1', () => {
  expect(() => makePair({ score: 1.01 })).toThrow(RangeError);
  expect(() => makePair({ score: Number.NaN })).toThrow(RangeError);
});

test('fixed, from a function, from a queue', async () => {
  expect(await outcome(createMock({ scoring: 0.25 }))).toBe(0.25);
  const mock = createMock({
    scoring: ({ instanceName, primary }) => (instanceName === 'demoinstance1' ? primary.length / 1e5 : 0),
  });
  expect(await outcome(mock)).toBeCloseTo(0.0153, 3);
  expect(await outcome(mock, { InstanceName: 'other' })).toBe(0);
  const queued = createMock({ scoring: { queue: [0.1, 0.9], afterwards: 0.5 } });
  expect([await outcome(queued), await outcome(queued), await outcome(queued)]).toEqual([0.1, 0.9, 0.5]);
  queued.reset();
  expect(await outcome(queued)).toBe(0.1);
});

test('an impossible score throws in the test', async () => {
  expect(() => createMock({ scoring: 2 })).toThrow(RangeError);
  expect(() => createMock({ scoring: { queue: [-1] } })).toThrow(RangeError);
  await expect(outcome(createMock({ scoring: () => Number.NaN }))).rejects.toThrow(RangeError);
});

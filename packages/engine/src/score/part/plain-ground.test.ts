import { expect, test } from 'vitest';
import { contentOnGround } from './plain-ground.ts';

const [width, height] = [20, 16];

/** A grey picture by the level of each pixel. */
function picture(levelAt: (x: number, y: number) => number): Parameters<typeof contentOnGround>[0] {
  const data = new Uint8Array(3 * width * height);
  for (let at = 0; at < width * height; at += 1)
    data.fill(levelAt(at % width, Math.floor(at / width)), 3 * at, 3 * at + 3);
  return { width, height, data };
}

const isInside = (x: number, y: number): boolean => x >= 5 && x < 12 && y >= 4 && y < 10;

test('what the ground does not reach from the edge stands on it', () => {
  const content = contentOnGround(picture((x, y) => (isInside(x, y) && !(x === 8 && y === 7) ? 40 : 250)));
  expect(content?.reduce((sum, value) => sum + value, 0)).toBe(7 * 6 - 1);
});

test('the ground seen between legs is no content, what is nearly as light is', () => {
  const content = contentOnGround(
    picture((x, y) => {
      if (!isInside(x, y)) return 250;
      if (x === 8 && y === 7) return 247;
      return x === 9 && y === 7 ? 236 : 40;
    }),
  );
  expect(content?.[7 * width + 8]).toBe(0);
  expect(content?.[7 * width + 9]).toBe(1);
});

test('what is mostly of the colour of the ground keeps it', () => {
  const isFrame = (x: number, y: number): boolean => x === 5 || x === 11 || y === 4 || y === 9;
  const content = contentOnGround(picture((x, y) => (isInside(x, y) && isFrame(x, y) ? 40 : 250)));
  expect(content?.reduce((sum, value) => sum + value, 0)).toBe(7 * 6);
});

test('without a plain ground, or with nothing on it, there is none', () => {
  expect(contentOnGround(picture((x, y) => (x * 37 + y * 91) % 256))).toBeUndefined();
  expect(contentOnGround(picture(() => 250))).toBeUndefined();
});

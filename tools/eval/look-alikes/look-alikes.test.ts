import sharp from 'sharp';
import { expect, test } from 'vitest';
import { seeded } from '../pictures/seeded.ts';
import { moved } from './articles.ts';
import { page, text } from './drawing.ts';
import { families } from './families.ts';
import type { Family, Stage } from './family.ts';
import { lookAlikeCopies } from './scans.ts';

const stage: Stage = {
  photograph: async (random) => {
    const background = { r: Math.floor(256 * random()), g: Math.floor(256 * random()), b: 90 };
    return sharp({ create: { width: 160, height: 120, channels: 3, background } })
      .png()
      .toBuffer();
  },
};

const pixels = (picture: Buffer): Promise<Buffer> => sharp(picture).ensureAlpha().raw().toBuffer();

/** Whether this machine has a typeface at all: without one, texts are blank and contents of pure text are all alike. */
async function drawsText(): Promise<boolean> {
  const { channels } = await sharp(
    page({ width: 40, height: 40 }, '#ffffff', [text([5, 35], 'H', { size: 40, font: 'sans-serif' })]),
  ).stats();
  return channels.some(({ min }) => min < 128);
}

test.skipIf(!(await drawsText())).each(families)(
  '$name: one seed gives one picture, another content another, in the same design',
  async ({ design }) => {
    const drawn = async (content: number): Promise<Buffer> => pixels(await design(seeded(1), stage)(seeded(content)));
    const [first, again, other] = [await drawn(5), await drawn(5), await drawn(9)];
    expect(first.equals(again)).toBe(true);
    expect(first.equals(other)).toBe(false);
  },
);

test('every family has its own name, and both splits have families of each difference but colour', () => {
  expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
  for (const difference of ['other content', 'other print']) {
    expect(new Set(families.filter((family) => family.difference === difference).map(({ split }) => split)).size).toBe(
      2,
    );
  }
});

test.each(Object.entries({ ...lookAlikeCopies, moved }))(
  '%s: a copy is another file that decodes, the same for one seed',
  async (_, copy) => {
    const original = await (families[0] as Family).design(seeded(3), stage)(seeded(4));
    const [first, again] = [await copy(original, seeded(7)), await copy(original, seeded(7))];
    expect(first.equals(again)).toBe(true);
    expect((await pixels(first)).equals(await pixels(original))).toBe(false);
  },
);

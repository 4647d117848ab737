import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { enlargedExamples, knownPictures, pairAt, unseenPairAt } from './example-pairs.ts';
import { unseen } from './unseen-file.ts';

let pictures: Buffer[];
beforeAll(async () => {
  pictures = await enlargedExamples();
});

const pixelsOf = (file: Buffer): Promise<Buffer> => sharp(file, { failOn: 'warning' }).raw().toBuffer();

test('the pictures have the size and the bytes that tables name', async () => {
  for (const file of pictures) expect(await sharp(file).metadata()).toMatchObject({ width: 1200, height: 900 });
  const bytes = pictures.reduce((sum, { length }) => sum + length, 0);
  expect(Math.round(bytes / pictures.length / 1000)).toBe(119);
});

test.each(['jpeg', 'png'] as const)('an unseen %s is another file each time, of the same pixels', async (format) => {
  const [picture = Buffer.alloc(0)] = pictures;
  const file = await sharp(picture).resize(120).toFormat(format).toBuffer();
  const [one, other] = [unseen(file), unseen(file)];
  expect(one.equals(file) || one.equals(other)).toBe(false);
  const pixels = await pixelsOf(file);
  for (const made of [one, other]) expect((await pixelsOf(made)).equals(pixels)).toBe(true);
});

test('an unseen pair shows what the pair shows, in other files', () => {
  const [seen, fresh] = [pairAt(pictures, 4), unseenPairAt(pictures, 4)];
  expect(seen).toEqual([pictures[4], pictures[0]]);
  expect(fresh.map(shownBy)).toEqual([4, 0]);
  expect(fresh.some((file) => pictures.some((picture) => picture.equals(file)))).toBe(false);
});

/** Which of the pictures a file shows: its last bytes tell. */
function shownBy(file: Buffer): number {
  return pictures.findIndex((picture) => file.subarray(-64).equals(picture.subarray(-64)));
}

test('known pictures are shown once each, and then in pairs of neighbours that were not', () => {
  const count = 12;
  const { shown, pairs } = knownPictures(pictures, count);
  const keyOf = (file: Buffer): string => file.subarray(0, 16).toString('hex');
  const known = shown.flat().map(keyOf);
  expect(known.length).toBe(count);
  expect(new Set(known).size).toBe(count);
  const keys = pairs.map((pair) => pair.map(keyOf).join());
  expect(new Set(keys).size).toBe(pairs.length);
  expect(pairs.flat().every((file) => known.includes(keyOf(file)))).toBe(true);
  expect(shown.some((pair) => keys.includes(pair.map(keyOf).join()))).toBe(false);
  for (const pair of pairs) {
    const [one, other] = pair.map(shownBy) as [number, number];
    expect([1, pictures.length - 1]).toContain(Math.abs(one - other));
  }
  // Of 12 files those 4, 6, 9 and 11 apart show neighbours.
  expect(pairs.length).toBe(8 + 6 + 3 + 1);
});

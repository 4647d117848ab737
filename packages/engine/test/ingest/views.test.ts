import { checkPicture } from '@semblance/picture';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { gifFile } from '../../../picture/test/files/gif-file.ts';
import { pngFile } from '../../../picture/test/files/png-file.ts';
import { paletteImage, photoLike } from '../../../picture/test/files/test-image.ts';
import { tiffPages } from '../pictures/tiff-pages.ts';
import { decodeViews } from '../../src/ingest/decode-views.ts';
import type { DecodedViews } from '../../src/ingest/decode-views.ts';
import { libvipsDecoder } from '../../src/ingest/libvips-decoder.ts';
import { haveEqualPixels } from '../../src/ingest/pixel-identity.ts';
import type { DecodedPicture } from '../../src/ingest/pixel-identity.ts';
import { representativeFrames } from '../../src/ingest/representative-frames.ts';
import { animate, logoPng } from '../pictures/drawn-logo.ts';

async function viewsOf(bytes: Uint8Array): Promise<DecodedViews & DecodedPicture> {
  const check = checkPicture(bytes, { which: 'primary' });
  if (!check.ok) throw new Error(check.detail.en);
  const decoded = await decodeViews(libvipsDecoder, { bytes, header: check.header });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.failure));
  return { bytes, header: check.header, ...decoded.value };
}

const names = ({ views }: DecodedViews): string[] => views.map(({ frame, ground }) => `${frame} ${ground ?? 'opaque'}`);
const areEqual = async (a: Uint8Array, b: Uint8Array): Promise<boolean> => {
  const [first, second] = [await viewsOf(a), await viewsOf(b)];
  const [there, back] = [
    await haveEqualPixels(libvipsDecoder, first, second),
    await haveEqualPixels(libvipsDecoder, second, first),
  ];
  if (!there.ok || !back.ok) throw new Error('not decoded');
  expect(back.value).toBe(there.value);
  return there.value;
};
/** A PNG with some of its RGBA samples changed. */
async function altered(png: Buffer, change: (rgba: Buffer) => void): Promise<Buffer> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  change(data);
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer();
}

test.each([
  ['white', ['0 black']],
  ['black', ['0 white']],
  ['#c03030', ['0 white', '0 black']],
])('a %s emblem on transparency is seen on %o', async (colour, expected) => {
  expect(names(await viewsOf(await logoPng({ shape: 'cup', colour })))).toEqual(expected);
});

test('opaque pictures have one view, whether they store alpha or not, and a few clear pixels change nothing', async () => {
  expect(names(await viewsOf(pngFile(photoLike(200, 150))))).toEqual(['0 opaque']);
  const solid = await logoPng({ shape: 'cup', colour: 'white', ground: 'navy' });
  expect(names(await viewsOf(solid))).toEqual(['0 opaque']);
  const corners = await altered(solid, (rgba) => rgba.fill(0, 0, 400));
  expect(names(await viewsOf(corners))).toEqual(['0 opaque']);
});

test('a picture without anything visible says so', async () => {
  const nothing = await viewsOf(await logoPng({ shape: 'nothing', colour: 'white' }));
  expect(nothing).toMatchObject({ isEmpty: true, views: [{ frame: 0, ground: 'white' }] });
  expect((await viewsOf(await logoPng({ shape: 'cup', colour: 'white' }))).isEmpty).toBe(false);
  expect((await viewsOf(await logoPng({ shape: 'nothing', colour: 'white', ground: 'white' }))).isEmpty).toBe(false);
});

test('alpha is part of identity, colour where nothing is seen is not', async () => {
  const [star, cup] = [
    await logoPng({ shape: 'star', colour: 'white' }),
    await logoPng({ shape: 'cup', colour: 'white' }),
  ];
  expect(await areEqual(star, cup)).toBe(false);
  expect(await areEqual(star, await logoPng({ shape: 'nothing', colour: 'white' }))).toBe(false);
  expect(await areEqual(star, await logoPng({ shape: 'star', colour: 'white', ground: 'white' }))).toBe(false);
  const recoloured = await altered(star, (rgba) => {
    for (let at = 0; at < rgba.length; at += 4) if (rgba[at + 3] === 0) rgba.fill(77, at, at + 3);
  });
  expect(await areEqual(star, recoloured)).toBe(true);
  const thinner = await altered(star, (rgba) => {
    const at = rgba.findIndex((value, index) => index % 4 === 3 && value === 255);
    rgba[at] = 254;
  });
  expect(await areEqual(star, thinner)).toBe(false);
  expect(await areEqual(star, await sharp(star).webp({ lossless: true, exact: true }).toBuffer())).toBe(true);
});

test('blank frames are left out, unless there is nothing else', async () => {
  const [white, cup] = [
    await logoPng({ shape: 'nothing', colour: 'white', ground: 'white' }),
    await logoPng({ shape: 'cup', colour: 'white', ground: 'navy' }),
  ];
  expect(names(await viewsOf(await animate([white, cup], 'gif')))).toEqual(['1 opaque']);
  expect(names(await viewsOf(await animate([cup, white], 'webp')))).toEqual(['0 opaque']);
  expect(names(await viewsOf(await animate([white, white], 'gif')))).toEqual(['0 opaque']);
});

test.each(['gif', 'webp'] as const)(
  'identity of a %s covers every frame, their number and their times',
  async (format) => {
    const draw = (shape: 'cup' | 'star', colour: string): Promise<Buffer> => logoPng({ shape, colour, ground: 'navy' });
    const [a, b, c] = [await draw('cup', 'white'), await draw('star', 'white'), await draw('cup', 'gold')];
    const film = await animate([a, b, c], format);
    expect(await areEqual(film, await animate([a, b, c], format))).toBe(true);
    expect(await areEqual(film, await animate([a, b, a], format))).toBe(false);
    expect(await areEqual(film, await animate([a, c, b], format))).toBe(false);
    expect(await areEqual(film, await animate([a, b], format))).toBe(false);
    expect(await areEqual(film, await animate([a, b, c], format, [100, 300, 100]))).toBe(false);
    expect(await areEqual(film, a)).toBe(false);
  },
);

test('a frame that no small view was taken of is not overlooked', async () => {
  const frames = Array.from({ length: 30 }, (_, index) => ({ picture: paletteImage(120, 100, 16 + (index % 3)) }));
  const other = [...frames];
  // Of 30 frames, number 2 is not among the eight that are looked at.
  other[2] = { picture: paletteImage(120, 100, 9) };
  const [one, two] = [gifFile(frames), gifFile(other)];
  expect(names(await viewsOf(one))).not.toContain('2 opaque');
  expect(await areEqual(one, Uint8Array.from([...one, 0]))).toBe(true);
  expect(await areEqual(one, two)).toBe(false);
});

test('pages of a TIFF are compared, and those that would be read wrongly are left out', async () => {
  const page = photoLike(160, 120);
  const other = photoLike(120, 160);
  const two = tiffPages([{ image: page }, { image: other }]);
  expect(names(await viewsOf(two))).toEqual(['0 opaque', '1 opaque']);
  expect(names(await viewsOf(tiffPages([{ image: page }, { image: other, sampleFormat: 3 }])))).toEqual(['0 opaque']);
  expect(await areEqual(two, tiffPages([{ image: page }, { image: page }]))).toBe(false);
});

test.each([
  [{ format: 'gif', frameCount: 1, width: 100, height: 100 }, [0]],
  [{ format: 'gif', frameCount: 3, width: 100, height: 100 }, [0, 1, 2]],
  [{ format: 'gif', frameCount: 36, width: 100, height: 100 }, [0, 5, 10, 15, 20, 25, 30, 35]],
  [{ format: 'png', frameCount: 12, width: 100, height: 100 }, [0]],
  [{ format: 'gif', frameCount: 5000, width: 4096, height: 4096 }, [0]],
  [{ format: 'tiff', frameCount: 100, width: 4096, height: 4096 }, [0, 17, 33, 50, 66, 83, 99]],
] as const)('of %o frames %o are looked at', (header, expected) => {
  expect(representativeFrames(header)).toEqual(expected);
});

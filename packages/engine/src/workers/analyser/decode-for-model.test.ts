import { checkPicture } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { manifestInput } from '../../model/own/manifest-input.ts';
import type { ModelManifest } from '../../model/own/manifest-schema.ts';
import type { CheckedPicture } from '../../compare/analyser.ts';
import { createAnalyser } from './create-analyser.ts';
import { decodeForModel } from './decode-for-model.ts';
import type { ModelView } from './decode-for-model.ts';

const input: ModelManifest['input'] = {
  side: 224,
  fit: 'centre-crop',
  shortSide: 256,
  interpolation: 'bicubic',
  layout: 'nchw',
  channels: 'rgb',
  mean: [0, 0, 0],
  std: [1, 1, 1],
};

/** Black and white columns, each `period / 2` wide. */
async function stripes(width: number, height: number, period: number): Promise<CheckedPicture> {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < data.length; at += 1) if ((Math.floor(at / 3) % width) % period < period / 2) data[at] = 255;

  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  const check = checkPicture(bytes, { which: 'primary', pixelRange: serviceTypes.generic });
  if (!check.ok) throw new Error(check.detail.en);
  return { bytes, header: check.header };
}

async function decode(picture: CheckedPicture): Promise<ModelView> {
  const rasters = await decodeForModel(picture, input);
  if (!rasters.ok) throw new Error('not decoded');
  return rasters.value.views[0];
}

test('a wide picture keeps the detail that its middle is cropped from', async () => {
  // Fitted inside 320 px, a black and a white column fall on one pixel together, and all is grey.
  const { detailed, small } = await decode(await stripes(2400, 600, 8));
  expect(detailed).toMatchObject({ width: 2048, height: 512 });
  expect(small).toMatchObject({ width: 320, height: 80 });
  const contrast = (values: Float32Array): number => {
    const sorted = values.toSorted();
    return (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  };
  expect(contrast(manifestInput(detailed, input))).toBeGreaterThan(0.8);
  expect(contrast(manifestInput(small, input))).toBeLessThan(0.5);
});

test('a small picture is not enlarged by the decoder', async () => {
  const { detailed, small } = await decode(await stripes(200, 120, 20));
  expect(detailed).toMatchObject({ width: 200, height: 120 });
  expect(small).toEqual(detailed);
});

test('a profile that was not there at start is not answered by the built-in one', async () => {
  const analyser = await createAnalyser({ threads: 1 });
  const picture = await stripes(200, 120, 20);
  expect((await analyser.analyse({ ...picture, profile: 'default' })).ok).toBe(true);
  expect(await analyser.analyse({ ...picture, profile: 'later' })).toEqual({
    ok: false,
    failure: { reason: 'features-invalid', cause: expect.stringContaining('takes a restart') },
  });
  await analyser.release();
});

import path from 'node:path';
import type { Raster } from '@semblance/engine/evidence';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { visibleEvidence } from './evidence.ts';

async function example(name: string): Promise<Raster> {
  const file = path.join(import.meta.dirname, '../../../../examples', name);
  const { data, info } = await sharp(file)
    .resize(320, 320, { fit: 'inside' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

test('a cropped copy is placed inside the original, by many points', async () => {
  const evidence = await visibleEvidence(
    await example('edited/mug-daily-front-cropped.jpg'),
    await example('mug-daily-front.jpg'),
  );
  expect(evidence.agreeing.length).toBeGreaterThan(20);
  expect(evidence.colour).toBeGreaterThan(0.8);
  const xs = evidence.placement?.map(([x]) => x) ?? [];
  expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(1);
});

test('other objects agree on far fewer points, and on fewer colours', async () => {
  const mug = await example('mug-daily-front.jpg');
  const copy = await visibleEvidence(mug, await example('edited/mug-daily-front-low-quality.jpg'));
  const other = await visibleEvidence(mug, await example('shoe-navy-front.jpg'));
  expect(other.agreeing.length).toBeLessThan(copy.agreeing.length / 4);
  expect(other.colour).toBeLessThan(copy.colour);
});

test('what differs between two of one form is found and said', async () => {
  const mug = await example('mug-daily-front.jpg');
  const data = Uint8Array.from(mug.data);
  // Another print: a black and white chequer in the middle.
  for (let y = 100; y < 150; y += 1) {
    for (let x = 130; x < 190; x += 1)
      data.fill((x >> 3) % 2 === (y >> 3) % 2 ? 0 : 255, (y * mug.width + x) * 3, (y * mug.width + x + 1) * 3);
  }
  const { difference } = await visibleEvidence(mug, { ...mug, data });
  expect(difference?.numbers.coversFirst).toBeGreaterThan(0.5);
  expect(difference?.numbers.conflicting).toBeGreaterThan(0.02);
  const { difference: none } = await visibleEvidence(mug, await example('shoe-navy-front.jpg'));
  expect(none === undefined || none.numbers.agreeing < 0.8).toBe(true);
});

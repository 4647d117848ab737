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

import sharp from 'sharp';
import type { Raster } from '../../src/raster.ts';

/** Fits encoded bytes inside 320 px on white, as the engine's ingest does. */
export async function rasterOf(encoded: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(encoded)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(320, 320, { fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}

/** A seeded generator of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

/** A scene of coloured shapes on a shaded ground: rich enough for keypoints, different for every seed. */
export function scenePng(seed: number, side = 480): Promise<Buffer> {
  const random = seeded(seed + 1);
  for (let skip = 0; skip < 8; skip += 1) random();
  const hue = (): number => Math.floor(random() * 360);
  const shapes = Array.from({ length: 26 }, () => {
    const [x, y, size] = [random() * side, random() * side, side * (0.03 + 0.16 * random())];
    const fill = `hsl(${hue()}, ${30 + Math.floor(random() * 60)}%, ${25 + Math.floor(random() * 55)}%)`;
    const turn = `transform="rotate(${Math.floor(random() * 180)} ${x} ${y})"`;
    return random() < 0.4
      ? `<circle cx="${x}" cy="${y}" r="${size * 0.6}" fill="${fill}"/>`
      : `<rect x="${x - size / 2}" y="${y - size / 3}" width="${size}" height="${size * 0.7}" fill="${fill}" ${turn}/>`;
  });
  const ground = `<linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue()},40%,70%)"/><stop offset="1" stop-color="hsl(${hue()},40%,40%)"/></linearGradient>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><defs>${ground}</defs><rect width="100%" height="100%" fill="url(#g)"/>${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

import { expect, test } from 'vitest';
import type { EmbeddingNetwork, NetworkEmbeddings } from './embedding-network.ts';
import { extractFeatures } from './extract-features.ts';
import { networkInput } from './network-input.ts';

const raster = (grey: number) => ({ width: 64, height: 64, data: new Uint8Array(64 * 64 * 3).fill(grey) });

/** Says in its embeddings what it read, and when: after a pause, as a network of another thread does. */
function readingNetwork(pauseMs: number): EmbeddingNetwork {
  return {
    run: async (pixels) => {
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs);
      });
      const read = Float32Array.of(pixels[0] as number, pixels.at(-1) as number);
      return { block6: read, block13: read, block16: read, windows: read, typicality: 0 } satisfies NetworkEmbeddings;
    },
  };
}

test('memory of the network’s input is used again, and never while a network reads it', async () => {
  await extractFeatures(raster(10), readingNetwork(0));
  const greys = [20, 40, 60, 80];
  const found = await Promise.all(greys.map((grey, at) => extractFeatures(raster(grey), readingNetwork(20 - 5 * at))));
  for (const [at, { embeddings }] of found.entries())
    for (const value of embeddings.block6) expect(value).toBeCloseTo((greys[at] as number) / 255, 5);
});

test('a network may use the memory in which the raster lies', async () => {
  const data = Uint8Array.from({ length: 320 * 100 * 3 }, (_, at) => (at * at) % 251);
  const drawn = { width: 320, height: 100, data };
  const plain = readingNetwork(0);
  const expected = await extractFeatures(drawn, plain);
  const using = await extractFeatures(drawn, {
    run: (pixels) => {
      networkInput(raster(255));
      return plain.run(pixels);
    },
  });
  expect(expected.local.x.length).toBeGreaterThan(0);
  expect(using).toEqual(expected);
});

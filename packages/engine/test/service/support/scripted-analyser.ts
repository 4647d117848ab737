import type { AnalysedPicture, CreateAnalyser } from '../../../src/compare/analyser.ts';
import type { FeatureSet } from '../../../src/features/feature-set.ts';
import { mapWindows } from '../../../src/features/map-windows.ts';
import { labHistogramLength } from '../../../src/features/colour-kernels.ts';

/** What the analyser does to a picture of this width: each is a real fault, not a pretended one. */
export const faultWidths = {
  crash: 101,
  hang: 102,
  notFinite: 103,
  foreignError: 104,
  disconnect: 105,
  slow: 106,
  corrupt: 107,
  brief: 108,
} as const;

/** An analyser without a model: it starts at once, and breaks in the way the width asks for. */
export const createAnalyser: CreateAnalyser = async () => ({
  analyse: async ({ header, bytes }) => {
    switch (header.width) {
      case faultWidths.crash:
        return process.abort();
      case faultWidths.hang:
        return hangForever();
      case faultWidths.notFinite:
        return { ok: true, value: analysed(header.width, Number.NaN) };
      case faultWidths.foreignError:
        throw new TypeError('nothing here is a unicorn');
      case faultWidths.disconnect:
        process.disconnect?.();
        await pause(5000);
        break;
      case faultWidths.slow:
        await pause(400);
        break;
      case faultWidths.brief:
        await pause(20);
        break;
      case faultWidths.corrupt:
        return { ok: false, failure: { reason: 'corrupt', cause: 'a private remark' } };
    }
    return { ok: true, value: analysed(header.width, bytes[bytes.length - 1] ?? 0) };
  },
  equalPixels: async (first, second) => ({ ok: true, value: Buffer.compare(first.bytes, second.bytes) === 0 }),
  release: async () => undefined,
});

/** Blocks the event loop, as a decoder that never comes back would. */
function hangForever(): never {
  for (;;);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function analysed(width: number, level: number): AnalysedPicture {
  const vector = (length: number): Float32Array =>
    Float32Array.from({ length }, (_, at) => (at === 0 ? 1 : level / 1000));
  const none = new Float32Array();
  const features: FeatureSet = {
    width,
    height: width,
    embeddings: { block6: vector(192), block13: vector(256), block16: vector(256) },
    windows: vector(256 * mapWindows.length),
    typicality: 0,
    lab: vector(labHistogramLength),
    local: { x: none, y: none, angle: none, scale: none, descriptors: new Uint32Array() },
    traits: { contrast: 40, colours: 100, barShare: 0 },
  };
  const raster = { width: 1, height: 1, data: Uint8Array.of(level, level, level) };
  return { views: [{ frame: 0, features, raster }], isEmpty: false, frameCount: 1, isDefaultImageOnly: false };
}

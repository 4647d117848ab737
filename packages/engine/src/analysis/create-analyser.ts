import { decodePicture } from '../ingest/decode.ts';
import { haveEqualPixels } from '../ingest/pixel-identity.ts';
import { openExtractor } from '../model/open-extractor.ts';
import type { Analyser, AnalyserOptions } from './analyser.ts';

/** Opens the built-in analyser: decoders, embedded network, colour and local features. */
export async function createAnalyser({ threads }: AnalyserOptions): Promise<Analyser> {
  const extractor = await openExtractor({ threads });
  return {
    analyse: async ({ bytes, header }) => {
      const decoded = await decodePicture(bytes, header);
      if (!decoded.ok) return decoded;
      return { ok: true, value: { features: await extractor.extract(decoded.value), raster: decoded.value } };
    },
    equalPixels: haveEqualPixels,
    release: () => extractor.release(),
  };
}

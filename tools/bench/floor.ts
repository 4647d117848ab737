import { checkPicture } from '@semblance/picture';
import { networkInput } from '../../packages/engine/src/features/network-input.ts';
import { decodePicture } from '../../packages/engine/src/ingest/decode.ts';
import { openEncoded } from '../../packages/engine/src/ingest/hardened-sharp.ts';
import { defaultDecodeTimeoutMs, defaultMaxSidePx } from '../../packages/engine/src/ingest/picture-decoder.ts';
import { finishPixels, fitSize } from '../../packages/engine/src/ingest/render.ts';
import { ensureModel } from '../../packages/engine/src/model/ensure-model.ts';
import { openNetwork } from '../../packages/engine/src/model/open-network.ts';
import { defaultModelDirectory } from '../../packages/engine/src/model/package-folder.ts';
import { collectLessOften } from '../../packages/engine/src/collect-less-often.ts';
import type { Raster } from '../../packages/engine/src/raster.ts';
import type { FilePair } from './example-pairs.ts';

// As a worker does, so that both are measured under the same rules.
collectLessOften();

const network = await openNetwork(await ensureModel(defaultModelDirectory()), 1);

/** Turns a file into a raster of the size that features are taken of. */
type Decode = (bytes: Uint8Array) => Promise<Raster>;

/** As anyone would: by sharp, one picture and one thread at a time. */
const bySharp: Decode = async (bytes) => {
  const decoded = await finishPixels(fitSize(openEncoded(bytes), defaultMaxSidePx), defaultDecodeTimeoutMs);
  if (!decoded.ok) throw new Error('not decoded');
  return decoded.value;
};

/** As the engine does. */
const asHere: Decode = async (bytes) => {
  const check = checkPicture(bytes, { which: 'primary' });
  if (!check.ok) throw new Error(check.detail.en);
  const raster = await decodePicture(bytes, check.header);
  if (!raster.ok) throw new Error('not decoded');
  return raster.value;
};

/** Two ways to the least that a comparison by this network takes. */
export const decoders = { bySharp, asHere } as const;

/** Decoding and network of both pictures, and nothing else. */
export async function decodeAndInfer(pair: FilePair, decode: Decode): Promise<void> {
  for (const bytes of pair) await network.run(networkInput(await decode(bytes)));
}

import { checkPicture } from '@semblance/picture';
import { networkInput } from '../../packages/engine/src/features/network-input.ts';
import { decodePicture } from '../../packages/engine/src/ingest/decode.ts';
import { ensureModel } from '../../packages/engine/src/model/ensure-model.ts';
import { openNetwork } from '../../packages/engine/src/model/open-network.ts';
import { defaultModelDirectory } from '../../packages/engine/src/model/package-folder.ts';
import { collectLessOften } from '../../packages/engine/src/workers/collect-less-often.ts';
import type { FilePair } from './served-engine.ts';

// As a worker does, so that both are measured under the same rules.
collectLessOften();

const network = await openNetwork(await ensureModel(defaultModelDirectory()), 1);

/** Decoding and network of both pictures: what no engine can do without. */
export async function decodeAndInfer(pair: FilePair): Promise<void> {
  for (const bytes of pair) {
    const check = checkPicture(bytes, { which: 'primary' });
    if (!check.ok) throw new Error(check.detail.en);
    const raster = await decodePicture(bytes, check.header);
    if (!raster.ok) throw new Error('not decoded');
    await network.run(networkInput(raster.value));
  }
}

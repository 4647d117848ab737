import { decodeRaster, readPicture } from '../load-raster.ts';
import type { PictureEntry, PictureSet } from '../pictures/picture-set.ts';
import { progressBar } from '../progress-bar.ts';
import type { ScoredPair } from '../samples.ts';
import type { Pair } from '../tasks.ts';
import type { Peer } from './peer.ts';

export interface PeerRun {
  readonly peer: Peer;
  readonly scored: readonly ScoredPair[];
}

/** Describes every picture once with every peer, then scores all pairs. */
export async function runPeers(peers: readonly Peer[], set: PictureSet, pairs: readonly Pair[]): Promise<PeerRun[]> {
  const entries = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  const descriptions = new Map<PictureEntry, unknown[]>();
  const progress = progressBar();
  for (const [done, entry] of entries.entries()) {
    const encoded = await readPicture(set, entry);
    const raster = await decodeRaster(encoded);
    descriptions.set(entry, await Promise.all(peers.map((peer) => peer.describe(encoded, raster))));
    progress(done + 1, entries.length, 'pictures, by peers');
  }
  return peers.map((peer, index) => ({
    peer,
    scored: pairs.map((pair) => ({
      pair,
      score: peer.compare(descriptions.get(pair.first)?.[index], descriptions.get(pair.second)?.[index]),
    })),
  }));
}

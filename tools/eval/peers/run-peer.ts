import { hashOfSources } from '../feature-version.ts';
import { keptInFile } from '../keep-in-file.ts';
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

/** Describes every picture once with every peer, then scores all pairs: an array of scores a peer. */
async function scoreAll(peers: readonly Peer[], set: PictureSet, pairs: readonly Pair[]): Promise<number[][]> {
  const entries = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  const descriptions = new Map<PictureEntry, unknown[]>();
  const progress = progressBar();
  for (const [done, entry] of entries.entries()) {
    const encoded = await readPicture(set, entry);
    const raster = await decodeRaster(encoded);
    descriptions.set(entry, await Promise.all(peers.map((peer) => peer.describe(encoded, raster))));
    progress(done + 1, entries.length, 'pictures, by peers');
  }
  return peers.map((peer, index) =>
    pairs.map(({ first, second }) => peer.compare(descriptions.get(first)?.[index], descriptions.get(second)?.[index])),
  );
}

/** Scores all pairs with every peer, and keeps the scores until the peers or the pairs change. */
export async function runPeers(
  peers: readonly Peer[],
  set: PictureSet,
  pairs: readonly Pair[],
): Promise<readonly PeerRun[]> {
  if (peers.length === 0) return [];
  const names = pairs.map(({ first, second }) => `${first.file} ${second.file}`);
  const version = hashOfSources(['peers', 'load-raster.ts'], [...peers.map(({ name }) => name), ...names].join());
  const scores = await keptInFile({ folder: set.folder, name: `peers-${pairs.length}`, version }, () =>
    scoreAll(peers, set, pairs),
  );
  return peers.map((peer, index) => ({
    peer,
    scored: pairs.map((pair, at) => ({ pair, score: scores[index]?.[at] ?? Number.NaN })),
  }));
}

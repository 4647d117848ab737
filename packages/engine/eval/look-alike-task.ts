import path from 'node:path';
import { contactSheet, worstPairs } from './contact-sheet.ts';
import { extractAll } from './extract-all.ts';
import { buildLookAlikePairs } from './look-alike-pairs.ts';
import type { LookAlikeResults } from './look-alike-report.ts';
import { lookAlikeCopiesByTreatment, measureLookAlikes } from './look-alikes.ts';
import { prepareLookAlikes } from './look-alikes/look-alike-set.ts';
import type { MeasuredSet } from './measure-purpose.ts';
import { measurePairs } from './pair-evidence.ts';
import type { Peer } from './peers/peer.ts';
import { runPeers } from './peers/run-peer.ts';
import { picturesFor, preparePictureSet, type Purpose } from './pictures/picture-set.ts';
import { evaluationCache } from './prepare.ts';
import { progressBar } from './progress-bar.ts';
import type { ScoredPair } from './samples.ts';

/** Prepares, extracts and compares the look-alikes of one purpose. */
export async function measureLookAlikePairs(purpose: Purpose): Promise<MeasuredSet> {
  const photographs = await preparePictureSet(evaluationCache, progressBar());
  const set = await prepareLookAlikes(photographs, evaluationCache, progressBar());
  const pairs = buildLookAlikePairs(picturesFor(set, purpose), 3);
  return { set, pairs: measurePairs(pairs, await extractAll(set, purpose)) };
}

/** Folder of the sheets that show the worst pairs; git ignores it. */
export const sheetFolder: string = path.join(evaluationCache, 'sheets');

/** Sheets of the worst twenty false pairs and lost copies, for a person to look at. */
async function drawSheets({ set }: MeasuredSet, scored: readonly ScoredPair[]): Promise<void> {
  const worst = worstPairs(scored, { matches: 'look-alike copy', others: 'look-alike' });
  for (const [name, pairs] of Object.entries(worst))
    await contactSheet(set, pairs, path.join(sheetFolder, `look-alike-${name.replace(' ', '-')}.png`));
}

/** The task *look-alike*: the score and its peers on the same pairs. */
export async function lookAlikeTask(peers: readonly Peer[], purpose: Purpose): Promise<LookAlikeResults> {
  const measured = await measureLookAlikePairs(purpose);
  const own = measured.pairs.map((pair): ScoredPair => ({ pair, score: pair.comparison.score }));
  const runs = await runPeers(peers, measured.set, measured.pairs);
  await drawSheets(measured, own);
  return {
    methods: [
      { method: 'Semblance', families: measureLookAlikes(own) },
      ...runs.map(({ peer, scored }) => ({ method: peer.name, families: measureLookAlikes(scored) })),
    ],
    treatments: lookAlikeCopiesByTreatment(own),
  };
}

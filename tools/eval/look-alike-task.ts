import path from 'node:path';
import { contactSheet, worstPairs } from './contact-sheet.ts';
import type { LookAlikeResults } from './look-alike-report.ts';
import { lookAlikeCopiesByTreatment, measureLookAlikes } from './look-alikes.ts';
import { measureLookAlikePairs } from './measure-purpose.ts';
import type { Extent } from './measure-purpose.ts';
import { scoredUnder } from './measured-set.ts';
import type { MeasuredSet } from './measured-set.ts';
import type { Peer } from './peers/peer.ts';
import { runPeers } from './peers/run-peer.ts';
import { evaluationCache } from './evaluation-cache.ts';
import type { ScoredPair } from './samples.ts';

/** Folder of the sheets that show the worst pairs; git ignores it. */
export const sheetFolder: string = path.join(evaluationCache, 'sheets');

/** Sheets of the worst twenty false pairs and lost copies, for a person to look at. */
async function drawSheets({ set }: MeasuredSet, scored: readonly ScoredPair[]): Promise<void> {
  const worst = worstPairs(scored, { matches: 'look-alike copy', others: 'look-alike' });
  for (const [name, pairs] of Object.entries(worst))
    await contactSheet(set, pairs, path.join(sheetFolder, `look-alike-${name.replace(' ', '-')}.png`));
}

/** The task *look-alike*: the score and its peers on the same pairs. */
export async function lookAlikeTask(peers: readonly Peer[], extent: Omit<Extent, 'seed'>): Promise<LookAlikeResults> {
  const measured = await measureLookAlikePairs(extent);
  const own = scoredUnder(measured.pairs, 'generic');
  const runs = await runPeers(peers, measured.set, measured.pairs);
  await drawSheets(measured, own);
  return {
    oneIn: extent.oneIn,
    date: new Date().toISOString().slice(0, 10),
    methods: [
      { method: 'Semblance', families: measureLookAlikes(own) },
      ...runs.map(({ peer, scored }) => ({ method: peer.name, families: measureLookAlikes(scored) })),
    ],
    treatments: lookAlikeCopiesByTreatment(own),
  };
}

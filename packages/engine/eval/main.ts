import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { modelSha256 } from '../src/model/model-identity.ts';
import { defaultCalibration } from '../src/score/default-calibration.ts';
import { evaluateMethod, thresholdTable } from './evaluate.ts';
import { extractAll } from './extract-all.ts';
import { measurePairs } from './pair-evidence.ts';
import { colourHistogram } from './peers/colour-histogram.ts';
import { averageHash, differenceHash } from './peers/grey-hashes.ts';
import { packagedBlockhash, packagedPhash } from './peers/packaged-hashes.ts';
import { pdq } from './peers/pdq.ts';
import { runPeers } from './peers/run-peer.ts';
import { structuralSimilarity } from './peers/structural-similarity.ts';
import { picturesFor, preparePictureSet } from './pictures/picture-set.ts';
import { methodsPlot, thresholdsPlot } from './plots.ts';
import { evaluationCache } from './prepare.ts';
import { progressBar } from './progress-bar.ts';
import { renderReport } from './report.ts';
import { buildPairs } from './tasks.ts';

/** `npm run eval`: measures the score and its peers on the test split, prints tables, writes figures and plots. */
const peers = process.argv.includes('--no-peers')
  ? []
  : [averageHash, differenceHash, packagedPhash, packagedBlockhash, pdq, structuralSimilarity, colourHistogram];
const output = path.join(import.meta.dirname, '../calibration/generated');

const set = await preparePictureSet(evaluationCache, progressBar());
const pairs = buildPairs(picturesFor(set, 'test'), 2);
const measured = measurePairs(pairs, await extractAll(set, 'test'));
const own = measured.map((pair) => ({ pair, score: pair.comparison.score }));
const runs = await runPeers(peers, set, pairs);
const results = [
  evaluateMethod('Semblance', own),
  ...runs.map(({ peer, scored }) => evaluateMethod(peer.name, scored)),
];
const thresholds = thresholdTable(
  own,
  Array.from({ length: 21 }, (_, index) => index / 20),
);
process.stdout.write(`${renderReport(results, thresholds)}\n`);

if (peers.length > 0) {
  await mkdir(output, { recursive: true });
  const evaluation = {
    script: 'eval/main.ts',
    date: new Date().toISOString().slice(0, 10),
    model: modelSha256,
    calibration: defaultCalibration.version,
    pairs: Object.fromEntries(
      ['copy', 'same item', 'same kind', 'different'].map((relation) => [
        relation,
        pairs.filter((pair) => pair.relation === relation).length,
      ]),
    ),
    results,
    thresholds,
  };
  await writeFile(path.join(output, 'evaluation.json'), `${JSON.stringify(evaluation, null, 2)}\n`);
  await writeFile(path.join(output, 'methods.svg'), methodsPlot(results));
  await writeFile(path.join(output, 'thresholds.svg'), thresholdsPlot(thresholds));
  process.stdout.write(`\nfigures and plots written to ${output}\n`);
}

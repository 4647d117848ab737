import type { Evaluation } from './evaluation-file.ts';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { readCommandLine } from '../../scripts/command-line.ts';
import { modelSha256 } from '../../packages/engine/src/model/model-identity.ts';
import { defaultCalibration } from '../../packages/engine/src/score/default-calibration.ts';
import { evaluateMethod, thresholdTable } from './evaluate.ts';
import { renderLookAlikes, writeLookAlikes } from './look-alike-report.ts';
import { lookAlikeTask, sheetFolder } from './look-alike-task.ts';
import { measureLookAlikePairs, measurePurpose } from './measure-purpose.ts';
import { scoredUnder } from './measured-set.ts';
import { colourHistogram } from './peers/colour-histogram.ts';
import { averageHash, differenceHash } from './peers/grey-hashes.ts';
import { packagedBlockhash, packagedPhash } from './peers/packaged-hashes.ts';
import { pdq } from './peers/pdq.ts';
import { runPeers } from './peers/run-peer.ts';
import { keptPeers } from './kept-peers.ts';
import { prepareAll } from './prepare.ts';
import { structuralSimilarity } from './peers/structural-similarity.ts';
import { writeMeanings } from './model-card.ts';
import { methodsPlot, thresholdsPlot } from './plots.ts';
import { renderReport } from './report.ts';
import { serviceTypesPlot } from './service-type-plot.ts';
import { renderServiceTypes } from './service-type-report.ts';
import { serviceTypeSamples } from './service-type-samples.ts';
import { verdictChances, writeChances } from './verdict-chances.ts';
import { measureServiceTypes, recallByTreatment, serviceTypeAreas } from './service-types.ts';
import type { ScoredUnder } from './service-types.ts';

const help = `npm run eval -- [options]

Measures the score and its peers on the test split, prints tables, writes figures and plots; the pictures are downloaded first.

  --no-peers       the score alone; nothing is written
  --kept-peers     the peers' figures on photographs, emblems and fabrics as the last run had them
  --small          a part of everything
  --look-alikes    only the look-alikes
  --fitting        those that the rule is fitted on

  npm run eval -- --look-alikes --no-peers
`;
const { values: options } = readCommandLine(help, {
  options: {
    'no-peers': { type: 'boolean', default: false },
    'kept-peers': { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
    'look-alikes': { type: 'boolean', default: false },
    fitting: { type: 'boolean', default: false },
  },
});
const oneIn = options.small ? 6 : 1;
const peers = options['no-peers']
  ? []
  : [averageHash, differenceHash, packagedPhash, packagedBlockhash, pdq, structuralSimilarity, colourHistogram];
const serviceTypeThresholds = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** Copies of emblems and views of fabrics are counted one by one at this score. */
const treatmentThreshold = 0.5;
const output = path.join(import.meta.dirname, '../calibration/generated');

if (!options['look-alikes']) await prepareAll();
const lookAlikes = await lookAlikeTask(peers, {
  purpose: options.fitting ? 'fit' : 'test',
  oneIn: oneIn === 1 ? 1 : 3,
});
process.stdout.write(`${renderLookAlikes(lookAlikes)}\n\nsheets of the worst pairs: ${sheetFolder}\n\n`);
if (options['look-alikes']) {
  if (peers.length > 0 && !options.fitting) await writeLookAlikes(output, lookAlikes);
  process.exit();
}

const { main, serviceTypes } = await measurePurpose({ purpose: 'test', seed: 2, oneIn });
const { pairs } = main;
const own = scoredUnder(pairs, 'generic');
const all = [...pairs, ...serviceTypes.pairs];
const ownUnder: ScoredUnder = (serviceType) => scoredUnder(all, serviceType);
const measuresPeers = !options['kept-peers'];
const runs = await runPeers(measuresPeers ? peers : [], main.set, pairs);
const moreRuns = await runPeers(measuresPeers ? peers : [], serviceTypes.set, serviceTypes.pairs);
const kept = measuresPeers ? { results: [], areas: [] } : await keptPeers(output);
const results = [
  evaluateMethod('Semblance', own),
  ...runs.map(({ peer, scored }) => evaluateMethod(peer.name, scored)),
  ...kept.results,
];
const meanings = {
  meanings: measureServiceTypes(ownUnder, serviceTypeThresholds),
  areas: [
    { method: 'Semblance', areas: serviceTypeAreas(ownUnder) },
    ...runs.map(({ peer, scored }, index) => ({
      method: peer.name,
      areas: serviceTypeAreas(() => [...scored, ...(moreRuns[index]?.scored ?? [])]),
    })),
    ...kept.areas,
  ],
  treatmentThreshold,
  treatments: Object.fromEntries(
    (['trademark', 'fabric'] as const).map((name) => [
      name,
      recallByTreatment(ownUnder(name), serviceTypeSamples[name], treatmentThreshold),
    ]),
  ),
};
const thresholds = thresholdTable(
  own,
  Array.from({ length: 21 }, (_, index) => index / 20),
);
process.stdout.write(`${renderReport(results, thresholds)}\n\n${renderServiceTypes(meanings)}\n`);

if (peers.length > 0 && oneIn === 1) {
  // With look-alikes: a verdict has to hold for them too.
  const judged = [...all, ...(await measureLookAlikePairs({ purpose: 'test', oneIn })).pairs];
  await mkdir(output, { recursive: true });
  const evaluation: Evaluation = {
    script: 'tools/eval/main.ts',
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
    serviceTypes: meanings,
    lookAlikes,
  };
  await writeFile(path.join(output, 'evaluation.json'), `${JSON.stringify(evaluation, null, 2)}\n`);
  await writeFile(path.join(output, 'methods.svg'), methodsPlot(results));
  await writeFile(path.join(output, 'thresholds.svg'), thresholdsPlot(thresholds));
  await writeFile(path.join(output, 'service-types.svg'), serviceTypesPlot(meanings.meanings));
  const chances = verdictChances((serviceType) => scoredUnder(judged, serviceType));
  await writeChances(chances, `${judged.length} pairs of the test pictures`);
  const card = path.join(import.meta.dirname, '../../packages/engine/MODEL_CARD.md');
  await writeFile(card, writeMeanings(await readFile(card, 'utf8'), meanings.meanings));
  process.stdout.write(`\nfigures and plots written to ${output}\n`);
}

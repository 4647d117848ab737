import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { extractAll } from '../eval/extract-all.ts';
import { measurePairs } from '../eval/pair-evidence.ts';
import { picturesFor, preparePictureSet } from '../eval/pictures/picture-set.ts';
import { evaluationCache } from '../eval/evaluation-cache.ts';
import { progressBar } from '../eval/progress-bar.ts';
import { buildPairs } from '../eval/tasks.ts';
import { modelSha256 } from '../../packages/engine/src/model/model-identity.ts';
import { defaultCalibration } from '../../packages/engine/src/score/default-calibration.ts';
import { fuse } from '../../packages/engine/src/score/fuse.ts';
import { fitHypotheses } from './fit-hypotheses.ts';
import { scoreKnots } from './score-knots.ts';

/** `npm run calibrate:fit`: fits fusion and score on the pictures kept for that, and writes `src/score/weights.json`. */
const set = await preparePictureSet(evaluationCache, progressBar());
const pairs = measurePairs(buildPairs(picturesFor(set, 'fit'), { seed: 1 }), await extractAll({ set, purpose: 'fit' }));
const hypotheses = fitHypotheses(pairs);
const fitted = { ...defaultCalibration, hypotheses };
const zOf = new Map(pairs.map((pair) => [pair, fuse(pair.comparison.evidence, fitted)]));
const date = new Date().toISOString().slice(0, 10);
const relations = [...new Set(pairs.map(({ relation }) => relation))];
const counts = relations.map((name) => `${pairs.filter(({ relation }) => relation === name).length} ${name}`);
const knots = scoreKnots(zOf);
const fingerprint = createHash('sha256').update(JSON.stringify({ modelSha256, hypotheses, knots })).digest('hex');
const weights = {
  version: `${date}-${fingerprint.slice(0, 8)}`,
  provenance: {
    script: 'tools/calibration/fit-calibration.ts',
    date,
    model: modelSha256,
    data: `${pairs.length} pairs of the pictures kept for fitting: ${counts.join(', ')}`,
  },
  hypotheses,
  knots,
};
await writeFile(
  path.join(import.meta.dirname, '../../packages/engine/src/score/weights.json'),
  `${JSON.stringify(weights, null, 2)}\n`,
);
process.stdout.write(`${JSON.stringify(weights, null, 2)}\n`);

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
import type { Calibration } from '../../packages/engine/src/score/calibration.ts';
import kept from '../../packages/engine/src/score/weights.json' with { type: 'json' };
import { fuse } from '../../packages/engine/src/score/fuse.ts';
import { fitHypotheses } from './fit-hypotheses.ts';
import { scoreKnots } from './score-knots.ts';

/**
 * `npm run calibrate:fit`: fits fusion and score on the pictures kept for that, and writes `src/score/weights.json`.
 * `npm run calibrate:keep` keeps them for a network whose embeddings are nearly those of before: `npm run eval` has to show that it may.
 */
const file = path.join(import.meta.dirname, '../../packages/engine/src/score/weights.json');
const date = new Date().toISOString().slice(0, 10);

interface Fit {
  readonly provenance: Readonly<Record<string, string>>;
  readonly hypotheses: Calibration['hypotheses'];
  readonly knots: Calibration['knots'];
}

/** The weights in use, said to be of a network they were not fitted on. */
function keepFit(): Fit {
  const { hypotheses, knots } = defaultCalibration;
  const before: Fit['provenance'] = kept.provenance;
  const fittedOn = before['fittedOn'] ?? kept.provenance.model;
  return { provenance: { ...before, fittedOn, model: modelSha256 }, hypotheses, knots };
}

async function fit(): Promise<Fit> {
  const set = await preparePictureSet(evaluationCache, progressBar());
  const featuresOf = await extractAll({ set, purpose: 'fit' });
  const pairs = measurePairs(buildPairs(picturesFor(set, 'fit'), { seed: 1 }), featuresOf);
  const hypotheses = fitHypotheses(pairs);
  const zOf = new Map(
    pairs.map((pair) => [pair, fuse(pair.comparison.evidence, { ...defaultCalibration, hypotheses })]),
  );
  const relations = [...new Set(pairs.map(({ relation }) => relation))];
  const counts = relations.map((name) => `${pairs.filter(({ relation }) => relation === name).length} ${name}`);
  const data = `${pairs.length} pairs of the pictures kept for fitting: ${counts.join(', ')}`;
  const script = 'tools/calibration/fit-calibration.ts';
  return { provenance: { script, date, model: modelSha256, data }, hypotheses, knots: scoreKnots(zOf) };
}

const { provenance, hypotheses, knots } = process.argv.includes('--keep') ? keepFit() : await fit();
const fingerprint = createHash('sha256').update(JSON.stringify({ modelSha256, hypotheses, knots })).digest('hex');
const weights = { version: `${date}-${fingerprint.slice(0, 8)}`, provenance, hypotheses, knots };
const text = `${JSON.stringify(weights, null, 2)}\n`;
await writeFile(file, text);
process.stdout.write(text);

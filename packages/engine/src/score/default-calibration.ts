import type { Calibration } from './calibration.ts';
import { rulesVersion } from './difference/rules.ts';
import weights from './weights.json' with { type: 'json' };

/**
 * The calibration that ships with the default model, written by the fit script together with its data and date; its
 * version also names the rules that read what differs.
 */
export const defaultCalibration: Calibration = {
  version: `${weights.version}+${rulesVersion}`,
  hypotheses: weights.hypotheses,
  knots: weights.knots.map(([z = 0, score = 0]) => [z, score] as const),
};

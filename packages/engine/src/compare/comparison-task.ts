import type { ServiceType } from '@semblance/spec/limits';
import type { ModelManifest } from '../model/own/manifest-schema.ts';
import type { DifferenceCase } from '../score/difference/difference-evidence.ts';
import type { CheckedPicture, PicturePair } from './analyser.ts';
import type { ScoredPair } from './score-pair.ts';

/** Two checked pictures, and how they are to be compared: plain values, so that a worker process can be given them. */
export interface ComparisonTask {
  readonly pair: PicturePair;
  /** Name of the instance's similarity profile. */
  readonly profile: string;
  /** Decides how what differs is weighed. */
  readonly serviceType: ServiceType;
  /** Of the team's own model, where the profile has one. */
  readonly ownCalibration?: ModelManifest['calibration'] | undefined;
}

/** What a comparison is answered with: the points and cells that led to it stay where it was made. */
export interface ComparisonAnswer extends Pick<ScoredPair, 'score' | 'verdict' | 'calibration'> {
  /** What laying the pictures over each other shows, or looking for one in the other; absent where neither found anything. */
  readonly case?: DifferenceCase;
}

/** What a comparison is at: one of its pictures, or both together. */
export type ComparisonStep = 'primary' | 'secondary' | 'pair';

/** The pictures that are being worked on in a step. */
export function picturesOf({ pair }: ComparisonTask, step: ComparisonStep): readonly CheckedPicture[] {
  return step === 'pair' ? [pair.primary, pair.secondary] : [pair[step]];
}

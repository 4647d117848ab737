import type { ServiceType } from '@semblance/spec/limits';
import { builtInProfile } from '../../config/built-in-profile.ts';
import type { ComparisonTask } from '../../compare/comparison-task.ts';
import type { ProfileSource } from '../../compare/analyser.ts';
import { modelSha256 } from '../../model/model-identity.ts';
import { embeddingIdentity } from '../../model/own/read-manifest.ts';
import { defaultCalibration } from '../../score/default-calibration.ts';
import { readProfiles } from '../../workers/analyser/read-profiles.ts';

/** Profile with which pairs are compared. */
export interface BulkProfile {
  /** For the workers. */
  readonly profiles: readonly ProfileSource[];
  /** For every task. */
  readonly task: Pick<ComparisonTask, 'profile' | 'ownCalibration'>;
  /** Names model and calibration: scores of different ones do not belong together. */
  readonly model: string;
}

const ownName = 'own';

/**
 * The built-in profile, or a team's own model. @param manifest  file of the own model's manifest
 * @failure ProfileError for a manifest that cannot be used
 */
export async function bulkProfile(manifest: string | undefined): Promise<BulkProfile> {
  const builtIn = `${modelSha256} ${defaultCalibration.version}`;
  if (manifest === undefined) return { profiles: [], task: { profile: builtInProfile }, model: builtIn };
  const profiles = [{ name: ownName, manifest }];
  const [own] = await readProfiles(profiles);
  const ownCalibration = own?.manifest.calibration;
  const identity = own === undefined ? '' : embeddingIdentity(own.manifest);
  const model = `${builtIn} ${identity} ${ownCalibration?.version ?? ''}`;
  return { profiles, task: { profile: ownName, ownCalibration }, model };
}

/** Names all that decides a score beside the pictures. */
export function identityOf({ model }: BulkProfile, serviceType: ServiceType): string {
  return `${model} ${serviceType}`;
}

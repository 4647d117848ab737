import { checkPicture } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { monotonicMs } from '../../src/clock.ts';
import type { Analyser, CheckedPicture, PicturePair } from '../../src/compare/analyser.ts';
import type { comparePictures } from '../../src/compare/compare-pictures.ts';
import { builtInProfile } from '../../src/config/built-in-profile.ts';
import { runInline } from '../../src/workers/analyser/run-inline.ts';

function checked(bytes: Uint8Array): CheckedPicture {
  const check = checkPicture(bytes, { which: 'primary', pixelRange: serviceTypes.generic });
  if (!check.ok) throw new Error(check.detail.en);
  return { bytes, header: check.header };
}

/** Two files as a request brings them. */
export function checkedPair(primary: Uint8Array, secondary: Uint8Array): PicturePair {
  return { primary: checked(primary), secondary: checked(secondary) };
}

/** Compares in this process, by the built-in features. */
export function inlineOptions(
  analyser: Analyser,
  serviceType: ServiceType = 'generic',
): Parameters<typeof comparePictures>[1] {
  return {
    runJob: runInline(analyser),
    profile: builtInProfile,
    serviceType,
    deadlineAtMs: monotonicMs() + 60_000,
  };
}

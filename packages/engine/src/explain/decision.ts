import { interpolate, type Calibration } from '../score/calibration.ts';
import type { Comparison } from '../score/compare-features.ts';
import { fullOverlapShare, fuseValues } from '../score/fuse.ts';
import { boundOf } from '../score/verdict.ts';
import { liftOf, onlyFamily, type Contribution, type EvidenceFamily } from './contributions.ts';
import type { Geometry, Overlap } from './overlap.ts';

/** Which evidence decided: one of the two families alone, both together, or neither (then nothing stands out). */
export type DecidedBy = 'equal pixels' | 'copy evidence' | 'semantic evidence' | 'both' | 'neither';

/** What decided a score. */
export interface Decision {
  readonly decidedBy: DecidedBy;
  /** One or two sentences for a person. */
  readonly because: string;
}

/** A share of a picture from which on it counts as all of it. */
const whole = 0.9;

/** Points that lift a pair at least this much as far as its looks do have their part in the decision. */
const noticeable = 0.5;

/**
 * A family decides when it would carry the score to the verdict by itself, everything else being as in different
 * pictures. The points come first: a copy looks alike because it is a copy, what looks alike need not be one.
 */
export function decidedBy(
  comparison: Comparison,
  contributions: readonly Contribution[],
  calibration: Calibration,
): DecidedBy {
  const { score, verdict } = comparison;
  if (score === 1) return 'equal pixels';
  if (verdict.name === 'different') return 'neither';
  const needed = Math.min(boundOf('likely'), verdict.from);
  const suffices = (family: EvidenceFamily): boolean =>
    interpolate(calibration.knots, fuseValues(onlyFamily(comparison.evidence, family), calibration)) >= needed;
  const [copy, semantic] = [liftOf(contributions, 'copy'), liftOf(contributions, 'semantic')];
  if (suffices('copy')) return 'copy evidence';
  return suffices('semantic') && copy < noticeable * semantic ? 'semantic evidence' : 'both';
}

const percent = (share: number): string => `${Math.max(1, Math.round(100 * share))} %`;

/**
 * What kind of copy it is, by how much of each picture is in the other. Points that fill little of the overlap are those
 * of one surface, seen again from elsewhere: no copy.
 */
function copyWords({ shares: [first, second] }: Overlap, overlapShare: number): string {
  if (overlapShare < fullOverlapShare) return 'A surface seen again';
  if (first >= whole && second >= whole) return 'Copy';
  if (second >= whole) return `The second picture is a part of the first (${percent(first)} of it)`;
  if (first >= whole) return `The first picture is a part of the second (${percent(second)} of it)`;
  return `They share a part (${percent(first)} of the first, ${percent(second)} of the second)`;
}

function pointWords({ matches, overlap }: Geometry): string {
  const agreeing = matches.filter(({ agrees }) => agrees).length;
  if (matches.length === 0) return 'no points of the two match';
  if (overlap !== undefined)
    return `${agreeing} of ${matches.length} matched points agree on one transform (${overlap.words})`;
  return agreeing < 3
    ? `of ${matches.length} matched points no three agree on a transform`
    : `${agreeing} of ${matches.length} matched points agree on a transform, no more than by chance`;
}

/** The semantic terms that lift the pair most, two at most and none that has no weight here, with what different pictures have. */
function looksWords(contributions: readonly Contribution[]): string[] {
  const words = contributions
    .filter(({ family, lift }) => family === 'semantic' && lift > 0)
    .toSorted((a, b) => b.lift - a.lift)
    .slice(0, 2)
    .map(
      ({ words: name, value, ordinary }) => `${name} (${value.toFixed(2)}; different pictures ${ordinary.toFixed(2)})`,
    );
  return words.length === 0 ? [] : [words.join(' and ')];
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function flatWords(contributions: readonly Contribution[]): string {
  const colour = contributions.find(({ name }) => name === 'colour');
  const compared = colour === undefined ? '' : `: ${colour.value.toFixed(2)} of 1`;
  return `At least one picture is a single flat colour, so only their colours can be compared${compared}.`;
}

/** Says in plain words what decided. */
export function becauseOf(
  decided: DecidedBy,
  {
    comparison,
    contributions,
    geometry,
  }: { comparison: Comparison; contributions: readonly Contribution[]; geometry: Geometry },
): string {
  if (decided === 'equal pixels')
    return 'Both files hold the same pixels, so the score is exactly 1; nothing else was weighed.';
  if (comparison.notes.some(({ name }) => name === 'flat')) return flatWords(contributions);
  const points = pointWords(geometry);
  const looks = looksWords(contributions);
  const { overlap } = geometry;
  switch (decided) {
    case 'copy evidence':
      return sentence(
        overlap === undefined ? points : `${copyWords(overlap, comparison.evidence.copy.overlapShare)}: ${points}`,
      );
    case 'semantic evidence':
      return [...looks.map((words) => sentence(`alike in ${words}`)), sentence(points)].join(' ');
    case 'both':
      return [
        sentence(`points and looks together: ${points}`),
        ...looks.map((words) => sentence(`most alike in ${words}`)),
      ].join(' ');
    case 'neither':
      return `${sentence('nothing stands out from what different pictures have')} ${sentence(points)}`;
  }
}

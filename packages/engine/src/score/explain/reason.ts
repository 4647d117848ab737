import type { Bilingual } from '@semblance/spec/error-catalog';
import { interpolate } from '../calibration.ts';
import type { Calibration } from '../calibration.ts';
import type { Comparison } from '../compare-features.ts';
import type { DifferenceEvidence } from '../difference/difference-evidence.ts';
import { fullOverlapShare, fuseValues } from '../fuse.ts';
import { boundOf } from '../verdict.ts';
import { capitalised } from './capitalised.ts';
import { differenceWords, isDecisive, shareWords } from './difference-words.ts';
import { partReason } from './part-words.ts';
import { liftOf, onlyFamily } from './contributions.ts';
import type { Contribution, EvidenceFamily } from './contributions.ts';
import type { Geometry, Overlap } from './overlap.ts';

/** Which evidence decided: one of the two families alone, both together, or neither (then nothing stands out). */
export type DecidedBy =
  | 'equal pixels'
  | 'what differs'
  | 'a part'
  | 'copy evidence'
  | 'semantic evidence'
  | 'both'
  | 'neither';

/** What decided a score. */
export interface Reason {
  readonly decidedBy: DecidedBy;
  /** One or two sentences for a person. */
  readonly because: Bilingual;
}

/** A share of a picture from which on it counts as all of it. */
const whole = 0.9;

/** Points that lift a pair at least this much as far as its looks do have their part in the score. */
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
  if (comparison.part !== undefined) return 'a part';
  if (comparison.difference !== undefined && isDecisive(comparison.difference)) return 'what differs';
  if (verdict.name === 'different') return 'neither';
  const needed = Math.min(boundOf('likely'), verdict.from);
  const suffices = (family: EvidenceFamily): boolean =>
    interpolate(calibration.knots, fuseValues(onlyFamily(comparison.evidence, family), calibration)) >= needed;
  const [copy, semantic] = [liftOf(contributions, 'copy'), liftOf(contributions, 'semantic')];
  if (suffices('copy')) return 'copy evidence';
  return suffices('semantic') && copy < noticeable * semantic ? 'semantic evidence' : 'both';
}

const percent = (share: number): string => `${Math.max(1, Math.round(100 * share))} %`;
const both = (en: string, zh: string): Bilingual => ({ en, zh });

/**
 * What kind of copy it is, by how much of each picture is in the other. Points that fill little of the overlap are those
 * of one surface, seen again from elsewhere: no copy.
 */
function copyWords({ shares: [first, second] }: Overlap, overlapShare: number): Bilingual {
  if (overlapShare < fullOverlapShare) return both('A surface seen again', '同一表面再次出现');
  if (first >= whole && second >= whole) return both('Copy', '副本');
  if (second >= whole) {
    return both(
      `The second picture is a part of the first (${percent(first)} of it)`,
      `第二张图片是第一张的一部分（占其 ${percent(first)}）`,
    );
  }
  if (first >= whole) {
    return both(
      `The first picture is a part of the second (${percent(second)} of it)`,
      `第一张图片是第二张的一部分（占其 ${percent(second)}）`,
    );
  }
  return both(
    `They share a part (${percent(first)} of the first, ${percent(second)} of the second)`,
    `两者有一部分相同（第一张的 ${percent(first)}，第二张的 ${percent(second)}）`,
  );
}

function pointWords({ matches, overlap }: Geometry): Bilingual {
  const agreeing = matches.filter(({ agrees }) => agrees).length;
  const all = matches.length;
  if (all === 0) return both('no points of the two match', '两者没有匹配的点');
  if (overlap !== undefined) {
    return both(
      `${agreeing} of ${all} matched points agree on one transform (${overlap.words.en})`,
      `${all} 个匹配点中有 ${agreeing} 个符合同一变换（${overlap.words.zh}）`,
    );
  }
  return agreeing < 3
    ? both(`of ${all} matched points no three agree on a transform`, `${all} 个匹配点中没有三个符合同一变换`)
    : both(
        `${agreeing} of ${all} matched points agree on a transform, no more than by chance`,
        `${all} 个匹配点中有 ${agreeing} 个符合同一变换，不超过偶然水平`,
      );
}

/** The semantic terms that lift the pair most, two at most and none that has no weight here, with what different pictures have. */
function looksWords(contributions: readonly Contribution[]): Bilingual[] {
  const leading = contributions
    .filter(({ family, lift }) => family === 'semantic' && lift > 0)
    .toSorted((a, b) => b.lift - a.lift)
    .slice(0, 2)
    .map(({ words, value, ordinary }) =>
      both(
        `${words.en} (${value.toFixed(2)}; different pictures ${ordinary.toFixed(2)})`,
        `${words.zh}（${value.toFixed(2)}；不同图片为 ${ordinary.toFixed(2)}）`,
      ),
    );
  if (leading.length === 0) return [];
  return [both(leading.map(({ en }) => en).join(' and '), leading.map(({ zh }) => zh).join('与'))];
}

const sentence = (words: Bilingual): Bilingual => both(`${capitalised(words.en)}.`, `${words.zh}。`);

/** Sentences one after the other: Chinese needs no space between them. */
const joined = (parts: readonly Bilingual[]): Bilingual =>
  both(parts.map(({ en }) => en).join(' '), parts.map(({ zh }) => zh).join(''));

/** Where nothing can be seen in one picture alone: then there is nothing to weigh. */
function emptyWords({ notes }: Comparison): Bilingual | undefined {
  const empty = notes.filter(({ name }) => name === 'nothing-visible');
  const [only] = empty;
  if (only === undefined || empty.length > 1) return undefined;
  const [en, zh] = only.picture === 'first' ? ['first', '第一张'] : ['second', '第二张'];
  return both(
    `The ${en} picture shows nothing, so it is like no picture that shows something.`,
    `${zh}图片没有任何可见内容，因此与任何有内容的图片都不相似。`,
  );
}

/** Where one picture is a single colour. */
function flatWords({ notes }: Comparison, contributions: readonly Contribution[]): Bilingual | undefined {
  if (!notes.some(({ name }) => name === 'flat')) return undefined;
  const colour = contributions.find(({ name }) => name === 'colour')?.value.toFixed(2);
  return both(
    `At least one picture is a single flat colour, so only their colours can be compared${colour === undefined ? '' : `: ${colour} of 1`}.`,
    `至少有一张图片是纯色，只能比较颜色${colour === undefined ? '' : `：${colour}（满分 1）`}。`,
  );
}

function differenceSentences(difference: DifferenceEvidence, points: Bilingual): Bilingual {
  const [words, shares] = [differenceWords(difference), shareWords(difference)];
  const laid = both(`laid over each other, ${words.en}: ${shares.en}`, `叠放比对，${words.zh}：${shares.zh}`);
  return joined([sentence(laid), sentence(points)]);
}

/** Says in plain words what decided. */
export function becauseOf(
  decided: DecidedBy,
  {
    comparison,
    contributions,
    geometry,
  }: { comparison: Comparison; contributions: readonly Contribution[]; geometry: Geometry },
): Bilingual {
  if (decided === 'equal pixels') {
    return both(
      'Both files hold the same pixels, so the score is exactly 1; nothing else was weighed.',
      '两个文件的像素完全相同，因此分数恰为 1，未再权衡其他因素。',
    );
  }
  const bare = emptyWords(comparison) ?? flatWords(comparison, contributions);
  if (bare !== undefined) return bare;
  if (comparison.part !== undefined) return sentence(partReason(comparison.part));
  const points = pointWords(geometry);
  if (decided === 'what differs' && comparison.difference !== undefined)
    return differenceSentences(comparison.difference, points);
  const looks = looksWords(contributions);
  const { overlap } = geometry;
  switch (decided) {
    case 'copy evidence': {
      if (overlap === undefined) return sentence(points);
      const kind = copyWords(overlap, comparison.evidence.copy.overlapShare);
      return sentence(both(`${kind.en}: ${points.en}`, `${kind.zh}：${points.zh}`));
    }
    case 'semantic evidence': {
      const alike = looks.map(({ en, zh }) => sentence(both(`alike in ${en}`, `相似之处：${zh}`)));
      return joined([...alike, sentence(points)]);
    }
    case 'both': {
      const most = looks.map(({ en, zh }) => sentence(both(`most alike in ${en}`, `最相似之处：${zh}`)));
      return joined([
        sentence(both(`points and looks together: ${points.en}`, `点与外观共同决定：${points.zh}`)),
        ...most,
      ]);
    }
    case 'what differs':
    case 'a part':
    case 'neither':
      return joined([
        sentence(
          both('nothing stands out from what different pictures have', '与不同图片的一般情况相比，没有突出的相似之处'),
        ),
        sentence(points),
      ]);
  }
}

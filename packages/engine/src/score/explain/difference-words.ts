import type { Bilingual } from '@semblance/spec/error-catalog';
import type { CellState, DifferenceCase, DifferenceEvidence } from '../difference/difference-evidence.ts';
import { extentOf } from './difference-regions.ts';
import { displayedCells } from './displayed-cells.ts';
import type { FoundPart } from '../part/part-evidence.ts';
import { partWords } from './part-words.ts';
import { placeWords } from './place-words.ts';

/** Each case in a few words. */
export const caseWords: Readonly<Record<DifferenceCase, Bilingual>> = {
  'seen-again': { en: 'one is seen again in the other', zh: '一张图片的内容在另一张中再次出现' },
  'shared-part': { en: 'they share a part', zh: '两者有一部分相同' },
  'same-form-other-print': { en: 'same form, other print or content', zh: '形式相同，图案或内容不同' },
  'same-form-other-colour': { en: 'same form, other colour', zh: '形状相同，颜色不同' },
  'same-thing-other-ground': { en: 'same thing, other ground', zh: '同一物体，背景不同' },
  'shared-frames': { en: 'they share frames, not all of them', zh: '两者只有部分帧相同' },
  'other-view': { en: 'parts agree, but not exactly: seen differently', zh: '部分相符但不完全重合，拍摄视角不同' },
  different: { en: 'next to nothing agrees', zh: '几乎没有相符之处' },
};

const agrees: ReadonlySet<CellState> = new Set(['agrees']);
const differs: ReadonlySet<CellState> = new Set(['conflicts', 'first-only', 'second-only']);
const largest = 0.6;

const percent = (share: number): string => `${Math.max(1, Math.round(100 * share))} %`;

/** Where what is said lies: the shared part, or the part that differs. */
function placeOf(evidence: DifferenceEvidence): Bilingual | undefined {
  const { case: name } = evidence;
  const kinds = name === 'shared-part' ? agrees : name === 'same-form-other-print' ? differs : undefined;
  const box = kinds === undefined ? undefined : extentOf(displayedCells(evidence), kinds);
  if (box === undefined) return undefined;
  // A difference that covers everything has no place.
  return (box.right - box.left) * (box.bottom - box.top) > largest ? undefined : placeWords(box);
}

/** How one lies over the other, where that is worth a word. */
function mannerWords({ mirrored, quarterTurns, inverted }: DifferenceEvidence['registration']): Bilingual {
  const parts: Bilingual[] = [
    ...(mirrored ? [{ en: 'mirrored', zh: '镜像' }] : []),
    ...(quarterTurns === 0 ? [] : [{ en: `turned by ${quarterTurns * 90}°`, zh: `旋转 ${quarterTurns * 90}°` }]),
    ...(inverted ? [{ en: 'with reversed tones', zh: '明暗反转' }] : []),
  ];
  if (parts.length === 0) return { en: '', zh: '' };
  return { en: `, ${parts.map(({ en }) => en).join(', ')}`, zh: `（${parts.map(({ zh }) => zh).join('，')}）` };
}

/** How many frames are shared, where that is what is told. */
function framesWords({ sharedFrames }: DifferenceEvidence): Bilingual | undefined {
  if (sharedFrames === undefined) return undefined;
  const { found, compared } = sharedFrames;
  return { en: `${found} of ${compared} compared`, zh: `比对的 ${compared} 帧中有 ${found} 帧` };
}

/**
 * The case with its place, such as `they share a part: the lower fifth`, and how one lies over the other; where nothing
 * agrees, it lies in no way.
 */
export function differenceWords(evidence: DifferenceEvidence): Bilingual {
  const words = caseWords[evidence.case];
  if (evidence.case === 'different') return words;
  const place = framesWords(evidence) ?? placeOf(evidence);
  const manner = mannerWords(evidence.registration);
  return {
    en: `${words.en}${place === undefined ? '' : `: ${place.en}`}${manner.en}`,
    zh: `${words.zh}${place === undefined ? '' : `：${place.zh}`}${manner.zh}`,
  };
}

/** How much agrees, for a person. */
export function shareWords({ numbers }: DifferenceEvidence): Bilingual {
  const { coversFirst, coversSecond, conflicting } = numbers;
  const conflict = conflicting < 0.01 ? { en: '', zh: '' } : conflictWords(conflicting);
  return {
    en: `${percent(coversFirst)} of the first picture's content is seen again, ${percent(coversSecond)} of the second's${conflict.en}`,
    zh: `第一张图片的内容有 ${percent(coversFirst)} 再次出现，第二张有 ${percent(coversSecond)}${conflict.zh}`,
  };
}

function conflictWords(share: number): Bilingual {
  return {
    en: `; ${percent(share)} of what lies over each other conflicts`,
    zh: `；重叠部分中有 ${percent(share)} 相冲突`,
  };
}

/** Whether what differs says more of a pair than its score's verdict; reversed tones do, which no other evidence sees. */
export function isDecisive({ case: name, registration }: DifferenceEvidence): boolean {
  return decisive.has(name) || (name === 'seen-again' && registration.inverted);
}

/** Cases that say more than the verdict of a score: what differs lowered it. */
const decisive: ReadonlySet<DifferenceCase> = new Set([
  'shared-part',
  'same-form-other-print',
  'same-form-other-colour',
  'same-thing-other-ground',
  'shared-frames',
  'different',
]);

/** What may say more of a pair than its score's verdict. */
interface Decisive {
  readonly difference?: DifferenceEvidence | undefined;
  readonly part?: FoundPart | undefined;
}

/** The part that was found, or the case where what differs decided; undefined where the verdict of the score says it all. */
export function decisiveWords({ difference, part }: Decisive): Bilingual | undefined {
  if (part !== undefined) return partWords(part);
  return difference !== undefined && isDecisive(difference) ? differenceWords(difference) : undefined;
}

/**
 * What a comparison means, for a person: what `decisiveWords` says, else the verdict of the score.
 * @param comparison  a score's verdict, and the difference evidence or the part where there is any.
 */
export function meaningWords(comparison: Decisive & { readonly verdict: { readonly words: Bilingual } }): Bilingual {
  return decisiveWords(comparison) ?? comparison.verdict.words;
}

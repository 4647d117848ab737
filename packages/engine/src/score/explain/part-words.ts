import type { Bilingual } from '@semblance/spec/error-catalog';
import type { Box, FoundPart, PartName } from '../part/part-evidence.ts';
import { placeWords } from './place-words.ts';
import type { ShareBox } from './place-words.ts';

const numbers = { first: '第一张', second: '第二张' } as const;
const otherOf = { first: 'second', second: 'first' } as const;
const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** A box by its edges. */
export function edgesOf({ left, top, width, height }: Box): ShareBox {
  return { left, top, right: left + width, bottom: top + height };
}

/** Where the part lies in the first and in the second picture, in shares. */
export function partBoxes({ of, own, there }: FoundPart): readonly [first: ShareBox, second: ShareBox] {
  const [inOwn, inOther] = [edgesOf(own), edgesOf(there)];
  return of === 'first' ? [inOwn, inOther] : [inOther, inOwn];
}

function subject({ of, what }: FoundPart): Bilingual {
  const number = numbers[of];
  const subjects: Readonly<Record<PartName, Bilingual>> = {
    whole: { en: `the ${of} picture`, zh: `${number}图片` },
    middle: { en: `the middle of the ${of} picture`, zh: `${number}图片的中间部分` },
    object: { en: `what stands on the plain ground of the ${of} picture`, zh: `${number}图片纯色背景上的主体` },
  };
  return subjects[what];
}

/** What of one picture was found within the other, such as `the first picture lies within the second: the lower left`. */
export function partWords(part: FoundPart): Bilingual {
  const [what, other, place] = [subject(part), otherOf[part.of], placeWords(edgesOf(part.there))];
  return {
    en: `${what.en} lies within the ${other}: ${place.en}`,
    zh: `${what.zh}出现在${numbers[other]}图片中：${place.zh}`,
  };
}

/** The same with numbers: where it lies exactly, and how well it agrees. */
export function partReason(part: FoundPart): Bilingual {
  const [what, other] = [subject(part), otherOf[part.of]];
  const { left, top, right, bottom } = edgesOf(part.there);
  const [across, down] = [`${percent(left)}–${percent(right)}`, `${percent(top)}–${percent(bottom)}`];
  return {
    en: `looked for, ${what.en} is found within the ${other}, at ${across} from the left and ${down} from the top: ${percent(part.agreeing)} of its content agrees`,
    zh: `经搜索，${what.zh}出现在${numbers[other]}图片中（距左 ${across}，距上 ${down}）：其内容有 ${percent(part.agreeing)} 一致`,
  };
}

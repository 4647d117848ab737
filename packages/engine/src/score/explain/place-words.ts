import type { Bilingual } from '@semblance/spec/error-catalog';

/** A rectangle in shares of a picture's width and height, 0…1. */
export interface ShareBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Shares that have a word, from small to large. */
const sizes: readonly (readonly [share: number, words: Bilingual])[] = [
  [0.1, { en: 'tenth', zh: '十分之一' }],
  [0.2, { en: 'fifth', zh: '五分之一' }],
  [0.25, { en: 'quarter', zh: '四分之一' }],
  [0.33, { en: 'third', zh: '三分之一' }],
  [0.5, { en: 'half', zh: '一半' }],
  [0.67, { en: 'two thirds', zh: '三分之二' }],
  [0.75, { en: 'three quarters', zh: '四分之三' }],
  [0.9, { en: 'nine tenths', zh: '十分之九' }],
];

function sizeWords(share: number): Bilingual {
  const nearest = sizes.reduce((best, size) => (Math.abs(size[0] - share) < Math.abs(best[0] - share) ? size : best));
  return nearest[1];
}

/** Slack within which a rectangle reaches an edge. */
const edge = 0.08;

/**
 * Where a rectangle lies in a picture: `the lower fifth`, `the left half`, `the middle`, `all of it`.
 * @param box  in shares of the picture.
 */
export function placeWords({ left, top, right, bottom }: ShareBox): Bilingual {
  const [width, height] = [right - left, bottom - top];
  const [touchesLeft, touchesRight] = [left < edge, right > 1 - edge];
  const [touchesTop, touchesBottom] = [top < edge, bottom > 1 - edge];
  const [spansWidth, spansHeight] = [touchesLeft && touchesRight, touchesTop && touchesBottom];
  if (spansWidth && spansHeight) return { en: 'all over it', zh: '遍布全图' };
  if (spansWidth && touchesBottom) return sided('lower', '下方', height);
  if (spansWidth && touchesTop) return sided('upper', '上方', height);
  if (spansHeight && touchesLeft) return sided('left', '左侧', width);
  if (spansHeight && touchesRight) return sided('right', '右侧', width);
  return cornerWords((left + right) / 2, (top + bottom) / 2);
}

function sided(en: string, zh: string, share: number): Bilingual {
  const size = sizeWords(share);
  return { en: `the ${en} ${size.en}`, zh: `${zh}${size.zh}` };
}

/** In which of nine fields of a picture a place lies. */
function cornerWords(x: number, y: number): Bilingual {
  const column = x < 1 / 3 ? 0 : x > 2 / 3 ? 2 : 1;
  const row = y < 1 / 3 ? 0 : y > 2 / 3 ? 2 : 1;
  const names: readonly Bilingual[] = [
    { en: 'the upper left', zh: '左上角' },
    { en: 'the upper middle', zh: '上方中部' },
    { en: 'the upper right', zh: '右上角' },
    { en: 'the left', zh: '左侧' },
    { en: 'the middle', zh: '中部' },
    { en: 'the right', zh: '右侧' },
    { en: 'the lower left', zh: '左下角' },
    { en: 'the lower middle', zh: '下方中部' },
    { en: 'the lower right', zh: '右下角' },
  ];
  return names[row * 3 + column] ?? { en: 'the middle', zh: '中部' };
}

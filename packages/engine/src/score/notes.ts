import type { Bilingual } from '@semblance/spec/error-catalog';
import type { FeatureSet } from '../features/feature-set.ts';

/** What a person should know about how a picture was compared, or why its score deserves less trust than usual. */
export interface Note {
  readonly name:
    | 'flat'
    | 'few-colours'
    | 'little-detail'
    | 'letterboxed'
    | 'nothing-visible'
    | 'ground'
    | 'frame'
    | 'default-image'
    | 'one-place';
  readonly picture: 'first' | 'second';
  /** Continues a sentence that begins with the picture's name. */
  readonly words: Bilingual;
  /** What it speaks of, in pixels of the file; absent where that is the whole picture. */
  readonly region?: PixelBox;
}

/** A rectangle in pixels of a file. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const flatContrast = 2;
const fewColours = 4;
const littleDetail = 12;
const letterboxed = 0.1;

interface Rule {
  readonly name: Note['name'];
  readonly words: Bilingual;
  readonly holds: (features: FeatureSet) => boolean;
}

const rules: readonly Rule[] = [
  {
    name: 'flat',
    words: {
      en: 'is one flat colour: only its colour can be compared',
      zh: '只有一种颜色，只能比较颜色',
    },
    holds: ({ traits }) => traits.contrast < flatContrast,
  },
  {
    name: 'few-colours',
    words: {
      en: 'has very few colours, like a drawing or a scan of text: kind and item are hard to tell',
      zh: '颜色很少，类似线稿或文字扫描件，难以判断种类与物品',
    },
    holds: ({ traits }) => traits.contrast >= flatContrast && traits.colours <= fewColours,
  },
  {
    name: 'little-detail',
    words: {
      en: 'has next to no corners: no geometric check is possible',
      zh: '几乎没有角点，无法做几何校验',
    },
    holds: ({ traits, local }) => traits.contrast >= flatContrast && local.x.length < littleDetail,
  },
  {
    name: 'letterboxed',
    words: {
      en: 'has plain strips along two opposite edges: bars, or the ground of a thing',
      zh: '两条相对的边上是纯色带：边条，或物体的背景',
    },
    holds: ({ traits }) => traits.barShare >= letterboxed,
  },
];

/** Whether a picture is one colour all over, up to noise. */
export function isFlat({ traits }: FeatureSet): boolean {
  return traits.contrast < flatContrast;
}

/** All notes on one picture's features. */
export function notesOn(features: FeatureSet, picture: Note['picture']): Note[] {
  return rules.filter(({ holds }) => holds(features)).map(({ name, words }) => ({ name, picture, words }));
}

/** What is known of a picture beside its features. */
export interface ViewedPicture {
  readonly isEmpty: boolean;
  /** Frames or pages of the file; 1 for a still. */
  readonly frameCount: number;
  readonly views: readonly ComparedView[];
  /** Whether only its default image can be decoded, as of an animated PNG. */
  readonly isDefaultImageOnly: boolean;
}

/** The view that was compared. */
interface ComparedView {
  readonly frame: number;
  readonly ground?: 'white' | 'black';
}

const groundWords = { white: { en: 'white', zh: '白' }, black: { en: 'black', zh: '黑' } } as const;

/** Says which frame was compared and on which ground, where a picture has more than one. */
export function viewNotes(
  { isEmpty, frameCount, isDefaultImageOnly, views }: ViewedPicture,
  { frame, ground }: ComparedView,
  picture: Note['picture'],
): Note[] {
  const notes: Note[] = [];
  const seen = new Set(views.map((view) => view.frame)).size;
  const add = (name: Note['name'], en: string, zh: string): void =>
    void notes.push({ name, picture, words: { en, zh } });
  if (isEmpty) {
    add('nothing-visible', 'is fully transparent: nothing in it can be seen', '完全透明，没有任何可见内容');
  } else if (ground !== undefined) {
    const { en, zh } = groundWords[ground];
    add('ground', `is transparent: it was compared on ${en}`, `带有透明区域，按放在${zh}底上进行比对`);
  }
  if (frameCount > 1 && isDefaultImageOnly) {
    add(
      'default-image',
      `is an animated PNG: only its default image was compared, not its ${frameCount} frames`,
      `是 APNG 动画，只比对了默认图像，未比对其 ${frameCount} 帧`,
    );
  } else if (frameCount > 1) {
    add(
      'frame',
      `has ${frameCount} frames or pages, of which ${seen} were compared: number ${frame + 1} is most alike`,
      `共有 ${frameCount} 帧（页），比对了其中 ${seen} 帧，最相近的是第 ${frame + 1} 帧`,
    );
  }
  return notes;
}

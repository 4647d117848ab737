import type { FeatureSet } from '../features/feature-set.ts';

/** Why a score deserves less trust than usual, in words for a person. */
export interface Note {
  readonly name: 'flat' | 'few-colours' | 'little-detail' | 'letterboxed';
  readonly picture: 'first' | 'second';
  readonly words: string;
}

const flatContrast = 2;
const fewColours = 4;
const littleDetail = 12;
const letterboxed = 0.1;

const rules: readonly { name: Note['name']; words: string; holds: (features: FeatureSet) => boolean }[] = [
  {
    name: 'flat',
    words: 'is one flat colour (or fully transparent): only its colour can be compared',
    holds: ({ traits }) => traits.contrast < flatContrast,
  },
  {
    name: 'few-colours',
    words: 'has very few colours, like a drawing or a scan of text: kind and item are hard to tell',
    holds: ({ traits }) => traits.contrast >= flatContrast && traits.colours <= fewColours,
  },
  {
    name: 'little-detail',
    words: 'has next to no corners: no geometric check is possible',
    holds: ({ traits, local }) => traits.contrast >= flatContrast && local.x.length < littleDetail,
  },
  {
    name: 'letterboxed',
    words: 'has uniform bars along two opposite edges',
    holds: ({ traits }) => traits.barShare >= letterboxed,
  },
];

/** All notes on one picture. */
export function notesOn(features: FeatureSet, picture: Note['picture']): Note[] {
  return rules.filter(({ holds }) => holds(features)).map(({ name, words }) => ({ name, picture, words }));
}

import type { PairName } from './console-words.ts';

/** Address of every example picture, by its path inside the examples folder. */
const addresses = import.meta.glob<string>(
  [
    '../../../../examples/*-{front,left,right}.jpg',
    '../../../../examples/edited/*-cropped.jpg',
    '../../../../examples/formats/*.{png,webp,tiff,ppm,bmp}',
    '../../../../examples/wrong/*',
  ],
  { eager: true, query: '?url', import: 'default' },
);

/** A picture to try, with the address it is loaded from. */
export interface SamplePicture {
  /** Path inside the examples folder. */
  readonly name: string;
  readonly url: string;
}

/** All sample pictures, valid ones first. */
export const samplePictures: readonly SamplePicture[] = Object.entries(addresses)
  .map(([path, url]) => ({ name: path.replace(/^.*\/examples\//u, ''), url }))
  .sort(
    (left, right) =>
      Number(left.name.includes('/')) - Number(right.name.includes('/')) || (left.name < right.name ? -1 : 1),
  );

/** The pictures of each ready-made pair. */
export const samplePairs: Readonly<Record<PairName, readonly [first: string, second: string]>> = {
  'same-object': ['mug-daily-front.jpg', 'mug-daily-right.jpg'],
  copy: ['mug-daily-front.jpg', 'edited/mug-daily-front-cropped.jpg'],
  'same-kind': ['mug-daily-front.jpg', 'mug-dots-front.jpg'],
  unrelated: ['mug-daily-front.jpg', 'shoe-navy-front.jpg'],
  identical: ['mug-daily-front.jpg', 'mug-daily-front.jpg'],
};

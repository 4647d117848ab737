import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { unseen } from './unseen-file.ts';

/** Two picture files. */
export type FilePair = readonly [Buffer, Buffer];

const examples = path.resolve(import.meta.dirname, '../../examples');
/** Things of different kinds: what any two catalogue pictures cost, without the look at what differs. */
const names = ['mug-daily-front', 'chair-yellow-front', 'camera-blue-front', 'shoe-navy-front', 'book-north-front'];
/** Of 1.1 megapixels. Most examples are smaller. */
const size = { width: 1200, height: 900 };

/** The pictures that costs are told of: JPEGs of 1.1 megapixels and 119 kB on average; the form of a pair has 338 kB. */
export async function enlargedExamples(): Promise<Buffer[]> {
  return Promise.all(
    names.map(async (name) =>
      sharp(await readFile(path.join(examples, `${name}.jpg`)))
        .resize(size)
        .jpeg({ quality: 90 })
        .toBuffer(),
    ),
  );
}

/** The picture of that number; they come in turn. */
export function pictureAt(pictures: readonly Buffer[], index: number): Buffer {
  const picture = pictures[index % pictures.length];
  if (picture === undefined) throw new RangeError('no picture');
  return picture;
}

/** A picture and the next one: two that show different things. */
export function pairAt(pictures: readonly Buffer[], index: number): FilePair {
  return [pictureAt(pictures, index), pictureAt(pictures, index + 1)];
}

/** The same in files that nobody has seen. */
export function unseenPairAt(pictures: readonly Buffer[], index: number): FilePair {
  const [one, other] = pairAt(pictures, index);
  return [unseen(one), unseen(other)];
}

/** Pictures that an engine is shown once, and pairs of them that it has not been shown. */
export interface KnownPictures {
  readonly shown: readonly FilePair[];
  /** What they show is what `pairAt` gives: two neighbours. Those whose files lie nearest to each other come first. */
  readonly pairs: readonly FilePair[];
}

/** @param count  how many files become known; even, so that each is shown once. */
export function knownPictures(pictures: readonly Buffer[], count: number): KnownPictures {
  const files = Array.from({ length: count }, (_, index) => unseen(pictureAt(pictures, index)));
  const pairsApart = (apart: number): FilePair[] =>
    files.slice(apart).map((other, first) => [pictureAt(files, first), other]);
  const isNeighbour = (apart: number): boolean => [1, pictures.length - 1].includes(apart % pictures.length);
  return {
    shown: pairsApart(1).filter((_, first) => first % 2 === 0),
    pairs: files.flatMap((_, apart) => (apart > 1 && isNeighbour(apart) ? pairsApart(apart) : [])),
  };
}

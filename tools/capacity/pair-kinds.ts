import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { enlargedExamples, knownPictures, pairAt, pictureAt, unseenPairAt } from '../bench/example-pairs.ts';
import type { FilePair } from '../bench/example-pairs.ts';
import { unseen } from '../bench/unseen-file.ts';
import { ownModelManifest } from './own-model.ts';

/** A kind of pair whose cost is measured. */
export interface PairKind {
  readonly name: string;
  /** The pair of that number; every one is in files that nobody has sent before, unless it is to be known, or the whole pair to come again. */
  readonly pairAt: (index: number) => FilePair;
  /** Pairs that the engine has compared before. */
  readonly shown?: readonly FilePair[];
  /** Of the model it is measured with, in place of the built-in one. */
  readonly manifest?: string;
}

/** Sizes in pixels: of .08 and 4 megapixels. */
const [small, large] = [
  { width: 320, height: 240 },
  { width: 2310, height: 1732 },
] as const;
/** Pictures that are known before pairs of them are measured: more than a hundred pairs. */
const knownCount = 32;

/** The kind that loads and machines are told of. */
export const referenceKind = 'JPEG 1.1 MP';

/** Makes every kind from the example pictures. */
export async function openKinds(): Promise<PairKind[]> {
  const files = await enlargedExamples();
  const made = (make: (picture: Sharp) => Sharp): Promise<Buffer[]> =>
    Promise.all(files.map((file) => make(sharp(file)).toBuffer()));
  const [tiny, huge, flat, copies] = await Promise.all([
    made((picture) => picture.resize(small).jpeg({ quality: 85 })),
    made((picture) => picture.resize(large).jpeg({ quality: 85 })),
    made((picture) => picture.png()),
    made((picture) => picture.modulate({ brightness: 1.04 }).jpeg({ quality: 70 })),
  ]);
  return [
    { name: 'JPEG 320 px', pairAt: different(tiny) },
    { name: referenceKind, pairAt: different(files) },
    { name: `${referenceKind}, a model of your own`, pairAt: different(files), manifest: await ownModelManifest() },
    { name: 'JPEG 4 MP', pairAt: different(huge) },
    { name: 'PNG 1.1 MP', pairAt: different(flat) },
    {
      name: 'JPEG 1.1 MP, copies',
      pairAt: (index) => [unseen(pictureAt(files, index)), unseen(pictureAt(copies, index))],
    },
    {
      name: 'JPEG 1.1 MP, one known',
      pairAt: (index) => [pictureAt(files, 0), unseen(pictureAt(files, 1 + (index % (files.length - 1))))],
    },
    { name: 'JPEG 1.1 MP, both known', ...bothKnown(files) },
    { name: 'JPEG 1.1 MP, the same pair again', pairAt: (index) => pairAt(files, index) },
  ];
}

function different(pictures: readonly Buffer[]): PairKind['pairAt'] {
  return (index) => unseenPairAt(pictures, index);
}

/** Pictures that are compared once, and then with others that show what those they were compared with show. */
function bothKnown(pictures: readonly Buffer[]): Pick<PairKind, 'pairAt' | 'shown'> {
  const { shown, pairs } = knownPictures(pictures, knownCount);
  return {
    shown,
    pairAt: (index) => {
      const pair = pairs[index % pairs.length];
      if (pair === undefined) throw new RangeError('no pair');
      return pair;
    },
  };
}

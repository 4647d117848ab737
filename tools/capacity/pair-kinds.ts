import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { ownModelManifest } from './own-model.ts';

/** Two pictures of one kind. */
export type PicturePair = readonly [Buffer, Buffer];

/** A kind of pair whose cost is measured. */
export interface PairKind {
  readonly name: string;
  /** The pair of that number; every one is in files that nobody has sent before, unless it is to be known, or the whole pair to come again. */
  readonly pairAt: (index: number) => PicturePair;
  /** Pairs that the engine has compared before. */
  readonly shown?: readonly PicturePair[];
  /** Of the model it is measured with, in place of the built-in one. */
  readonly manifest?: string;
}

const examples = path.resolve(import.meta.dirname, '../../examples');
/** Things of different kinds: what any two catalogue pictures cost, without the look at what differs. */
const names = ['mug-daily-front', 'chair-yellow-front', 'camera-blue-front', 'shoe-navy-front', 'book-north-front'];
/** Sizes in pixels: of .08, 1.1 and 4 megapixels. */
const [small, middle, large] = [
  { width: 320, height: 240 },
  { width: 1200, height: 900 },
  { width: 2310, height: 1732 },
] as const;
/** Pictures that are known before pairs of them are measured: several hundred pairs. */
const knownCount = 32;

/** The kind that loads and machines are told of. */
export const referenceKind = 'JPEG 1.1 MP';

/** Makes every kind from the example pictures. */
export async function openKinds(): Promise<PairKind[]> {
  const read = await Promise.all(names.map((name) => readFile(path.join(examples, `${name}.jpg`))));
  const files = await Promise.all(read.map((file) => sharp(file).resize(middle).jpeg({ quality: 90 }).toBuffer()));
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
    { name: 'JPEG 1.1 MP, copies', pairAt: (index) => [unseen(at(files, index)), unseen(at(copies, index))] },
    {
      name: 'JPEG 1.1 MP, one known',
      pairAt: (index) => [at(files, 0), unseen(at(files, 1 + (index % (files.length - 1))))],
    },
    { name: 'JPEG 1.1 MP, both known', ...bothKnown(files) },
    { name: 'JPEG 1.1 MP, the same pair again', pairAt: (index) => [at(files, index), at(files, index + 1)] },
  ];
}

function different(pictures: readonly Buffer[]): PairKind['pairAt'] {
  return (index) => [unseen(at(pictures, index)), unseen(at(pictures, index + 1))];
}

/** Pictures that are compared once with their neighbours, and then with others that show what those show. */
function bothKnown(pictures: readonly Buffer[]): Pick<PairKind, 'pairAt' | 'shown'> {
  const known = Array.from({ length: knownCount }, (_, index) => unseen(at(pictures, index)));
  const pairs = known.flatMap((_, apart) =>
    apart < 2 || ![1, pictures.length - 1].includes(apart % pictures.length)
      ? []
      : known.slice(apart).map((other, first): PicturePair => [at(known, first), other]),
  );
  return {
    shown: known.slice(1).map((other, before): PicturePair => [at(known, before), other]),
    pairAt: (index) => {
      const pair = pairs[index % pairs.length];
      if (pair === undefined) throw new RangeError('no pair');
      return pair;
    },
  };
}

function at(pictures: readonly Buffer[], index: number): Buffer {
  const picture = pictures[index % pictures.length];
  if (picture === undefined) throw new RangeError('no picture');
  return picture;
}

let serial = 0;

/** The same picture in a file that nobody has seen: with a comment in it. */
function unseen(picture: Buffer): Buffer {
  serial += 1;
  const head = picture[0] === 0xff ? 2 : pngHeadBytes;
  const comment = picture[0] === 0xff ? jpegComment(serial) : pngComment(serial);
  return Buffer.concat([picture.subarray(0, head), comment, picture.subarray(head)]);
}

/** A comment segment after the start marker (ITU-T T.81, B.2.4.5). */
function jpegComment(number: number): Buffer {
  const comment = Buffer.alloc(8);
  comment.writeUInt16BE(0xff_fe, 0);
  comment.writeUInt16BE(6, 2);
  comment.writeUInt32BE(number, 4);
  return comment;
}

/** Signature and IHDR. */
const pngHeadBytes = 33;

/** A text chunk (PNG, 11.3.3.2). */
function pngComment(number: number): Buffer {
  const content = Buffer.from(`tEXtComment\0${number}`, 'latin1');
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length - 4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}

import { readFileSync } from 'node:fs';
import { makePair, makePicture } from '@semblance/mock-server/mock';

const maxFileBytes = 4_194_304;
const examples = new URL('../../../examples/', import.meta.url);

/** Files that cases name as `{{picture NAME}}`. `examples/…` are files of that folder. */
const pictures: Readonly<Record<string, () => Uint8Array>> = {
  small: () => makePicture(),
  other: () => makePicture({ seed: 2 }),
  'pair-left': () => makePair({ score: 0.72 }).primary,
  'pair-right': () => makePair({ score: 0.72 }).secondary,
  'width-99': () => makePicture({ width: 99 }),
  'height-99': () => makePicture({ height: 99 }),
  'width-4096': () => makePicture({ width: 4096 }),
  'width-4097': () => makePicture({ width: 4097 }),
  'width-447': () => makePicture({ width: 447, height: 448 }),
  'side-448': () => makePicture({ width: 448, height: 448 }),
  turned: () => turnedTiff(),
  'cut-off': () => makePicture().subarray(0, 300),
  text: () => Buffer.from('This is a sentence and no picture.'),
  html: () => Buffer.from('<!doctype html><title>Not found</title>'),
  svg: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"/>'),
  avif: () => Buffer.concat([Buffer.from('\0\0\0\u001cftypavif\0\0\0\0avifmif1miaf', 'latin1'), Buffer.alloc(200)]),
  'too-big': () => greyPicture(maxFileBytes + 1),
  'just-not-too-big': () => greyPicture(maxFileBytes),
};

/** The bytes of a named picture. @throws Error for an unknown name. */
export function pictureNamed(name: string): Uint8Array {
  if (name.startsWith('examples/')) return readFileSync(new URL(name.slice('examples/'.length), examples));
  const make = pictures[name];
  if (make === undefined) throw new Error(`There is no picture "${name}".`);
  return make();
}

/** A grey PPM of 1000 × 1398 pixels whose file has exactly so many bytes, by the length of a comment. */
export function greyPicture(fileBytes: number): Uint8Array {
  const width = 1000;
  const height = 1398;
  const head = (comment: string): Buffer => Buffer.from(`P6\n#${comment}\n${width} ${height}\n255\n`);
  const pixels = Buffer.alloc(width * height * 3, 0x80);
  const missing = fileBytes - pixels.length - head('').length;
  return Buffer.concat([head('-'.repeat(missing)), pixels]);
}

/** An uncompressed grey TIFF of 100 × 100 pixels whose tag 274 asks to be turned by 90 degrees. */
function turnedTiff(): Uint8Array {
  const side = 100;
  const tags: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, 3, side],
    [257, 3, side],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [274, 3, 6],
    [277, 3, 1],
    [278, 3, side],
    [279, 4, side * side],
  ];
  const directory = Buffer.alloc(2 + tags.length * 12 + 4);
  directory.writeUInt16LE(tags.length, 0);
  for (const [index, [tag, type, value]] of tags.entries()) {
    const at = 2 + index * 12;
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(type, at + 2);
    directory.writeUInt32LE(1, at + 4);
    directory.writeUInt32LE(value, at + 8);
  }
  const head = Buffer.alloc(8);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8 + side * side, 4);
  return Buffer.concat([head, Buffer.alloc(side * side, 0x80), directory]);
}

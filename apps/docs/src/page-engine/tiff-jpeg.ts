import { decodeJpeg } from '@semblance/engine/page';
import type { ImageFileDirectory } from 'geotiff';
import { UnreadTiff } from './unread-tiff.ts';

/** What a block of JPEG data in a TIFF is read with. */
interface TiffJpegParameters {
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly planarConfiguration: number;
  readonly bitsPerSample: number;
  readonly predictor: number;
  readonly samplesPerPixel: number;
  /** Quantisation and Huffman tables of all blocks, as a JPEG file without a picture. */
  readonly tables: Uint8Array | undefined;
}

/** Reads a file's parameters once for all blocks. */
export async function tiffJpegParameters(directory: ImageFileDirectory): Promise<TiffJpegParameters> {
  const isTiled = !directory.hasTag('StripOffsets');
  const numberOf = async (tag: string): Promise<number> => Number(await directory.loadValue(tag as never));
  const tables: unknown = await directory.loadValue('JPEGTables');
  return {
    tileWidth: await numberOf(isTiled ? 'TileWidth' : 'ImageWidth'),
    tileHeight: (await numberOf(isTiled ? 'TileLength' : 'RowsPerStrip')) || (await numberOf('ImageLength')),
    planarConfiguration: await numberOf('PlanarConfiguration'),
    bitsPerSample: 8,
    predictor: 1,
    samplesPerPixel: await numberOf('SamplesPerPixel'),
    tables: tables === undefined ? undefined : Uint8Array.from(tables as ArrayLike<number>),
  };
}

/** Decodes blocks of JPEG data by the code that decodes JPEG files to an engine's pixels. */
export class TiffJpegDecoder {
  readonly parameters: TiffJpegParameters;

  constructor(parameters: unknown) {
    this.parameters = parameters as TiffJpegParameters;
  }

  /** @returns the block's samples, interleaved. @throws on damage, and `UnreadTiff` on kinds of JPEG that are not read. */
  async decode(buffer: ArrayBufferLike): Promise<ArrayBufferLike> {
    return this.decodeBlock(buffer);
  }

  decodeBlock(buffer: ArrayBufferLike): ArrayBufferLike {
    const { tables, samplesPerPixel } = this.parameters;
    const decoded = decodeJpeg(withTables(new Uint8Array(buffer), tables), 1);
    if (decoded === 'corrupt') throw new Error('a JPEG block is damaged');
    if (decoded === 'other-kind') throw new UnreadTiff('TIFF with JPEG data of another kind');
    return samplesPerPixel === 1 ? firstOfThree(decoded.data) : decoded.data.slice().buffer;
  }
}

/** Tables and block as one file: the tables without their end marker, the block without its start marker. */
function withTables(block: Uint8Array, tables: Uint8Array | undefined): Uint8Array {
  if (tables === undefined || tables.length < 4) return block;
  const whole = new Uint8Array(tables.length + block.length - 4);
  whole.set(tables.subarray(0, tables.length - 2));
  whole.set(block.subarray(2), tables.length - 2);
  return whole;
}

function firstOfThree(colours: Uint8Array): ArrayBufferLike {
  return Uint8Array.from({ length: colours.length / 3 }, (_, pixel) => colours[pixel * 3] ?? 0).buffer;
}

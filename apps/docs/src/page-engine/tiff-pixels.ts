import type { RawPixels } from '@semblance/engine/page';
import { addDecoder, fromArrayBuffer } from 'geotiff';
import type { GeoTIFFImage } from 'geotiff';
import { TiffJpegDecoder, tiffJpegParameters } from './tiff-jpeg.ts';
import { UnreadTiff } from './unread-tiff.ts';

/** What the fields of a page say of its samples, by their names in the TIFF 6.0 specification. */
interface TiffKind {
  readonly photometric: number;
  readonly compression: number;
  readonly bits: number;
  readonly samples: number;
  /** Whether each sample has planes of its own. */
  readonly isPlanar: boolean;
}

const photometrics = { whiteIsZero: 0, blackIsZero: 1, rgb: 2, palette: 3, yCbCr: 6 } as const;
const jpegCompression = 7;
/** ICC profile, by its number in the specification. */
const profileTag = 34_675;
/** None, LZW, JPEG, deflate (two numbers), packed bits: what is read to an engine's pixels. */
const compressions: ReadonlySet<number> = new Set([1, 5, jpegCompression, 8, 32_773, 32_946]);

addDecoder(jpegCompression, () => Promise.resolve(TiffJpegDecoder), tiffJpegParameters, false);

/** Whether an engine uses a later page of these samples: integers of 8 or 16 bits. */
export async function isPlainTiffPage(bytes: Uint8Array, page: number): Promise<boolean> {
  const image = await openPage(bytes, page);
  return image.getSampleFormat() === 1 && [8, 16].includes(image.getBitsPerSample());
}

async function openPage(bytes: Uint8Array, page: number): Promise<GeoTIFFImage> {
  return (await fromArrayBuffer(new Uint8Array(bytes).buffer)).getImage(page);
}

/** Pixels, and whether they are an engine's to the bit. */
export interface TiffPixels {
  readonly pixels: RawPixels;
  /** An engine converts colours that have a profile; here those of sRGB stay as they are. */
  readonly isExact: boolean;
}

/** Decodes a page of a TIFF. @throws on damage, and `UnreadTiff` on kinds whose pixels would be others than an engine's. */
export async function tiffPixels(bytes: Uint8Array, page: number): Promise<TiffPixels> {
  const image = await openPage(bytes, page);
  return { pixels: await pixelsOf(image), isExact: !image.fileDirectory.hasTag(profileTag) };
}

async function pixelsOf(image: GeoTIFFImage): Promise<RawPixels> {
  const kind = await kindOf(image);
  const [width, height] = [image.getWidth(), image.getHeight()];
  const samples = (await image.readRasters({ interleave: true })) as unknown as ArrayLike<number>;
  if (kind.photometric === photometrics.palette) {
    const map = (await image.fileDirectory.loadValue('ColorMap')) as ArrayLike<number>;
    return { width, height, channels: 3, order: 'rgb', data: fromPalette(samples, map) };
  }
  const hasAlpha = kind.samples === 2 || kind.samples === 4;
  const data = toColour(samples, kind);
  return { width, height, channels: hasAlpha ? 4 : 3, order: 'rgb', data };
}

async function kindOf(image: GeoTIFFImage): Promise<TiffKind> {
  const directory = image.fileDirectory;
  const kind = {
    photometric: Number(directory.getValue('PhotometricInterpretation')),
    compression: Number(directory.getValue('Compression') ?? 1),
    bits: image.getBitsPerSample(),
    samples: image.getSamplesPerPixel(),
    isPlanar: Number(directory.getValue('PlanarConfiguration') ?? 1) === 2,
  };
  if (!isRead(kind) || image.getSampleFormat() !== 1 || !(await hasPlainColours(image)))
    throw new UnreadTiff(`TIFF with ${describe(kind)}`);
  return kind;
}

/** The fields that decide, for the message. */
function describe({ photometric, compression, bits, samples, isPlanar }: TiffKind): string {
  const planes = isPlanar ? ' in planes' : '';
  return `compression ${compression}, photometric interpretation ${photometric}, ${samples} × ${bits} bits${planes}`;
}

/** Whether the file has no colour profile, or one of sRGB. */
async function hasPlainColours({ fileDirectory }: GeoTIFFImage): Promise<boolean> {
  if (!fileDirectory.hasTag(profileTag)) return true;
  const profile = Uint8Array.from((await fileDirectory.loadValue(profileTag)) as ArrayLike<number>);
  // Descriptions are ASCII, or UTF-16 with a zero before each letter.
  return new TextDecoder('latin1').decode(profile).replaceAll('\0', '').includes('sRGB');
}

function isRead({ photometric, compression, bits, samples, isPlanar }: TiffKind): boolean {
  if (!compressions.has(compression)) return false;
  // Blocks of JPEG data are decoded as grey or as three colours.
  if (compression === jpegCompression && (isPlanar || samples % 2 === 0)) return false;
  switch (photometric) {
    case photometrics.whiteIsZero:
    case photometrics.blackIsZero:
      return samples <= 2 && (bits === 8 || (samples === 1 && bits === 1 && compression !== jpegCompression));
    case photometrics.rgb:
      return (samples === 3 || samples === 4) && (bits === 8 || bits === 16);
    case photometrics.palette:
      return samples === 1 && bits === 8;
    case photometrics.yCbCr:
      return samples === 3 && bits === 8 && compression === jpegCompression;
    default:
      return false;
  }
}

/** Grey is written three times, as an engine does; alpha stays. */
function toColour(samples: ArrayLike<number>, { photometric, bits, samples: perPixel }: TiffKind): Uint8Array {
  const isGrey = perPixel <= 2;
  const hasAlpha = perPixel === 2 || perPixel === 4;
  const channels = hasAlpha ? 4 : 3;
  const pixels = samples.length / perPixel;
  const data = new Uint8Array(pixels * channels);
  const isInverted = photometric === photometrics.whiteIsZero;
  const toByte = (value: number): number => (bits === 16 ? value >> 8 : bits === 1 ? value * 255 : value);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const value = toByte(samples[pixel * perPixel + (isGrey ? 0 : channel)] ?? 0);
      data[pixel * channels + channel] = isInverted ? 255 - value : value;
    }
    if (hasAlpha) data[pixel * channels + 3] = toByte(samples[pixel * perPixel + perPixel - 1] ?? 0);
  }
  return data;
}

/** A palette has all reds of 16 bits, then all greens, then all blues. */
function fromPalette(indices: ArrayLike<number>, map: ArrayLike<number>): Uint8Array {
  const size = map.length / 3;
  const data = new Uint8Array(indices.length * 3);
  for (let pixel = 0; pixel < indices.length; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1)
      data[pixel * 3 + channel] = (map[channel * size + (indices[pixel] ?? 0)] ?? 0) >> 8;
  }
  return data;
}

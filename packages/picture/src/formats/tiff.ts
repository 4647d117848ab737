import { uint16 } from '../byte-order.ts';
import type { Damage, FormatReader, HeaderFactsReading, UnsupportedVariant } from '../header-facts.ts';
import { headerFacts } from '../header-facts.ts';
import { orientationTag } from '../metadata/exif-orientation.ts';
import { firstTurned, orientationClaim, upright } from '../metadata/orientation-claim.ts';
import type { OrientationClaim } from '../metadata/orientation-claim.ts';
import { directoryNumber, nextDirectoryAt, readDirectory, readTiffLayout } from '../metadata/tiff-directory.ts';
import type { DirectoryNumberSource, TiffLayout } from '../metadata/tiff-directory.ts';
import { readXmpOrientation } from '../metadata/xmp-orientation.ts';
import { structureLimits } from '../structure-limits.ts';

const tag = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  samplesPerPixel: 277,
  planarConfiguration: 284,
  tileWidth: 322,
  sampleFormat: 339,
  xmp: 700,
} as const;
const photometric = { palette: 3 } as const;
/** Supported photometrics: white is zero, black is zero, RGB, palette, mask, CMYK, YCbCr; not Lab, LogLuv or raw sensor data. */
const readPhotometrics: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6]);
const compression = { oldJpeg: 6, jpeg: 7, webp: 50_001 } as const;
/** Supported compressions: none, CCITT RLE/G3/G4, LZW, JPEG, both Deflate codes, PackBits, WebP. */
const readCompressions: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 7, 8, 32_773, 32_946, 50_001]);
const readBitDepths: ReadonlySet<number> = new Set([1, 2, 4, 8, 16]);
const separatePlanes = 2;
const unsignedInteger = 1;
const signedInteger = 2;
const untypedData = 4;

/** TIFF 6.0 and BigTIFF. The first directory (page) is the picture. */
export const tiffReader: FormatReader = {
  matches: (bytes) => {
    const order =
      bytes[0] === 0x49 && bytes[1] === 0x49 ? 'little' : bytes[0] === 0x4d && bytes[1] === 0x4d ? 'big' : undefined;
    return order !== undefined && (uint16(bytes, 2, order) === 42 || uint16(bytes, 2, order) === 43);
  },
  read: readTiff,
};

function readTiff(bytes: Uint8Array): HeaderFactsReading {
  const layout = readTiffLayout(bytes);
  if (layout === undefined) return { ok: false, damage: 'header-cut-off' };

  const directory = readDirectory(bytes, layout, layout.firstDirectoryAt);
  if (directory === undefined)
    return { ok: false, damage: layout.firstDirectoryAt < 8 ? 'header-invalid' : 'header-cut-off' };

  const source: DirectoryNumberSource = { bytes, layout, directory };
  const pages = countPages(bytes, layout);
  return {
    ok: true,
    facts: headerFacts(
      { width: directoryNumber(source, tag.width, 0), height: directoryNumber(source, tag.height, 0) },
      {
        ...firstTurned(orientationClaim(directoryNumber(source, orientationTag, 1), 'tiff-tag'), readXmp(source)),
        frameCount: pages.count,
        bitsPerSample: largestSample(source),
        lossless: !isLossy(directoryNumber(source, tag.compression, 1)),
        unsupportedVariant: unsupportedVariant(source),
        damage: pages.damage,
      },
    ),
  };
}

function readXmp(source: DirectoryNumberSource): OrientationClaim {
  const entry = source.directory.entries.find((candidate) => candidate.tag === tag.xmp);
  return entry === undefined
    ? upright
    : readXmpOrientation(source.bytes.subarray(entry.valueAt, entry.valueAt + entry.count));
}

function unsupportedVariant(source: DirectoryNumberSource): UnsupportedVariant | undefined {
  const scheme = directoryNumber(source, tag.compression, 1);
  if (scheme === compression.oldJpeg) return 'tiff-old-jpeg';

  if (!readCompressions.has(scheme)) return 'tiff-compression';

  const colours = directoryNumber(source, tag.photometric, 0);
  if (!readPhotometrics.has(colours)) return 'tiff-photometric';

  const isPlanar = directoryNumber(source, tag.planarConfiguration, 1) === separatePlanes;
  if (isPlanar && directoryNumber(source, tag.tileWidth, 0) > 0 && directoryNumber(source, tag.samplesPerPixel, 1) > 1)
    return 'tiff-tiled-planes';

  return unsupportedSamples(source, colours);
}

function isLossy(scheme: number): boolean {
  return scheme === compression.jpeg || scheme === compression.webp;
}

function unsupportedSamples(source: DirectoryNumberSource, colours: number): UnsupportedVariant | undefined {
  const bits = largestSample(source);
  const format = directoryNumber(source, tag.sampleFormat, unsignedInteger);
  if (format === signedInteger) return 'tiff-signed-integer';

  if (format !== unsignedInteger && format !== untypedData) return 'tiff-float';

  if (bits > 16) return 'tiff-32-bit-integer';

  if (!readBitDepths.has(bits)) return 'tiff-bit-depth';

  return colours === photometric.palette && bits > 8 ? 'tiff-16-bit-palette' : undefined;
}

function largestSample(source: DirectoryNumberSource): number {
  const first = directoryNumber(source, tag.bitsPerSample, 1);
  return [1, 2, 3].reduce(
    (most, index) => Math.max(most, directoryNumber({ ...source, index }, tag.bitsPerSample, 0)),
    first,
  );
}

/**
 * Follows the chain of directories. A link back to an earlier page is damage; a link out of the file only ends the count, as the picture is
 * the first page.
 */
function countPages(bytes: Uint8Array, layout: TiffLayout): { count: number; damage: Damage | undefined } {
  const visited = new Set<number>();
  let at: number | undefined = layout.firstDirectoryAt;
  while (at !== 0 && at !== undefined) {
    if (visited.has(at)) return { count: visited.size, damage: 'page-chain-loops' };

    if (visited.size === structureLimits.maxFrames) return { count: visited.size, damage: 'too-many-frames' };

    const nextAt = nextDirectoryAt(bytes, layout, at);
    if (nextAt !== undefined) visited.add(at);

    at = nextAt;
  }
  return { count: visited.size, damage: undefined };
}

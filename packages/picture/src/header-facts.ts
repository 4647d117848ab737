/** EXIF/TIFF orientation: 1 upright, 2–8 mirrored or turned. Absent, 0 and values above 8 are read as 1. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Where an orientation other than 1 was found. */
export type OrientationSource = 'none' | 'exif' | 'xmp' | 'tiff-tag';

/** Something in the file's structure that no decoder can make good, seen without decoding. */
export type Damage =
  | 'header-cut-off'
  | 'header-invalid'
  | 'data-cut-off'
  | 'no-picture-data'
  | 'signature-altered'
  | 'too-many-segments'
  | 'too-many-scans'
  | 'page-chain-loops';

/** A variant of one of the contract's formats that is not read. */
export type UnsupportedVariant =
  | 'jpeg-lossless'
  | 'jpeg-hierarchical'
  | 'jpeg-12-bit'
  | 'png-cgbi'
  | 'tiff-float'
  | 'tiff-signed-integer'
  | 'tiff-32-bit-integer'
  | 'tiff-old-jpeg'
  | 'tiff-16-bit-palette'
  | 'tiff-bit-depth'
  | 'tiff-compression'
  | 'tiff-tiled-planes'
  | 'tiff-photometric'
  | 'bmp-array'
  | 'bmp-embedded-jpeg'
  | 'bmp-embedded-png'
  | 'bmp-huffman'
  | 'bmp-cmyk';

/**
 * What a picture's header says. Of an animated or multi-page file `width`, `height` and `orientation` are those of
 * the canvas or the first page: the first frame or page is the picture, the others are ignored.
 */
export interface HeaderFacts {
  /** Pixels as declared, before any orientation is applied; 0 if the file says 0. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly orientationSource: OrientationSource;
  /** Frames (GIF, WebP, APNG) or pages (TIFF); 1 for a still. Counting stops at the segment limit. */
  readonly frameCount: number;
  /** JPEG scans a decoder has to go through; 1 for every other format. */
  readonly scanCount: number;
  /** Bits of one sample (of one palette index for palette pictures). */
  readonly bitsPerSample: number;
  /** Whether the stored pixels are exact (false for JPEG, lossy WebP and JPEG in TIFF). */
  readonly lossless: boolean;
  /** Where a GIF's first frame begins on its canvas; what it leaves bare is clear. 0, 0 for every other format. */
  readonly firstFrame: { readonly left: number; readonly top: number };
  readonly unsupportedVariant: UnsupportedVariant | undefined;
  readonly damage: Damage | undefined;
}

/** The facts that differ from those of an upright, undamaged, supported 8-bit still. */
export function headerFacts(size: { width: number; height: number }, others: Partial<HeaderFacts> = {}): HeaderFacts {
  return {
    width: size.width,
    height: size.height,
    orientation: 1,
    orientationSource: 'none',
    frameCount: 1,
    scanCount: 1,
    bitsPerSample: 8,
    lossless: true,
    firstFrame: { left: 0, top: 0 },
    unsupportedVariant: undefined,
    damage: undefined,
    ...others,
  };
}

/** A header that could be read, or why it could not. */
export type HeaderFactsReading =
  | { readonly ok: true; readonly facts: HeaderFacts }
  | { readonly ok: false; readonly damage: Damage };

/** One format's reader; to add a format, write one and register it in `formats/registry.ts`. */
export interface FormatReader {
  /** Whether the file starts with this format's signature. */
  matches(bytes: Uint8Array): boolean;
  /** Reads the header; called only when `matches` said yes. Never throws, never inflates, never recurses. */
  read(bytes: Uint8Array): HeaderFactsReading;
}

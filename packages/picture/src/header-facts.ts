/** EXIF/TIFF orientation: 1 upright, 2–8 mirrored or turned. Absent, 0 and values above 8 are read as 1. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Where an orientation other than 1 was found. */
export type OrientationSource = 'none' | 'exif' | 'xmp' | 'tiff-tag';

/** Damage in the file's structure that no decoder can repair, found without decoding. */
export type Damage =
  | 'header-cut-off'
  | 'header-invalid'
  | 'data-cut-off'
  | 'no-picture-data'
  | 'signature-altered'
  | 'too-many-segments'
  | 'too-many-scans'
  | 'too-many-frames'
  | 'page-chain-loops';

/** An unsupported variant of one of the contract's formats. */
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
 * Facts from a picture's header. For an animated or multi-page file the first frame or page is the picture, and `width`, `height` and
 * `orientation` are those of the canvas or the first page.
 */
export interface HeaderFacts {
  /** Declared pixels, before any orientation is applied; 0 if the file says 0. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly orientationSource: OrientationSource;
  /** Frames (GIF, WebP, APNG) or pages (TIFF); 1 for a still. Counting stops at the segment limit. */
  readonly frameCount: number;
  /** JPEG scans that a decoder has to read; 1 for every other format. */
  readonly scanCount: number;
  /** Bits per sample (per palette index for palette pictures). */
  readonly bitsPerSample: number;
  /** Whether the stored pixels are exact (false for JPEG, lossy WebP and JPEG in TIFF). */
  readonly lossless: boolean;
  /** Position of a GIF's first frame on its canvas; the rest of the canvas is transparent. 0, 0 for every other format. */
  readonly firstFrame: { readonly left: number; readonly top: number };
  readonly unsupportedVariant: UnsupportedVariant | undefined;
  readonly damage: Damage | undefined;
}

/** Facts of an upright, undamaged, supported 8-bit still, with those given in `others`. */
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
  /** Whether the file begins with this format's signature. */
  matches(bytes: Uint8Array): boolean;
  /** Reads the header; called only after `matches` returned true. Never throws, never inflates, never recurses. */
  read(bytes: Uint8Array): HeaderFactsReading;
}

import { hasText, latin1, uint32, uint8 } from './byte-order.ts';

interface Signature {
  readonly text: string;
  readonly at?: number;
}

/** Formats of pictures that are not accepted but have a signature. */
type SignedPicture =
  | 'JPEG XL'
  | 'JPEG 2000'
  | 'JPEG XR'
  | 'Photoshop'
  | 'Windows icon'
  | 'Apple icon'
  | 'MNG'
  | 'PAM'
  | 'PFM'
  | 'QOI'
  | 'FLIF'
  | 'BPG'
  | 'OpenEXR'
  | 'Radiance HDR'
  | 'DDS'
  | 'KTX'
  | 'GIMP'
  | 'DjVu'
  | 'FITS'
  | 'Sun raster'
  | 'SGI image'
  | 'Windows metafile'
  | 'camera raw'
  | 'OS/2 icon or pointer'
  | 'XPM'
  | 'ILBM';

/** Kinds of files that are not pictures and have a signature. */
type SignedFile =
  | 'PDF'
  | 'PostScript'
  | 'ZIP archive'
  | 'gzip'
  | '7z archive'
  | 'RAR archive'
  | 'sound or video'
  | 'program';

/** Signatures of picture formats that are not accepted. Order matters only where one signature is a prefix of another. */
const pictureSignatures: Readonly<Record<SignedPicture, readonly Signature[]>> = {
  'JPEG XL': [{ text: '\u00ff\u000a' }, { text: '\0\0\0\u000cJXL \r\n\u0087\n' }],
  'JPEG 2000': [{ text: '\0\0\0\u000cjP  \r\n\u0087\n' }, { text: '\u00ff\u004f\u00ff\u0051' }],
  'JPEG XR': [{ text: 'II\u00bc' }],
  Photoshop: [{ text: '8BPS' }],
  'Windows icon': [{ text: '\0\0\u0001\0' }, { text: '\0\0\u0002\0' }],
  'Apple icon': [{ text: 'icns' }],
  MNG: [{ text: '\u008aMNG' }, { text: '\u008bJNG' }],
  PAM: [{ text: 'P7\n' }],
  PFM: [{ text: 'PF\n' }, { text: 'Pf\n' }, { text: 'PF ' }, { text: 'Pf ' }],
  QOI: [{ text: 'qoif' }],
  FLIF: [{ text: 'FLIF' }],
  BPG: [{ text: 'BPG\u00fb' }],
  OpenEXR: [{ text: '\u0076\u002f\u0031\u0001' }],
  'Radiance HDR': [{ text: '#?RADIANCE' }, { text: '#?RGBE' }],
  DDS: [{ text: 'DDS ' }],
  KTX: [{ text: '\u00abKTX ' }],
  GIMP: [{ text: 'gimp xcf' }],
  DjVu: [{ text: 'AT&TFORM' }],
  FITS: [{ text: 'SIMPLE  =' }],
  'Sun raster': [{ text: '\u0059\u00a6\u006a\u0095' }],
  'SGI image': [{ text: '\u0001\u00da\0' }, { text: '\u0001\u00da\u0001' }],
  'Windows metafile': [{ text: '\u00d7\u00cd\u00c6\u009a' }, { text: ' EMF', at: 40 }],
  'camera raw': [{ text: 'FUJIFILMCCD-RAW' }, { text: 'IIRO' }, { text: 'IIRS' }, { text: 'MMOR' }, { text: 'IIU\0' }],
  'OS/2 icon or pointer': [{ text: 'CI\u001a\0\0\0' }, { text: 'IC\u001a\0\0\0' }, { text: 'CP\u001a\0\0\0' }],
  XPM: [{ text: '/* XPM */' }],
  ILBM: [
    { text: 'ILBM', at: 8 },
    { text: 'PBM ', at: 8 },
  ],
};

const otherSignatures: Readonly<Record<SignedFile, readonly Signature[]>> = {
  PDF: [{ text: '%PDF-' }],
  PostScript: [{ text: '%!PS' }, { text: '\u00c5\u00d0\u00d3\u00c6' }],
  'ZIP archive': [{ text: 'PK\u0003\u0004' }, { text: 'PK\u0005\u0006' }],
  gzip: [{ text: '\u001f\u008b' }],
  '7z archive': [{ text: "7z\u00bc\u00af'\u001c" }],
  'RAR archive': [{ text: 'Rar!\u001a' }],
  'sound or video': [
    { text: 'RIFF' },
    { text: 'OggS' },
    { text: 'ID3' },
    { text: 'fLaC' },
    { text: '\u001a\u0045\u00df\u00a3' },
  ],
  program: [{ text: '\u007fELF' }, { text: 'MZ\u0090' }, { text: '\0asm' }],
};

/** The name of a picture format that is not accepted. */
export type ForeignPicture = SignedPicture | 'AVIF' | 'HEIC' | 'SVG';

/** What bytes without a picture look like. */
export type NoPicture = SignedFile | 'Base64 text' | 'HTML' | 'XML' | 'JSON' | 'text' | 'zero bytes' | 'unknown bytes';

const avifBrands: ReadonlySet<string> = new Set(['avif', 'avis']);
const heicBrands: ReadonlySet<string> = new Set([
  'heic',
  'heix',
  'hevc',
  'hevx',
  'heim',
  'heis',
  'mif1',
  'msf1',
  'jpeg',
]);
/** Beginnings of the Base64 of a picture: PNG, JPEG, GIF, WebP, TIFF, and a data URL. */
const base64Starts = ['iVBORw0KGg', '/9j/', 'R0lGOD', 'UklGR', 'SUkqA', 'TU0AK', 'data:image/'] as const;
const inspectedBytes = 1_024;

/** Recognises the kind of a file that is not in one of the contract's formats. */
export function foreignKind(
  bytes: Uint8Array,
): { kind: 'foreign-picture'; name: ForeignPicture } | { kind: 'no-picture'; looksLike: NoPicture } {
  const picture = isoMediaPicture(bytes) ?? findSignature(bytes, pictureSignatures);
  if (picture !== undefined) return { kind: 'foreign-picture', name: picture };

  const other = findSignature(bytes, otherSignatures) ?? (hasText(bytes, 'ftyp', 4) ? 'sound or video' : undefined);
  if (other !== undefined) return { kind: 'no-picture', looksLike: other };

  const start = bytes.subarray(0, inspectedBytes);
  if (start.every((byte) => byte === 0)) return { kind: 'no-picture', looksLike: 'zero bytes' };

  return isText(start)
    ? textKind(latin1(start, 0, inspectedBytes))
    : { kind: 'no-picture', looksLike: 'unknown bytes' };
}

function textKind(
  start: string,
): { kind: 'foreign-picture'; name: 'SVG' } | { kind: 'no-picture'; looksLike: NoPicture } {
  const text = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^(?:<\?xml|<!--|<!DOCTYPE svg|<svg[\s>])/i.test(text) && /<svg[\s>]|<!DOCTYPE svg/i.test(text))
    return { kind: 'foreign-picture', name: 'SVG' };

  if (base64Starts.some((beginning) => text.startsWith(beginning)))
    return { kind: 'no-picture', looksLike: 'Base64 text' };

  if (/^<(?:!doctype html|html|head|body)/i.test(text)) return { kind: 'no-picture', looksLike: 'HTML' };

  if (text.startsWith('<')) return { kind: 'no-picture', looksLike: 'XML' };

  return { kind: 'no-picture', looksLike: text.startsWith('{') || text.startsWith('[') ? 'JSON' : 'text' };
}

/** Recognises AVIF, HEIC and related formats by the brands in the first box of an ISO media file. */
function isoMediaPicture(bytes: Uint8Array): 'AVIF' | 'HEIC' | 'camera raw' | undefined {
  if (!hasText(bytes, 'ftyp', 4)) return undefined;

  const end = Math.min(bytes.length, uint32(bytes, 0, 'big'), 256);
  const brands = [latin1(bytes, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(latin1(bytes, at, 4));

  if (brands.some((brand) => avifBrands.has(brand))) return 'AVIF';

  if (brands.some((brand) => heicBrands.has(brand))) return 'HEIC';

  return brands[0] === 'crx ' ? 'camera raw' : undefined;
}

function findSignature<Name extends string>(
  bytes: Uint8Array,
  signatures: Readonly<Record<Name, readonly Signature[]>>,
): Name | undefined {
  const names = Object.keys(signatures) as Name[];
  return names.find((name) => signatures[name].some((signature) => hasText(bytes, signature.text, signature.at)));
}

/** Whether bytes are text in an ASCII-compatible encoding: no control characters except white space. */
function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d)) && uint8(bytes, 0) !== 0xff;
}

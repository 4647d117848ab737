import { code } from '../portable/jpeg/read-segments.ts';

/** Second bytes of the markers before and after the codes of applications, and of comments. */
const lastApplication = 0xef;
const comment = 0xfe;
/** Bytes of a segment's length itself. */
const lengthBytes = 2;

const countsBytes = 17;
const mostCodes = 256;

/** Whether tables of codes fill their segment, and have numbers and sizes that there are (ITU-T T.81, B.2.4.2). */
function areCodeTables(segment: Uint8Array): boolean {
  let at = 0;
  while (at < segment.length) {
    const [kind, number] = [(segment[at] ?? 0) >> 4, (segment[at] ?? 0) & 15];
    const count = segment.subarray(at + 1, at + countsBytes).reduce((sum, codes) => sum + codes, 0);
    if (kind > 1 || number > 3 || count > mostCodes) return false;
    at += countsBytes + count;
  }
  return at === segment.length;
}

/** Whether tables of quantisers fill their segment (ITU-T T.81, B.2.4.1). */
function areQuantTables(segment: Uint8Array): boolean {
  let at = 0;
  while (at < segment.length) {
    const [precision, number] = [(segment[at] ?? 0) >> 4, (segment[at] ?? 0) & 15];
    if (precision > 1 || number > 3) return false;
    at += 1 + 64 * (1 + precision);
  }
  return at === segment.length;
}

/**
 * Whether a segment before a sequential scan is what every decoder takes for whole: libvips says what is wrong with the others.
 * @param declaredBytes  its length as it is written in front of it, which counts itself.
 */
export function isWholeSegment(marker: number, segment: Uint8Array, declaredBytes: number): boolean {
  if (segment.length !== declaredBytes - lengthBytes) return false;
  switch (marker) {
    case code.huffman:
      return areCodeTables(segment);
    case code.quant:
      return areQuantTables(segment);
    case code.interval:
      return segment.length === 2;
    case code.scan:
      return segment.length === 4 + 2 * (segment[0] ?? 0);
    case code.baseline:
    case code.extended:
      return segment.length === 6 + 3 * (segment[5] ?? 0);
    default:
      return (marker >= code.app0 && marker <= lastApplication) || marker === comment;
  }
}

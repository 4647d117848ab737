import { withCoefficients } from './frame.ts';
import type { Frame } from './frame.ts';
import { readScan } from './read-scan.ts';
import type { ScanComponent } from './read-scan.ts';
import { beginReading, code, isYcc, nextMarker, readSegment, segmentAt } from './read-segments.ts';
import type { JpegProblem, Reading } from './read-segments.ts';

/** A JPEG's coefficients and the tables to convert them to colours. */
export interface JpegPicture {
  readonly frame: Frame;
  /** Multipliers of the coefficients, in natural order, by their number. */
  readonly quantTables: readonly Uint16Array[];
  /** Whether three planes are brightness and two of colour, rather than red, green and blue. */
  readonly isYcc: boolean;
}

/** Reads one scan. @returns its end, or what is wrong. */
function readScanAt(
  { bytes, dcTables, acTables, restartInterval }: Reading,
  frame: Frame | undefined,
  { at, segment }: { readonly at: number; readonly segment: Uint8Array },
): number | JpegProblem {
  const count = segment[0] ?? 0;
  if (frame === undefined || segment.length < 4 + count * 2) return 'corrupt';
  const components: ScanComponent[] = [];
  for (let index = 0; index < count; index += 1) {
    const [id, tables = 0] = segment.subarray(1 + index * 2);
    const component = frame.components.find((candidate) => candidate.id === id);
    if (component === undefined) return 'corrupt';
    components.push({ component, dcTable: dcTables[tables >> 4], acTable: acTables[tables & 15] });
  }
  const [first = 0, last = 63, bits = 0] = segment.subarray(1 + count * 2);
  const band = frame.isProgressive
    ? { bandStart: first, bandEnd: Math.min(63, last), bitsBefore: bits >> 4, bit: bits & 15 }
    : { bandStart: 0, bandEnd: 63, bitsBefore: 0, bit: 0 };
  return readScan({ bytes, at: at + segment.length }, frame, { components, ...band, restartInterval }) ?? 'corrupt';
}

/**
 * Reads the coefficients of a JPEG: sequential or progressive, Huffman-coded, of one plane or three, eight bits a
 * sample, without a colour profile.
 * @source ITU-T T.81, annex B.
 */
export function readJpeg(bytes: Uint8Array): JpegPicture | JpegProblem {
  const reading = beginReading(bytes);
  let frame: Frame | undefined;
  let scans = 0;
  for (let at = nextMarker(bytes, 2); at !== undefined;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === code.end) break;
    const segment = segmentAt(bytes, at);
    if (marker === code.scan) {
      const end = readScanAt(reading, frame, { at: at + 4, segment });
      if (typeof end === 'string') return end;
      scans += 1;
      at = nextMarker(bytes, end);
      continue;
    }
    const layout = reading.frame;
    const problem = readSegment(reading, marker, segment);
    if (problem !== undefined) return problem;
    if (reading.profile !== undefined) return 'other-kind';
    if (reading.frame !== undefined && reading.frame !== layout) frame = withCoefficients(reading.frame);
    at = nextMarker(bytes, at + 4 + segment.length);
  }
  if (frame === undefined || scans === 0) return 'corrupt';
  return { frame, quantTables: reading.quantTables, isYcc: isYcc(reading) };
}

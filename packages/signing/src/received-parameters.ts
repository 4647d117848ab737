import { toBytes } from './digest.ts';
import { decodeText } from './encoded-text.ts';
import type { EncodedText } from './encoded-text.ts';
import { compareText } from './parameter.ts';
import type { Parameter } from './parameter.ts';

/** One parameter as received: its name decoded, its value a view of the request, so that megabytes are not copied. */
export interface ReceivedParameter {
  readonly name: string;
  readonly encodedName: EncodedText;
  readonly encodedValue: EncodedText;
}

const ampersand = 0x26;
const equalsSign = 0x3d;

const maxNameBytes = 1024;

/** Most parameters in the query and in the form, each; official clients send 14. */
export const maxParameters = 1000;

/**
 * Splits form-encoded data (a query or a form body) into its parameters; empty pieces between two `&` are skipped.
 * @returns `undefined` when there are more than `maxCount` of them, or a name is longer than 1024 encoded bytes.
 */
export function splitParameters(data: string | Uint8Array, maxCount: number): ReceivedParameter[] | undefined {
  const bytes = toBytes(data);
  const found: ReceivedParameter[] = [];
  for (let start = 0; start < bytes.length;) {
    const separator = bytes.indexOf(ampersand, start);
    const end = separator === -1 ? bytes.length : separator;
    if (end > start) {
      const parameter = readParameter({ bytes, start, end });
      if (parameter === undefined || found.length === maxCount) return undefined;
      found.push(parameter);
    }
    start = end + 1;
  }
  return found;
}

function readParameter({ bytes, start, end }: EncodedText): ReceivedParameter | undefined {
  let nameEnd = start;
  while (nameEnd < end && bytes[nameEnd] !== equalsSign) nameEnd += 1;
  if (nameEnd - start > maxNameBytes) return undefined;
  const encodedName = { bytes, start, end: nameEnd };
  return {
    name: decodeText(encodedName),
    encodedName,
    encodedValue: { bytes, start: Math.min(nameEnd + 1, end), end },
  };
}

/** Name and value, decoded. */
export function decodeParameter({ name, encodedValue }: ReceivedParameter): Parameter {
  return [name, decodeText(encodedValue)];
}

/** Orders by name; a stable sort keeps parameters of one name in the order received, query before body. */
export function compareNames(left: ReceivedParameter, right: ReceivedParameter): number {
  return compareText(left.name, right.name);
}

import { toBytes } from './digest.ts';
import { reencodedLength, writeReencoded } from './encoded-text.ts';
import { compareNames, type ReceivedParameter } from './received-parameters.ts';

const ENCODED_EQUALS = toBytes('%3D');
const ENCODED_AMPERSAND = toBytes('%26');

/**
 * The V1 string to sign of a received request, as bytes: the same as `stringToSignV1` makes of the decoded parameters, but made
 * straight from the encoded body in two passes (measure, write), because it can be over 50 MB long.
 * @param method      upper case.
 * @param parameters  query first, then body, without `Signature`.
 */
export function receivedStringToSignV1(method: string, parameters: readonly ReceivedParameter[]): Uint8Array {
  const prefix = toBytes(`${method}&%2F&`);
  const sorted = [...parameters].sort(compareNames);
  const output = new Uint8Array(prefix.length + joinedLength(sorted));
  output.set(prefix);
  let offset = prefix.length;
  for (const [index, { encodedName, encodedValue }] of sorted.entries()) {
    if (index > 0) offset = append(output, ENCODED_AMPERSAND, offset);
    offset = writeReencoded(encodedName, { bytes: output, offset, times: 2 });
    offset = append(output, ENCODED_EQUALS, offset);
    offset = writeReencoded(encodedValue, { bytes: output, offset, times: 2 });
  }
  return output;
}

function joinedLength(parameters: readonly ReceivedParameter[]): number {
  let length = Math.max(0, parameters.length - 1) * ENCODED_AMPERSAND.length;
  for (const { encodedName, encodedValue } of parameters) {
    length += reencodedLength(encodedName, 2) + ENCODED_EQUALS.length + reencodedLength(encodedValue, 2);
  }
  return length;
}

function append(output: Uint8Array, part: Uint8Array, offset: number): number {
  output.set(part, offset);
  return offset + part.length;
}

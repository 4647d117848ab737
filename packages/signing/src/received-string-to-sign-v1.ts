import { EscapeWriter } from './escape-bytes.ts';
import { toBytes } from './digest.ts';
import { reencodedLength, writeReencoded } from './encoded-text.ts';
import { compareNames } from './received-parameters.ts';
import type { ReceivedParameter } from './received-parameters.ts';

const encodedEquals = toBytes('%3D');
const encodedAmpersand = toBytes('%26');

/**
 * The V1 string to sign of a received request, as bytes. Equal to `stringToSignV1` of the decoded parameters, but made directly from the
 * encoded body in two passes (measure, write), because it can exceed 50 MB.
 * @param method   upper case.
 * @param parameters  query first, then body, without `Signature`.
 */
export function receivedStringToSignV1(method: string, parameters: readonly ReceivedParameter[]): Uint8Array {
  const prefix = toBytes(`${method}&%2F&`);
  const sorted = [...parameters].sort(compareNames);
  const writer = new EscapeWriter(prefix.length + joinedLength(sorted));
  writer.copy(prefix);
  for (const [index, { encodedName, encodedValue }] of sorted.entries()) {
    if (index > 0) writer.copy(encodedAmpersand);
    writeReencoded(encodedName, writer, 2);
    writer.copy(encodedEquals);
    writeReencoded(encodedValue, writer, 2);
  }
  return writer.bytes;
}

function joinedLength(parameters: readonly ReceivedParameter[]): number {
  let length = Math.max(0, parameters.length - 1) * encodedAmpersand.length;
  for (const { encodedName, encodedValue } of parameters)
    length += reencodedLength(encodedName, 2) + encodedEquals.length + reencodedLength(encodedValue, 2);

  return length;
}

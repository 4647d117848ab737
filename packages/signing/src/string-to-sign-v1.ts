import { escapeLength, EscapeWriter, unreserved } from './escape-bytes.ts';
import { compareText } from './parameter.ts';
import type { Parameter } from './parameter.ts';

/** Input of `stringToSignV1`. */
export interface StringToSignV1Input {
  /** The request's HTTP method, upper case. */
  readonly method: string;
  /** Query and form parameters together, decoded, without `Signature`. */
  readonly parameters: Iterable<Parameter>;
}

/**
 * `METHOD & %2F & percentEncode(sorted, encoded parameters)`: every value ends up encoded twice.
 *
 * Written as bytes, in one pass to measure and one to write, because it contains the pictures, for which text functions take seconds.
 */
export function stringToSignV1({ method, parameters }: StringToSignV1Input): Uint8Array {
  const encode = (text: string): Uint8Array => utf8.encode(text);
  const pairs = [...parameters].sort((left, right) => compareText(left[0], right[0])).map((pair) => pair.map(encode));
  const prefix = encode(`${method}&%2F&`);
  const separators = Math.max(0, 6 * pairs.length - 3);
  const texts = pairs.flat();
  const writer = new EscapeWriter(
    prefix.length + separators + texts.reduce((sum, text) => sum + lengthEscapedTwice(text), 0),
  );
  writer.copy(prefix);
  for (const [index, text] of texts.entries()) {
    if (index > 0) writer.escape(index % 2 === 1 ? equalsSign : ampersand, 1);
    for (const byte of text) writer.escape(byte, 2);
  }
  return writer.bytes;
}

const utf8 = new TextEncoder();
const equalsSign = 0x3d;
const ampersand = 0x26;

function lengthEscapedTwice(text: Uint8Array): number {
  let length = 0;
  for (const byte of text) length += unreserved[byte] === 1 ? 1 : escapeLength(2);
  return length;
}

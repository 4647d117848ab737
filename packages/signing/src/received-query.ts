import { EscapeWriter } from './escape-bytes.ts';
import { reencodedLength, writeReencoded } from './encoded-text.ts';
import type { EncodedText } from './encoded-text.ts';
import { compareText } from './parameter.ts';
import { decodeParameter, maxParameters, splitParameters } from './received-parameters.ts';

const ascii = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The canonical query of a received request: decoded, sorted by name and value, encoded again, because a URL may contain characters such as
 * `*` unencoded.
 * @returns `undefined` when `splitParameters` refuses it; the request must then be refused, not treated as one without a query.
 */
export function receivedQuery(query: string): string | undefined {
  return splitParameters(query, maxParameters)
    ?.map((parameter) => ({ parameter, decoded: decodeParameter(parameter) }))
    .sort(
      (left, right) => compareText(left.decoded[0], right.decoded[0]) || compareText(left.decoded[1], right.decoded[1]),
    )
    .map(({ parameter }) => `${reencode(parameter.encodedName)}=${reencode(parameter.encodedValue)}`)
    .join('&');
}

function reencode(text: EncodedText): string {
  const writer = new EscapeWriter(reencodedLength(text, 1));
  writeReencoded(text, writer, 1);
  return ascii.decode(writer.bytes);
}

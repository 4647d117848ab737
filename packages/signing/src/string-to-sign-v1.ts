import { compareText, type Parameter } from './parameter.ts';
import { percentEncode } from './percent-encode.ts';

/** What a V1 string to sign is made of. */
export interface StringToSignV1Input {
  /** The real HTTP method, upper case. */
  readonly method: string;
  /** Query and form parameters together, decoded, without `Signature`. */
  readonly parameters: Iterable<Parameter>;
}

/**
 * `METHOD & %2F & percentEncode(sorted, encoded parameters)`: every value ends up encoded twice.
 *
 * The second encoding is applied while joining: of an encoded text only `%` still changes, and `=` and `&` are known.
 * So the work stays linear for pictures of several megabytes.
 */
export function stringToSignV1({ method, parameters }: StringToSignV1Input): string {
  const pairs = [...parameters]
    .sort((left, right) => compareText(left[0], right[0]))
    .map((pair) => pair.map(encodeTwice).join('%3D'));
  return `${method}&%2F&${pairs.join('%26')}`;
}

function encodeTwice(text: string): string {
  return percentEncode(text).replaceAll('%', '%25');
}

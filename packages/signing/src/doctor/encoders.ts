import { percentEncode } from '../percent-encode.ts';
import type { CauseId } from './cause.ts';

/** A way of percent-encoding, right or wrong. */
export type Encoder = (text: string) => string;

/** Encoding mistakes seen in hand-written signing code, each with its cause. */
export const wrongEncoders: readonly (readonly [CauseId, Encoder])[] = [
  ['space-as-plus', (text) => percentEncode(text).replaceAll('%20', '+')],
  ['space-as-plus', formEncode],
  ['lower-case-hex', (text) => percentEncode(text).replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())],
  ['too-few-escapes', (text) => encodeURIComponent(text.toWellFormed())],
  ['too-few-escapes', (text) => percentEncode(text).replaceAll('%2A', '*')],
  ['not-encoded', (text) => text],
];

/** Form encoding (URL Standard): a space becomes `+`, `*` is kept, `~` becomes `%7E`. */
function formEncode(text: string): string {
  return percentEncode(text).replaceAll('%20', '+').replaceAll('%2A', '*').replaceAll('~', '%7E');
}

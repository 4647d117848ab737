/** Fields of an answer by name: texts, numbers and booleans as the format gave them (XML gives texts only), or nested records. */
export type WireRecord = Readonly<Record<string, unknown>>;

/** Why an answer is not an envelope. */
export type UnrecognisedReason = 'empty' | 'too-long' | 'html' | 'not-well-formed' | 'not-an-envelope';

/** The fields of an answer, or why there are none. */
export type RecordReading =
  | { readonly ok: true; readonly value: WireRecord }
  | { readonly ok: false; readonly reason: UnrecognisedReason };

/** Values of an element that an XML answer repeats: a list where the contract has one, otherwise only the first counts. */
export class RepeatedElements extends Array<unknown> {}

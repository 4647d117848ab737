/** Fields of an answer by name: texts, numbers and booleans as the format gave them (XML gives texts only), or records of their own. */
export type WireRecord = Readonly<Record<string, unknown>>;

/** Why an answer is no envelope. */
export type UnrecognisedReason = 'empty' | 'too-long' | 'html' | 'not-well-formed' | 'not-an-envelope';

/** The fields of an answer, or why there are none. */
export type RecordReading =
  | { readonly ok: true; readonly value: WireRecord }
  | { readonly ok: false; readonly reason: UnrecognisedReason };

/** Values of elements that an XML answer repeats: a list where the contract has one, else the first counts. */
export class RepeatedElements extends Array<unknown> {}

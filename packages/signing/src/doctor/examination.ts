import type { Diagnosis, Difference } from './diagnosis.ts';
import { shorten } from './shorten.ts';
import type { Trial } from './variation.ts';

/** The part of a diagnosis found by recomputing. */
export type Examination = Pick<Diagnosis, 'cause' | 'certainty'> &
  Partial<Pick<Diagnosis, 'firstDifference' | 'canonicalRequest' | 'stringToSign' | 'tried' | 'exhaustive'>>;

/** Turns a successful trial into an examination; `undefined` when nothing was found. */
export async function provenBy({ found, tried }: Trial): Promise<Examination | undefined> {
  if (found === undefined) return undefined;
  return { cause: found.cause, certainty: 'proven', firstDifference: await difference(found), tried, exhaustive: true };
}

/** A difference with its values shortened. */
export async function difference({ part, received, signed }: Difference): Promise<Difference> {
  return { part, received: await shorten(received), signed: await shorten(signed) };
}

import { compareAction } from '@semblance/spec/protocol';
import type { FormFailure } from './parse-form.ts';

/** The picture parameters, by their names. */
const pictures: ReadonlySet<string | undefined> = new Set<string>(compareAction.pictures);

/**
 * The contract's code for a form that is refused. A picture's value that is longer than any picture's is a picture that is too large,
 * as one is that fits the form; everything else is a malformed parameter.
 */
export function formFailureCode({ field }: Pick<FormFailure, 'field'>): 'InvalidPicContent' | 'InvalidParameter' {
  return pictures.has(field) ? 'InvalidPicContent' : 'InvalidParameter';
}

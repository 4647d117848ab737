import { compareAction } from '@semblance/spec/protocol';
import type { FormFailure } from './parse-form.ts';

/** The picture parameters, by their names. */
const pictures: ReadonlySet<string | undefined> = new Set<string>(compareAction.pictures);

/**
 * The contract's code for a refused form. A picture parameter over the limit of a form value gets the code of a picture that is too large,
 * everything else that of a malformed parameter.
 */
export function formFailureCode({ field }: Pick<FormFailure, 'field'>): 'InvalidPicContent' | 'InvalidParameter' {
  return pictures.has(field) ? 'InvalidPicContent' : 'InvalidParameter';
}

import { errorKind, SemblanceError } from './semblance-error.ts';
import type { PictureRole } from './semblance-error.ts';

/** An input cannot be read as a picture; nothing was sent. */
export class PictureInputError extends SemblanceError<'PictureInputInvalid'> {
  override readonly name = 'PictureInputError';
  declare readonly picture: PictureRole;

  constructor(picture: PictureRole, problem: string, cause?: unknown) {
    const message = `The ${picture} picture: ${problem}`;
    super('picture-input', { code: 'PictureInputInvalid', message }, { cause, picture, detail: problem });
  }
}

/** Whether `value` is a `PictureInputError`, from any copy of this package. */
export function isPictureInputError(value: unknown): value is PictureInputError {
  return errorKind(value) === 'picture-input';
}

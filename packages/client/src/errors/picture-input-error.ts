import { errorKind, SemblanceError } from './semblance-error.ts';

/** Which of the two pictures an error speaks of. */
export type PictureRole = 'primary' | 'secondary';

/** What was given as a picture cannot be read as one; nothing was sent. */
export class PictureInputError extends SemblanceError<'PictureInputInvalid'> {
  override readonly name = 'PictureInputError';
  readonly picture: PictureRole;

  constructor(picture: PictureRole, problem: string, cause?: unknown) {
    super('picture-input', { code: 'PictureInputInvalid', message: `The ${picture} picture: ${problem}` }, { cause });
    this.picture = picture;
  }
}

/** Whether `value` says that an input is no picture, from any copy of this package. */
export function isPictureInputError(value: unknown): value is PictureInputError {
  return errorKind(value) === 'picture-input';
}

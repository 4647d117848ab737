import { isApiError } from './api-error.ts';
import type { AnySemblanceError } from './any-semblance-error.ts';
import type { PictureRole } from './semblance-error.ts';
import type { ComparedPictures } from './compared-pictures.ts';
import { refusalMessage } from './refusal-message.ts';

/** Codes that are about a picture. */
const pictureCode = /Pic|Orientation/;

/** Completes an error: which picture is at fault, what is wrong with it if the server did not say, and the file's name in the message. */
export async function explainFailure(error: AnySemblanceError, pictures: ComparedPictures): Promise<void> {
  const isUnclear = isApiError(error) && error.detail === undefined && pictureCode.test(error.code);
  const found = isUnclear ? await diagnose(error, pictures) : undefined;
  const { picture = found?.picture, detail = found?.detail } = error;
  const file = picture === undefined ? undefined : pictures.files[picture];
  if (found === undefined && file === undefined) return;
  const message = isApiError(error)
    ? refusalMessage({ ...error, picture, file, detail })
    : error.message.replace(`${picture} picture`, () => `${picture} picture (${file})`);
  Object.assign(error, { picture, file, detail, message });
}

/** Checks the pictures when the server does not say what is wrong, as the cloud does not; loads the check on first use. */
async function diagnose(
  error: AnySemblanceError,
  pictures: ComparedPictures,
): Promise<{ picture: PictureRole; detail: string } | undefined> {
  const { diagnosePictures } = await import('./diagnose-pictures.ts');
  return diagnosePictures(error, pictures);
}

import { checkPicture } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import type { AnySemblanceError } from './any-semblance-error.ts';
import type { PictureRole } from './semblance-error.ts';
import type { ComparedPictures } from './compared-pictures.ts';

const roles = ['primary', 'secondary'] as const;

/** Finds the picture that fails the client's own check with the code of the refusal, and what is wrong with it. */
export function diagnosePictures(
  { code, picture }: AnySemblanceError,
  { bytes, serviceType }: ComparedPictures,
): { picture: PictureRole; detail: string } | undefined {
  if (bytes === undefined) return undefined;
  for (const which of picture === undefined ? roles : [picture]) {
    const checked = checkPicture(bytes[which], { which, pixelRange: serviceTypes[serviceType] });
    if (!checked.ok && checked.code === code) return { picture: which, detail: checked.detail.en };
  }
  return undefined;
}

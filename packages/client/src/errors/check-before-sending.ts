import { checkPicture, checkRank } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import type { PictureRole } from './semblance-error.ts';
import { localRefusal } from './local-refusal.ts';

/**
 * Checks both pictures as the server does: if both fail, the earlier check decides, and for the same check the first picture.
 * @throws ApiError with the server's code.
 */
export function checkBeforeSending(bytes: Readonly<Record<PictureRole, Uint8Array>>, serviceType: ServiceType): void {
  const [first] = (['primary', 'secondary'] as const)
    .flatMap((picture) => {
      const checked = checkPicture(bytes[picture], { which: picture, pixelRange: serviceTypes[serviceType] });
      return checked.ok ? [] : [{ picture, code: checked.code, detail: checked.detail.en }];
    })
    .sort((one, other) => checkRank(one.code) - checkRank(other.code));
  if (first !== undefined) throw localRefusal(first);
}

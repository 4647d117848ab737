import { uploadAddress, uploadAddressMaxBytes } from '../checks/resolve-upload-url.ts';
import { decoded } from '../record/recorded-case.ts';
import type { PictureBytes } from '../record/recorded-case.ts';
import type { UploadStore } from '../session/upload-store.ts';

/** The file of a picture parameter: from Base64, or from the address of an upload that the mock keeps. */
export function pictureContent(uploads: UploadStore): PictureBytes {
  return (content) => {
    if (content.length > uploadAddressMaxBytes) return decoded(content);
    const address = uploadAddress(new TextDecoder().decode(content));
    if (address === undefined) return decoded(content);
    return (uploads.servesHost(address.host) ? uploads.find(address.key)?.bytes : undefined) ?? content;
  };
}

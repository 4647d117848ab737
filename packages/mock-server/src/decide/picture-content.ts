import { decoded } from '../record/recorded-case.ts';
import type { PictureBytes } from '../record/recorded-case.ts';
import type { UploadStore } from '../session/upload-store.ts';

/** Longest address that can be an upload's. */
const addressMaxBytes = 2048;

/** The file behind a picture parameter: Base64, or the address of an upload that the mock keeps. */
export function pictureContent(uploads: UploadStore): PictureBytes {
  return (content) => {
    if (content.length > addressMaxBytes) return decoded(content);
    const text = new TextDecoder().decode(content);
    const { host, key } = /^\s*https?:\/\/(?<host>[^/?#]+)\/(?<key>[^?#\s]+)\s*$/i.exec(text)?.groups ?? {};
    if (host === undefined || key === undefined) return decoded(content);
    return (uploads.servesHost(host) ? uploads.find(key)?.bytes : undefined) ?? content;
  };
}

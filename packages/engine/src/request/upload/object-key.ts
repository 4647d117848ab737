import { randomBytes } from 'node:crypto';

/** A key for an upload: 192 random bits, URL-safe. */
export function makeObjectKey(): string {
  return `imagesearch/${randomBytes(24).toString('hex')}`;
}

/** Whether a key has the format of issued ones. */
export function isObjectKey(key: string): boolean {
  return /^imagesearch\/[0-9a-f]{48}$/.test(key);
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Purposes of sealed texts, which cannot be opened for another one. */
export type SealPurpose = 'security-token' | 'diagnostic-message';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a text: AES-256-GCM under a key derived from the secret (HKDF-SHA-256, the purpose as information).
 * @returns URL-safe Base64 of nonce, ciphertext and tag.
 */
export function sealText(text: string, secret: string, purpose: SealPurpose): string {
  const nonce = randomBytes(nonceBytes);
  // A first bit of 0 keeps the text from beginning with a dash, which a command line would parse as an option.
  nonce[0] = (nonce[0] ?? 0) & 0x7f;
  const cipher = createCipheriv('aes-256-gcm', deriveKey(secret, purpose), nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** Opens a sealed text; `undefined` when it was not sealed with this secret for this purpose. */
export function openSealedText(sealed: string, secret: string, purpose: SealPurpose): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(secret, purpose), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function deriveKey(secret: string, purpose: SealPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'semblance', purpose, 32));
}

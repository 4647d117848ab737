import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AnalysedPicture } from './analyser.ts';
import { decodeFeatures, encodeFeatures } from './feature-layout.ts';

/** Marks an entry and its form; as long as a multiple of four. */
const magic = Buffer.from('SMBF2\n\0\0', 'latin1');
/** Of a SHA-256, and of an HMAC by it. */
const sealBytes = 32;
const [ownerAt, sealAt, contentAt] = [magic.length, magic.length + sealBytes, magic.length + 2 * sealBytes];

/** Whose an entry is, and who may have made it. */
export interface EntrySeal {
  /** Name of the entry; one that was moved under another name is not believed. */
  readonly name: string;
  /** Secret of all who may make entries; without it a seal only shows damage. */
  readonly secret?: string | undefined;
}

/**
 * An analysed picture as bytes: mark, name (SHA-256), seal, content. The seal is the HMAC-SHA256 (RFC 2104) of all the rest, or its SHA-256
 * without a secret. `undefined` for a picture that the layout has no place for.
 */
export function toEntry(seal: EntrySeal, picture: AnalysedPicture): Buffer | undefined {
  const content = encodeFeatures(picture);
  if (content === undefined) return undefined;
  const owner = createHash('sha256').update(seal.name).digest();
  return Buffer.concat([magic, owner, sealOf(seal, owner, content), content]);
}

/**
 * The picture of an entry; `undefined` for one that is damaged, was made without the secret, is of another picture or version, or of a form
 * that no analysis has. It never throws: whoever else writes to a shared store must not be able to fail a comparison.
 */
export function fromEntry(seal: EntrySeal, entry: Uint8Array): AnalysedPicture | undefined {
  if (entry.length <= contentAt || !magic.equals(entry.subarray(0, ownerAt))) return undefined;
  const owner = createHash('sha256').update(seal.name).digest();
  if (!owner.equals(entry.subarray(ownerAt, sealAt))) return undefined;
  const content = entry.subarray(contentAt);
  if (!timingSafeEqual(sealOf(seal, owner, content), entry.subarray(sealAt, contentAt))) return undefined;
  return decodeFeatures(content);
}

function sealOf({ secret }: EntrySeal, owner: Uint8Array, content: Uint8Array): Buffer {
  const sealed = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  return sealed.update(magic).update(owner).update(content).digest();
}

import { foreignKind } from './foreign-kind.ts';
import type { ForeignPicture, NoPicture } from './foreign-kind.ts';
import { formatReaders } from './formats/registry.ts';
import type { PictureFormat } from './formats/registry.ts';
import type { Damage, HeaderFacts } from './header-facts.ts';

/** Header of a picture in one of the contract's formats. */
export interface PictureHeader extends HeaderFacts {
  readonly format: PictureFormat;
}

/** The kind of a file, and the header of a picture. */
export type PictureReading =
  /** One of the contract's formats; its variant may still be unsupported and its data damaged. */
  | { readonly kind: 'picture'; readonly header: PictureHeader }
  /** One of the contract's formats by its signature, with an unreadable header. */
  | { readonly kind: 'unreadable'; readonly format: PictureFormat; readonly damage: Damage }
  /** A picture, but of a format that is not accepted. */
  | { readonly kind: 'foreign-picture'; readonly name: ForeignPicture }
  /** Not a picture. */
  | { readonly kind: 'no-picture'; readonly looksLike: NoPicture };

const formats = Object.entries(formatReaders) as [PictureFormat, (typeof formatReaders)[PictureFormat]][];

/**
 * Recognises a file by its bytes alone; name and extension do not matter. Nothing is decoded or inflated. Never throws; time is at most
 * linear in `bytes.length` and usually some microseconds.
 *
 * @param bytes  the whole file. With only its beginning, sizes are right, but frame and scan counts and damage are not.
 */
export function readPictureHeader(bytes: Uint8Array): PictureReading {
  for (const [format, reader] of formats) {
    if (reader.matches(bytes)) {
      const reading = reader.read(bytes);
      return reading.ok
        ? { kind: 'picture', header: { format, ...reading.facts } }
        : { kind: 'unreadable', format, damage: reading.damage };
    }
  }
  return foreignKind(bytes);
}

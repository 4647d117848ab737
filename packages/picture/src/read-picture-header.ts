import { foreignKind } from './foreign-kind.ts';
import type { ForeignPicture, NoPicture } from './foreign-kind.ts';
import { formatReaders } from './formats/registry.ts';
import type { PictureFormat } from './formats/registry.ts';
import type { Damage, HeaderFacts } from './header-facts.ts';

/** A picture of one of the contract's formats, as its header describes it. */
export interface PictureHeader extends HeaderFacts {
  readonly format: PictureFormat;
}

/** What a file turned out to be. */
export type PictureReading =
  /** One of the contract's formats; its variant may still be unsupported and its data damaged. */
  | { readonly kind: 'picture'; readonly header: PictureHeader }
  /** One of the contract's formats by its signature, but the header cannot be read. */
  | { readonly kind: 'unreadable'; readonly format: PictureFormat; readonly damage: Damage }
  /** A picture, but of a format that is not accepted. */
  | { readonly kind: 'foreign-picture'; readonly name: ForeignPicture }
  /** No picture at all. */
  | { readonly kind: 'no-picture'; readonly looksLike: NoPicture };

const formats = Object.entries(formatReaders) as [PictureFormat, (typeof formatReaders)[PictureFormat]][];

/**
 * Tells what a file is from its bytes alone; a name or extension never matters. Nothing is decoded or inflated.
 * Never throws; time is at most linear in `bytes.length` and usually some microseconds.
 *
 * @param bytes  the whole file. With only its beginning, sizes are right, but frames, scans and cut-off data are not.
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

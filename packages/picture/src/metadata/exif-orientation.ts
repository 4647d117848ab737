import { hasText } from '../byte-order.ts';
import { orientationClaim, upright } from './orientation-claim.ts';
import type { OrientationClaim } from './orientation-claim.ts';
import { directoryNumber, readDirectory, readTiffLayout } from './tiff-directory.ts';

/** Tag 0x0112 of TIFF 6.0 and EXIF. */
export const orientationTag = 0x01_12;

/**
 * The orientation in an EXIF block, with or without its "Exif\0\0" prefix. Only the first directory counts: the second
 * describes the embedded thumbnail.
 */
export function readExifOrientation(block: Uint8Array): OrientationClaim {
  const structure = hasText(block, 'Exif\0') ? block.subarray(6) : block;
  const layout = readTiffLayout(structure);
  const directory = layout && readDirectory(structure, layout, layout.firstDirectoryAt);
  if (layout === undefined || directory === undefined) return upright;

  return orientationClaim(directoryNumber({ bytes: structure, layout, directory }, orientationTag, 1), 'exif');
}

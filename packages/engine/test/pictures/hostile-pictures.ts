import { cutFiles, damagedPictures, harmlessPictures } from './hostile-damage.ts';
import { foreignPictures, noPictures, polyglots, unsupportedVariants } from './hostile-formats.ts';
import { turnedPictures, uprightPictures, wrongBytes, wrongPixels } from './hostile-limits.ts';
import type { HostilePicture } from './hostile-picture.ts';

/** Every hostile or odd file with the code an engine has to answer it with. */
export const hostilePictures: readonly HostilePicture[] = [
  ...wrongBytes,
  ...noPictures,
  ...foreignPictures,
  ...unsupportedVariants,
  ...wrongPixels,
  ...turnedPictures,
  ...cutFiles,
  ...damagedPictures,
  ...polyglots,
  ...uprightPictures,
  ...harmlessPictures,
];

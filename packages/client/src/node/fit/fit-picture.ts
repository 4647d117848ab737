import { checkPicture } from '@semblance/picture';
import type { PictureCheckOptions } from '@semblance/picture';
import { pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { PictureInputError } from '../../errors/picture-input-error.ts';
import type { PictureRole } from '../../errors/semblance-error.ts';
import type { PicturePreparer, PreparedPicture } from '../../pictures/picture-preparer.ts';
import { loadSharp } from './load-sharp.ts';
import type { Sharp, SharpFactory } from './load-sharp.ts';

/** Options of fitting. */
export interface FitOptions {
  /** Largest size in bytes; default: the contract's. */
  readonly maxBytes?: number | undefined;
}

/** JPEG qualities tried before the picture is shrunk further, as they lose less than fewer pixels would. */
const qualities = [92, 85, 75] as const;
const shrinkStep = 0.85;
/** Most pixels; larger pictures are not decoded. */
const maxInputPixels = 268_402_689;

/**
 * Fits pictures to the contract's limits: turns them upright, shrinks them, encodes them again, and lists the changes. A picture within the
 * limits is not changed. One that cannot be fitted, e.g. with too few pixels, is sent unchanged, so that the server says what is wrong.
 */
export function createFitter(
  serviceType: ServiceType,
  { maxBytes = pictureMaxBytes }: FitOptions = {},
): PicturePreparer {
  const limits: Limits = { maxBytes, pixelRange: serviceTypes[serviceType] };
  return async (bytes, picture) => {
    const checked = checkPicture(bytes, { which: picture, ...limits });
    if (checked.ok || checked.code === 'NoSpecifiedPic' || checked.code === 'UnsupportedPicFormat')
      return { bytes, adjustments: [] };
    const sharp = await loadSharp();
    try {
      return await fit({ sharp, bytes, picture, limits });
    } catch (cause) {
      throw new PictureInputError(
        picture,
        `it does not fit (${checked.code}) and could not be decoded to make it fit.`,
        cause,
      );
    }
  };
}

type Limits = Required<Pick<PictureCheckOptions, 'pixelRange' | 'maxBytes'>>;

interface Task {
  readonly sharp: SharpFactory;
  readonly bytes: Uint8Array;
  readonly picture: PictureRole;
  readonly limits: Limits;
}

async function fit({ sharp, bytes, picture, limits }: Task): Promise<PreparedPicture> {
  const original = await sharp(bytes, { limitInputPixels: maxInputPixels }).metadata();
  const upright = sharp(bytes, { limitInputPixels: maxInputPixels }).autoOrient();
  const size = uprightSize(original);
  let scale = Math.min(1, limits.pixelRange.maxPixels / Math.max(size.width, size.height));
  for (;;) {
    const target = {
      width: Math.max(1, Math.floor(size.width * scale)),
      height: Math.max(1, Math.floor(size.height * scale)),
    };
    if (Math.min(target.width, target.height) < limits.pixelRange.minPixels) return { bytes, adjustments: [] };
    const written = await writeWithin(
      upright.clone().resize({ ...target, fit: 'fill' }),
      original.hasAlpha,
      limits.maxBytes,
    );
    if (written !== undefined && checkPicture(written.bytes, { which: picture, ...limits }).ok)
      return { bytes: written.bytes, adjustments: describe({ original, size, target, before: bytes.length, written }) };

    scale *= shrinkStep;
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function uprightSize({ width, height, orientation = 1 }: Size & { orientation?: number | undefined }): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

interface Written {
  readonly bytes: Uint8Array;
  readonly how: string;
}

async function writeWithin(image: Sharp, hasAlpha: boolean, maxBytes: number): Promise<Written | undefined> {
  if (hasAlpha) {
    const bytes = await image.clone().png().toBuffer();
    if (bytes.length <= maxBytes) return { bytes, how: 'PNG' };
  }
  for (const quality of qualities) {
    const bytes = await image.clone().flatten({ background: '#ffffff' }).jpeg({ quality }).toBuffer();
    if (bytes.length <= maxBytes) return { bytes, how: `JPEG of quality ${quality}` };
  }
  return undefined;
}

interface Change {
  readonly original: { readonly orientation?: number | undefined };
  readonly size: Size;
  readonly target: Size;
  readonly before: number;
  readonly written: Written;
}

function describe({ original: { orientation = 1 }, size, target, before, written }: Change): string[] {
  const isTurned = orientation !== 1;
  const isShrunk = target.width !== size.width || target.height !== size.height;
  return [
    ...(isTurned ? [`turned upright (its orientation was ${orientation})`] : []),
    ...(isShrunk ? [`shrunk from ${size.width} × ${size.height} to ${target.width} × ${target.height} pixels`] : []),
    `written as ${written.how}, ${before} to ${written.bytes.length} bytes`,
  ];
}

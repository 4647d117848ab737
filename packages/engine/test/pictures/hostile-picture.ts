import type { OperationErrorCode } from '@semblance/spec/error-policy';
import { photoLike } from '../../../picture/test/files/test-image.ts';
import type { TestImage } from '../../../picture/test/files/test-image.ts';

/** A hostile file, and what an engine has to answer when it is the primary picture. */
export interface HostilePicture {
  readonly name: string;
  /** Makes the file. Deterministic. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /**
   * The code for the primary picture of a generic search instance; `null` where the picture is odd but whole and must
   * be scored.
   */
  readonly expectedCode: OperationErrorCode | null;
}

/** Pictures of one kind that share their answer. */
export function expecting(
  expectedCode: OperationErrorCode | null,
  files: Readonly<Record<string, HostilePicture['bytes']>>,
): HostilePicture[] {
  return Object.entries(files).map(([name, bytes]) => ({ name, bytes, expectedCode }));
}

/** The picture most files are made of: the smallest that is comfortably inside the limits. */
export const ordinary: TestImage = photoLike(160, 128);

/** The code the same file earns as the secondary picture. */
export function codeAsSecondary(code: OperationErrorCode | null): OperationErrorCode | null {
  return code === 'InvalidPrimaryPicContent' ? 'InvalidSecondaryPicContent' : code;
}

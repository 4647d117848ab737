import { open } from 'node:fs/promises';
import { checkPicture } from '@semblance/picture';
import type { WhichPicture } from '@semblance/picture';
import { pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import type { CheckedPicture } from '../../compare/analyser.ts';
import type { Result } from '../../result.ts';

/** Why a pair has no score: a code of the contract or of this command, and a message for the user. */
export interface PairProblem {
  readonly errorCode: string;
  readonly errorMessage: string;
}

/** Code of an unreadable file, the same as in the client's command line. */
export const fileUnreadable = 'PictureInputInvalid';

/** Reads a file, and stops when it is too large for a picture. @failure what is wrong, and what to do */
export async function readBounded(path: string): Promise<Result<Uint8Array, string>> {
  const file = await open(path).catch(problemOf);
  if (typeof file === 'string') return { ok: false, failure: file };
  try {
    const { size } = await file.stat();
    const bytes = Buffer.allocUnsafe(Math.min(size, pictureMaxBytes + 1));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return { ok: true, value: bytes.subarray(0, bytesRead) };
  } catch (error) {
    return { ok: false, failure: problemOf(error) };
  } finally {
    await file.close();
  }
}

const reasons: Readonly<Record<string, string>> = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' };

/** Describes an error of the file system; anything else is a bug and rethrown. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) throw error;
  const code = String(error.code);
  return `${reasons[code] ?? `it cannot be read (${code})`}. Name a picture file.`;
}

/** Checks the bytes of a file like the service checks those of a request. */
export function checkFile(
  path: string,
  bytes: Uint8Array,
  { which, serviceType }: { readonly which: WhichPicture; readonly serviceType: ServiceType },
): Result<CheckedPicture, PairProblem> {
  const check = checkPicture(bytes, { which, pixelRange: serviceTypes[serviceType] });
  if (check.ok) return { ok: true, value: { bytes, header: check.header } };
  return { ok: false, failure: { errorCode: check.code, errorMessage: `${path}: ${check.detail.en}` } };
}

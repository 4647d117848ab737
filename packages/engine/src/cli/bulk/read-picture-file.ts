import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { checkPicture } from '@semblance/picture';
import type { WhichPicture } from '@semblance/picture';
import { pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { systemErrorText } from '@semblance/wire/system-error';
import type { CheckedPicture } from '../../compare/analyser.ts';
import type { Result } from '../../result.ts';

/** Why a pair has no score: a code of the contract or of this command, and a message for the user. */
export interface PairProblem {
  readonly errorCode: string;
  readonly errorMessage: string;
}

/** Code of an unreadable file, the same as in the client's command line. */
export const fileUnreadable = 'PictureInputInvalid';

/** Reads a file, or a pipe, and stops when it is too large for a picture. @failure what is wrong, and what to do */
export async function readBounded(path: string): Promise<Result<Uint8Array, string>> {
  const file = await open(path).catch(problemOf);
  if (typeof file === 'string') return { ok: false, failure: file };
  try {
    const facts = await file.stat();
    // A pipe does not say how much is to come.
    const most = facts.isFile() ? Math.min(facts.size, pictureMaxBytes + 1) : pictureMaxBytes + 1;
    return { ok: true, value: await readUpTo(file, most) };
  } catch (error) {
    return { ok: false, failure: problemOf(error) };
  } finally {
    await file.close();
  }
}

async function readUpTo(file: FileHandle, most: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(most);
  for (let length = 0; ;) {
    const { bytesRead } = await file.read(bytes, length, most - length);
    length += bytesRead;
    if (bytesRead === 0 || length === most) return bytes.subarray(0, length);
  }
}

/** Describes an error of the file system; anything else is a bug and rethrown. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) throw error;
  return `${systemErrorText(error)}. Name a picture file.`;
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

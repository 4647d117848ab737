import { access, constants } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemErrorText } from '@semblance/wire/system-error';
import { StartError } from '../../config/start-error.ts';
import { makeFolder } from '../../make-folder.ts';
import { openRunDirectory } from './run-directory.ts';

/** Directory of an engine's state: certificate, uploads, and data that survives a restart. */
export interface StateDirectory {
  readonly path: string;
  /** Whether none was configured; it is then private, temporary and deleted at the end. */
  readonly isTemporary: boolean;
  readonly close: () => Promise<void>;
  /** Like `close`, synchronously. */
  readonly abandon: () => void;
}

/**
 * Opens the configured directory, or a temporary one. Several engines may share one.
 * @failure StartError when it cannot be created or written.
 */
export async function openStateDirectory(configured: string | undefined): Promise<StateDirectory> {
  if (configured === undefined) {
    const run = await openRunDirectory({ parent: tmpdir(), prefix: 'semblance-state-' }).catch((error: unknown) => {
      throw unusable(tmpdir(), error);
    });
    return { ...run, isTemporary: true };
  }
  const directory = path.resolve(configured);
  await prepareDirectory(directory);
  return { path: directory, isTemporary: false, close: async () => undefined, abandon: () => undefined };
}

/** Creates a directory of the state if necessary and checks that it is writable. @failure StartError */
export async function prepareDirectory(directory: string, setting = 'stateDirectory'): Promise<void> {
  try {
    await makeFolder(directory, 0o700);
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(directory, error, setting);
  }
}

function unusable(directory: string, error: unknown, setting = 'stateDirectory'): StartError {
  const flag = setting === 'stateDirectory' ? ' or --state-directory' : '';
  return new StartError(
    `${setting} ${directory}: it cannot be written: ${systemErrorText(error)}; name a directory of this user's with ${setting} in the configuration${flag}`,
  );
}

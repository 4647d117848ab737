import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder and those it lies in, like `mkdir` with `recursive`, which never ends where a system says of a folder that is there that
 * it is not, as Linux does in `/proc`.
 * @param mode  rights of the folders it makes; default 0o777, less the process's mask.
 * @failure rejects with the system's error.
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  const whole = path.resolve(folder);
  const error = await mkdir(whole, { mode }).catch(asError);
  if (error === undefined) return;
  if (error.code === 'ENOENT' && !(await isFolder(path.dirname(whole)))) {
    await makeFolder(path.dirname(whole), mode);
    await mkdir(whole, { mode }).catch(unlessThere(whole));
    return;
  }
  await unlessThere(whole)(error);
}

const asError = (error: NodeJS.ErrnoException): NodeJS.ErrnoException => error;

const isFolder = async (folder: string): Promise<boolean> =>
  stat(folder).then(
    (facts) => facts.isDirectory(),
    () => false,
  );

/** Another process may have made the folder, and a folder may be there on a disk that can only be read. */
const unlessThere =
  (folder: string) =>
  async (error: NodeJS.ErrnoException): Promise<void> => {
    if (!(await isFolder(folder))) throw error;
  };

import { isPictureInputError } from '@semblance/client';
import type { Client, PictureCheck, ServiceType } from '@semblance/client';
import { createClient, file } from '@semblance/client/node';
import { exitCodes } from './exit-code.ts';
import type { Output } from './output.ts';

/** Options of `check`. */
export interface CheckCommandOptions {
  readonly json?: boolean;
  readonly serviceType?: ServiceType;
}

/** The result for a file: that of the check, or why the file cannot be read. */
type FileCheck = PictureCheck | { readonly ok: false; readonly code: 'PictureInputInvalid'; readonly problem: string };

/**
 * Checks files against the contract's limits and reports what is wrong with each. An unreadable file does not stop the others.
 * @returns the exit code.
 */
export async function checkFiles(
  paths: readonly string[],
  { json: asJson = false, serviceType }: CheckCommandOptions,
  output: Output,
): Promise<number> {
  // A check never uses the network, so any valid address will do.
  const client = createClient({
    endpoint: 'http://localhost',
    instanceName: 'unused',
    credentials: false,
    serviceType,
  });
  let exitCode: number = exitCodes.ok;
  for (const path of paths) {
    const checked = await checkFile(client, path);
    if (!checked.ok) exitCode = exitCodes.picture;
    output.out(asJson ? JSON.stringify({ file: path, ...checked }) : describe(path, checked));
  }
  return exitCode;
}

async function checkFile(client: Client, path: string): Promise<FileCheck> {
  try {
    return await client.check(file(path));
  } catch (error) {
    if (!isPictureInputError(error)) throw error;
    return { ok: false, code: error.code, problem: error.message.replace(/^The primary picture: /, '') };
  }
}

function describe(path: string, checked: FileCheck): string {
  if (checked.ok)
    return `ok      ${path}: ${checked.picture.format}, ${checked.picture.width} × ${checked.picture.height} pixels`;
  return `refused ${path}: ${'problem' in checked ? checked.problem : `${checked.code}. ${checked.detail.en}`}`;
}

import { createClient, file } from '@semblance/client/node';
import { exitCodes } from './exit-code.ts';
import type { Output } from './output.ts';

/** Checks files against the contract's limits and says what is wrong with each. @returns the exit code. */
export async function checkFiles(paths: readonly string[], asJson: boolean, output: Output): Promise<number> {
  /** A check never uses the network; the address only has to be one. */
  const client = createClient({ endpoint: 'http://localhost', instanceName: 'unused' });
  let exitCode: number = exitCodes.ok;
  for (const path of paths) {
    const checked = await client.check(file(path));
    if (!checked.ok) exitCode = exitCodes.picture;
    if (asJson) {
      output.out(JSON.stringify({ file: path, ...checked }));
    } else if (checked.ok) {
      output.out(
        `ok      ${path}: ${checked.picture.format}, ${checked.picture.width} × ${checked.picture.height} pixels`,
      );
    } else {
      output.out(`refused ${path}: ${checked.code}. ${checked.detail.en}`);
    }
  }
  return exitCode;
}

import { fileURLToPath } from 'node:url';
import { compile, formatDiagnostic, NodeHost } from '@typespec/compiler';
import type { Program } from '@typespec/compiler';

/** Folder of the contract's sources. */
export const specDirectory: string = fileURLToPath(new URL('..', import.meta.url));

/** Compiles the contract. @throws for any diagnostic, warnings included. */
export async function compileContract(main: string = `${specDirectory}main.tsp`): Promise<Program> {
  const program = await compile(NodeHost, main, { noEmit: true });
  if (program.diagnostics.length > 0)
    throw new Error(program.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'));

  return program;
}

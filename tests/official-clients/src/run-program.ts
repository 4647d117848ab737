import { execFile } from 'node:child_process';

/** What a sample printed last. */
export interface ProgramResult {
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Where and with what a sample runs. */
export interface ProgramOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly directory?: string;
}

/** Runs a sample and reads the last line it prints: JSON, or the score alone. @failure rejects when there is neither. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  { env, directory }: ProgramOptions,
): Promise<ProgramResult> {
  const options = { env: { ...process.env, ...env }, cwd: directory, timeout: 80_000 };
  return new Promise((resolve, reject) => {
    execFile(program, [...parameters], options, (_error, stdout, stderr) => {
      const last = stdout.trim().split('\n').at(-1) ?? '';
      if (last.startsWith('{')) resolve({ answer: JSON.parse(last) as Record<string, unknown> });
      else if (/^[\d.]+$/.test(last)) resolve({ answer: { Score: Number(last) } });
      else reject(new Error(`${program} printed no answer: ${stdout}${stderr}`));
    });
  });
}

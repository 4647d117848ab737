import process from 'node:process';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** What was read: as `parseArgs` of Node gives it. */
export type CommandLine<Config extends ParseArgsConfig> = ReturnType<typeof parseArgs<Config>>;

/** Numbers that an option takes. */
export interface NumberRange {
  readonly from: number;
  readonly to?: number;
  /** Fractions are taken too. */
  readonly fractions?: boolean;
}

/**
 * Reads what a script of this repository was given. `--help` prints the help and ends the script; what the script does not know is refused
 * before anything is done.
 * @param help  every option and an example; printed with each refusal.
 * @param config  options as `parseArgs` takes them, without `--help`; default: none.
 */
export function readCommandLine<const Config extends ParseArgsConfig = object>(
  help: string,
  config?: Config,
): CommandLine<Config> {
  const parameters = config?.args ?? process.argv.slice(2);
  if (parameters.includes('--help') || parameters.includes('-h')) {
    process.stdout.write(`${help.trimEnd()}\n`);
    process.exit(0);
  }
  try {
    return parseArgs<Config>(config);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    // What comes after the first sentence is about Node's own rules of dashes.
    return refuseCommandLine((error as Error).message.split(/\. |\n/)[0] ?? '', help);
  }
}

/** Says what is wrong with the command line and what may be given; ends the script with 2. */
export function refuseCommandLine(reason: string, help: string): never {
  process.stderr.write(`${reason.replace(/\.?$/, '.')}\n\n${help.trimEnd()}\n`);
  process.exit(2);
}

/**
 * The number of an option, or a refusal that names the option.
 * @param option  with its dashes.
 */
export function readNumber(
  option: string,
  text: string,
  { from, to, fractions, help }: NumberRange & { readonly help: string },
): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const isWanted = fractions === true ? Number.isFinite(value) : Number.isSafeInteger(value);
  if (isWanted && value >= from && value <= (to ?? Infinity)) return value;
  const kind = fractions === true ? 'a number' : 'a whole number';
  const bounds = to === undefined ? `of ${from} or more` : `from ${from} to ${to}`;
  return refuseCommandLine(`${option} takes ${kind} ${bounds}, not "${text}"`, help);
}

import process from 'node:process';

/** The environment of a command that a test starts: where programs are and what Node has compiled before, and of the rest only what is named. */
export function ownEnvironment(named: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }), ...named };
}

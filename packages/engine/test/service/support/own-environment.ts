import process from 'node:process';

const kept = ['PATH', 'NODE_COMPILE_CACHE'];

/** The environment of a command that a test starts: where programs are and what Node has compiled before, and of the rest only what is named. */
export function ownEnvironment(named: Readonly<Record<string, string>>): Record<string, string> {
  const own = kept.flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(own), ...named };
}

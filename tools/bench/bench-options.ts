import { readCommandLine, readNumber } from '../../scripts/command-line.ts';

/**
 * Reads a benchmark's options: its counts, and `--json`.
 * @param name  as `npm run bench -- NAME` has it.
 * @param defaults  of the counts by their names, all 1 or more.
 */
export function readBenchOptions<Count extends string>(
  name: string,
  defaults: Readonly<Record<Count, number>>,
): Readonly<Record<Count, number>> & { readonly json: boolean } {
  const counts = Object.entries<number>(defaults) as [Count, number][];
  const lines = counts.map(([count, value]) => `  ${`--${count} N`.padEnd(20)}how many ${count} (${value})`);
  const help = [
    `npm run bench -- ${name} [options]`,
    '',
    ...lines,
    '  --json              print the figures as JSON',
  ].join('\n');
  const options = Object.fromEntries(counts.map(([count]) => [count, { type: 'string' as const }]));
  const { values } = readCommandLine(help, { options: { ...options, json: { type: 'boolean' } } });
  const given: Readonly<Record<string, string | boolean | undefined>> = values;
  const read = ([count, value]: readonly [Count, number]): readonly [Count, number] => [
    count,
    readNumber(`--${count}`, String(given[count] ?? value), { from: 1, help }),
  ];
  return { ...(Object.fromEntries(counts.map(read)) as Record<Count, number>), json: given['json'] === true };
}

import process from 'node:process';
import { readCommandLine, refuseCommandLine } from '../../scripts/command-line.ts';

/** Runs the benchmarks by name: `npm run bench -- service decode`; without a name, the one of the served engine. */
const benchmarks: Readonly<Record<string, string>> = {
  cpu: 'CPU time of a served pair by process, beside decoding and network alone',
  peers: 'CPU time of a pair beside other ways to compare pictures',
  memory: 'whether an engine grows while it compares',
  service: 'time per pair in the served engine, beside decoding alone',
  decode: 'decoding per format, beside sharp with its defaults',
  similarity: 'time per picture and per pair of each feature',
};

const lines = Object.entries(benchmarks).map(([name, about]) => `  ${name.padEnd(12)}${about}`);
const help = `npm run bench -- [name …] [options]

${lines.join('\n')}

npm run bench -- NAME --help tells the options of one.
`;
const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => word.startsWith('-'));
const names = firstOption < 0 ? words : words.slice(0, firstOption);
const unknown = names.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined) refuseCommandLine(`There is no benchmark "${unknown}"`, help);
const options = words.slice(names.length);
// Without a name the help is that of all.
if (names.length === 0 && options.includes('--help')) readCommandLine(help);
// A benchmark reads its own options: its name is not among them.
process.argv.splice(2, words.length, ...options);
for (const name of names.length === 0 ? ['service'] : names) {
  process.stderr.write(`${name}: ${benchmarks[name] ?? ''}\n`);
  await import(`./${name === 'cpu' ? 'served-cpu' : name}.ts`);
}

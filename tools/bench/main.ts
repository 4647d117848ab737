/** Runs the benchmarks by name: `npm run bench -- service decode`; without a name, the one of the served engine. */
const benchmarks: Readonly<Record<string, string>> = {
  cpu: 'CPU time of a served pair by process, beside decoding and network alone',
  peers: 'CPU time of a pair beside other ways to compare pictures',
  memory: 'whether an engine grows while it compares',
  service: 'time per pair in the served engine, beside decoding alone',
  decode: 'decoding per format, beside sharp with its defaults',
  similarity: 'time per picture and per pair of each feature',
};

const names = process.argv.slice(2).filter((argument) => Object.hasOwn(benchmarks, argument));
if (process.argv.includes('--help')) {
  const lines = Object.entries(benchmarks).map(([name, about]) => `  ${name.padEnd(12)}${about}`);
  process.stdout.write(`npm run bench -- [name …]\n\n${lines.join('\n')}\n`);
} else {
  // A benchmark reads its own options: its name is not among them.
  process.argv = process.argv.filter((argument, at) => at < 2 || !names.includes(argument));
  for (const name of names.length === 0 ? ['service'] : names) {
    process.stderr.write(`${name}: ${benchmarks[name] ?? ''}\n`);
    await import(`./${name === 'cpu' ? 'served-cpu' : name}.ts`);
  }
}

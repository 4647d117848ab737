import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCommandLine, refuseCommandLine } from '../../scripts/command-line.ts';
import { drillConfig } from './drill-config.ts';
import { hasTracer } from './engine-process.ts';
import { openSmallDisk } from './faults.ts';
import { runLoadLevels } from './load-levels.ts';
import { outboundAttempts } from './outbound.ts';
import { printTable } from './report.ts';
import type { Finding } from './report.ts';
import { runStages } from './stages.ts';
import type { Drill } from './stages.ts';

/**
 * A fault drill: mixed accounts call an engine while it is broken in every way its operators may meet.
 * Exits with 0 when no answer was lost, none was a server error, nobody was treated unfairly, nothing was left over and nothing left the machine.
 */
const help = `npm run drill -- [load] [options]

Calls an engine with mixed accounts while it is broken in every way its operators may meet; with "load", with more
callers than it can serve. Exits with 0 when nothing was lost.

  --short     less than a minute
  --keep      keep the folder of the run

  npm run drill -- load --short
`;
const { values: options, positionals } = readCommandLine(help, {
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => name !== 'load');
if (unknown !== undefined) refuseCommandLine(`There is no drill "${unknown}", only load`, help);
const isShort = options.short;
if (positionals.length > 0) process.exit((await runLoadLevels({ isShort })) ? 0 : 1);
const home = mkdtempSync(path.join(tmpdir(), 'semblance-drill-'));
const inHome = (name: string): string => {
  const directory = path.join(home, name);
  mkdirSync(directory, { recursive: true });
  return directory;
};

const disk = openSmallDisk(inHome('disk'));
const config = path.join(home, 'engine.yaml');
const clockFile = path.join(home, 'clock');
const trace = hasTracer() ? path.join(home, 'trace') : undefined;
const directories = { cache: path.join(disk.directory, 'cache'), audit: path.join(disk.directory, 'audit.log') };
writeFileSync(config, JSON.stringify(drillConfig(directories)));
writeFileSync(clockFile, '0');
const temporaryDirectory = inHome('tmp');
const stateDirectory = path.join(disk.directory, 'state');
const drill: Drill = {
  setup: { config, stateDirectory, clockFile, temporaryDirectory, trace },
  disk,
  cacheDirectory: directories.cache,
  isShort,
  writeConfig: (text) => writeFileSync(config, text),
  goodConfig: (rate) => JSON.stringify(drillConfig(directories, rate)),
};

let findings: readonly Finding[] = [];
try {
  findings = [...(await runStages(drill)), leftFiles(), outbound()];
} finally {
  disk.release();
}
printTable(findings);
if (options.keep) console.log(`kept: ${home}`);
else rmSync(home, { recursive: true, force: true });
process.exitCode = findings.every(({ count }) => count === 0) ? 0 : 1;

/** What a stopped engine may not leave: pictures, drafts, directories of its run. */
function leftFiles(): Finding {
  const uploads = path.join(stateDirectory, 'uploads');
  const left = [
    ...readdirSync(temporaryDirectory).filter((name) => name.startsWith('semblance')),
    ...readdirSync(uploads),
    ...readdirSync(directories.cache).filter((name) => name.endsWith('.draft')),
  ];
  return { what: 'files left over', count: left.length, detail: left.slice(0, 5).join(', ') };
}

function outbound(): Finding {
  if (trace === undefined) return { what: 'outbound attempts', count: 0, detail: 'not measured: install strace' };
  const attempts = outboundAttempts(trace);
  return {
    what: 'outbound attempts',
    count: attempts.length,
    detail: attempts[0] ?? 'every connect and sendto of all processes traced',
  };
}

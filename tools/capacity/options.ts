import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCommandLine, readNumber, refuseCommandLine } from '../../scripts/command-line.ts';
import type { CapacityFile } from './capacity-file.ts';
import { plannedCores, plannedPairs } from './plan.ts';

/** Cores of the machines that are simulated. */
export const modelledCores = [1, 2, 4, 8, 16, 32] as const;
const coreWords = `${modelledCores.slice(0, -1).join(', ')} or ${modelledCores.at(-1)}`;

const help = `npm run capacity -- [options]

Measures (about five minutes; best on a machine that does nothing else):
  CPU and memory of a pair by kind of picture, with one worker and one call at a time;
  latency against load with one worker, to which a model of queues is fitted, and with two, by which it is checked.
Then it simulates machines of 1 to 32 cores and says what to set.

  --pairs N           pairs measured of each kind (30)
  --seconds N         seconds of each load (20)
  --manifest FILE     measure with a model of your own
  --from FILE         do not measure: take the results of an earlier run
  --out FILE          write the results
  --svg FILE          draw them
  --for N             what to set for N pairs a second (else ${plannedPairs.join(', ')})
  --cores N           on machines of up to so many cores: ${coreWords} (${plannedCores})
  --json              print the results as JSON
  --write             for this repository: write tools/capacity/generated and the pages of the documentation
`;

/** What `npm run capacity` was asked for. */
export interface CapacityOptions {
  readonly pairs: number;
  readonly seconds: number;
  readonly manifest: string | undefined;
  /** Results of an earlier run. */
  readonly from: CapacityFile | undefined;
  readonly out: string | undefined;
  readonly svg: string | undefined;
  /** Pairs a second. */
  readonly for: number | undefined;
  readonly cores: number;
  readonly json: boolean;
  readonly write: boolean;
}

/** Reads the command line; what cannot be used is refused before five minutes of measuring. */
export function readCapacityOptions(): CapacityOptions {
  const { values } = readCommandLine(help, {
    options: {
      pairs: { type: 'string', default: '30' },
      seconds: { type: 'string', default: '20' },
      manifest: { type: 'string' },
      from: { type: 'string' },
      out: { type: 'string' },
      svg: { type: 'string' },
      for: { type: 'string' },
      cores: { type: 'string', default: String(plannedCores) },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const { manifest, from, out, svg, json, write } = values;
  if (manifest !== undefined) readText('--manifest', manifest);
  if (out !== undefined) checkFolder('--out', out);
  if (svg !== undefined) checkFolder('--svg', svg);
  return {
    pairs: readNumber('--pairs', values.pairs, { from: 1, help }),
    seconds: readNumber('--seconds', values.seconds, { from: 1, help }),
    for: values.for === undefined ? undefined : readNumber('--for', values.for, { from: 0.01, fractions: true, help }),
    cores: readCores(values.cores),
    from: from === undefined ? undefined : readResults(from),
    manifest,
    out,
    svg,
    json,
    write,
  };
}

function readCores(text: string): number {
  const cores = modelledCores.find((count) => String(count) === text);
  return cores ?? refuseCommandLine(`--cores takes ${coreWords}, not "${text}"`, help);
}

function readText(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return refuseCommandLine(`${option} ${file} cannot be read: ${(error as Error).message}`, help);
  }
}

function checkFolder(option: string, file: string): void {
  try {
    accessSync(path.dirname(file), constants.W_OK);
  } catch (error) {
    refuseCommandLine(`${option} ${file} cannot be written: ${(error as Error).message}`, help);
  }
}

function readResults(file: string): CapacityFile {
  const text = readText('--from', file);
  try {
    const results = JSON.parse(text) as Partial<CapacityFile>;
    if (Array.isArray(results.kinds) && Array.isArray(results.fitted)) return results as CapacityFile;
  } catch {
    // Told below: whatever it is, it was not written by --out.
  }
  return refuseCommandLine(`--from ${file} holds no results; write them with --out`, help);
}

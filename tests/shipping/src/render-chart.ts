import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';

/** An object of Kubernetes as a manifest has it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

const run = promisify(execFile);
const goLibraries = '/usr/share/gocode';
const chart = path.resolve(import.meta.dirname, '../../../deploy/helm/semblance');
const renderer = path.resolve(import.meta.dirname, '../render-chart/main.go');

/** Whether Go and the libraries that Helm renders with are there: golang-go, golang-github-masterminds-sprig-dev, golang-k8s-sigs-yaml-dev. */
export const canRender: boolean =
  existsSync('/usr/bin/go') &&
  existsSync(`${goLibraries}/src/github.com/Masterminds/sprig`) &&
  existsSync(`${goLibraries}/src/sigs.k8s.io/yaml`);

/**
 * Renders the chart with values over its own; what a template refuses is thrown as an error with its message.
 * @param values  as a values file has them.
 */
export async function renderChart(values: object): Promise<readonly Manifest[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'semblance-chart-'));
  try {
    const file = path.join(folder, 'values.json');
    await writeFile(file, JSON.stringify(values));
    const { stdout } = await run('go', ['run', renderer, chart, file, 'trial', 'default'], {
      env: { ...process.env, GO111MODULE: 'off', GOPATH: goLibraries, GOFLAGS: '', GOCACHE: goCache() },
    });
    const files = JSON.parse(stdout) as Readonly<Record<string, string>>;
    return Object.entries(files)
      .filter(([name]) => name.endsWith('.yaml'))
      .flatMap(([, text]) => parseAllDocuments(text))
      .map((document) => {
        if (document.errors[0] !== undefined) throw document.errors[0];
        return document.toJS() as Manifest | null;
      })
      .filter((manifest) => manifest !== null);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Compiled libraries are kept between runs, in the place that caches have. */
function goCache(): string {
  return process.env['GOCACHE'] ?? path.join(tmpdir(), `semblance-go-${process.getuid?.() ?? 0}`);
}

import { spawnSync } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from '../command-line.ts';
import { apply, contractChanges, handWork, newAction, newCode } from './changes.ts';
import { createScratchCopy } from './scratch-copy.ts';
import { typeProblems } from './type-check.ts';

/**
 * The drill: changes the contract in a copy as an owner might (a 40th code, a field of every type, an action without pictures, other limits),
 * generates, type-checks and asks mock and engine. It fails when a change needs more than the contract, save what the compiler names.
 */
readCommandLine(
  'npm run drill:contract\n\nChanges the contract in a copy and says what else has to change. It takes no options; SEMBLANCE_KEEP_DRILL=1 keeps the copy.',
);
const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const started = performance.now();
let failures = 0;

function report(ok: boolean, what: string): void {
  if (!ok) failures += 1;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${what}`);
}

function run(directory: string, script: string): { readonly ok: boolean; readonly output: string } {
  const parameters = ['--conditions=@semblance/source', '--disable-warning=ExperimentalWarning', script];
  const result = spawnSync(process.execPath, parameters, { cwd: directory, encoding: 'utf8', timeout: 600_000 });
  return { ok: result.status === 0, output: `${result.stdout}${result.stderr}` };
}

function lap(): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

async function drill(directory: string): Promise<void> {
  await apply(directory, contractChanges);
  const generated = run(directory, 'spec/emit/main.ts');
  report(generated.ok, `the changed contract generates (${lap()})${generated.ok ? '' : `\n${generated.output}`}`);
  if (!generated.ok) return;
  await checkDocument(directory);
  const problems = await typeProblems(directory);
  const named = (file: string, name: string): boolean =>
    problems.some((problem) => problem.file.endsWith(file) && problem.text.includes(name));
  report(named('answer/reach.ts', newCode.name), `the compiler asks for the engine's reason of ${newCode.name}`);
  report(
    named('request/service.ts', newAction.name),
    `the compiler asks for the engine's handler of ${newAction.name}`,
  );
  const others = problems.filter(({ file }) => !/answer\/reach\.ts$|request\/service\.ts$/.test(file));
  report(
    others.length === 0,
    `nothing else is asked for (${lap()})${others.map(({ text }) => `\n  ${text}`).join('')}`,
  );
  await apply(directory, handWork);
  const left = await typeProblems(directory);
  report(
    left.length === 0,
    `with both written, all packages compile (${lap()})${left.map(({ text }) => `\n  ${text}`).join('')}`,
  );
  const probes = run(directory, 'drill-probes.ts');
  for (const line of probes.output.trim().split('\n'))
    report(line.startsWith('ok '), line.replace(/^(ok|FAILED) /, ''));
  report(probes.ok, `mock and engine were asked (${lap()})`);
}

/** The document describes the new action, code and fields, in both languages. */
async function checkDocument(directory: string): Promise<void> {
  for (const name of ['openapi.json', 'openapi.zh.json']) {
    const document = await readFile(join(directory, 'spec/generated', name), 'utf8');
    const wanted = [
      `"operationId": "${newAction.name}"`,
      `"const": "${newCode.name}"`,
      '"DrillTexts"',
      '10,485,760',
      '64 ',
      '5000',
    ];
    const missing = wanted.filter((text) => !document.includes(text));
    report(
      missing.length === 0,
      `${name} has the action, the code, the fields and the limits${missing.map((text) => `; not ${text}`).join('')}`,
    );
  }
}

// A fresh checkout has no network yet, and a copy cannot convert one: its development dependencies stay behind.
const model = run(join(repository, 'tools'), 'model/write-model.ts');
if (!model.ok) report(false, `the network is there\n${model.output}`);
const copy = await createScratchCopy(repository);
try {
  await cp(join(repository, 'scripts/drill/probes.ts'), join(copy.directory, 'drill-probes.ts'));
  await cp(join(repository, 'scripts/drill/changes.ts'), join(copy.directory, 'changes.ts'));
  await drill(copy.directory);
} finally {
  if (process.env['SEMBLANCE_KEEP_DRILL'] === undefined) await copy.remove();
  else console.log(`kept: ${copy.directory}`);
}
console.log(`${failures === 0 ? 'the drill passed' : `${failures} of the drill's checks failed`} in ${lap()}`);
process.exitCode = failures === 0 ? 0 : 1;

import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { addModel } from '../model/add/add-model.ts';
import type { AddedFile, AddedModel } from '../model/add/add-model.ts';
import { hubOf } from '../model/add/hub-address.ts';
import { planAddition, readyModels } from '../model/add/plan-addition.ts';
import type { Addition } from '../model/add/plan-addition.ts';
import { packageFolder } from '../model/package-folder.ts';
import { fitManifest } from './fit-manifest.ts';
import type { FittedManifest } from './fit-manifest.ts';
import { showProgress } from './model-progress.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance model add`. */
export interface ModelAddFlags {
  readonly from?: string;
  readonly manifest?: string;
  readonly to?: string;
  readonly maxBytes: number;
  readonly timeout: number;
  readonly calibrate: boolean;
  readonly json?: true;
}

/** The result; printed with `--json`. */
interface ModelAddition extends AddedModel {
  readonly name: string;
  readonly licence: string | undefined;
  readonly dimensions: number;
  readonly calibration: Omit<FittedManifest, 'dimensions'> | undefined;
}

/** Default folder of models, without `--to`. */
export function modelsFolder(): string {
  return path.join(homedir(), '.semblance', 'models');
}

/** Downloads or imports a model, checks it, calibrates it on the bundled pictures, and explains how to use it. */
export async function addModelFiles(what: string | undefined, flags: ModelAddFlags): Promise<void> {
  if (what === undefined) throw new CommandError(await noName());
  const quiet = flags.json === true;
  const say = (line: string): void => void (quiet || process.stderr.write(`${line}\n`));
  const addition = await planAddition({ what, from: flags.from, manifest: flags.manifest, environment: process.env });
  if (!addition.ok) throw new CommandError(addition.failure);
  const folder = flags.to ?? path.join(modelsFolder(), addition.value.manifest.name);
  say(announcement(addition.value, folder));
  const shown = showProgress(process.stderr);
  const added = await addModel(addition.value, {
    folder,
    environment: process.env,
    maxBytes: flags.maxBytes,
    deadlineMs: flags.timeout * 1000,
    ...(quiet ? {} : { progress: shown.show }),
  }).finally(shown.stop);
  if (!added.ok) throw new CommandError(added.failure);
  say(flags.calibrate ? 'checking it, and calibrating it on the bundled pictures …' : 'checking it …');
  const { dimensions, ...fitted } = await fitOrForget(added.value, flags.calibrate ? bundledPairs() : undefined);
  const { name, licence } = addition.value.manifest;
  const calibration = flags.calibrate ? fitted : undefined;
  const outcome: ModelAddition = { name, licence, ...added.value, dimensions, calibration };
  process.stdout.write(quiet ? `${JSON.stringify(outcome, undefined, 2)}\n` : describe(outcome));
}

/** Calibrates a model, or forgets its checksum if it cannot be opened. */
async function fitOrForget({ manifestFile }: AddedModel, pairs: string | undefined): Promise<FittedManifest> {
  try {
    return await fitManifest(manifestFile, { pairs });
  } catch (error) {
    await rm(manifestFile, { force: true });
    throw error;
  }
}

function bundledPairs(): string {
  return path.join(packageFolder(), 'models', 'pictures', 'pairs.csv');
}

async function noName(): Promise<string> {
  return `name a model: ${(await readyModels()).join(', ')}; or a URL, or a file. See semblance model add --help`;
}

function announcement({ manifest, source }: Addition, folder: string): string {
  const from = source.kind === 'file' ? source.file : source.files.map(({ url }) => new URL(url).host)[0];
  const licence = manifest.licence === undefined ? '' : `, licence ${manifest.licence}`;
  const mirror =
    source.kind === 'remote' && hubOf(process.env) === 'https://huggingface.co'
      ? ' (slow or blocked? set HF_ENDPOINT to a mirror)'
      : '';
  return `${manifest.name}${licence}: from ${from ?? ''} into ${folder}${mirror}`;
}

const checkWords: Readonly<Record<AddedFile['checkedAgainst'], string>> = {
  pinned: 'as pinned',
  hub: 'as the hub states',
  recorded: 'recorded now: no checksum was known before',
  present: 'was there already, as pinned',
};

function describe({ name, manifestFile, files, dimensions, calibration }: ModelAddition): string {
  const lines = files.map(
    ({ file, sha256, checkedAgainst }) => `  ${file}\n    sha256 ${sha256}, ${checkWords[checkedAgainst]}`,
  );
  const fit =
    calibration?.fit === undefined
      ? ['  calibration: the manifest’s rule of thumb']
      : [
          `  calibrated on ${calibration.fit.pairs} bundled pairs: ROC area ${calibration.fit.rocArea.toFixed(3)} (0.5 is chance, 1 perfect).`,
          '  They are drawn objects: fit it to pairs of your own before you trust a threshold (semblance calibrate).',
        ];
  return [
    '',
    `  ${name}: ready, ${dimensions} values a picture`,
    ...lines,
    ...fit,
    '',
    '  Next:',
    `    semblance compare --model ${manifestFile} a.jpg b.jpg`,
    `    in the engine's configuration:  profiles: [{ name: ${name}, manifest: ${manifestFile} }]`,
    '',
    '',
  ].join('\n');
}

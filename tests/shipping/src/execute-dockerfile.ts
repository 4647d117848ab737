import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { copyContext } from './build-context.ts';
import { makeRoot, npmCacheFolder, startInRoot } from './clean-root.ts';
import type { BaseKind } from './clean-root.ts';
import type { Stage, Step } from './dockerfile.ts';

/** What a Dockerfile made: a root directory, and how a container of it is to be started. */
export interface Image {
  readonly root: string;
  readonly kind: BaseKind;
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: number;
  readonly volumes: readonly string[];
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

type Draft = { -readonly [Field in keyof Image]: Image[Field] };

/** How images are made. */
export interface ExecuteOptions {
  readonly dockerfile: string;
  /** Folder for the roots of all images; equal beginnings are executed once. */
  readonly folder: string;
}

/** Executes the stages step by step, each RUN in a clean root; throws with the output of the step that fails. */
export async function executeDockerfile(stages: readonly Stage[], options: ExecuteOptions): Promise<Image> {
  const made = new Map<string, Image>();
  let last: Image | undefined;
  for (const stage of stages) {
    last = await executeStage(stage, made, options);
    if (stage.name !== undefined) made.set(stage.name, last);
  }
  if (last === undefined) throw new Error(`${options.dockerfile} has no stage`);
  return last;
}

function kindOf(image: string): BaseKind {
  if (image.startsWith('node:')) return 'node';
  return image.includes('distroless') ? 'bare' : 'debian';
}

async function executeStage(stage: Stage, made: ReadonlyMap<string, Image>, options: ExecuteOptions): Promise<Image> {
  const kind = kindOf(stage.image);
  const root = path.join(options.folder, `${options.dockerfile.replaceAll('/', '-')}-${stage.name ?? 'final'}`);
  makeRoot(root, kind);
  const draft: Draft = {
    root,
    kind,
    workingDirectory: '/',
    environment: {},
    user: 0,
    volumes: [],
    command: [],
    healthCheck: [],
  };
  for (const step of stage.steps) await executeStep(step, draft, { made, options });
  return draft;
}

interface Surroundings {
  readonly made: ReadonlyMap<string, Image>;
  readonly options: ExecuteOptions;
}

async function executeStep(step: Step, draft: Draft, { made, options }: Surroundings): Promise<void> {
  const { keyword, text: words, exec } = step;
  switch (keyword) {
    case 'WORKDIR':
      draft.workingDirectory = words;
      mkdirSync(path.join(draft.root, words), { recursive: true });
      break;
    case 'ENV':
      draft.environment = {
        ...draft.environment,
        ...Object.fromEntries(words.split(' ').map((pair) => pair.split('='))),
      };
      break;
    case 'USER':
      draft.user = Number(words.split(':')[0]);
      break;
    case 'VOLUME':
      draft.volumes = exec ?? [words];
      break;
    case 'COPY':
      copy(step, draft, { made, options });
      break;
    case 'RUN':
      await runStep(step, draft);
      break;
    case 'HEALTHCHECK':
      draft.healthCheck = exec ?? [];
      break;
    case 'ENTRYPOINT':
      draft.command = exec ?? [];
      break;
    case 'CMD':
      draft.command = [...draft.command, ...(exec ?? [])];
      break;
    case 'EXPOSE':
      break;
    default:
      throw new Error(`${options.dockerfile}: nothing here executes ${keyword}`);
  }
}

function copy({ text: words, from, owner }: Step, draft: Draft, { made, options }: Surroundings): void {
  const [source = '', target = ''] = words.split(' ');
  const destination = path.join(draft.root, target === '.' ? draft.workingDirectory : target);
  if (from === undefined) return copyContext(options.dockerfile, destination);
  const origin = path.join(made.get(from)?.root ?? '/nowhere', source);
  mkdirSync(path.dirname(destination), { recursive: true });
  cpSync(origin, destination, { recursive: true, verbatimSymlinks: true });
  if (owner !== undefined) spawnSync('chown', ['--recursive', owner, destination]);
}

function npmSetting(name: string): string {
  return spawnSync('npm', ['config', 'get', name], { encoding: 'utf8' }).stdout.trim();
}

/** What a build gets of this machine: where the registry is and whom to trust, and what npm keeps. */
function buildEnvironment(root: string): Record<string, string> {
  const caFile = process.env['NODE_EXTRA_CA_CERTS'];
  if (caFile !== undefined && !existsSync(path.join(root, caFile))) cpSync(caFile, path.join(root, caFile));
  return {
    HOME: '/root',
    npm_config_registry: npmSetting('registry'),
    npm_config_cache: npmCacheFolder,
    npm_config_prefer_offline: 'true',
    ...(caFile === undefined ? {} : { NODE_EXTRA_CA_CERTS: caFile }),
  };
}

async function runStep({ text: command }: Step, { root, kind, workingDirectory, environment }: Draft): Promise<void> {
  const npmCache = npmSetting('cache');
  const shared = existsSync(npmCache) ? { npmCache } : {};
  const options = { kind, workingDirectory, ...shared, environment: { ...buildEnvironment(root), ...environment } };
  const child = startInRoot(root, ['/bin/sh', '-c', command], options);
  if (child.stdout === null || child.stderr === null) throw new Error('the step has no output');
  const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await new Promise<number | null>((resolve) => child.once('exit', (status) => resolve(status)));
  if (code !== 0)
    throw new Error(`RUN ${command} ended with ${code ?? 'a signal'}:\n${(await outputs).join('\n').slice(-4000)}`);
}

/** Bytes of an image's own files. */
export function imageBytes({ root }: Image): number {
  const { stdout } = spawnSync('du', ['--summarize', '--bytes', '--one-file-system', root], { encoding: 'utf8' });
  return Number(stdout.split('\t')[0]);
}

/** Removes the roots; nothing is mounted in them any more. */
export function removeRoots(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) rmSync(folder, { recursive: true, force: true });
}

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../result.ts';
import { packageFolder } from '../package-folder.ts';
import { readManifest } from '../own/read-manifest.ts';
import type { LocatedManifest } from '../own/read-manifest.ts';
import { filesOfDownload } from './hub-address.ts';
import type { Environment, RemoteFile } from './hub-address.ts';

/** A request to add a model. */
export interface AdditionRequest {
  /** Name of a ready manifest, a URL, or a file. */
  readonly what: string;
  /** ONNX file to import instead of a download. */
  readonly from?: string | undefined;
  /** Manifest for a model without a ready one: a file, or the name of a ready manifest. */
  readonly manifest?: string | undefined;
  readonly environment: Environment;
}

/** A model to add, and the sources of its files. */
export interface Addition {
  readonly manifest: LocatedManifest;
  readonly source:
    | { readonly kind: 'remote'; readonly files: readonly RemoteFile[] }
    | { readonly kind: 'file'; readonly file: string };
}

type Plan = Promise<Result<Addition, string>>;
const fail = (failure: string): { readonly ok: false; readonly failure: string } => ({ ok: false, failure });

const readyFolder = (): string => path.join(packageFolder(), 'models');
const isUrl = (text: string): boolean => /^https?:\/\//i.test(text);
const isManifestFile = (file: string): boolean => /\.ya?ml$/i.test(file);

/** Names of the ready manifests. */
export async function readyModels(): Promise<string[]> {
  const files = await readdir(readyFolder());
  return files
    .filter(isManifestFile)
    .map((file) => path.basename(file, path.extname(file)))
    .toSorted();
}

/** Resolves a request to a manifest and sources, without downloading anything. */
export async function planAddition(request: AdditionRequest): Plan {
  const { what, from, manifest } = request;
  if (isUrl(what)) return planUrl(request);
  const ready = await readyModels();
  if (ready.includes(what)) return withManifest(path.join(readyFolder(), `${what}.yaml`), request);
  if (!existsSync(what)) {
    return fail(
      `there is no ready model and no file "${what}". Ready are: ${ready.join(', ')}. Or name a URL or a file`,
    );
  }
  if (isManifestFile(what)) return withManifest(what, request);
  if (from !== undefined) return fail(`name the model, then its file: semblance model add NAME --from ${from}`);
  const named = path.basename(what, path.extname(what));
  const guide = manifest ?? (ready.includes(named) ? named : undefined);
  if (guide === undefined) return fail(needsManifest(what, ready));
  return withManifest(await manifestFile(guide, ready), { ...request, from: what });
}

const needsManifest = (what: string, ready: readonly string[]): string =>
  `nothing says how to feed ${what}: name a manifest with --manifest FILE, or the ready one it fits (${ready.join(', ')})`;

async function manifestFile(guide: string, ready: readonly string[]): Promise<string> {
  return ready.includes(guide) ? path.join(readyFolder(), `${guide}.yaml`) : guide;
}

async function planUrl({ what, manifest: guide }: AdditionRequest): Plan {
  const ready = await readyModels();
  if (guide === undefined) return fail(needsManifest(what, ready));
  const manifest = await readManifest(await manifestFile(guide, ready));
  if (!manifest.ok) return fail(manifest.failure.join('; '));
  const { sha256, file } = manifest.value;
  const remote: RemoteFile = { url: what, name: path.basename(file), sha256, bytes: undefined };
  return { ok: true, value: { manifest: manifest.value, source: { kind: 'remote', files: [remote] } } };
}

async function withManifest(file: string, { from, environment }: AdditionRequest): Plan {
  const manifest = await readManifest(file);
  if (!manifest.ok) return fail(`${file} is no valid manifest: ${manifest.failure.join('; ')}`);
  const { name, download } = manifest.value;
  if (from !== undefined)
    return { ok: true, value: { manifest: manifest.value, source: { kind: 'file', file: from } } };
  if (download !== undefined) {
    const files = filesOfDownload(download, environment);
    return { ok: true, value: { manifest: manifest.value, source: { kind: 'remote', files } } };
  }
  return fail(
    `nobody publishes ${name} as ONNX. Make the file as its manifest says under "obtain" (${file}), then: semblance model add ${name} --from FILE`,
  );
}

import { copyFile, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { makeFolder } from '../../make-folder.ts';
import type { Result } from '../../result.ts';
import { sha256Of } from '../file-digest.ts';
import { readManifest } from '../own/read-manifest.ts';
import type { LocatedManifest } from '../own/read-manifest.ts';
import { downloadFile } from './download-file.ts';
import type { DownloadOptions, Downloaded } from './download-file.ts';
import type { RemoteFile } from './hub-address.ts';
import { noModelReason } from './no-model.ts';
import type { Addition } from './plan-addition.ts';

/** An added file of the model. */
export interface AddedFile extends Pick<Downloaded, 'sha256' | 'bytes'> {
  readonly file: string;
  /** `recorded`: there was no checksum before; from now on this one has to match. `present`: the file existed already. */
  readonly checkedAgainst: Exclude<Downloaded['checkedAgainst'], 'nothing'> | 'recorded' | 'present';
  /** Source: a URL, or a file on this machine. */
  readonly from: string;
}

/** An added model, with the files' checksums in its manifest. */
export interface AddedModel {
  readonly manifestFile: string;
  readonly files: readonly AddedFile[];
}

export interface AddOptions extends DownloadOptions {
  /** Folder for the manifest and its files; created if missing. */
  readonly folder: string;
}

const fail = (failure: string): { readonly ok: false; readonly failure: string } => ({ ok: false, failure });
const headBytes = 512;

/**
 * Puts a model's files and its manifest into a folder. The manifest then pins every file's checksum, the known one or that of the first
 * download, so that a later change is detected.
 */
export async function addModel(addition: Addition, options: AddOptions): Promise<Result<AddedModel, string>> {
  const { folder } = options;
  await makeFolder(folder);
  const manifestFile = path.join(folder, `${addition.manifest.name}.yaml`);
  const recorded = await recordedBefore(manifestFile);
  const files = await bringFiles(addition, recorded, options);
  if (!files.ok) return files;
  await writeManifest(addition.manifest, manifestFile, files.value);
  return { ok: true, value: { manifestFile, files: files.value } };
}

/** Checksums recorded by an earlier addition, by file name. */
async function recordedBefore(manifestFile: string): Promise<ReadonlyMap<string, string>> {
  const manifest = await readManifest(manifestFile);
  if (!manifest.ok) return new Map();
  const { file, sha256, weights } = manifest.value;
  const known = [
    [path.basename(file), sha256],
    [weights?.file, weights?.sha256],
  ] as const;
  return new Map(
    known.flatMap(([name, sum]) => (name !== undefined && sum !== undefined ? [[name, sum] as const] : [])),
  );
}

async function bringFiles(
  { source, manifest }: Addition,
  recorded: ReadonlyMap<string, string>,
  options: AddOptions,
): Promise<Result<AddedFile[], string>> {
  if (source.kind === 'file') return importFiles(source.file, manifest, options);
  const added: AddedFile[] = [];
  for (const remote of source.files) {
    const file = await bringFile({ ...remote, sha256: remote.sha256 ?? recorded.get(remote.name) }, options);
    if (!file.ok) return file;
    added.push(file.value);
  }
  return { ok: true, value: added };
}

async function bringFile(remote: RemoteFile, options: AddOptions): Promise<Result<AddedFile, string>> {
  const file = path.join(options.folder, remote.name);
  const present = remote.sha256 === undefined ? undefined : await sha256Of(file).catch(() => undefined);
  if (present !== undefined && present === remote.sha256) {
    const { size } = await stat(file);
    return { ok: true, value: { file, sha256: present, bytes: size, checkedAgainst: 'present', from: remote.url } };
  }
  const downloaded = await downloadFile(remote, file, options);
  if (!downloaded.ok) return downloaded;
  const { checkedAgainst, ...facts } = downloaded.value;
  return {
    ok: true,
    value: {
      file,
      ...facts,
      checkedAgainst: checkedAgainst === 'nothing' ? 'recorded' : checkedAgainst,
      from: remote.url,
    },
  };
}

/** Imports a model from this machine, with its weights if they are beside it. */
async function importFiles(
  from: string,
  manifest: LocatedManifest,
  options: AddOptions,
): Promise<Result<AddedFile[], string>> {
  const model = await importFile(from, { name: path.basename(manifest.file), sha256: manifest.sha256 }, options);
  if (!model.ok) return model;
  const published = manifest.download?.files ?? [];
  const known = published[0]?.sha256 === model.value.sha256 ? ('pinned' as const) : model.value.checkedAgainst;
  const added: AddedFile[] = [{ ...model.value, checkedAgainst: known }];
  const weights = published[1]?.as ?? manifest.weights?.file;
  const beside = weights === undefined ? undefined : path.join(path.dirname(from), weights);
  if (weights === undefined || beside === undefined || (await stat(beside).catch(() => undefined)) === undefined)
    return { ok: true, value: added };
  const more = await importFile(
    beside,
    { name: weights, sha256: published[1]?.sha256 ?? manifest.weights?.sha256 },
    options,
  );
  return more.ok ? { ok: true, value: [...added, more.value] } : more;
}

/** Imports a file from this machine, without any connection. */
async function importFile(
  from: string,
  { name, sha256: pinned }: { readonly name: string; readonly sha256: string | undefined },
  { folder, maxBytes }: AddOptions,
): Promise<Result<AddedFile, string>> {
  const facts = await stat(from).catch(() => undefined);
  if (facts?.isFile() !== true) return fail(`${from} is no file that can be read. Name the ONNX file`);
  if (facts.size > maxBytes) {
    return fail(
      `${from} has ${facts.size} bytes, more than the ${maxBytes} that are allowed; raise it with --max-bytes`,
    );
  }
  const problem = noModelReason(await headOf(from));
  if (problem !== undefined) return fail(`${from}: ${problem}`);
  const file = path.join(folder, name);
  const draft = `${file}.part`;
  if (path.resolve(from) !== path.resolve(file)) {
    await copyFile(from, draft);
    await rename(draft, file);
  }
  const sha256 = await sha256Of(file);
  if (pinned !== undefined && pinned !== sha256) {
    if (path.resolve(from) !== path.resolve(file)) await rm(file, { force: true });
    return fail(`${from} has SHA-256 ${sha256}, but the manifest says ${pinned}: it is another file`);
  }
  const checkedAgainst = pinned === undefined ? 'recorded' : 'pinned';
  return { ok: true, value: { file, sha256, bytes: facts.size, checkedAgainst, from } };
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Writes the manifest with the files' checksums, keeping its comments and order. */
async function writeManifest(manifest: LocatedManifest, target: string, files: readonly AddedFile[]): Promise<void> {
  const document = parseDocument(await readFile(manifest.manifestFile, 'utf8'));
  const [model, weights] = files;
  document.set('file', path.basename(model?.file ?? manifest.file));
  document.set('sha256', model?.sha256);
  if (weights === undefined) document.delete('weights');
  else document.set('weights', { file: path.basename(weights.file), sha256: weights.sha256 });
  const draft = `${target}.part`;
  await writeFile(draft, document.toString());
  await rename(draft, target);
}

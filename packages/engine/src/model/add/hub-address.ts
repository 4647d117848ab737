import type { ModelDownload } from '../own/manifest-schema.ts';

/** The hub that manifests name, unless `HF_ENDPOINT` names another: a mirror, or your own hub. */
const defaultHub = 'https://huggingface.co';

/** A file to fetch, and what is known of it. */
export interface RemoteFile {
  readonly url: string;
  /** Name under which it is kept. */
  readonly name: string;
  readonly sha256: string | undefined;
  readonly bytes: number | undefined;
}

/** Environment variables that say where and how to fetch. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The hub in use, without a slash at its end. */
export function hubOf(environment: Environment): string {
  return (environment['HF_ENDPOINT'] || defaultHub).replace(/\/+$/, '');
}

/** The files of a manifest's download, the model first. */
export function filesOfDownload(
  { repository, revision, files }: ModelDownload,
  environment: Environment,
): RemoteFile[] {
  return files.map(({ path: file, as, sha256, bytes }) => ({
    url: `${hubOf(environment)}/${repository}/resolve/${revision}/${file}`,
    name: as,
    sha256,
    bytes,
  }));
}

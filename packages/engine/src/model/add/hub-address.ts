import type { ModelDownload } from '../own/manifest-schema.ts';

/** The default hub; `HF_ENDPOINT` names another one, such as a mirror. */
const defaultHub = 'https://huggingface.co';

/** A file to download, with known facts. */
export interface RemoteFile {
  readonly url: string;
  /** Local name. */
  readonly name: string;
  readonly sha256: string | undefined;
  readonly bytes: number | undefined;
}

/** Environment variables for downloads. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Address of the hub, without a trailing slash. */
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

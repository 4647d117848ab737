import { monotonicMs } from '../../clock.ts';
import type { ObjectBytes } from './object-bytes.ts';

/** Options of an S3-compatible object storage. */
export interface S3Options {
  /** Endpoint of the storage, `https://…`, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  /** Names of objects begin with it. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** A call that takes longer has failed. */
  readonly deadlineMs: number;
  readonly onCall: (seconds: number, isOk: boolean) => void;
}

/**
 * Storage in an S3-compatible object storage, addressed by path. Objects that expire while no engine runs are left to a lifecycle rule of
 * the bucket.
 */
export async function s3ObjectBytes(options: S3Options): Promise<ObjectBytes> {
  const { AwsClient } = await import('aws4fetch');
  const { accessKeyId, secretAccessKey, region, bucket, endpoint, prefix, deadlineMs, onCall } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const addressOf = (key: string): string => `${endpoint.replace(/\/$/, '')}/${bucket}/${prefix}${key}`;
  const ask = async (key: string, init: RequestInit & { readonly signal: AbortSignal }): Promise<Response> => {
    const startedAtMs = monotonicMs();
    let isOk = false;
    try {
      const signal = AbortSignal.any([init.signal, AbortSignal.timeout(deadlineMs)]);
      const answer = await client.fetch(addressOf(key), { ...init, signal });
      isOk = answer.ok || answer.status === 404;
      if (!isOk) throw new Error(`the object storage answered ${answer.status} to ${init.method ?? 'GET'}`);
      return answer;
    } finally {
      onCall((monotonicMs() - startedAtMs) / 1000, isOk);
    }
  };
  return {
    put: async ({ key, content }, signal) => {
      const headers = { 'content-type': 'application/octet-stream', 'content-length': String(content.length) };
      const answer = await ask(key, { method: 'PUT', body: new Uint8Array(content), headers, signal });
      if (answer.status === 404) throw new Error(`the object storage has no bucket ${bucket}`);
      await answer.body?.cancel();
    },
    get: async (key, signal) => {
      const answer = await ask(key, { method: 'GET', signal });
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      return undefined;
    },
    remove: async (key) => {
      const answer = await ask(key, { method: 'DELETE', signal: new AbortController().signal });
      await answer.body?.cancel();
    },
    close: async () => undefined,
  };
}

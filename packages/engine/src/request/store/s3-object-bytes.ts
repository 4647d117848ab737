import { monotonicMs } from '../../clock.ts';
import { GrowingBytes } from '../../growing-bytes.ts';
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
  /** A larger object is not read to its end: it has failed. */
  readonly maxBytes: number;
  readonly onCall: (seconds: number, isOk: boolean) => void;
}

/**
 * Storage in an S3-compatible object storage, addressed by path. Objects that expire while no engine runs are left to a lifecycle rule of
 * the bucket.
 */
export async function s3ObjectBytes(options: S3Options): Promise<ObjectBytes> {
  const { AwsClient } = await import('aws4fetch');
  const { accessKeyId, secretAccessKey, region, bucket, endpoint, prefix, deadlineMs, maxBytes, onCall } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const addressOf = (key: string): string => `${endpoint.replace(/\/$/, '')}/${bucket}/${prefix}${key}`;
  const ask = async (key: string, init: RequestInit & { readonly signal: AbortSignal }): Promise<Response> => {
    const startedAtMs = monotonicMs();
    let isOk = false;
    try {
      const signal = AbortSignal.any([init.signal, AbortSignal.timeout(deadlineMs)]);
      // Where an answer leads is not where operators sent their pictures.
      const answer = await client.fetch(addressOf(key), { ...init, signal, redirect: 'manual' });
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
      if (answer.ok) return readBytes(answer, maxBytes);
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

async function readBytes({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  const bytes = new GrowingBytes();
  if (body === null) return bytes.bytes;
  // Leaving the loop cancels the body.
  for await (const piece of body as ReadableStream<Uint8Array>) {
    if (bytes.length + piece.length > maxBytes)
      throw new Error(`the object storage answered with more than ${maxBytes} bytes`);
    bytes.add(piece);
  }
  return bytes.bytes;
}

import type { IncomingMessage } from 'node:http';

/** The body, or why it was not received. */
export type BodyReading =
  | { readonly ok: true; readonly body: Uint8Array }
  | {
      readonly ok: false;
      readonly reason: 'too-large' | 'too-slow' | 'aborted';
      /** The beginning of what had arrived. */
      readonly partial: Uint8Array;
    };

/** Limits of receiving. */
export interface BodyLimits {
  readonly maxBytes: number;
  /** Time limit from the request's head to its last byte. */
  readonly timeoutMs: number;
}

/** Bytes kept of a refused body, to determine the format of the answer. */
const partialBytes = 16_384;

/** Reads a body to its end, within the limits. Never rejects. */
export function receiveBody(request: IncomingMessage, { maxBytes, timeoutMs }: BodyLimits): Promise<BodyReading> {
  return new Promise((resolve) => {
    const declaredBytes = Number(request.headers['content-length'] ?? 0);
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (reading: BodyReading): void => {
      clearTimeout(timer);
      request.off('data', take);
      chunks.length = 0;
      resolve(reading);
    };
    const fail = (reason: 'too-large' | 'too-slow' | 'aborted'): void =>
      finish({ ok: false, reason, partial: chunks[0]?.subarray(0, partialBytes) ?? new Uint8Array() });
    const timer = setTimeout(() => fail('too-slow'), timeoutMs);
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      if (length > maxBytes || declaredBytes > maxBytes) fail('too-large');
    };
    request.on('data', take);
    request.once('end', () => finish({ ok: true, body: Buffer.concat(chunks, length) }));
    request.once('error', () => fail('aborted'));
    request.once('close', () => fail('aborted'));
  });
}

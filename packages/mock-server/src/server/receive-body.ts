import type { IncomingMessage } from 'node:http';

/** The body, or why it was not received. */
export type BodyReading =
  | { readonly ok: true; readonly body: Uint8Array }
  | { readonly ok: false; readonly reason: 'too-large' | 'too-slow' | 'aborted' };

/** Bounds of receiving. */
export interface BodyLimits {
  readonly maxBytes: number;
  /** From the first look at the request to its last byte. */
  readonly timeoutMs: number;
}

/** Reads a body to its end, up to the bounds. Never rejects. */
export function receiveBody(request: IncomingMessage, { maxBytes, timeoutMs }: BodyLimits): Promise<BodyReading> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (reading: BodyReading): void => {
      clearTimeout(timer);
      request.off('data', take);
      chunks.length = 0;
      resolve(reading);
    };
    const timer = setTimeout(() => finish({ ok: false, reason: 'too-slow' }), timeoutMs);
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > maxBytes) finish({ ok: false, reason: 'too-large' });
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => finish({ ok: true, body: Buffer.concat(chunks, length) }));
    request.once('error', () => finish({ ok: false, reason: 'aborted' }));
    request.once('close', () => finish({ ok: false, reason: 'aborted' }));
  });
}

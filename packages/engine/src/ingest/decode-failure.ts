import type { DecodeFailure } from './ingest-failure.ts';

const timedOut = /timeout:/;
/** Messages of libvips and its decoders about legal files they do not support. */
const unsupported =
  /not configured|unsupported tiff|not supported|unsupported (?:bit|sample|colou?r|photometric)|arithmetic/i;
const maxDetailLength = 200;

/** Classifies a decoder's error. Its text goes to the log only; it may contain offsets but no pixels. */
export function decodeFailureOf(error: unknown, timeoutMs: number): DecodeFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (timedOut.test(message)) return { reason: 'too-slow', timeoutMs };

  const cause = message.replaceAll(/\s+/g, ' ').slice(0, maxDetailLength);
  return { reason: unsupported.test(message) ? 'unsupported-variant' : 'corrupt', cause };
}

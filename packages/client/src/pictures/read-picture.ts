import { isSemblanceError } from '../errors/any-semblance-error.ts';
import { PictureInputError } from '../errors/picture-input-error.ts';
import type { PictureRole } from '../errors/semblance-error.ts';
import { untilAborted } from '../timed-scope.ts';
import type { PictureData, PictureInput } from './picture-input.ts';

/** Options of `readPicture`. */
export interface ReadOptions {
  readonly picture: PictureRole;
  /** A longer input is refused without being read to its end. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/**
 * Reads the bytes of a picture input of any form.
 * @throws PictureInputError for text that is not Base64, bytes that are Base64 text, a source that fails or does not end.
 */
export async function readPicture(input: PictureInput, options: ReadOptions): Promise<Uint8Array> {
  const { picture, signal } = options;
  try {
    const bytes = await untilAborted(readInput(input, options), signal);
    if (isEncodedText(bytes)) {
      throw new PictureInputError(
        picture,
        'the bytes are Base64 text. Give the text as a string, or decode it first: it would be encoded twice.',
      );
    }
    return bytes;
  } catch (error) {
    signal.throwIfAborted();
    if (isSemblanceError(error)) throw error;
    throw new PictureInputError(
      picture,
      `it could not be read: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}

const accepted = 'bytes, a Blob, a stream or Base64 text is needed.';

async function readInput(input: PictureInput, options: ReadOptions): Promise<Uint8Array> {
  const data = typeof input === 'function' ? await input(options.signal) : input;
  const bytes = typeof data === 'string' ? await readText(data, options) : await readBinary(data, options);
  if (bytes.length > options.maxBytes) throw await tooLong(options);
  return bytes;
}

/** Reads Base64 text; loads the code on first use, as most callers have bytes. */
async function readText(text: string, options: ReadOptions): Promise<Uint8Array> {
  const { decodeText } = await import('./decode-text.ts');
  return decodeText(text, options);
}

async function readBinary(data: Exclude<PictureData, string>, options: ReadOptions): Promise<Uint8Array> {
  if (typeof data !== 'object' || data === null)
    throw new PictureInputError(options.picture, `${String(data)} is no picture; ${accepted}`);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') return new Uint8Array(data as ArrayBuffer);
  if ('arrayBuffer' in data) {
    if (data.size > options.maxBytes) throw await tooLong(options);
    return new Uint8Array(await data.arrayBuffer());
  }
  if (!('getReader' in data) && !(Symbol.asyncIterator in data)) throw new PictureInputError(options.picture, accepted);

  const { collectBytes } = await import('./collect-bytes.ts');
  return collectBytes(data as ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>, {
    maxBytes: options.maxBytes,
    tooLong: () => tooLong(options),
  });
}

async function tooLong({ picture, maxBytes }: ReadOptions): Promise<Error> {
  const { tooLarge } = await import('../errors/local-refusal.ts');
  return tooLarge(picture, maxBytes);
}

/** Whether bytes are Base64 text. Every picture format has a byte outside its alphabet among the first 64. */
function isEncodedText(bytes: Uint8Array): boolean {
  if (bytes.length < 64) return false;
  return /^(?:data:image\/|[A-Za-z0-9+/]{64})/.test(String.fromCharCode(...bytes.subarray(0, 64)));
}

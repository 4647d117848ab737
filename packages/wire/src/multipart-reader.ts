import { BytePattern } from './byte-pattern.ts';
import { uploadRefusals } from './upload-form.ts';

/** Called for each part and piece of content, in order. */
export interface MultipartHandler {
  /** A part begins. */
  readonly onPart: (name: string, isFile: boolean) => void;
  /** A piece of the part's content; valid until the next call. */
  readonly onData: (chunk: Uint8Array) => void;
  readonly onPartEnd: () => void;
}

/** The body is not multipart/form-data; the message is safe to show. */
export class MultipartError extends Error {
  override readonly name = 'MultipartError';
}

type State = 'preamble' | 'headers' | 'content' | 'finished';

const maxHeaderBytes = 4096;
const encoder = new TextEncoder();
const lineEnd = encoder.encode('\r\n');
const lastDashes = encoder.encode('--');
const headersEnd = new BytePattern(encoder.encode('\r\n\r\n'));

/**
 * Reads `multipart/form-data` piece by piece, well formed or as the vendor's clients write it: Node's without a line break between a file's
 * last byte and the boundary after it, Go's with two. A part ends at the first `--boundary` that is followed by a line break or `--`; a
 * line break in front of it belongs to the boundary, and after a file a second one where the sender writes two.
 */
export class MultipartReader {
  readonly #delimiter: BytePattern;
  readonly #handler: MultipartHandler;
  readonly #lineBreaksAfterFile: 1 | 2;
  #state: State = 'preamble';
  #isFile = false;
  #pending = new Uint8Array();

  /** @param lineBreaksAfterFile  how many the sender writes, see `lineBreaksAfterFile`. */
  constructor(boundary: string, handler: MultipartHandler, lineBreaksAfterFile: 1 | 2 = 1) {
    this.#delimiter = new BytePattern(encoder.encode(`--${boundary}`));
    this.#handler = handler;
    this.#lineBreaksAfterFile = lineBreaksAfterFile;
  }

  /** Takes the next bytes; throws `MultipartError`. */
  write(chunk: Uint8Array): void {
    this.#pending = joined(this.#pending, chunk);
    while (this.#step());
  }

  /** Ends the form; throws `MultipartError` when it is incomplete. */
  end(): void {
    if (this.#state !== 'finished') throw new MultipartError(uploadRefusals.brokenOff.detail);
  }

  /** Handles one boundary, header or piece of content; `false` when more bytes are needed. */
  #step(): boolean {
    switch (this.#state) {
      case 'preamble':
        return this.#readPreamble();
      case 'headers':
        return this.#readHeaders();
      case 'content':
        return this.#readContent();
      case 'finished':
        this.#pending = new Uint8Array();
        return false;
    }
  }

  #readPreamble(): boolean {
    if (this.#pending.length < this.#delimiter.length + 2) return false;
    if (this.#delimiter.indexIn(this.#pending.subarray(0, this.#delimiter.length)) !== 0)
      throw new MultipartError('The form does not begin with its boundary.');
    this.#afterDelimiter(0);
    return true;
  }

  #readHeaders(): boolean {
    const end = headersEnd.indexIn(this.#pending);
    if (end === -1) {
      if (this.#pending.length > maxHeaderBytes) throw new MultipartError("A part's headers are too long.");
      return false;
    }
    const headers = new TextDecoder().decode(this.#pending.subarray(0, end));
    const disposition = /^content-disposition:[^\r\n]*/im.exec(headers)?.[0] ?? '';
    const name = /;\s*name="(?<name>[^"\r\n]*)"/i.exec(disposition)?.groups?.['name'];
    if (name === undefined) throw new MultipartError('A part has no name.');
    this.#pending = this.#pending.subarray(end + headersEnd.length);
    this.#state = 'content';
    this.#isFile = /;\s*filename=/i.test(disposition);
    this.#handler.onPart(name, this.#isFile);
    return true;
  }

  #readContent(): boolean {
    const at = this.#findDelimiter();
    if (at === -1) {
      // Hold back what may be the start of a boundary with the line breaks around it until more bytes arrive.
      const kept = this.#delimiter.length + 3 * lineEnd.length;
      this.#emit(Math.max(0, this.#pending.length - kept));
      return false;
    }
    const contentEnd = this.#contentEnd(at);
    const delimiterAt = at - contentEnd;
    this.#emit(contentEnd);
    this.#handler.onPartEnd();
    this.#afterDelimiter(delimiterAt);
    return true;
  }

  /** Index of a boundary that is followed by a line break or `--`; -1 when there is none or it has not arrived completely. */
  #findDelimiter(): number {
    return this.#delimiter.indexIn(this.#pending, (at) => {
      const after = at + this.#delimiter.length;
      return startsWith(this.#pending, lineEnd, after) || startsWith(this.#pending, lastDashes, after);
    });
  }

  /** End of a part's content, given the start of the boundary after it. */
  #contentEnd(boundaryAt: number): number {
    const most = this.#isFile ? this.#lineBreaksAfterFile : 1;
    let end = boundaryAt;
    for (let count = 0; count < most && end >= 2; count += 1) {
      if (!startsWith(this.#pending, lineEnd, end - 2)) break;
      end -= 2;
    }
    return end;
  }

  #emit(length: number): void {
    if (length === 0) return;
    const content = this.#pending.subarray(0, length);
    this.#pending = this.#pending.subarray(length);
    this.#handler.onData(content);
  }

  #afterDelimiter(at: number): void {
    const after = at + this.#delimiter.length;
    const isLast = startsWith(this.#pending, lastDashes, after);
    if (!isLast && !startsWith(this.#pending, lineEnd, after))
      throw new MultipartError('The form does not begin with its boundary.');
    this.#state = isLast ? 'finished' : 'headers';
    this.#pending = this.#pending.subarray(after + 2);
  }
}

/** The boundary a content type names; `undefined` when it is not that of a multipart form or names none. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const match = /^multipart\/form-data\s*;.*\bboundary=(?:"(?<quoted>[^"\r\n]{1,200})"|(?<plain>[^\s;"]{1,200}))/i.exec(
    contentType ?? '',
  );
  return match?.groups?.['quoted'] ?? match?.groups?.['plain'];
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

function startsWith(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

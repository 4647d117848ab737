/** A picture's file, in any form a program has it in. */
export type PictureData =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | ReadableStream<Uint8Array>
  /** A Node `Readable`, or any other source of pieces. */
  | AsyncIterable<Uint8Array>
  /** Base64 text, or a `data:` URL with Base64. Never a path or an address. */
  | string;

/** A function that gives a picture when its turn comes, e.g. `file('a.jpg')` of the Node entry. */
export interface PictureSource {
  (signal: AbortSignal): PictureData | Promise<PictureData>;
  /** What errors call the picture. */
  readonly path?: string | undefined;
}

/** A picture, or a function that gives it. */
export type PictureInput = PictureData | PictureSource;

/** What a picture is called: the path of a source or stream, the name of a `File`; `undefined` for everything else. */
export function nameOf(input: PictureInput): string | undefined {
  const { path, name } = Object(input) as { path?: unknown; name?: unknown };
  return [path, typeof input === 'function' ? undefined : name].find(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}

/** A picture's file, in any of these forms. */
export type PictureData =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | ReadableStream<Uint8Array>
  /** A Node `Readable`, or any other source of pieces. */
  | AsyncIterable<Uint8Array>
  /** Base64 text, or a `data:` URL with Base64. Never a path or an address. */
  | string;

/** A function that provides a picture when its comparison is due, e.g. `file('a.jpg')` of the Node entry. */
export interface PictureSource {
  (signal: AbortSignal): PictureData | Promise<PictureData>;
  /** Name of the picture in errors. */
  readonly path?: string | undefined;
}

/** A picture, or a function that provides it. */
export type PictureInput = PictureData | PictureSource;

/** Name of a picture: the path of a source or stream, the name of a `File`; `undefined` for anything else. */
export function nameOf(input: PictureInput): string | undefined {
  const { path, name } = Object(input) as { path?: unknown; name?: unknown };
  return [path, typeof input === 'function' ? undefined : name].find(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}

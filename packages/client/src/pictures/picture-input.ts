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

/** A picture, or a function that gives it when its turn comes, e.g. `file('a.jpg')` of the Node entry. */
export type PictureInput = PictureData | ((signal: AbortSignal) => PictureData | Promise<PictureData>);

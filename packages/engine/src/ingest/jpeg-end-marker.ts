const endMarker = [0xff, 0xd9] as const;

/**
 * The file with an end marker appended, or `undefined` if it has one. Some cameras and interrupted downloads leave files that lack only
 * these last two bytes.
 */
export function withEndMarker(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.at(-2) === endMarker[0] && bytes.at(-1) === endMarker[1]) return undefined;

  const completed = new Uint8Array(bytes.length + endMarker.length);
  completed.set(bytes);
  completed.set(endMarker, bytes.length);
  return completed;
}

const endMarker = [0xff, 0xd9] as const;

/**
 * The file with an end marker appended, or nothing if its last bytes are one already. Cameras and cut downloads leave
 * files that hold every pixel but not the last two bytes.
 */
export function withEndMarker(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.at(-2) === endMarker[0] && bytes.at(-1) === endMarker[1]) return undefined;

  const completed = new Uint8Array(bytes.length + endMarker.length);
  completed.set(bytes);
  completed.set(endMarker, bytes.length);
  return completed;
}

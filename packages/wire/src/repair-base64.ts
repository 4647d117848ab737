import type { Base64Repair } from './base64-result.ts';

const space = 0x20;
const plus = 0x2b;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Base64 characters after the two repairs that do not depend on the length. */
export interface RepairedText {
  readonly characters: Uint8Array;
  readonly repairs: readonly Base64Repair[];
}

/** Turns spaces back into `+` and drops line breaks; returns the same array when there are none. */
export function repairBase64(text: Uint8Array): RepairedText {
  const spaces = text.includes(space);
  const lineBreaks = text.includes(lineFeed) || text.includes(carriageReturn);
  if (!spaces && !lineBreaks) return { characters: text, repairs: [] };
  const characters = new Uint8Array(text.length);
  let length = 0;
  for (const byte of text)
    if (byte !== lineFeed && byte !== carriageReturn) characters[length++] = byte === space ? plus : byte;

  return {
    characters: characters.subarray(0, length),
    repairs: [...(spaces ? (['spaces-to-plus'] as const) : []), ...(lineBreaks ? (['line-breaks'] as const) : [])],
  };
}

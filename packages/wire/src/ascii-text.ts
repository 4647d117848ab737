/** Symbols used in messages, with their ASCII spelling. */
const spellings: readonly (readonly [sign: string, spelling: string])[] = [
  ['°', ' degrees'],
  ['×', 'x'],
  ['…', '...'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['→', '->'],
  ['≤', '<='],
  ['≥', '>='],
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['\u00a0', ' '],
];

/** Makes a text safe for a header, in printable ASCII: symbols are spelled out, letters lose their accents, anything else becomes `?`. */
export function asciiText(text: string): string {
  const spelled = spellings.reduce((result, [sign, spelling]) => result.replaceAll(sign, spelling), text);
  return spelled
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[^\u0020-\u007e]/gu, '?');
}

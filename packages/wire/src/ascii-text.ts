/** Signs of our texts that have a spelling in ASCII. */
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

/** A text for a header: printable ASCII. Signs are spelled, letters lose their marks, and of anything else a `?` is left. */
export function asciiText(text: string): string {
  const spelled = spellings.reduce((result, [sign, spelling]) => result.replaceAll(sign, spelling), text);
  return spelled
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[^\u0020-\u007e]/gu, '?');
}

import { cellStates } from '../../src/score/difference/difference-evidence.ts';
import type { CellState, DifferenceCells } from '../../src/score/difference/difference-evidence.ts';

const letters: Readonly<Record<string, CellState>> = {
  '.': 'blank',
  '+': 'agrees',
  x: 'conflicts',
  '1': 'first-only',
  '2': 'second-only',
  o: 'outside',
  c: 'blank',
};
const empty = new Set(['.', 'o', 'c']);
const [darkTone, lightTone] = [60, 250];

/**
 * Cells of the whole first picture, drawn as letters: each with full content or none, and agreeing wholly or not at all; c
 * is bare and of another colour.
 * @param dark  the same grid, # where the picture is dark; light all over without it.
 */
export function drawnCells(rows: readonly string[], dark: readonly string[] = []): DifferenceCells {
  const all = Array.from(rows.join(''));
  const tones = Array.from(dark.join('').padEnd(all.length), (letter) => [
    letter === '#' ? darkTone : lightTone,
    128,
    128,
  ]);
  return {
    of: 'first',
    columns: rows[0]?.length ?? 0,
    rows: rows.length,
    left: 0,
    top: 0,
    right: 1,
    bottom: 1,
    states: Uint8Array.from(all, (letter) => cellStates.indexOf(letters[letter] ?? 'blank')),
    agreement: Float32Array.from(all, (letter) => (letter === '+' ? 1 : 0)),
    weight: Float32Array.from(all, (letter) => (empty.has(letter) ? 0 : 1)),
    otherColour: Float32Array.from(all, (letter) => (letter === 'c' ? 1 : 0)),
    otherLight: new Float32Array(all.length),
    tones: Uint8Array.from(tones.flat()),
  };
}

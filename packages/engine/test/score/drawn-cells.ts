import { cellStates } from '../../src/score/difference/difference-evidence.ts';
import type { CellState, DifferenceCells } from '../../src/score/difference/difference-evidence.ts';

const letters: Readonly<Record<string, CellState>> = {
  '.': 'blank',
  '+': 'agrees',
  x: 'conflicts',
  '1': 'first-only',
  '2': 'second-only',
  o: 'outside',
};
const empty = new Set(['.', 'o']);

/** Cells of the whole first picture, drawn as letters: each with full content or none, and agreeing wholly or not at all. */
export function drawnCells(rows: readonly string[]): DifferenceCells {
  const all = Array.from(rows.join(''));
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
  };
}

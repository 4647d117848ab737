import { styleText } from 'node:util';

/** Cells of a bar. */
const WIDTH = 30;

/**
 * A score as a bar, its figure and what it suggests.
 * @param score       0 to 1.
 * @param withColour  whether the terminal shows colours.
 */
export function scoreBar(score: number, withColour: boolean): string {
  const filled = Math.round(score * WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  const { words, colour } = verdict(score);
  const painted = withColour ? styleText(colour, bar, { validateStream: false }) : bar;
  return `${painted}  ${score.toFixed(4)}  ${words}`;
}

interface Verdict {
  readonly words: string;
  readonly colour: 'green' | 'yellow' | 'red';
}

/** Words for people; programs should draw their own line. */
function verdict(score: number): Verdict {
  if (score === 1) return { words: 'the same pixels', colour: 'green' };
  if (score >= 0.85) return { words: 'the same picture or a copy of it', colour: 'green' };
  if (score >= 0.6) return { words: 'similar', colour: 'yellow' };
  return { words: 'different', colour: 'red' };
}

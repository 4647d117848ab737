import { inspect } from 'node:util';
import { scoreBar } from '@semblance/wire/score-bar';

/** Width of the bar in characters. */
const cells = 30;

/**
 * A score as a bar and a number. It carries no verdict, because servers are calibrated differently.
 * @param score   0 to 1; only 1 fills the bar.
 * @param withColour  whether the terminal shows colours.
 */
export function scoreLine(score: number, withColour: boolean): string {
  const [colour = 0, plain = 0] = inspect.colors['cyan'] ?? [];
  const bar = scoreBar(score, {
    cells,
    paint: (text) => (withColour ? `\u001B[${colour}m${text}\u001B[${plain}m` : text),
  });
  return `${bar}  ${score.toFixed(4)}${score === 1 ? '  the same pixels' : ''}`;
}

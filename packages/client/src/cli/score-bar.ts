import { inspect } from 'node:util';

/** Cells of a bar. */
const width = 30;

/**
 * A score as a bar and its figure. What a score below 1 means is for the server's operator to say: servers are calibrated differently.
 * @param score       0 to 1; only 1 fills the bar.
 * @param withColour  whether the terminal shows colours.
 */
export function scoreBar(score: number, withColour: boolean): string {
  const filled = score === 1 ? width : Math.min(width - 1, Math.round(score * width));
  const full = '█'.repeat(filled);
  const [colour = 0, plain = 0] = inspect.colors['cyan'] ?? [];
  const painted = withColour ? `\u001B[${colour}m${full}\u001B[${plain}m` : full;
  return `${painted}${'░'.repeat(width - filled)}  ${score.toFixed(4)}${score === 1 ? '  the same pixels' : ''}`;
}

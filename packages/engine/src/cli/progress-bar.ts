import { Presets, SingleBar } from 'cli-progress';
import type { Options } from 'cli-progress';

/**
 * A progress bar, by default on standard error; only a terminal shows it. It has to be stopped, also when the work fails. It does not
 * change cursor or line ends, so an interruption leaves the terminal intact.
 * @param format  see cli-progress: `{bar}`, `{percentage}`, `{value}`, `{total}` and whatever the updates carry.
 */
export function progressBar(format: string, options: Options = {}): SingleBar {
  return new SingleBar({ format, barsize: 30, linewrap: true, ...options }, Presets.shades_classic);
}

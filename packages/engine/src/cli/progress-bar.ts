import { Presets, SingleBar } from 'cli-progress';
import type { Options } from 'cli-progress';

/**
 * A bar for work that takes long, on standard error unless told otherwise; only a terminal shows it. It has to be stopped, also when the
 * work fails. Interrupted, it leaves the terminal as it was: cursor and line ends are not touched.
 * @param format  see cli-progress: `{bar}`, `{percentage}`, `{value}`, `{total}` and whatever the updates carry.
 */
export function progressBar(format: string, options: Options = {}): SingleBar {
  return new SingleBar({ format, barsize: 30, linewrap: true, ...options }, Presets.shades_classic);
}

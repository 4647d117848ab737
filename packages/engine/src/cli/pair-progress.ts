import { monotonicMs } from '../clock.ts';
import { progressBar } from './progress-bar.ts';

/** Shows the progress of a run of many pairs. */
export interface PairProgress {
  readonly done: (how: 'compared' | 'reused' | 'failed') => void;
  /** Has to be called at the end, also when the run fails. */
  readonly stop: () => void;
}

const format = '  {bar}  {value} of {total} {what}, {failed} failed, {rate} a second, {left} left';

/** Makes the display. Rate and remaining time count compared pairs only, as reused ones take no time. @param what  what is counted, e.g. "pairs" */
export function pairProgress(total: number, what = 'pairs'): PairProgress {
  const bar = progressBar(format);
  const startedAtMs = monotonicMs();
  const count = { compared: 0, failed: 0, all: 0 };
  bar.start(total, 0, { what, failed: 0, rate: '–', left: '–' });
  return {
    done: (how) => {
      count.all += 1;
      if (how !== 'reused') count.compared += 1;
      if (how === 'failed') count.failed += 1;
      const rate = (1000 * count.compared) / Math.max(1, monotonicMs() - startedAtMs);
      bar.update(count.all, { failed: count.failed, rate: rate.toFixed(1), left: leftOf(total - count.all, rate) });
    },
    stop: () => bar.stop(),
  };
}

function leftOf(pairs: number, rate: number): string {
  if (rate === 0) return '–';
  const seconds = Math.round(pairs / rate);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours}h${minutes}m`;
  return minutes > 0 ? `${minutes}m${seconds % 60}s` : `${seconds}s`;
}

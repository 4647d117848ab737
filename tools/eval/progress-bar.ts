import { Presets, SingleBar } from 'cli-progress';

const format = '{bar} {percentage} %  {what}, about {eta_formatted} left';

/** Says how much of `total` is done, and what is being done. */
export type ReportProgress = (done: number, total: number, what: string) => void;

/** A progress bar on standard error, which ends when all is done; where that is no terminal, a line at every tenth. */
export function progressBar(): ReportProgress {
  return process.stderr.isTTY ? drawnBar() : tenths();
}

function drawnBar(): ReportProgress {
  let bar: SingleBar | undefined;
  return (done, total, what) => {
    if (bar === undefined) {
      bar = new SingleBar({ format, barsize: 28, linewrap: true, etaBuffer: 50 }, Presets.shades_classic);
      bar.start(total, 0, { what });
    }
    bar.setTotal(total);
    bar.update(done, { what });
    if (done < total) return;
    bar.stop();
    bar = undefined;
  };
}

function tenths(): ReportProgress {
  let written = -1;
  return (done, total, what) => {
    const tenth = total === 0 ? 10 : Math.floor((10 * done) / total);
    if (tenth === written) return;
    written = tenth;
    process.stderr.write(`${String(10 * tenth).padStart(3)} %  ${what}\n`);
  };
}

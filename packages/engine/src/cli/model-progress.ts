import type { SingleBar } from 'cli-progress';
import type { Progress } from '../model/add/download-file.ts';
import { progressBar } from './progress-bar.ts';

const megabyte = 1_000_000;

const megabytes = (bytes: number): string => `${(bytes / megabyte).toFixed(1)} MB`;

/** Display of downloads. */
export interface ShownProgress {
  readonly show: (progress: Progress) => void;
  /** Call it at the end, also after a failure. */
  readonly stop: () => void;
}

/** Draws a bar for each file on a terminal; elsewhere writes a line at every quarter. */
export function showProgress(stream: NodeJS.WriteStream): ShownProgress {
  return stream.isTTY ? bars(stream) : { show: quarters(stream), stop: () => undefined };
}

function bars(stream: NodeJS.WriteStream): ShownProgress {
  let bar: SingleBar | undefined;
  let shownName = '';
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  const show = ({ name, receivedBytes, totalBytes }: Progress): void => {
    if (name !== shownName) stop();
    if (bar === undefined) {
      shownName = name;
      bar = downloadBar(stream, totalBytes);
      bar.start(totalBytes ?? 0, 0, { name });
    }
    bar.update(receivedBytes, { name });
    if (receivedBytes === totalBytes) stop();
  };
  return { show, stop };
}

/** Makes a bar; for a file of unknown size it shows only the bytes received. */
function downloadBar(stream: NodeJS.WriteStream, totalBytes: number | undefined): SingleBar {
  const format = totalBytes === undefined ? '  {name}  {value}' : '  {name}  {bar}  {percentage} %  {value} of {total}';
  return progressBar(format, {
    stream,
    formatValue: (value, _, type) => (type === 'value' || type === 'total' ? megabytes(value) : String(value)),
  });
}

function quarters(stream: NodeJS.WriteStream): (progress: Progress) => void {
  let shown = { name: '', quarter: 0 };
  return ({ name, receivedBytes, totalBytes }) => {
    if (totalBytes === undefined || totalBytes === 0) return;
    const quarter = Math.floor((4 * receivedBytes) / totalBytes);
    const before = shown.name === name ? shown.quarter : 0;
    shown = { name, quarter };
    if (quarter > before)
      stream.write(`  ${name}  ${25 * quarter} %  ${megabytes(receivedBytes)} of ${megabytes(totalBytes)}\n`);
  };
}

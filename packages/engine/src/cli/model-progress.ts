import type { Progress } from '../model/add/download-file.ts';

const barWidth = 30;
const megabyte = 1_000_000;
/** Redrawing more often is not seen. */
const redrawMs = 100;

const megabytes = (bytes: number): string => `${(bytes / megabyte).toFixed(1)} MB`;

/** One line: a bar and a percentage where the size is known, else the bytes received. */
export function progressLine({ name, receivedBytes, totalBytes }: Progress): string {
  if (totalBytes === undefined || totalBytes === 0) return `  ${name}  ${megabytes(receivedBytes)}`;
  const share = Math.min(1, receivedBytes / totalBytes);
  const filled = Math.round(share * barWidth);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
  return `  ${name}  ${bar}  ${Math.floor(share * 100)} %  ${megabytes(receivedBytes)} of ${megabytes(totalBytes)}`;
}

/** Draws progress on a terminal, over and over on one line; elsewhere writes a line at every quarter. */
export function showProgress(stream: NodeJS.WriteStream): (progress: Progress) => void {
  let drawnAtMs = 0;
  let quarter = 0;
  return (progress) => {
    const { receivedBytes, totalBytes } = progress;
    const isWhole = receivedBytes === totalBytes;
    if (!stream.isTTY) {
      const reached = totalBytes === undefined ? 0 : Math.floor((4 * receivedBytes) / totalBytes);
      if (reached > quarter || (reached === 0 && quarter > 0)) stream.write(`${progressLine(progress)}\n`);
      quarter = reached;
      return;
    }
    if (!isWhole && Date.now() - drawnAtMs < redrawMs) return;
    drawnAtMs = Date.now();
    stream.write(`\r\u001b[2K${progressLine(progress)}${isWhole ? '\n' : ''}`);
  };
}

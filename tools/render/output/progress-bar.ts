const width = 32;

/** Draws one line that fills up; on something that is not a terminal it prints nothing until the end. */
export function createProgressBar(
  label: string,
  total: number,
): { update: (done: number) => void; finish: () => void } {
  const started = performance.now();
  const line = (done: number): string => {
    const filled = Math.round((done / total) * width);
    const seconds = Math.round((performance.now() - started) / 1000);
    return `${label} [${'█'.repeat(filled)}${'░'.repeat(width - filled)}] ${Math.floor(done)}/${total} ${seconds} s`;
  };
  return {
    update: (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${line(done)}`);
    },
    finish: () => {
      process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${line(total)}\n`);
    },
  };
}

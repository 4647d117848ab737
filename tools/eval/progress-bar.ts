const width = 28;
const interval = 200;

/** A progress bar on standard error: redrawn in place on a terminal, a line every tenth elsewhere. */
export function progressBar(): (done: number, total: number, what: string) => void {
  const started = performance.now();
  let drawn = 0;
  let tenth = -1;
  return (done, total, what) => {
    const now = performance.now();
    const share = total === 0 ? 1 : done / total;
    const terminal = process.stderr.isTTY;
    const step = Math.floor(share * 10);
    if (terminal ? now - drawn < interval && done < total : step === tenth) return;
    drawn = now;
    tenth = step;
    const left = share > 0.01 ? Math.round(((now - started) / 1000 / share) * (1 - share)) : undefined;
    const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
    const line = `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${what}${left === undefined ? '' : `, about ${left} s left`}`;
    process.stderr.write(terminal ? `\r\u001B[K${line}${done >= total ? '\n' : ''}` : `${line}\n`);
  };
}

/** One line of the table: something that has to be 0. */
export interface Finding {
  readonly what: string;
  readonly count: number;
  readonly detail: string;
}

/** Prints the findings; ✗ marks what is not 0. */
export function printTable(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ what }) => what.length));
  console.log('');
  for (const { what, count, detail } of findings) {
    const mark = count === 0 ? '✓' : '✗';
    console.log(`  ${mark} ${what.padEnd(width)}  ${String(count).padStart(6)}  ${detail}`);
  }
  console.log('');
}

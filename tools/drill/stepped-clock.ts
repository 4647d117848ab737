import { readFileSync } from 'node:fs';

/**
 * Preloaded into the engine: its wall clock goes wrong by as many milliseconds as the file says that `DRILL_CLOCK` names; SIGUSR2 reads it again.
 * The monotonic clock stays right, as it does when somebody sets a machine's clock.
 */
const file = process.env['DRILL_CLOCK'];
const trueNow = Date.now.bind(Date);
let offsetMs = 0;

function read(): void {
  offsetMs = file === undefined ? 0 : Number(readFileSync(file, 'utf8'));
}

read();
process.on('SIGUSR2', read);
const now = (): number => trueNow() + offsetMs;
globalThis.Date = class extends Date {
  constructor(...parts: unknown[]) {
    if (parts.length === 0) super(now());
    else super(...(parts as [number]));
  }

  static override now(): number {
    return now();
  }
} as DateConstructor;

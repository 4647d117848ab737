import type { Writable } from 'node:stream';

/** The streams on which a command prints. */
export interface Outputs {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/**
 * Lets a command go on whose reader has gone (`… | head -1`): what it still prints is lost, its files and exit code are not. Without it the
 * first line after that ends the process as if by a bug.
 */
export function outliveReaders({ stdout, stderr }: Outputs = process): void {
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

import { fstatSync, write } from 'node:fs';
import { Socket } from 'node:net';
import { monotonicMs } from '../../clock.ts';

/** Where log lines go; it never makes its writer wait. */
export interface LogStream {
  /** Takes a line, or drops it where too much is waiting. */
  readonly write: (line: string) => void;
  /** Resolves to whether everything was written within the time. */
  readonly flush: (limitMs: number) => Promise<boolean>;
}

/** Bytes that may wait for a slow reader; further lines are dropped and counted in a line of its own. */
const maxWaitingBytes = 4 * 1024 * 1024;
const pollMs = 10;

/**
 * Writes lines to a file descriptor in the background. A reader that stalls, a pipe that broke or a full disk lose lines, never
 * requests: the lines are counted, and the log says how many are missing once it can be written again.
 */
export function openLogStream(fileDescriptor: number): LogStream {
  const writeBytes = openWriter(fileDescriptor);
  let waiting: string[] = [];
  let waitingBytes = 0;
  let dropped = 0;
  let isWriting = false;
  const pump = (): void => {
    if (isWriting || waiting.length === 0) return;
    isWriting = true;
    const lines = waiting;
    waiting = [];
    writeBytes(Buffer.from(lines.join('')), (failed) => {
      isWriting = false;
      waitingBytes = waiting.reduce((sum, line) => sum + line.length, 0);
      if (failed) dropped += lines.length;
      else if (dropped > 0) tellDropped();
      pump();
    });
  };
  const take = (line: string): void => {
    waiting.push(line);
    waitingBytes += line.length;
  };
  const tellDropped = (): void => {
    take(`${JSON.stringify({ level: 40, time: Date.now(), dropped, msg: 'log lines were dropped' })}\n`);
    dropped = 0;
  };
  return {
    write: (line) => {
      if (waitingBytes + line.length > maxWaitingBytes) dropped += 1;
      else take(line);
      pump();
    },
    flush: async (limitMs) => {
      const untilMs = monotonicMs() + limitMs;
      const isPending = (): boolean => isWriting || waiting.length > 0;
      while (monotonicMs() < untilMs && isPending()) await new Promise((resolve) => setTimeout(resolve, pollMs));

      return !isPending();
    },
  };
}

type WriteBytes = (bytes: Buffer, done: (failed: boolean) => void) => void;

/**
 * A pipe is written without blocking: a thread that waits for a reader could not be ended, and would keep the process.
 */
function openWriter(fileDescriptor: number): WriteBytes {
  const facts = fstatSync(fileDescriptor);
  if (!facts.isFIFO() && !facts.isSocket()) return (bytes, done) => writeAll(fileDescriptor, bytes, done);
  const socket = new Socket({ fd: fileDescriptor, readable: false, writable: true });
  socket.on('error', () => undefined);
  return (bytes, done) => void socket.write(bytes, (error) => done(error !== null && error !== undefined));
}

function writeAll(fileDescriptor: number, bytes: Buffer, done: (failed: boolean) => void): void {
  write(fileDescriptor, bytes, (error, written) => {
    if (error !== null) done(true);
    else if (written < bytes.length) writeAll(fileDescriptor, bytes.subarray(written), done);
    else done(false);
  });
}

import { fstatSync, write } from 'node:fs';
import { Socket } from 'node:net';
import { monotonicMs } from '../../clock.ts';

/** Destination of log lines that never blocks its writer. */
export interface LogStream {
  /** Queues a line, or drops it when too much is waiting. */
  readonly write: (line: string) => void;
  /** Resolves to whether everything was written within the time. */
  readonly flush: (limitMs: number) => Promise<boolean>;
}

/** Most bytes waiting for a slow reader; further lines are dropped, and a separate line reports their number. */
const maxWaitingBytes = 4 * 1024 * 1024;
const pollMs = 10;

/**
 * Writes lines to a file descriptor in the background. A stalled reader, a broken pipe or a full disk lose lines but never delay requests.
 * The log reports the number of lost lines once it can be written again.
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

/** Pipes are written without blocking, because a thread waiting for a reader would keep the process alive. */
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

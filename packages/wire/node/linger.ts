import type { Readable } from 'node:stream';

/** Limits of reading on: total time, time without a byte, and bytes. */
const totalMs = 10_000;
const silenceMs = 3000;
const maxBytes = 512 * 1024 * 1024;

/**
 * Reads and discards what a caller still sends after its request was answered. Many clients write the whole request before they read an
 * answer, and closing a connection with unread bytes resets it, so the client would see a reset instead of the answer. Ends after a total
 * time, an idle time or a number of bytes.
 * @param done  called once, when the caller has finished or a limit is reached.
 */
export function linger(source: Readable, done: () => void): void {
  let bytes = 0;
  const finish = (): void => {
    clearTimeout(total);
    clearTimeout(silence);
    source.off('data', take);
    for (const sign of ['end', 'error', 'close']) source.off(sign, finish);
    done();
  };
  const take = (chunk: Buffer): void => {
    bytes += chunk.length;
    silence.refresh();
    if (bytes > maxBytes) finish();
  };
  const total = setTimeout(finish, totalMs);
  const silence = setTimeout(finish, silenceMs);
  for (const sign of ['end', 'error', 'close']) source.once(sign, finish);
  source.on('data', take);
  source.resume();
}

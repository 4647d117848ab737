import type { Readable } from 'node:stream';

/** Longest time in all, longest silence, and most bytes. */
const totalMs = 10_000;
const silenceMs = 3000;
const maxBytes = 512 * 1024 * 1024;

/**
 * Reads on, and throws away, what a caller still sends although it has been answered. Many clients write their whole request
 * before they look for an answer, and closing a connection with unread bytes resets it: they would see a broken connection instead of
 * the answer. Bounded in time, in silence and in bytes.
 * @param done  called once, when the caller has finished or a bound is reached.
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

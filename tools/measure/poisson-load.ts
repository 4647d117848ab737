import { setTimeout } from 'node:timers/promises';

/** A load that does not wait for its answers. */
export interface PoissonLoad<Request, Reply> {
  /** Mean rate. */
  readonly perSecond: number;
  /** Whether one more is sent: asked with how many have been, and when the last was due. */
  readonly goesOn: (sent: number, dueAtMs: number) => boolean;
  /** Made before its time comes, so that making it delays nobody. */
  readonly make: (index: number) => Request | Promise<Request>;
  readonly send: (request: Request) => Promise<Reply>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/**
 * Sends requests at random times, whether or not earlier ones are answered (a Poisson process): as callers who know nothing of one another do.
 * A load that waits for answers slows down with the server and never shows what a crowd does to it. @returns all replies, once the last is there
 */
export async function sendPoisson<Request, Reply>(load: PoissonLoad<Request, Reply>): Promise<Reply[]> {
  const { perSecond, goesOn, make, send, random } = load;
  const replies: Promise<Reply>[] = [];
  let dueAtMs = performance.now();
  while (goesOn(replies.length, dueAtMs)) {
    const request = await make(replies.length);
    dueAtMs += (-Math.log(1 - random()) * 1000) / perSecond;
    const waitMs = dueAtMs - performance.now();
    if (waitMs > 0) await setTimeout(waitMs);
    replies.push(send(request));
  }
  return Promise.all(replies);
}

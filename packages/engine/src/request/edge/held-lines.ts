import type { Socket } from 'node:net';
import { holdReading } from './hold-reading.ts';
import { gapMs } from './slowed-peers.ts';

/** Open connections of peers of which one has sent too many requests at once. */
export interface HeldLines {
  /** Reads none of a peer's connections for a while. Those that are held already keep their places. */
  readonly hold: (peer: string, readers: readonly Socket[]) => void;
}

interface Line {
  /** What releases them, in the order of their places. */
  readonly releases: Map<Socket, () => void>;
  /** The next that are read on: absent while they are held. */
  turn: NodeJS.Immediate | undefined;
}

/**
 * Holds the connections of a peer, and then reads them on, one in a turn of the loop: what has come on it is read and parsed before the next.
 * If one of them overruns, the others are held again; so however many flood, one does in the time of a gap, and those that do not wait for
 * these alone.
 */
export function createHeldLines(): HeldLines {
  const lines = new Map<string, Line>();
  const readOn = (peer: string, line: Line): void => {
    const [first] = line.releases;
    if (first === undefined) return void lines.delete(peer);
    const [socket, release] = first;
    line.releases.delete(socket);
    line.turn = setImmediate(() => readOn(peer, line));
    release();
  };
  const wait = (peer: string, line: Line): void => void setTimeout(() => readOn(peer, line), gapMs).unref();
  return {
    hold: (peer, readers) => {
      const known = lines.get(peer);
      const line = known ?? { releases: new Map(), turn: undefined };
      lines.set(peer, line);
      for (const reader of readers) if (!line.releases.has(reader)) line.releases.set(reader, holdReading(reader));
      // Who waits goes on waiting: new connections that overrun do not keep it from its turn.
      if (known !== undefined && line.turn === undefined) return;
      clearImmediate(line.turn);
      line.turn = undefined;
      wait(peer, line);
    },
  };
}

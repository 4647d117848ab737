import { isIPv4 } from 'node:net';
import type { Socket } from 'node:net';
import { monotonicMs } from '../../clock.ts';

/** Why a connection was ended, or not taken, without an answer. */
export type DropReason =
  /** Every connection is at work. */
  | 'full'
  /** Every connection of its peer is at work. */
  | 'peer-full'
  /** It rested, and its place was needed. */
  | 'made-room'
  /** It sent nothing. */
  | 'silent';

/** Bounds of the connections. */
export interface ConnectionLimits {
  readonly maxConnections: number;
  readonly maxConnectionsPerPeer: number;
  /** Hears of every connection that is dropped. */
  readonly onDrop: (why: DropReason, peer: string) => void;
}

/** What names a connection on one port, for the socket that was accepted and for the TLS socket around it alike. */
type Ends = Pick<Socket, 'remoteAddress' | 'remotePort'>;

interface Entry {
  readonly socket: Socket;
  isBusy: boolean;
}

/** Connections of one peer, those that have rested longest first. */
type Peer = Map<string, Entry>;

/**
 * The open connections. When there is no room, the one that has rested longest ends: of the same peer where the peer has all it may
 * have, of the peer with most connections otherwise. One that is at work is never ended; so whoever holds many connections and says
 * nothing gives way to whoever has something to say.
 */
export class Connections {
  readonly #limits: ConnectionLimits;
  readonly #peers = new Map<string, Peer>();
  #open = 0;

  constructor(limits: ConnectionLimits) {
    this.#limits = limits;
  }

  get open(): number {
    return this.#open;
  }

  /** Takes a connection, if there is or can be made room for it; ends it otherwise. */
  admit(socket: Socket): boolean {
    const name = peerName(socket);
    const peer = this.#peers.get(name);
    if (peer !== undefined && peer.size >= this.#limits.maxConnectionsPerPeer && !this.#endResting(peer, name))
      return this.#refuse(socket, 'peer-full', name);

    if (this.#open >= this.#limits.maxConnections && !this.#makeRoom()) return this.#refuse(socket, 'full', name);
    this.#add(socket, name);
    return true;
  }

  /** Says that a connection sent nothing and is ended for it. */
  silent(socket: Socket): void {
    this.#limits.onDrop('silent', peerName(socket));
    socket.destroy();
  }

  /** Says that a request has come by a connection. */
  busy(ends: Ends): void {
    const entry = this.#peers.get(peerName(ends))?.get(connectionName(ends));
    if (entry !== undefined) entry.isBusy = true;
  }

  /** Says that its answer is written. */
  rests(ends: Ends): void {
    const peer = this.#peers.get(peerName(ends));
    const name = connectionName(ends);
    const entry = peer?.get(name);
    if (peer === undefined || entry === undefined) return;
    entry.isBusy = false;
    peer.delete(name);
    peer.set(name, entry);
  }

  #add(socket: Socket, name: string): void {
    const peer = this.#peers.get(name) ?? new Map<string, Entry>();
    const connection = connectionName(socket);
    const entry: Entry = { socket, isBusy: false };
    this.#peers.set(name, peer.set(connection, entry));
    this.#open += 1;
    socket.once('close', () => this.#remove(name, connection, entry));
  }

  #remove(name: string, connection: string, entry: Entry): void {
    const peer = this.#peers.get(name);
    if (peer?.get(connection) !== entry) return;
    peer.delete(connection);
    if (peer.size === 0) this.#peers.delete(name);
    this.#open -= 1;
  }

  #makeRoom(): boolean {
    const largestFirst = [...this.#peers].toSorted(([, left], [, right]) => right.size - left.size);
    return largestFirst.some(([name, peer]) => this.#endResting(peer, name));
  }

  #endResting(peer: Peer, name: string): boolean {
    for (const [connection, entry] of peer) {
      if (entry.isBusy) continue;
      this.#remove(name, connection, entry);
      this.#limits.onDrop('made-room', name);
      entry.socket.destroy();
      return true;
    }
    return false;
  }

  #refuse(socket: Socket, why: DropReason, name: string): false {
    this.#limits.onDrop(why, name);
    socket.destroy();
    return false;
  }
}

function connectionName({ remoteAddress, remotePort }: Ends): string {
  return `${remoteAddress} ${remotePort}`;
}

/** The peer's address; of IPv6 the network part, as one caller has all of the rest (RFC 4291, section 2.5.4). */
function peerName({ remoteAddress = 'unknown' }: Ends): string {
  const address = remoteAddress.replace(/^::ffff:/i, '');
  if (isIPv4(address) || !address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  return `${[...groups, ...Array.from({ length: missing }, () => '0')].slice(0, 4).join(':')}::/64`;
}

/** How often dropped connections are written to the log. */
const tellMs = 10_000;

/** What the log says of dropped connections: how many for which reason, and one of the peers. */
export interface DropSummary {
  readonly dropped: Readonly<Record<string, number>>;
  readonly peer: string;
}

/** Gathers dropped connections, so that a flood of them makes no flood of lines: the first is told at once. */
export function createDropTeller(tell: (summary: DropSummary) => void): ConnectionLimits['onDrop'] {
  let dropped: Record<string, number> = {};
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const flush = (peer: string): void => {
    timer = undefined;
    toldAtMs = monotonicMs();
    tell({ dropped, peer });
    dropped = {};
  };
  return (why, peer) => {
    dropped[why] = (dropped[why] ?? 0) + 1;
    const waitMs = Math.max(0, toldAtMs + tellMs - monotonicMs());
    if (waitMs === 0 && timer === undefined) flush(peer);
    else timer ??= setTimeout(() => flush(peer), waitMs).unref();
  };
}

import { isIPv4 } from 'node:net';
import type { Socket } from 'node:net';
import { monotonicMs } from '../../clock.ts';
import { createHeldLines } from './held-lines.ts';
import { createSlowedPeers } from './slowed-peers.ts';

/** Why a connection was refused or ended without an answer. */
export type DropReason =
  /** All connections are busy. */
  | 'full'
  /** All connections of its peer are busy. */
  | 'peer-full'
  /** It was idle and made room for another. */
  | 'made-room'
  /** It sent nothing. */
  | 'silent'
  /** It, or others of its peer, sent more requests at once than may be unanswered, or a body in too many fine pieces. */
  | 'overrun';

/** Limits of connections. */
export interface ConnectionLimits {
  readonly maxConnections: number;
  readonly maxConnectionsPerPeer: number;
  /** Called for every dropped connection. */
  readonly onDrop: (why: DropReason, peer: string) => void;
}

/** Identifies a connection on one port, for the accepted socket and for the TLS socket around it. */
type Ends = Pick<Socket, 'remoteAddress' | 'remotePort'>;

interface Entry {
  readonly socket: Socket;
  isBusy: boolean;
  /** What is read of it as HTTP: the connection, or the one that decrypts it; nothing before, and once it has overrun. */
  reader: Socket | undefined;
}

/** Connections of one peer, the longest idle ones first. */
type Peer = Map<string, Entry>;

/**
 * The open connections. When there is no room, the longest idle one is ended: of the same peer if that is at its limit, otherwise of the
 * peer with most connections. Busy ones are never ended, so silent connections give way to requests.
 */
export class Connections {
  readonly #limits: ConnectionLimits;
  readonly #peers = new Map<string, Peer>();
  readonly #slowed = createSlowedPeers();
  readonly #held = createHeldLines();
  #open = 0;

  constructor(limits: ConnectionLimits) {
    this.#limits = limits;
  }

  get open(): number {
    return this.#open;
  }

  /** Admits a connection if room can be made; otherwise its end is left to the caller. */
  admit(socket: Socket): boolean {
    const name = peerName(socket);
    const peer = this.#peers.get(name);
    if (peer !== undefined && peer.size >= this.#limits.maxConnectionsPerPeer && !this.#endResting(peer, name))
      return this.#refuse('peer-full', name);

    if (this.#open >= this.#limits.maxConnections && !this.#makeRoom()) return this.#refuse('full', name);
    this.#add(socket, name);
    return true;
  }

  /** Records that a connection is ended because it sent nothing. */
  silent(socket: Socket): void {
    this.#limits.onDrop('silent', peerName(socket));
    socket.destroy();
  }

  /** Records what is read of a connection as HTTP, from now on. */
  served(reader: Socket): void {
    const entry = this.#peers.get(peerName(reader))?.get(connectionName(reader));
    if (entry !== undefined) entry.reader = reader;
  }

  /** Records that a connection is read no further: it sent too many requests at once. The others of its peer are read on in turn. */
  overrun(ends: Ends): void {
    const name = peerName(ends);
    this.#slowed.overrun(name);
    this.#limits.onDrop('overrun', name);
    const peer = this.#peers.get(name);
    const entry = peer?.get(connectionName(ends));
    if (entry !== undefined) entry.reader = undefined;
    const readers = Array.from(peer?.values() ?? [], ({ reader }) => reader).filter((reader) => reader !== undefined);
    this.#held.hold(name, readers);
  }

  /** Milliseconds until a connection that has sent something may be served; `undefined`, and ended, where its peer has too many. */
  waitOf(socket: Socket): number | undefined {
    const name = peerName(socket);
    const waitMs = this.#slowed.waitOf(name);
    if (waitMs !== undefined) return waitMs;
    this.#limits.onDrop('overrun', name);
    socket.destroy();
    return undefined;
  }

  /** Marks a connection as busy with a request. */
  busy(ends: Ends): void {
    const entry = this.#peers.get(peerName(ends))?.get(connectionName(ends));
    if (entry !== undefined) entry.isBusy = true;
  }

  /** Marks a connection as idle after its answer. */
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
    const entry: Entry = { socket, isBusy: false, reader: undefined };
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

  #refuse(why: DropReason, name: string): false {
    this.#limits.onDrop(why, name);
    return false;
  }
}

function connectionName({ remoteAddress, remotePort }: Ends): string {
  return `${remoteAddress} ${remotePort}`;
}

/** The peer of a connection: its address; for IPv6 the network part, as one caller has all addresses in it (RFC 4291, section 2.5.4). */
export function peerName({ remoteAddress = 'unknown' }: Ends): string {
  const address = remoteAddress.replace(/^::ffff:/i, '');
  if (isIPv4(address) || !address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  return `${[...groups, ...Array.from({ length: missing }, () => '0')].slice(0, 4).join(':')}::/64`;
}

/** Interval of log lines about dropped connections. */
const tellMs = 10_000;

/** Summary of dropped connections for the log: counts by reason, and one of the peers. */
export interface DropSummary {
  readonly dropped: Readonly<Record<string, number>>;
  readonly peer: string;
}

/** Summarises dropped connections, so that a flood of them does not flood the log; the first is reported at once. */
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

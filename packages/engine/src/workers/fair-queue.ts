import type { QueueShare } from '../compare/patience.ts';

/** One party among others: its work so far, in milliseconds divided by its weight. */
interface Flow {
  weight: number;
  virtualMs: number;
}

interface KeyFlow<Item> extends Flow {
  readonly items: Item[];
}

interface AccountFlow<Item> extends Flow {
  readonly keys: Map<string, KeyFlow<Item>>;
  /** Where its keys' virtual time stands. */
  clockMs: number;
}

/**
 * A bounded queue that serves accounts, and the keys within an account, in proportion to their weights: start-time fair queueing in two levels
 * (Goyal, Vin, Cheng 1996). Whoever has had the least work for its weight is next; what a job costs is charged by the time it really
 * took. Whoever was away starts where the others are: absence earns nothing.
 *
 * When the queue is full, whoever waits with less than its part makes room by pushing out the newest item of whoever waits with most
 * (longest queue drop, McKenney 1990): a lone caller may use the whole queue, and still nobody else is ever locked out.
 */
export class FairQueue<Item> {
  /** Items that may wait; may change. */
  capacity: number;
  readonly #accounts = new Map<string, AccountFlow<Item>>();
  #length = 0;
  #clockMs = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get length(): number {
    return this.#length;
  }

  /** Whether one more of this share would find room, by itself or by pushing another out. `spare`: places beside the queue. */
  accepts(share: QueueShare, spare = 0): boolean {
    return this.#length < this.capacity + spare || this.#crowded(share) !== undefined;
  }

  /**
   * Adds an item. `spare`: places beside the queue, for what is taken out again at once.
   * @returns what it pushed out; the item itself where it finds no room.
   */
  push(item: Item, share: QueueShare, spare = 0): Item | undefined {
    const isFull = this.#length >= this.capacity + spare;
    const pushedOut = isFull ? this.#crowded(share)?.items.pop() : undefined;
    if (isFull && pushedOut === undefined) return item;
    if (pushedOut !== undefined) this.#length -= 1;
    this.#flowOf(share).items.push(item);
    this.#length += 1;
    return pushedOut;
  }

  /** Adds an item that was taken on before: in front of its share's, and although the queue may be full. */
  putInFront(item: Item, share: QueueShare): void {
    this.#flowOf(share).items.unshift(item);
    this.#length += 1;
  }

  /** Takes the next item; charges `costMs` to its share in advance. */
  shift(costMs: number): Item | undefined {
    const account = least([...this.#accounts.values()].filter((flow) => waitingIn(flow) > 0));
    const key =
      account === undefined ? undefined : least([...account.keys.values()].filter(({ items }) => items.length > 0));
    const item = key?.items.shift();
    if (account === undefined || key === undefined || item === undefined) return undefined;
    this.#length -= 1;
    this.#clockMs = Math.max(this.#clockMs, account.virtualMs);
    account.clockMs = Math.max(account.clockMs, key.virtualMs);
    charge(account, costMs);
    charge(key, costMs);
    return item;
  }

  /** Corrects a charge once it is known what the work took; `costMs` may be negative. */
  charge({ account, key }: QueueShare, costMs: number): void {
    const flow = this.#accounts.get(account);
    const keyFlow = flow?.keys.get(key);
    if (flow !== undefined) charge(flow, costMs);
    if (keyFlow !== undefined) charge(keyFlow, costMs);
  }

  /** Takes out every item that fits. */
  remove(fits: (item: Item) => boolean): Item[] {
    const flows = [...this.#accounts.values()].flatMap(({ keys }) => [...keys.values()]);
    const removed = flows.flatMap(({ items }) => {
      const leaving = items.filter((item) => fits(item));
      if (leaving.length > 0) items.splice(0, items.length, ...items.filter((item) => !leaving.includes(item)));
      return leaving;
    });
    this.#length -= removed.length;
    return removed;
  }

  /** The flow whose newest item has to go before one of this share is refused. */
  #crowded({ account, key, accountWeight, keyWeight }: QueueShare): KeyFlow<Item> | undefined {
    const own = this.#accounts.get(account);
    const longest = most([...this.#accounts.values()], waitingIn);
    if (longest === undefined) return undefined;
    const ownWaiting = own === undefined ? 0 : waitingIn(own);
    const ownAfter = (ownWaiting + 1) / accountWeight;
    if (longest !== own && ownAfter <= (waitingIn(longest) - 1) / longest.weight)
      return most([...longest.keys.values()], itemsIn);
    if (own === undefined) return undefined;
    const longestKey = most([...own.keys.values()], itemsIn);
    const ownKey = own.keys.get(key);
    if (longestKey === undefined || longestKey === ownKey) return undefined;
    const keyAfter = ((ownKey?.items.length ?? 0) + 1) / keyWeight;
    return keyAfter <= (longestKey.items.length - 1) / longestKey.weight ? longestKey : undefined;
  }

  /** The share's flow; one that had nothing waiting joins the others' present. There are as many as configured keys. */
  #flowOf({ account, key, accountWeight, keyWeight }: QueueShare): KeyFlow<Item> {
    const flow = this.#accounts.get(account) ?? { weight: accountWeight, virtualMs: 0, clockMs: 0, keys: new Map() };
    this.#accounts.set(account, flow);
    flow.weight = accountWeight;
    if (waitingIn(flow) === 0) flow.virtualMs = Math.max(flow.virtualMs, this.#clockMs);
    const keyFlow = flow.keys.get(key) ?? { weight: keyWeight, virtualMs: 0, items: [] };
    flow.keys.set(key, keyFlow);
    keyFlow.weight = keyWeight;
    if (keyFlow.items.length === 0) keyFlow.virtualMs = Math.max(keyFlow.virtualMs, flow.clockMs);
    return keyFlow;
  }
}

function charge(flow: Flow, costMs: number): void {
  flow.virtualMs += costMs / flow.weight;
}

function waitingIn<Item>({ keys }: AccountFlow<Item>): number {
  let sum = 0;
  for (const { items } of keys.values()) sum += items.length;
  return sum;
}

function itemsIn<Item>({ items }: KeyFlow<Item>): number {
  return items.length;
}

function least<One extends Flow>(flows: readonly One[]): One | undefined {
  return flows.reduce<One | undefined>(
    (best, flow) => (best === undefined || flow.virtualMs < best.virtualMs ? flow : best),
    undefined,
  );
}

/** The flow with most waiting for its weight. */
function most<One extends Flow>(flows: readonly One[], waiting: (flow: One) => number): One | undefined {
  return flows.reduce<One | undefined>(
    (best, flow) => (best === undefined || waiting(flow) / flow.weight > waiting(best) / best.weight ? flow : best),
    undefined,
  );
}

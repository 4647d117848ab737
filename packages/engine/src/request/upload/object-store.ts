import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { monotonicMs } from '../../clock.ts';
import { openRunDirectory } from '../state/run-directory.ts';
import type { RunDirectory } from '../state/run-directory.ts';

/** Bounds of the store. */
export interface ObjectStoreOptions {
  /** Existing directory in which this run gets one of its own for its objects. */
  readonly directory: string;
  /** A reload may change them. */
  readonly limits: { readonly maxStoredBytes: number; readonly lifetimeMs: number };
}

/** `issued`: may be uploaded once. `uploading`: in progress. `stored`: readable. */
type ObjectState = 'issued' | 'uploading' | 'stored';

/** An address this engine gave out. */
export interface StoredObject {
  readonly key: string;
  readonly principalId: string;
  readonly account: string;
  /** Who it counts for within the account. */
  readonly holder: string;
  /** Host, and port if any, under which it was issued. */
  readonly authority: string;
  /** On the monotonic clock, as every time here. */
  readonly expiresAtMs: number;
  readonly file: string;
  state: ObjectState;
  bytes: number;
}

/** What an address is issued for. */
export interface IssueRequest {
  readonly principalId: string;
  readonly account: string;
  readonly holder: string;
  readonly authority: string;
  readonly nowMs: number;
}

/** A finished upload. */
export interface UploadReceipt {
  readonly bytes: number;
  /** Upper-case hex. */
  readonly md5: string;
}

/** Addresses given out at once, whoever asked. */
const maxObjects = 100_000;

/** Keys issued for uploads and the bytes behind them, on disk. Files have names of their own: a key never becomes a path. */
export class ObjectStore {
  readonly #options: ObjectStoreOptions;
  readonly #directory: RunDirectory;
  readonly #objects = new Map<string, StoredObject>();
  readonly #sweeper: NodeJS.Timeout;
  #storedBytes = 0;

  private constructor(directory: RunDirectory, options: ObjectStoreOptions) {
    this.#directory = directory;
    this.#options = options;
    this.#sweeper = setInterval(
      () => void this.sweep(monotonicMs()),
      Math.min(options.limits.lifetimeMs, 30_000),
    ).unref();
  }

  /** @failure the system's error when no directory can be made. */
  static async open(options: ObjectStoreOptions): Promise<ObjectStore> {
    const run = await openRunDirectory({ parent: options.directory, prefix: 'semblance-uploads-' });
    return new ObjectStore(run, options);
  }

  get storedBytes(): number {
    return this.#storedBytes;
  }

  get objectCount(): number {
    return this.#objects.size;
  }

  /** Objects, uploaded or still to be, that an account holds, or one holder within it. */
  countOf(who: { readonly account: string; readonly holder?: string }, nowMs: number): number {
    let count = 0;
    for (const { account, holder, expiresAtMs } of this.#objects.values())
      if (account === who.account && holder === (who.holder ?? holder) && expiresAtMs > nowMs) count += 1;
    return count;
  }

  /** Issues a key: 192 random bits, URL-safe. `undefined` when the store has given out all it can. */
  issue({ nowMs, ...request }: IssueRequest): StoredObject | undefined {
    if (this.#objects.size >= maxObjects) return undefined;
    const key = `imagesearch/${randomBytes(24).toString('hex')}`;
    const file = path.join(this.#directory.path, randomBytes(16).toString('hex'));
    const expiresAtMs = nowMs + this.#options.limits.lifetimeMs;
    const object: StoredObject = { ...request, key, expiresAtMs, file, state: 'issued', bytes: 0 };
    this.#objects.set(key, object);
    return object;
  }

  /** A live object. */
  find(key: string, nowMs: number): StoredObject | undefined {
    const object = this.#objects.get(key);
    return object === undefined || object.expiresAtMs <= nowMs ? undefined : object;
  }

  /** Opens an issued object for its one upload; the caller writes, then calls `complete` or `abandon`. */
  begin(object: StoredObject): Writable {
    object.state = 'uploading';
    return createWriteStream(object.file, { flags: 'wx', mode: 0o600 });
  }

  /** Whether so many more bytes fit; takes them if so. */
  reserve(object: StoredObject, bytes: number): boolean {
    if (this.#storedBytes + bytes > this.#options.limits.maxStoredBytes) return false;
    this.#storedBytes += bytes;
    object.bytes += bytes;
    return true;
  }

  complete(object: StoredObject): void {
    object.state = 'stored';
  }

  /** Bytes of a stored object; throws when the disk fails or gives other bytes than were stored. */
  async read(object: StoredObject, signal: AbortSignal): Promise<Uint8Array> {
    const bytes = await readFile(object.file, { signal });
    if (bytes.length !== object.bytes)
      throw new Error(`the stored object has ${bytes.length} bytes instead of ${object.bytes}`);
    return bytes;
  }

  /** Forgets an object and deletes its file. */
  async remove(object: StoredObject): Promise<void> {
    if (!this.#objects.delete(object.key)) return;
    this.#storedBytes -= object.bytes;
    await rm(object.file, { force: true, recursive: true });
  }

  /** Removes what has expired. */
  async sweep(nowMs: number): Promise<void> {
    const expired = [...this.#objects.values()].filter(
      (object) => object.expiresAtMs <= nowMs && object.state !== 'uploading',
    );
    await Promise.all(expired.map((object) => this.remove(object)));
  }

  /** Ends the store and deletes everything in it. */
  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    this.#objects.clear();
    await this.#directory.close();
  }

  /** The same at once, for a process that ends now. */
  abandon(): void {
    clearInterval(this.#sweeper);
    this.#directory.abandon();
  }
}

/** Counts and digests bytes on their way to the disk. */
export function createReceipt(): { readonly add: (chunk: Uint8Array) => void; readonly finish: () => UploadReceipt } {
  const digest = createHash('md5');
  let bytes = 0;
  return {
    add: (chunk) => {
      bytes += chunk.length;
      digest.update(chunk);
    },
    finish: () => ({ bytes, md5: digest.digest('hex').toUpperCase() }),
  };
}

import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { monotonicMs } from '../../clock.ts';
import { openRunDirectory } from '../state/run-directory.ts';
import type { RunDirectory } from '../state/run-directory.ts';
import { makeObjectKey } from './object-key.ts';
import type {
  BeginFault,
  IssueRequest,
  IssueResult,
  PolicySecret,
  UploadedObject,
  UploadStore,
  UploadWriter,
} from './upload-store.ts';

/** Options of the store. */
export interface ObjectStoreOptions {
  /** Existing directory in which this run creates one for its objects. */
  readonly directory: string;
  /** A reload may change them. */
  readonly limits: { readonly maxStoredBytes: number; readonly lifetimeMs: number };
}

/** An issued address with the file of its picture. */
interface StoredObject extends UploadedObject {
  readonly account: string;
  readonly holder: string;
  /** Expiry on the monotonic clock. */
  readonly expiresAtMs: number;
  readonly file: string;
  state: UploadedObject['state'];
  bytes: number;
}

/** Most issued addresses at a time. */
const maxObjects = 100_000;
const maxSweepMs = 30_000;

/** Issued keys and the bytes of uploads, on this machine's disk. File names are independent of keys, so a key never becomes a path. */
export class ObjectStore implements UploadStore {
  readonly #options: ObjectStoreOptions;
  readonly #directory: RunDirectory;
  readonly #objects = new Map<string, StoredObject>();
  readonly #sweeper: NodeJS.Timeout;
  readonly #policySecret: PolicySecret = {
    accessKeyId: `semblance${randomBytes(8).toString('hex')}`,
    secret: randomBytes(32),
  };
  #storedBytes = 0;

  private constructor(directory: RunDirectory, options: ObjectStoreOptions) {
    this.#directory = directory;
    this.#options = options;
    const everyMs = Math.min(options.limits.lifetimeMs, maxSweepMs);
    this.#sweeper = setInterval(() => void this.#sweep(), everyMs).unref();
  }

  /** Opens a store. @failure the system's error when no directory can be created. */
  static async open(options: ObjectStoreOptions): Promise<ObjectStore> {
    const run = await openRunDirectory({ parent: options.directory, prefix: 'semblance-uploads-' });
    return new ObjectStore(run, options);
  }

  storedBytes(): number {
    return this.#storedBytes;
  }

  async policySecret(): Promise<PolicySecret> {
    return this.#policySecret;
  }

  async issue({ accountQuota, holderQuota, ...request }: IssueRequest): Promise<IssueResult> {
    const { account, holder } = request;
    if (this.#countOf({ account }) >= accountQuota) return { ok: false, full: 'account', limit: accountQuota };
    if (this.#countOf({ account, holder }) >= holderQuota) return { ok: false, full: 'holder', limit: holderQuota };
    if (this.#objects.size >= maxObjects) return { ok: false, full: 'store', limit: maxObjects };
    const key = makeObjectKey();
    const file = path.join(this.#directory.path, randomBytes(16).toString('hex'));
    const expiresAtMs = monotonicMs() + this.#options.limits.lifetimeMs;
    this.#objects.set(key, { ...request, key, expiresAtMs, file, state: 'issued', bytes: 0 });
    return { ok: true, key };
  }

  async find(key: string): Promise<UploadedObject | undefined> {
    return this.#live(key);
  }

  async begin(key: string): Promise<UploadWriter | BeginFault> {
    const object = this.#live(key);
    if (object === undefined) return 'unknown';
    if (object.state !== 'issued') return 'used';
    object.state = 'uploading';
    return this.#writer(object, createWriteStream(object.file, { flags: 'wx', mode: 0o600 }));
  }

  async read(object: UploadedObject, signal: AbortSignal): Promise<Uint8Array> {
    const stored = this.#objects.get(object.key);
    if (stored === undefined) throw new Error('the stored object has gone');
    const bytes = await readFile(stored.file, { signal });
    if (bytes.length !== stored.bytes)
      throw new Error(`the stored object has ${bytes.length} bytes instead of ${stored.bytes}`);
    return bytes;
  }

  async remove({ key }: UploadedObject): Promise<void> {
    const object = this.#objects.get(key);
    if (object === undefined) return;
    this.#objects.delete(key);
    this.#storedBytes -= object.bytes;
    await rm(object.file, { force: true, recursive: true });
  }

  /** Closes the store and deletes its content. */
  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    this.#objects.clear();
    await this.#directory.close();
  }

  abandon(): void {
    clearInterval(this.#sweeper);
    this.#directory.abandon();
  }

  #live(key: string): StoredObject | undefined {
    const object = this.#objects.get(key);
    return object === undefined || object.expiresAtMs <= monotonicMs() ? undefined : object;
  }

  /** Number of objects, issued or uploaded, of an account or of one holder in it. */
  #countOf(who: { readonly account: string; readonly holder?: string }): number {
    const nowMs = monotonicMs();
    let count = 0;
    for (const { account, holder, expiresAtMs } of this.#objects.values())
      if (account === who.account && holder === (who.holder ?? holder) && expiresAtMs > nowMs) count += 1;
    return count;
  }

  /** Reserves bytes. @returns whether they fit. */
  #reserve(object: StoredObject, bytes: number): boolean {
    if (this.#storedBytes + bytes > this.#options.limits.maxStoredBytes) return false;
    this.#storedBytes += bytes;
    object.bytes += bytes;
    return true;
  }

  #writer(object: StoredObject, output: Writable): UploadWriter {
    let fault: unknown;
    output.on('error', (error) => {
      fault = error;
    });
    const check = (): void => {
      if (fault !== undefined) throw fault;
    };
    return {
      object,
      write: (chunk) => {
        const fits = this.#reserve(object, chunk.length);
        if (fits) output.write(chunk);
        return fits;
      },
      flushed: async (signal) => {
        check();
        if (output.writableNeedDrain) await once(output, 'drain', { signal });
      },
      finish: async (signal) => {
        output.end();
        await once(output, 'close', { signal });
        check();
        object.state = 'stored';
      },
      abandon: async () => {
        output.destroy();
        await this.remove(object);
      },
    };
  }

  /** Removes expired objects. */
  async #sweep(): Promise<void> {
    const nowMs = monotonicMs();
    const expired = [...this.#objects.values()].filter(
      (object) => object.expiresAtMs <= nowMs && object.state !== 'uploading',
    );
    await Promise.all(expired.map((object) => this.remove(object)));
  }
}

import { randomBytes } from 'node:crypto';
import { isObjectKey, makeObjectKey } from '../upload/object-key.ts';
import type {
  BeginFault,
  IssueRequest,
  IssueResult,
  PolicySecret,
  UploadedObject,
  UploadStore,
  UploadWriter,
} from '../upload/upload-store.ts';
import type { ObjectBytes } from './object-bytes.ts';
import { script } from '../../redis-connection.ts';
import type { RedisConnection } from '../../redis-connection.ts';

/** Options of the store. */
export interface RedisUploadsOptions {
  /** A reload may change them. */
  readonly limits: { readonly maxStoredBytes: number; readonly lifetimeMs: number };
  /** Storage of the pictures themselves. */
  readonly bytes: ObjectBytes;
  /** Budget for bytes of forms, shared with other bodies. */
  readonly budget: { readonly take: (bytes: number) => boolean; readonly give: (bytes: number) => void };
}

/** Beginning of every script: removes expired entries. Sizes are members `key:bytes`, ordered by expiry. */
const prelude = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function expire(name) redis.call('ZREMRANGEBYSCORE', name, '-inf', now) end
local function total(sizes, sum)
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', sizes, '-inf', now)) do
    redis.call('DECRBY', sum, string.match(member, ':(%d+)$'))
    redis.call('ZREM', sizes, member)
  end
  return tonumber(redis.call('GET', sum) or '0')
end
`;

/** KEYS: object, all, account, holder. ARGV: key, lifetime, quotas of store, account, holder, then the object's fields. */
const issue = script(`${prelude}
for at, name in ipairs({ 'store', 'account', 'holder' }) do
  expire(KEYS[at + 1])
end
for _, check in ipairs({ { 3, 'account', 4 }, { 4, 'holder', 5 }, { 2, 'store', 3 } }) do
  if redis.call('ZCARD', KEYS[check[1]]) >= tonumber(ARGV[check[3]]) then return check[2] end
end
redis.call('HSET', KEYS[1], 'state', 'issued', 'bytes', 0, unpack(ARGV, 6))
redis.call('PEXPIRE', KEYS[1], ARGV[2])
for at = 2, 4 do
  redis.call('ZADD', KEYS[at], now + ARGV[2], ARGV[1])
  redis.call('PEXPIRE', KEYS[at], ARGV[2])
end
return 'issued'
`);

const find = script(`return redis.call('HGETALL', KEYS[1])`);

/** Takes an issued object for its one upload. */
const begin = script(`
local state = redis.call('HGET', KEYS[1], 'state')
if not state then return { 'unknown' } end
if state ~= 'issued' then return { 'used' } end
redis.call('HSET', KEYS[1], 'state', 'uploading')
return redis.call('HGETALL', KEYS[1])
`);

/** KEYS: object, sizes, sum. ARGV: key, bytes, limit. Space is reserved before the bytes are written. */
const reserve = script(`${prelude}
if redis.call('EXISTS', KEYS[1]) == 0 then return 'unknown' end
if total(KEYS[2], KEYS[3]) + ARGV[2] > tonumber(ARGV[3]) then return 'full' end
redis.call('INCRBY', KEYS[3], ARGV[2])
redis.call('ZADD', KEYS[2], now + redis.call('PTTL', KEYS[1]), ARGV[1] .. ':' .. ARGV[2])
redis.call('HSET', KEYS[1], 'bytes', ARGV[2])
return 'reserved'
`);

const complete = script(`
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], 'state', 'stored')
return redis.call('PTTL', KEYS[1])
`);

/** KEYS: object, all, account, holder, sizes, sum. ARGV: key. */
const remove = script(`
local bytes = redis.call('HGET', KEYS[1], 'bytes')
if not bytes then return 0 end
redis.call('DEL', KEYS[1])
for at = 2, 4 do redis.call('ZREM', KEYS[at], ARGV[1]) end
if redis.call('ZREM', KEYS[5], ARGV[1] .. ':' .. bytes) == 1 then redis.call('DECRBY', KEYS[6], bytes) end
return 1
`);

const secretOf = script(`
redis.call('HSETNX', KEYS[1], 'id', ARGV[1])
redis.call('HSETNX', KEYS[1], 'secret', ARGV[2])
return redis.call('HMGET', KEYS[1], 'id', 'secret')
`);

const maxObjects = 100_000;
const allKey = 'uploads';
const sizesKey = 'upload-sizes';
const sumKey = 'upload-bytes';

/** An object with its quota keys. */
interface CountedObject extends UploadedObject {
  readonly account: string;
  readonly holder: string;
}

/** Uploads in a shared store, so that one engine can read what another one received. */
export class RedisUploads implements UploadStore {
  readonly #redis: RedisConnection;
  readonly #options: RedisUploadsOptions;
  /** Bytes that uploads in progress hold in this process. */
  #heldBytes = 0;

  constructor(redis: RedisConnection, options: RedisUploadsOptions) {
    this.#redis = redis;
    this.#options = options;
  }

  storedBytes(): number {
    return this.#heldBytes;
  }

  async policySecret(): Promise<PolicySecret> {
    const values = [`semblance${randomBytes(8).toString('hex')}`, randomBytes(32).toString('hex')];
    const answer = await this.#redis.run({ port: 'uploads', script: secretOf, keys: ['upload-secret'], values });
    const [accessKeyId, secret] = answer as readonly [string, string];
    return { accessKeyId, secret: Buffer.from(secret, 'hex') };
  }

  async issue(request: IssueRequest): Promise<IssueResult> {
    const { account, holder, principalId, authority, accountQuota, holderQuota } = request;
    const key = makeObjectKey();
    const keys = [objectKey(key), allKey, accountKey(account), holderKey(account, holder)];
    const fields = ['principalId', principalId, 'authority', authority, 'account', account, 'holder', holder];
    const { lifetimeMs } = this.#options.limits;
    const values = [key, lifetimeMs, maxObjects, accountQuota, holderQuota, ...fields];
    const answer = await this.#redis.run({ port: 'uploads', script: issue, keys, values });
    if (answer === 'issued') return { ok: true, key };
    const limits = { store: maxObjects, account: accountQuota, holder: holderQuota };
    const full = answer as keyof typeof limits;
    return { ok: false, full, limit: limits[full] };
  }

  async find(key: string): Promise<UploadedObject | undefined> {
    if (!isObjectKey(key)) return undefined;
    return toObject(key, await this.#redis.run({ port: 'uploads', script: find, keys: [objectKey(key)], values: [] }));
  }

  async begin(key: string): Promise<UploadWriter | BeginFault> {
    if (!isObjectKey(key)) return 'unknown';
    const answer = await this.#redis.run({ port: 'uploads', script: begin, keys: [objectKey(key)], values: [] });
    const [fault] = answer as readonly string[];
    if (fault === 'unknown' || fault === 'used') return fault;
    const object = toObject(key, answer);
    return object === undefined ? 'unknown' : this.#writer(object);
  }

  async read({ key, bytes }: UploadedObject, signal: AbortSignal): Promise<Uint8Array> {
    const content = await this.#options.bytes.get(key, signal);
    if (content?.length !== bytes)
      throw new Error(`the stored object has ${content?.length ?? 'no'} bytes instead of ${bytes}`);
    return content;
  }

  async remove(object: UploadedObject): Promise<void> {
    const { key, account, holder } = object as CountedObject;
    const keys = [objectKey(key), allKey, accountKey(account), holderKey(account, holder), sizesKey, sumKey];
    await this.#redis.run({ port: 'uploads', script: remove, keys, values: [key] });
    await this.#options.bytes.remove(key);
  }

  /** Uploads of other engines are kept. */
  async close(): Promise<void> {
    await this.#options.bytes.close();
  }

  abandon(): void {
    void this.#options.bytes.close();
  }

  /** Collects a picture in memory until it is complete, so that a broken upload leaves nothing in the store. */
  #writer(object: CountedObject): UploadWriter {
    const chunks: Uint8Array[] = [];
    const { budget } = this.#options;
    let held = 0;
    const release = (): void => {
      budget.give(held);
      this.#heldBytes -= held;
      held = 0;
      chunks.length = 0;
    };
    return {
      object,
      write: (chunk) => {
        if (!budget.take(chunk.length)) return false;
        held += chunk.length;
        this.#heldBytes += chunk.length;
        chunks.push(chunk);
        return true;
      },
      flushed: async () => undefined,
      finish: async (signal) => {
        try {
          await this.#keep(object, Buffer.concat(chunks), signal);
        } finally {
          release();
        }
      },
      abandon: async () => {
        release();
        await this.remove(object);
      },
    };
  }

  async #keep({ key }: UploadedObject, content: Buffer, signal: AbortSignal): Promise<void> {
    const { limits, bytes } = this.#options;
    const keys = [objectKey(key), sizesKey, sumKey];
    const values = [key, content.length, limits.maxStoredBytes];
    const answer = await this.#redis.run({ port: 'uploads', script: reserve, keys, values });
    if (answer === 'full') throw new StoreFullError();
    if (answer !== 'reserved') throw new Error('the address expired during its upload');
    await bytes.put({ key, content, lifetimeMs: limits.lifetimeMs }, signal);
    await this.#redis.run({ port: 'uploads', script: complete, keys: [objectKey(key)], values: [] });
  }
}

/** The store is full; reported to the caller like a full disk. */
class StoreFullError extends Error {
  readonly code = 'ENOSPC';

  constructor() {
    super('the store holds as many bytes of uploads as it may');
  }
}

function objectKey(key: string): string {
  return `upload:${key}`;
}

function accountKey(account: string): string {
  return `uploads-of:${account.length}:${account}`;
}

function holderKey(account: string, holder: string): string {
  return `${accountKey(account)}:${holder}`;
}

function toObject(key: string, answer: unknown): CountedObject | undefined {
  const list = answer as readonly string[];
  if (list.length === 0) return undefined;
  const fields = new Map<string, string>();
  for (let at = 0; at + 1 < list.length; at += 2) fields.set(list[at] ?? '', list[at + 1] ?? '');
  const field = (name: string): string => fields.get(name) ?? '';
  return {
    key,
    principalId: field('principalId'),
    authority: field('authority'),
    account: field('account'),
    holder: field('holder'),
    state: field('state') as UploadedObject['state'],
    bytes: Number(field('bytes')),
  };
}

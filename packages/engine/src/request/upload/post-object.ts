import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { UploadErrorCode } from '@semblance/spec/error-policy';
import { bodyAdvice, isActionParameter } from '@semblance/wire/form';
import { lineBreaksAfterFile, uploadRefusals } from '@semblance/wire/upload-form';
import type { UploadRefusal } from '@semblance/wire/upload-form';
import { monotonicMs } from '../../clock.ts';
import type { Result } from '../../result.ts';
import { BrokenOffError, chunksOf, LateError } from './chunks-of.ts';
import { boundaryOf, MultipartError, MultipartReader } from './multipart-reader.ts';
import { createReceipt } from './object-store.ts';
import type { ObjectStore, StoredObject, UploadReceipt } from './object-store.ts';
import { policyKey } from './upload-policy.ts';
import type { PolicySigner } from './upload-policy.ts';

/** Why an upload is refused. */
export interface UploadFailure {
  readonly code: UploadErrorCode;
  readonly detail?: string;
  /** The form is no upload: its sender means the action. */
  readonly meansAction?: true;
  /** For the log only. */
  readonly cause?: unknown;
  /** Whom the address was issued to, where the form proved that it was. For the log only. */
  readonly principal?: string | undefined;
}

/** A stored upload. */
export interface PostedObject extends UploadReceipt {
  readonly object: StoredObject;
  /** Status the form asks for. */
  readonly status: 200 | 201 | 204;
}

/** Where uploads go and what bounds them. */
export interface PostOptions {
  readonly store: ObjectStore;
  readonly signer: PolicySigner;
  readonly maxObjectBytes: number;
  readonly timeoutMs: number;
}

const maxFieldBytes = 8192;
const maxFields = 20;

/** Headers of the form that say how it is to be read. */
export interface PostHeaders {
  readonly contentType: string | undefined;
  readonly userAgent: string | undefined;
}

/** Receives one PostObject form as a stream: nothing but small fields is held in memory. */
export async function receivePostObject(
  stream: Readable,
  { contentType, userAgent }: PostHeaders,
  options: PostOptions,
): Promise<Result<PostedObject, UploadFailure>> {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return failed(uploadRefusals.noBoundary);
  const form = new UploadForm(options);
  const reader = new MultipartReader(boundary, form, lineBreaksAfterFile(userAgent));
  const late = AbortSignal.timeout(options.timeoutMs);
  try {
    for await (const chunk of chunksOf(stream, late)) {
      reader.write(chunk);
      await form.flushed(late);
    }
    reader.end();
    return { ok: true, value: await form.finish(late) };
  } catch (error) {
    await form.abandon();
    return failed({ ...uploadFailureOf(error, late), principal: form.principal });
  }
}

function failed(failure: UploadFailure): { readonly ok: false; readonly failure: UploadFailure } {
  return { ok: false, failure };
}

/** A refusal thrown from inside the reader's callbacks. */
class Refusal extends Error {
  readonly failure: UploadFailure;

  constructor(failure: UploadRefusal & Pick<UploadFailure, 'meansAction'>) {
    super(failure.detail);
    this.failure = failure;
  }
}

function uploadFailureOf(error: unknown, late: AbortSignal): UploadFailure {
  if (error instanceof Refusal) return error.failure;
  if (error instanceof MultipartError) return uploadRefusals.malformed(error.message);
  if (error instanceof LateError || late.aborted) return uploadRefusals.tooSlow;
  if (isDiskFull(error)) return { ...uploadRefusals.storeFull, cause: error };
  return error instanceof BrokenOffError ? uploadRefusals.brokenOff : { code: 'InternalError', cause: error };
}

/** The disk has no room left for this user: to the caller the same as a store that has reached its bound. */
function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/** The form's fields as they come: the small ones are kept, the file goes to the store. */
class UploadForm {
  readonly #options: PostOptions;
  readonly #fields = new Map<string, string>();
  readonly #receipt = createReceipt();
  #partName = '';
  #field: Buffer[] = [];
  #object: StoredObject | undefined;
  #output: Writable | undefined;
  #writeError: unknown;
  #inFile = false;

  constructor(options: PostOptions) {
    this.#options = options;
  }

  /** Whom the address was issued to. */
  get principal(): string | undefined {
    return this.#object?.principalId;
  }

  onPart(name: string, isFile: boolean): void {
    if (isActionParameter(name))
      throw new Refusal({ ...uploadRefusals.malformed(bodyAdvice.multipart), meansAction: true });
    if (isFile && this.#object !== undefined) throw new Refusal(uploadRefusals.twoFiles);
    if (this.#fields.size >= maxFields) throw new Refusal(uploadRefusals.tooManyFields(maxFields));
    this.#partName = name;
    this.#inFile = isFile && name === 'file';
    if (this.#inFile) this.#openObject();
  }

  onData(chunk: Buffer): void {
    if (this.#inFile) {
      this.#store(chunk);
    } else {
      this.#field.push(Buffer.from(chunk));
      if (this.#field.reduce((sum, { length }) => sum + length, 0) > maxFieldBytes)
        throw new Refusal(uploadRefusals.fieldTooLong(maxFieldBytes));
    }
  }

  onPartEnd(): void {
    if (!this.#inFile) this.#fields.set(this.#partName, Buffer.concat(this.#field).toString('utf8'));
    this.#field = [];
    this.#inFile = false;
  }

  #openObject(): void {
    this.#object = checkForm(this.#fields, this.#options);
    this.#output = this.#options.store.begin(this.#object);
    this.#output.on('error', (error) => {
      this.#writeError = error;
    });
  }

  #store(chunk: Buffer): void {
    const { maxObjectBytes, store } = this.#options;
    if (this.#object === undefined) return;
    if (this.#object.bytes + chunk.length > maxObjectBytes) throw new Refusal(uploadRefusals.tooLarge(maxObjectBytes));
    if (!store.reserve(this.#object, chunk.length)) throw new Refusal(uploadRefusals.storeFull);
    this.#receipt.add(chunk);
    this.#output?.write(chunk);
  }

  /** Waits until the disk has caught up. */
  async flushed(signal: AbortSignal): Promise<void> {
    if (this.#writeError !== undefined) throw this.#writeError;
    if (this.#output?.writableNeedDrain === true) await once(this.#output, 'drain', { signal });
  }

  async finish(signal: AbortSignal): Promise<PostedObject> {
    if (this.#object === undefined || this.#output === undefined) throw new Refusal(uploadRefusals.noFile);
    this.#output.end();
    await once(this.#output, 'close', { signal });
    if (this.#writeError !== undefined) throw this.#writeError;
    this.#options.store.complete(this.#object);
    const wanted = Number(this.#fields.get('success_action_status'));
    return { ...this.#receipt.finish(), object: this.#object, status: wanted === 200 || wanted === 201 ? wanted : 204 };
  }

  async abandon(): Promise<void> {
    this.#output?.destroy();
    if (this.#object !== undefined) await this.#options.store.remove(this.#object);
  }
}

/** Everything the form has to prove before its first byte is stored. */
function checkForm(fields: ReadonlyMap<string, string>, { signer, store }: PostOptions): StoredObject {
  const field = (name: string): string => {
    const text = fields.get(name);
    if (text === undefined || text === '') throw new Refusal(uploadRefusals.fieldMissing(name));
    return text;
  };
  const [accessKeyId, policy, signature, key] = [
    field('OSSAccessKeyId'),
    field('policy'),
    field('Signature'),
    field('key'),
  ];
  if (accessKeyId !== signer.accessKeyId) throw new Refusal(uploadRefusals.wrongKeyId);
  if (!signer.isGenuine(policy, signature)) throw new Refusal(uploadRefusals.altered);
  if (policyKey(policy) !== key) throw new Refusal(uploadRefusals.otherKey);
  const object = store.find(key, monotonicMs());
  if (object === undefined) throw new Refusal(uploadRefusals.expired);
  if (object.state !== 'issued') throw new Refusal(uploadRefusals.used);
  return object;
}

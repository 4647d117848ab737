import type { Readable } from 'node:stream';
import type { UploadErrorCode } from '@semblance/spec/error-policy';
import { bodyAdvice, isActionParameter } from '@semblance/wire/form';
import {
  lineBreaksAfterFile,
  uploadRefusals,
  boundaryOf,
  MultipartError,
  MultipartReader,
} from '@semblance/wire/upload-form';
import type { UploadRefusal } from '@semblance/wire/upload-form';
import type { Result } from '../../result.ts';
import { BrokenOffError, chunksOf, FinePiecesError, LateError } from './chunks-of.ts';
import { createPolicySigner, policyKey } from './upload-policy.ts';
import { createReceipt } from './upload-receipt.ts';
import type { UploadReceipt } from './upload-receipt.ts';
import type { UploadedObject, UploadStore, UploadWriter } from './upload-store.ts';

/** Why an upload is refused. */
export interface UploadFailure {
  readonly code: UploadErrorCode;
  readonly detail?: string;
  /** Set when the form is not an upload but a call of the action. */
  readonly meansAction?: true;
  /** For the log only. */
  readonly cause?: unknown;
  /** Caller to whom the address was issued, if the form proved it. For the log only. */
  readonly principal?: string | undefined;
}

/** A stored upload. */
export interface PostedObject extends UploadReceipt {
  readonly object: UploadedObject;
  /** Status the form asks for. */
  readonly status: 200 | 201 | 204;
}

/** Options of receiving uploads. */
export interface PostOptions {
  readonly store: UploadStore;
  readonly maxObjectBytes: number;
  readonly timeoutMs: number;
}

const maxFieldBytes = 8192;
const maxFields = 20;

/** Headers of the form needed to read it. */
export interface PostHeaders {
  readonly contentType: string | undefined;
  readonly userAgent: string | undefined;
}

/** Receives one PostObject form as a stream, holding only small fields in memory. */
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
  if (error instanceof MultipartError || error instanceof FinePiecesError)
    return uploadRefusals.malformed(error.message);
  if (error instanceof LateError || late.aborted) return uploadRefusals.tooSlow;
  if (isDiskFull(error)) return { ...uploadRefusals.storeFull, cause: error };
  return error instanceof BrokenOffError ? uploadRefusals.brokenOff : { code: 'InternalError', cause: error };
}

/** Whether an error means a full disk, which is reported like a full store. */
function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/** Receives the form's fields: small ones are kept, the file goes to the store. */
class UploadForm {
  readonly #options: PostOptions;
  readonly #fields = new Map<string, string>();
  readonly #receipt = createReceipt();
  #partName = '';
  /** Fields that have come, those of the same name too. */
  #parts = 0;
  #field: Buffer[] = [];
  #fileBytes = 0;
  /** Bytes of the file until the store accepts them, at most one chunk. */
  #early: Uint8Array[] = [];
  #opening: Promise<UploadWriter> | undefined;
  #writer: UploadWriter | undefined;
  #inFile = false;

  constructor(options: PostOptions) {
    this.#options = options;
  }

  /** Caller to whom the address was issued. */
  get principal(): string | undefined {
    return this.#writer?.object.principalId;
  }

  onPart(name: string, isFile: boolean): void {
    if (isActionParameter(name))
      throw new Refusal({ ...uploadRefusals.malformed(bodyAdvice.multipart), meansAction: true });
    if (isFile && this.#opening !== undefined) throw new Refusal(uploadRefusals.twoFiles);
    if (!isFile) this.#parts += 1;
    if (this.#parts > maxFields) throw new Refusal(uploadRefusals.tooManyFields(maxFields));
    this.#partName = name;
    this.#inFile = isFile && name === 'file';
    if (!this.#inFile) return;
    this.#opening = openUpload(this.#fields, this.#options);
    // Awaited later, where a rejection is handled.
    this.#opening.catch(() => undefined);
  }

  onData(chunk: Uint8Array): void {
    if (this.#inFile) {
      this.#fileBytes += chunk.length;
      const { maxObjectBytes } = this.#options;
      if (this.#fileBytes > maxObjectBytes) throw new Refusal(uploadRefusals.tooLarge(maxObjectBytes));
      this.#early.push(chunk);
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

  /** Passes received bytes to the store and waits for it. */
  async flushed(signal: AbortSignal): Promise<void> {
    this.#writer ??= await this.#opening;
    const chunks = this.#early;
    this.#early = [];
    for (const chunk of chunks) {
      this.#receipt.add(chunk);
      if (this.#writer?.write(chunk) === false) throw new Refusal(uploadRefusals.storeFull);
    }
    await this.#writer?.flushed(signal);
  }

  async finish(signal: AbortSignal): Promise<PostedObject> {
    await this.flushed(signal);
    if (this.#writer === undefined) throw new Refusal(uploadRefusals.noFile);
    await this.#writer.finish(signal);
    const wanted = Number(this.#fields.get('success_action_status'));
    const status = wanted === 200 || wanted === 201 ? wanted : 204;
    return { ...this.#receipt.finish(), object: this.#writer.object, status };
  }

  async abandon(): Promise<void> {
    this.#writer ??= await this.#opening?.catch(() => undefined);
    // If the store fails now, the upload expires later.
    await this.#writer?.abandon().catch(() => undefined);
  }
}

/** Opens the upload once the form has proved its authorisation. */
async function openUpload(fields: ReadonlyMap<string, string>, { store }: PostOptions): Promise<UploadWriter> {
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
  const signer = createPolicySigner(await store.policySecret());
  if (accessKeyId !== signer.accessKeyId) throw new Refusal(uploadRefusals.wrongKeyId);
  if (!signer.isGenuine(policy, signature)) throw new Refusal(uploadRefusals.altered);
  if (policyKey(policy) !== key) throw new Refusal(uploadRefusals.otherKey);
  const begun = await store.begin(key);
  if (begun === 'unknown') throw new Refusal(uploadRefusals.expired);
  if (begun === 'used') throw new Refusal(uploadRefusals.used);
  return begun;
}

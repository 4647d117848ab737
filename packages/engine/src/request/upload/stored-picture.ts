import type { WhichPicture } from '@semblance/picture';
import { pictureMaxBytes } from '@semblance/spec/limits';
import { foreignAddressAdvice } from '@semblance/wire';
import { fail } from '../../compare/failure.ts';
import type { Failure } from '../../compare/failure.ts';
import type { Result } from '../../result.ts';
import { isObjectKey } from './object-key.ts';
import { found, storeAway } from './store-away.ts';
import type { UploadedObject, UploadStore } from './upload-store.ts';

/** Caller and deadline of a request for a stored picture. */
export interface StoredPictureRequest {
  readonly url: string;
  readonly which: WhichPicture;
  readonly principalId: string;
  /** Host and port under which this request would be issued addresses. */
  readonly authority: string;
  readonly timeoutMs: number;
}

/** A stored picture's bytes, with the object they belong to. */
export interface StoredPicture {
  readonly bytes: Uint8Array;
  readonly object: UploadedObject;
}

/** Resolves an issued address by its key, without fetching anything. Another caller's object is answered like a missing one. */
export async function readStoredPicture(
  store: UploadStore,
  { url, which, principalId, authority, timeoutMs }: StoredPictureRequest,
): Promise<Result<StoredPicture, Failure>> {
  const address = parseAddress(url);
  if (address === undefined) return foreign(which);
  const lookup = await store.find(address.key).then(found, storeAway);
  if (!lookup.ok) return lookup;
  const object = lookup.value;
  if (address.authority !== (object?.authority ?? authority)) return foreign(which);
  if (object === undefined && !isObjectKey(address.key)) return foreign(which);
  if (object === undefined || object.state !== 'stored' || object.principalId !== principalId) {
    return fail('picture-object-unknown', {
      which,
      detail: 'Nothing was uploaded there by this caller, or it has expired.',
    });
  }
  if (object.bytes > pictureMaxBytes) {
    return fail('picture-too-large', {
      which,
      detail: `The upload has ${object.bytes} bytes; at most ${pictureMaxBytes} are allowed.`,
    });
  }
  return readObject(store, object, { which, timeoutMs });
}

/** This caller's object of an address, independent of its host. */
export async function ownedObject(
  store: UploadStore,
  { address, principalId }: { readonly address: string; readonly principalId: string },
): Promise<UploadedObject | undefined> {
  const key = parseAddress(address)?.key;
  const object = key === undefined ? undefined : await store.find(key);
  return object?.principalId === principalId ? object : undefined;
}

function foreign(which: WhichPicture): Result<never, Failure> {
  return fail('picture-url-foreign', {
    which,
    detail: foreignAddressAdvice,
  });
}

/** Authority and key of an address in the issued format: no credentials, query or fragment. */
function parseAddress(url: string): { readonly authority: string; readonly key: string } | undefined {
  const match = /^https?:\/\/(?<authority>[a-z0-9.-]+(?::\d{1,5})?)\/(?<key>[A-Za-z0-9/_-]+)$/i.exec(url);
  const { authority, key } = match?.groups ?? {};
  return authority === undefined || key === undefined ? undefined : { authority, key };
}

async function readObject(
  store: UploadStore,
  object: UploadedObject,
  { which, timeoutMs }: { readonly which: WhichPicture; readonly timeoutMs: number },
): Promise<Result<StoredPicture, Failure>> {
  const late = AbortSignal.timeout(timeoutMs);
  try {
    return { ok: true, value: { bytes: await store.read(object, late), object } };
  } catch (cause) {
    if (late.aborted)
      return fail('transfer-timed-out', { which, detail: 'Reading the uploaded picture took too long.', cause });
    return fail('picture-object-unreadable', { which, detail: 'The uploaded picture could not be read.', cause });
  }
}

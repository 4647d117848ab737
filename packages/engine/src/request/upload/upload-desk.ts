import type { Readable } from 'node:stream';
import type { AuthorizeFileUploadResult } from '@semblance/spec/types';
import type { Caller } from '../access/caller.ts';
import { monotonicMs } from '../../clock.ts';
import { fail } from '../../compare/failure.ts';
import type { Failure } from '../../compare/failure.ts';
import type { ResolveUrl } from '../read/read-pictures.ts';
import { headerOf } from '../read/http-request.ts';
import type { HttpRequest } from '../read/http-request.ts';
import type { Result } from '../../result.ts';
import { advertisedAddress } from './advertised-address.ts';
import type { AdvertisedAddress } from './advertised-address.ts';
import type { ObjectStore } from './object-store.ts';
import { receivePostObject } from './post-object.ts';
import type { PostedObject, PostHeaders, UploadFailure } from './post-object.ts';
import { ownedObject, readStoredPicture } from './stored-picture.ts';
import { createPolicySigner } from './upload-policy.ts';

/** Resolves the addresses of one comparison, and forgets the objects once it is over. */
export interface PictureResolver {
  readonly resolve: ResolveUrl;
  /** Deletes the objects that these picture parameters name, as far as they are the caller's. */
  readonly release: (addresses: readonly string[]) => void;
}

/** Everything about uploads: authorising, receiving, resolving. */
export interface UploadDesk {
  readonly authorize: (
    caller: Caller,
    request: HttpRequest,
    quota: number,
  ) => Result<Omit<AuthorizeFileUploadResult, 'RequestId'>, Failure>;
  readonly receive: (stream: Readable, headers: PostHeaders) => Promise<Result<PostedObject, UploadFailure>>;
  readonly resolver: (principalId: string, request: HttpRequest) => PictureResolver;
}

/** What the desk works with. */
export interface UploadDeskOptions {
  readonly store: ObjectStore;
  readonly advertised: string | undefined;
  /** Bounds; a reload may change them. */
  readonly limits: { readonly maxObjectBytes: number; readonly maxShareOfUser: number };
  readonly transferMs: () => number;
}

/** Opens the desk over a store. */
export function createUploadDesk(options: UploadDeskOptions): UploadDesk {
  const { store } = options;
  const signer = createPolicySigner();
  const addressOf = (request: HttpRequest): AdvertisedAddress =>
    advertisedAddress(options.advertised, headerOf(request, 'host'), request.connection);
  return {
    authorize: (caller, request, quota) => {
      const nowMs = monotonicMs();
      const fault = quotaFault(caller, { quota, nowMs, ...options });
      if (fault !== undefined) return fault;
      const { bucket, endpoint, authority } = addressOf(request);
      const { principalId, account, holder } = caller;
      const object = store.issue({ principalId, account, holder, authority, nowMs });
      if (object === undefined) return quotaFull('All callers of this engine', store.objectCount);
      const { accessKeyId, encodedPolicy, signature } = signer.grant(object.key, {
        expiresAtMs: Date.now() + object.expiresAtMs - nowMs,
        maxBytes: options.limits.maxObjectBytes,
      });
      const grant = {
        AccessKeyId: accessKeyId,
        Bucket: bucket,
        Endpoint: endpoint,
        EncodedPolicy: encodedPolicy,
        Signature: signature,
        ObjectKey: object.key,
        UseAccelerate: false,
      };
      return { ok: true, value: grant };
    },
    receive: (stream, headers) => {
      const { maxObjectBytes } = options.limits;
      const timeoutMs = options.transferMs();
      return receivePostObject(stream, headers, { store, signer, maxObjectBytes, timeoutMs });
    },
    resolver: (principalId, request) =>
      createResolver({ principalId, authority: addressOf(request).authority }, options),
  };
}

function createResolver(
  caller: { readonly principalId: string; readonly authority: string },
  { store, transferMs }: UploadDeskOptions,
): PictureResolver {
  const { principalId } = caller;
  return {
    resolve: async (url, which) => {
      const picture = await readStoredPicture(store, { ...caller, url, which, timeoutMs: transferMs() });
      return picture.ok ? { ok: true, value: picture.value.bytes } : picture;
    },
    release: (addresses) => {
      for (const address of addresses) {
        const object = ownedObject(store, { address, principalId });
        if (object?.state === 'stored') void store.remove(object);
      }
    },
  };
}

/** The account's quota, and the part of it that one user or role may hold. */
function quotaFault(
  { account, holder, type }: Caller,
  { store, limits, quota, nowMs }: UploadDeskOptions & { readonly quota: number; readonly nowMs: number },
): Result<never, Failure> | undefined {
  if (store.countOf({ account }, nowMs) >= quota) return quotaFull("The account's instances", quota);
  const own = Math.ceil(quota * limits.maxShareOfUser);
  const isOver = type !== 'Account' && store.countOf({ account, holder }, nowMs) >= own;
  return isOver ? quotaFull('This user or role', own) : undefined;
}

function quotaFull(who: string, quota: number): Result<never, Failure> {
  return fail('upload-quota-full', {
    detail: `${who} may keep ${quota} uploaded pictures at once; compare or wait until the older ones expire.`,
  });
}

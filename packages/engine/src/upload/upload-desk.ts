import type { Readable } from 'node:stream';
import type { AuthorizeFileUploadResult } from '@semblance/spec/types';
import type { Caller } from '../access/caller.ts';
import { monotonicMs } from '../clock.ts';
import { fail, type Failure } from '../failure.ts';
import type { ResolveUrl } from '../gateway/read-pictures.ts';
import { headerOf, type WireRequest } from '../gateway/wire-request.ts';
import type { Result } from '../result.ts';
import { advertisedAddress, type AdvertisedAddress } from './advertised-address.ts';
import type { ObjectStore } from './object-store.ts';
import { receivePostObject, type PostedObject, type PostHeaders, type UploadFailure } from './post-object.ts';
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
    request: WireRequest,
    quota: number,
  ) => Result<Omit<AuthorizeFileUploadResult, 'RequestId'>, Failure>;
  readonly receive: (stream: Readable, headers: PostHeaders) => Promise<Result<PostedObject, UploadFailure>>;
  readonly resolver: (principalId: string, request: WireRequest) => PictureResolver;
}

/** What the desk works with. */
export interface UploadDeskOptions {
  readonly store: ObjectStore;
  readonly advertised: string | undefined;
  readonly maxObjectBytes: number;
  readonly transferMs: number;
  /** Share of an account's quota that a user or a role may hold, 0 to 1. */
  readonly maxShareOfUser: number;
}

/** Opens the desk over a store. */
export function createUploadDesk(options: UploadDeskOptions): UploadDesk {
  const { store, advertised, maxObjectBytes, transferMs, maxShareOfUser } = options;
  const signer = createPolicySigner();
  const addressOf = (request: WireRequest): AdvertisedAddress =>
    advertisedAddress(advertised, headerOf(request, 'host'), request.connection);
  return {
    authorize: (caller, request, quota) => {
      const nowMs = monotonicMs();
      const { bucket, endpoint, authority } = addressOf(request);
      const { principalId, account, holder } = caller;
      if (store.countOf({ account }, nowMs) >= quota) return quotaFull("The account's instances", quota);
      const own = Math.ceil(quota * maxShareOfUser);
      const isAccount = caller.type === 'Account';
      if (!isAccount && store.countOf({ account, holder }, nowMs) >= own) return quotaFull('This user or role', own);
      const object = store.issue({ principalId, account, holder, authority, nowMs });
      if (object === undefined) return quotaFull('All callers of this engine', store.objectCount);
      const { accessKeyId, encodedPolicy, signature } = signer.grant(object.key, {
        expiresAtMs: Date.now() + object.expiresAtMs - nowMs,
        maxBytes: maxObjectBytes,
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
    receive: (stream, headers) =>
      receivePostObject(stream, headers, { store, signer, maxObjectBytes, timeoutMs: transferMs }),
    resolver: (principalId, request) => {
      const { authority } = addressOf(request);
      return {
        resolve: async (url, which) => {
          const picture = await readStoredPicture(store, { url, which, principalId, authority, timeoutMs: transferMs });
          if (!picture.ok) return picture;
          return { ok: true, value: picture.value.bytes };
        },
        release: (addresses) => {
          for (const address of addresses) {
            const object = ownedObject(store, { address, principalId });
            if (object?.state === 'stored') void store.remove(object);
          }
        },
      };
    },
  };
}

function quotaFull(who: string, quota: number): Result<never, Failure> {
  return fail('upload-quota-full', {
    detail: `${who} may keep ${quota} uploaded pictures at once; compare or wait until the older ones expire.`,
  });
}

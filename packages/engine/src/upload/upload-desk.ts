import type { Readable } from 'node:stream';
import type { AuthorizeFileUploadResult } from '@semblance/spec/types';
import type { Caller } from '../access/caller.ts';
import { monotonicMs } from '../clock.ts';
import { fail, type Failure } from '../failure.ts';
import type { ResolveUrl } from '../gateway/read-pictures.ts';
import { headerOf, type WireRequest } from '../gateway/wire-request.ts';
import type { Result } from '../result.ts';
import { advertisedAddress, type AdvertisedAddress } from './advertised-address.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';
import { receivePostObject, type PostedObject, type PostHeaders, type UploadFailure } from './post-object.ts';
import { readStoredPicture } from './stored-picture.ts';
import { createPolicySigner } from './upload-policy.ts';

/** Resolves the addresses of one comparison, and forgets the objects once it has succeeded. */
export interface PictureResolver {
  readonly resolve: ResolveUrl;
  readonly consumed: () => void;
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
}

/** Opens the desk over a store. */
export function createUploadDesk({ store, advertised, maxObjectBytes, transferMs }: UploadDeskOptions): UploadDesk {
  const signer = createPolicySigner();
  const addressOf = (request: WireRequest): AdvertisedAddress =>
    advertisedAddress(advertised, headerOf(request, 'host'), request.connection);
  return {
    authorize: (caller, request, quota) => {
      const nowMs = monotonicMs();
      const { bucket, endpoint, authority } = addressOf(request);
      if (store.countOf(caller.account, nowMs) >= quota) return quotaFull(quota);
      const object = store.issue({ principalId: caller.principalId, account: caller.account, authority, nowMs });
      if (object === undefined) return quotaFull(quota);
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
      const used: StoredObject[] = [];
      const { authority } = addressOf(request);
      return {
        resolve: async (url, which) => {
          const picture = await readStoredPicture(store, { url, which, principalId, authority, timeoutMs: transferMs });
          if (!picture.ok) return picture;
          used.push(picture.value.object);
          return { ok: true, value: picture.value.bytes };
        },
        consumed: () => {
          for (const object of used) void store.remove(object);
        },
      };
    },
  };
}

function quotaFull(quota: number): Result<never, Failure> {
  return fail('upload-quota-full', {
    detail: `The account's instances may keep ${quota} uploaded pictures at once; compare or wait until the older ones expire.`,
  });
}

import type { Readable } from 'node:stream';
import type { AuthorizeFileUploadResult } from '@semblance/spec/types';
import type { Caller } from '../access/caller.ts';
import { fail } from '../../compare/failure.ts';
import type { Failure } from '../../compare/failure.ts';
import type { ResolveUrl } from '../read/read-pictures.ts';
import { headerOf } from '../read/http-request.ts';
import type { HttpRequest } from '../read/http-request.ts';
import type { Result } from '../../result.ts';
import { advertisedAddress } from './advertised-address.ts';
import type { AdvertisedAddress } from './advertised-address.ts';
import { receivePostObject } from './post-object.ts';
import type { PostedObject, PostHeaders, UploadFailure } from './post-object.ts';
import { found, storeAway } from './store-away.ts';
import { ownedObject, readStoredPicture } from './stored-picture.ts';
import { createPolicySigner } from './upload-policy.ts';
import type { IssueResult, UploadStore } from './upload-store.ts';

/** Resolves the addresses of one comparison and deletes the objects afterwards. */
export interface PictureResolver {
  readonly resolve: ResolveUrl;
  /** Deletes the caller's objects named by these picture parameters. */
  readonly release: (addresses: readonly string[]) => void;
}

/** Authorisation of an upload. */
export type UploadGrant = Omit<AuthorizeFileUploadResult, 'RequestId'>;

/** Everything about uploads: authorising, receiving, resolving. */
export interface UploadDesk {
  readonly authorize: (caller: Caller, request: HttpRequest, quota: number) => Promise<Result<UploadGrant, Failure>>;
  readonly receive: (stream: Readable, headers: PostHeaders) => Promise<Result<PostedObject, UploadFailure>>;
  readonly resolver: (principalId: string, request: HttpRequest) => PictureResolver;
}

/** Options of the desk. */
export interface UploadDeskOptions {
  readonly store: UploadStore;
  readonly advertised: string | undefined;
  /** Limits; a reload may change them. */
  readonly limits: { readonly maxObjectBytes: number; readonly maxShareOfUser: number; readonly lifetimeMs: number };
  /** Called for a picture that could not be deleted; it expires later. */
  readonly onLeftBehind?: (cause: unknown) => void;
  readonly transferMs: () => number;
}

/** Makes a desk over a store. */
export function createUploadDesk(options: UploadDeskOptions): UploadDesk {
  const { store } = options;
  const addressOf = (request: HttpRequest): AdvertisedAddress =>
    advertisedAddress(options.advertised, headerOf(request, 'host'), request.connection);
  return {
    authorize: (caller, request, quota) => grantUpload(caller, { address: addressOf(request), quota, ...options }),
    receive: (stream, headers) => {
      const { maxObjectBytes } = options.limits;
      const timeoutMs = options.transferMs();
      return receivePostObject(stream, headers, { store, maxObjectBytes, timeoutMs });
    },
    resolver: (principalId, request) =>
      createResolver({ principalId, authority: addressOf(request).authority }, options),
  };
}

interface GrantOptions extends UploadDeskOptions {
  readonly address: AdvertisedAddress;
  /** Quota of the account. */
  readonly quota: number;
}

async function grantUpload(
  { principalId, account, holder, type }: Caller,
  { store, limits, quota, address: { bucket, endpoint, authority } }: GrantOptions,
): Promise<Result<UploadGrant, Failure>> {
  const holderQuota = type === 'Account' ? quota : Math.ceil(quota * limits.maxShareOfUser);
  const request = { principalId, account, holder, authority, accountQuota: quota, holderQuota };
  const issued = await Promise.all([store.issue(request), store.policySecret()]).then(found, storeAway);
  if (!issued.ok) return issued;
  const [object, secret] = issued.value;
  if (!object.ok) return quotaFull(object);
  const { accessKeyId, encodedPolicy, signature } = createPolicySigner(secret).grant(object.key, {
    expiresAtMs: Date.now() + limits.lifetimeMs,
    maxBytes: limits.maxObjectBytes,
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
}

function createResolver(
  caller: { readonly principalId: string; readonly authority: string },
  { store, transferMs, onLeftBehind = (): void => undefined }: UploadDeskOptions,
): PictureResolver {
  const { principalId } = caller;
  const forget = async (address: string): Promise<void> => {
    const object = await ownedObject(store, { address, principalId });
    if (object?.state === 'stored') await store.remove(object);
  };
  return {
    resolve: async (url, which) => {
      const picture = await readStoredPicture(store, { ...caller, url, which, timeoutMs: transferMs() });
      return picture.ok ? { ok: true, value: picture.value.bytes } : picture;
    },
    release: (addresses) => {
      for (const address of addresses) void forget(address).catch(onLeftBehind);
    },
  };
}

const whoIsFull = {
  store: 'All callers of this engine',
  account: "The account's instances",
  holder: 'This user or role',
} as const;

function quotaFull({ full, limit }: Extract<IssueResult, { readonly ok: false }>): Result<never, Failure> {
  return fail('upload-quota-full', {
    detail: `${whoIsFull[full]} may keep ${limit} uploaded pictures at once; compare or wait until the older ones expire.`,
  });
}

import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { uploadMaxBytes } from '@semblance/spec/limits';
import { encodeBase64 } from '@semblance/wire/base64';
import { uploadProductFault } from '@semblance/wire/upload-form';
import type { Call } from '../call/call.ts';
import { fail } from '../answer/outcome.ts';
import type { Outcome } from '../answer/outcome.ts';
import type { InstanceRegistry } from '../session/instance-registry.ts';
import type { UploadStore } from '../session/upload-store.ts';

/** Lifetime of an authorisation: longer than any test. */
const lifetimeMs = 10 * 60 * 1000;
const uploadKeyId = 'mock-upload-key';
/** Not a secret: it only lets the mock detect an altered form. */
const uploadSecret = 'mock-upload-secret';
const utf8 = new TextEncoder();

/** Options of an authorisation. */
export interface AuthorizeOptions {
  readonly uploads: UploadStore;
  readonly instances: InstanceRegistry;
  readonly nowMs: number;
  /** Host to which the form is posted, `host:port`; split at its first dot, because the client joins the two parts with one. */
  readonly uploadHost: string;
  readonly objectId: string;
}

/** Issues an address for the upload of one picture. */
export function authorizeUpload(call: Call, options: AuthorizeOptions): Outcome {
  const productFault = uploadProductFault(call.parameters.text('Product'));
  if (productFault !== undefined) return fail('InvalidParameter', productFault);
  const { uploads, instances, nowMs, uploadHost, objectId } = options;
  const maxUploads = Math.min(...instances.list().map((instance) => instance.maxUploads ?? Number.POSITIVE_INFINITY));
  if (uploads.size(nowMs) >= maxUploads) return fail('InstanceOverQuota', 'The store of uploads is full.');
  const [Bucket = '', ...rest] = uploadHost.split('.');
  const objectKey = `imagesearch/${objectId.toLowerCase()}`;
  const expiresAtMs = nowMs + lifetimeMs;
  const EncodedPolicy = encodeBase64(utf8.encode(policyDocument(objectKey, expiresAtMs)));
  const Signature = signPolicy(EncodedPolicy);
  uploads.add({
    objectKey,
    host: uploadHost,
    accessKeyId: call.accessKeyId,
    policy: EncodedPolicy,
    signature: Signature,
    uploadAccessKeyId: uploadKeyId,
    expiresAtMs,
    bytes: undefined,
  });
  return {
    kind: 'authorization',
    result: {
      AccessKeyId: uploadKeyId,
      Bucket,
      Endpoint: rest.join('.'),
      EncodedPolicy,
      Signature,
      ObjectKey: objectKey,
      UseAccelerate: false,
    },
  };
}

function policyDocument(objectKey: string, expiresAtMs: number): string {
  return JSON.stringify({
    expiration: new Date(expiresAtMs).toISOString(),
    conditions: [
      ['content-length-range', 0, uploadMaxBytes],
      ['eq', '$key', objectKey],
    ],
  });
}

/** `Base64(HMAC-SHA1(secret, EncodedPolicy))`, as object storage signs its forms. */
function signPolicy(encodedPolicy: string): string {
  return encodeBase64(hmac(sha1, utf8.encode(uploadSecret), utf8.encode(encodedPolicy)));
}

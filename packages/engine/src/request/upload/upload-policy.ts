import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PolicySecret } from './upload-store.ts';

/** Credentials in an upload form. */
export interface UploadCredentials {
  readonly accessKeyId: string;
  readonly encodedPolicy: string;
  readonly signature: string;
}

/** Limits of a policy. */
export interface PolicyBounds {
  /** Expiry stated in the policy, milliseconds since 1970; the store itself uses a monotonic clock. */
  readonly expiresAtMs: number;
  readonly maxBytes: number;
}

/** Signs upload policies and checks them. */
export interface PolicySigner {
  readonly accessKeyId: string;
  readonly grant: (key: string, bounds: PolicyBounds) => UploadCredentials;
  readonly isGenuine: (encodedPolicy: string, signature: string) => boolean;
}

/** A policy document of object storage. */
interface PolicyDocument {
  readonly expiration: string;
  readonly conditions: readonly (readonly [kind: string, first: number | string, second: number | string])[];
}

/** Creates a signer; engines with the same secret accept each other's uploads. */
export function createPolicySigner({ accessKeyId, secret }: PolicySecret): PolicySigner {
  const sign = (encodedPolicy: string): Buffer => createHmac('sha1', secret).update(encodedPolicy).digest();
  return {
    accessKeyId,
    grant: (key, { expiresAtMs, maxBytes }) => {
      const document: PolicyDocument = {
        expiration: new Date(expiresAtMs).toISOString(),
        conditions: [
          ['content-length-range', 0, maxBytes],
          ['eq', '$key', key],
        ],
      };
      const encodedPolicy = Buffer.from(JSON.stringify(document)).toString('base64');
      return { accessKeyId, encodedPolicy, signature: sign(encodedPolicy).toString('base64') };
    },
    isGenuine: (encodedPolicy, signature) => {
      const expected = sign(encodedPolicy);
      const presented = Buffer.from(signature, 'base64');
      return presented.length === expected.length && timingSafeEqual(presented, expected);
    },
  };
}

/** The object key of a verified policy. */
export function policyKey(encodedPolicy: string): string {
  const document = JSON.parse(Buffer.from(encodedPolicy, 'base64').toString('utf8')) as PolicyDocument;
  return String(document.conditions.find(([kind, field]) => kind === 'eq' && field === '$key')?.[2]);
}

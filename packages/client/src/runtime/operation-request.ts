import { sha256Hex } from '@semblance/signing';
import type { Parameter } from '@semblance/signing';
import { encodeForm } from '@semblance/wire/form';
import type { Endpoint } from './endpoint.ts';

/** The form of a request: encoded and hashed once, however often it is sent. */
export interface Form {
  /** Decoded, as the V1 signature wants them. */
  readonly fields: readonly Parameter[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: () => Promise<string>;
}

/** A call of an operation, before it is signed. */
export interface OperationRequest {
  readonly endpoint: Endpoint;
  readonly action: string;
  readonly version: string;
  readonly method: 'GET' | 'POST';
  readonly query: readonly Parameter[];
  /** Of a POST. */
  readonly form?: Form | undefined;
  readonly format: 'JSON' | 'XML';
}

/** Encodes a form. */
export function createForm(fields: readonly Parameter[]): Form {
  const bytes = encodeForm(fields);
  let hash: Promise<string> | undefined;
  return { fields, bytes, sha256: () => (hash ??= sha256Hex(bytes)) };
}

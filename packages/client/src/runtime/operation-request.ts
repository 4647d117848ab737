import type { Parameter } from '@semblance/signing';
import type { Endpoint } from './endpoint.ts';

/** The form of a request: encoded once, however often it is sent. */
export interface Form {
  /** Decoded, as the V1 signature wants them. */
  readonly fields: () => readonly Parameter[];
  readonly bytes: Uint8Array<ArrayBuffer>;
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

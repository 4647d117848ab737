import type { Parameter } from '@semblance/signing';
import type { Endpoint } from './endpoint.ts';

/** The form of a request, encoded once for all attempts. */
export interface Form {
  /** Decoded fields, for the V1 signature. */
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
  /** The form of a POST. */
  readonly form?: Form | undefined;
  readonly format: 'JSON' | 'XML';
}

import type { PictureFormat } from '@semblance/picture';
import type { SignatureFinding } from '../answer/decided-call.ts';
import type { Violation } from '../answer/violation.ts';

/** Description of a picture in a request; the picture itself is not kept. */
export type PictureSummary =
  | { readonly kind: 'absent' }
  | { readonly kind: 'address'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly bytes: number }
  | {
      readonly kind: 'picture';
      /** Size of the file. */
      readonly bytes: number;
      readonly fingerprint: string;
      readonly format: PictureFormat;
      readonly width: number;
      readonly height: number;
    };

/** A parameter in the journal. */
export interface EntryField {
  readonly name: string;
  readonly value: string;
  readonly place: 'query' | 'body';
}

/** Summary of the answer. */
export interface ReplySummary {
  readonly status: number;
  /** 0 on success, the code on failure, `null` when the answer has no envelope. */
  readonly code: number | string | null;
  /** The body as sent, shortened if it is very long. */
  readonly body: string;
  readonly score: number | undefined;
  /** The scenario that decided, if one did. */
  readonly scenario: string | undefined;
  /** The mock's detail in addition to the contract's message. */
  readonly detail: string | undefined;
  readonly contentType: string;
  /** Size of the body as sent. */
  readonly bytes: number;
  /** Delay added to the answer, in milliseconds. */
  readonly delayMs: number;
  /** Time to make the answer, in milliseconds. */
  readonly madeInMs: number;
  readonly fault: string | undefined;
}

/** A request that the mock received. Contains no picture, signature or secret. */
export interface JournalEntry {
  /** Number of the request in its session, from 1. */
  readonly number: number;
  readonly session: string;
  /** Milliseconds since 1970. */
  readonly receivedAtMs: number;
  readonly requestId: string;
  readonly method: string;
  /** Address without the query. */
  readonly address: string;
  readonly action: string | undefined;
  readonly version: string | undefined;
  readonly format: 'JSON' | 'XML';
  readonly dialect: 'V3' | 'V1';
  readonly accessKeyId: string | undefined;
  readonly instanceName: string | undefined;
  /** All parameters in the order they were sent, the query's first; pictures are described, signatures and tokens left out. */
  readonly fields: readonly EntryField[];
  /** Names of all parameters, sorted. */
  readonly parameterNames: readonly string[];
  /** Headers that identify the client; credentials are left out. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBytes: number;
  readonly primary: PictureSummary;
  readonly secondary: PictureSummary;
  readonly signature: SignatureFinding;
  readonly reply: ReplySummary;
  /** Violations of the contract in the request, independent of the answer. */
  readonly violations: readonly Violation[];
}

import type { PictureFormat } from '@semblance/picture';
import type { SignatureFinding } from '../answer/decision.ts';
import type { Violation } from '../answer/violation.ts';

/** A picture of a request, described and never kept. */
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

/** A parameter as the journal keeps it. */
export interface EntryField {
  readonly name: string;
  readonly value: string;
  readonly place: 'query' | 'body';
}

/** What was answered. */
export interface ReplySummary {
  readonly status: number;
  /** 0 on success, the code on failure, `null` when the answer has no envelope. */
  readonly code: number | string | null;
  /** As sent, unless it is longer than the journal keeps. */
  readonly body: string;
  readonly score: number | undefined;
  /** The scenario that decided, if one did. */
  readonly scenario: string | undefined;
  /** What the mock has to say besides the contract's message. */
  readonly detail: string | undefined;
  readonly contentType: string;
  /** Of the body as sent. */
  readonly bytes: number;
  /** How long the answer was held back. */
  readonly delayMs: number;
  /** How long it took to make. */
  readonly madeInMs: number;
  readonly fault: string | undefined;
}

/** One request the mock received. Holds no picture, no signature and no secret. */
export interface JournalEntry {
  /** Counts from 1 within its session. */
  readonly number: number;
  readonly session: string;
  /** Milliseconds since 1970. */
  readonly receivedAtMs: number;
  readonly requestId: string;
  readonly method: string;
  /** Without the query. */
  readonly address: string;
  readonly action: string | undefined;
  readonly version: string | undefined;
  readonly format: 'JSON' | 'XML';
  readonly dialect: 'V3' | 'V1';
  readonly accessKeyId: string | undefined;
  readonly instanceName: string | undefined;
  /** All parameters, sorted by name; pictures are described, signatures and tokens left out. */
  readonly fields: readonly EntryField[];
  /** Names of all parameters, sorted. */
  readonly parameterNames: readonly string[];
  /** Headers that tell clients apart; credentials are left out. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBytes: number;
  readonly primary: PictureSummary;
  readonly secondary: PictureSummary;
  readonly signature: SignatureFinding;
  readonly reply: ReplySummary;
  /** What the contract forbids about the request, whatever was answered. */
  readonly violations: readonly Violation[];
}

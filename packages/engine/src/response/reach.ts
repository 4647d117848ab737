import type { PictureErrorCode } from '@semblance/picture';
import type { AuthenticationCode } from '@semblance/signing/verify';
import type { ErrorCode } from '@semblance/spec/error-policy';
import type { errorMap } from './error-map.ts';

/**
 * Codes this engine never answers of its own accord: they belong to other operations of the service, or to parts that a
 * self-hosted engine does not have. A fault profile can simulate those of the operation.
 */
export const simulatedCodes = [
  // other operations and editions
  'Console.PidError',
  'Console.NotAllowedModifyToken',
  'Console.TaskAlreadyExist',
  'NeedRegisterBeforeInvoke',
  'NoCaretSeperator',
  // parts that do not exist here: an external feature store, registry and queue
  'ConnectionDVException',
  'Console.CallServiceError',
  'InternalSwiftError',
  // the gateway's words for what the operation has codes of its own
  'MissingPrimaryPicContent',
  'MissingSecondaryPicContent',
  'Throttling',
  'Throttling.User',
  'Throttling.Api',
  'Forbidden.RAM',
  'InternalError',
] as const;

/** Codes that need a part which is off by default, and the setting that switches it on. */
export const optionalCodes = {
  InternalTableStoreError: 'featureCache.mode: required',
  'InvalidProtocol.NeedSsl': 'listen.requireTls: true',
} as const;

const simulated: readonly ErrorCode[] = simulatedCodes;
const optional: Readonly<Partial<Record<ErrorCode, string>>> = optionalCodes;

type AnsweredCode = (typeof errorMap)[keyof typeof errorMap] | AuthenticationCode | PictureErrorCode;
type UnaccountedCode = Exclude<ErrorCode, AnsweredCode | (typeof simulatedCodes)[number]>;
type ContradictoryCode = Extract<AnsweredCode, (typeof simulatedCodes)[number]>;

/** Compiles only while every code of the contract is either answered by some reason or listed as simulated, and none is both. */
export const coversContract: [UnaccountedCode | ContradictoryCode] extends [never]
  ? true
  : UnaccountedCode | ContradictoryCode = true;

/** How a code can come out of this engine. */
export type Reach =
  | { readonly kind: 'real' }
  | { readonly kind: 'optional'; readonly setting: string }
  | { readonly kind: 'simulated' };

/** Real, needs a setting, or simulated only. */
export function reachOf(code: ErrorCode): Reach {
  if (simulated.includes(code)) return { kind: 'simulated' };
  const setting = optional[code];
  return setting === undefined ? { kind: 'real' } : { kind: 'optional', setting };
}

import type { PictureErrorCode } from '@semblance/picture';
import type { AuthenticationCode } from '@semblance/signing/verify';
import { errorCatalog } from '@semblance/spec/error-catalog';
import type { ErrorCode, OptionalErrorCode, SimulatedErrorCode } from '@semblance/spec/error-policy';
import type { errorMap } from './error-map.ts';

/** Codes of parts that are off by default, with the setting that enables each. */
export const optionalCodes: Readonly<Record<OptionalErrorCode, string>> = {
  InternalTableStoreError: 'featureCache.mode: required',
  'InvalidProtocol.NeedSsl': 'listen.requireTls: true',
};

type AnsweredCode = (typeof errorMap)[keyof typeof errorMap] | AuthenticationCode | PictureErrorCode;
type UnaccountedCode = Exclude<ErrorCode, AnsweredCode | SimulatedErrorCode>;
type ContradictoryCode = Extract<AnsweredCode, SimulatedErrorCode>;

/**
 * Compiles only if some reason maps to every real or optional code of the contract, and none to a simulated one. The compiler names the
 * offending code.
 */
export const coversContract: [UnaccountedCode | ContradictoryCode] extends [never]
  ? true
  : UnaccountedCode | ContradictoryCode = true;

/** How this engine answers a code. */
export type Reach =
  | { readonly kind: 'real' }
  | { readonly kind: 'optional'; readonly setting: string }
  | { readonly kind: 'simulated' };

/** The reach of a code according to the contract: real, needs a setting, or simulated only. */
export function reachOf(code: ErrorCode): Reach {
  const { reach } = errorCatalog[code];
  if (reach !== 'optional') return { kind: reach };
  const setting = (optionalCodes as Readonly<Partial<Record<ErrorCode, string>>>)[code];
  if (setting === undefined) throw new Error(`no setting is known that makes ${code} real`);
  return { kind: 'optional', setting };
}

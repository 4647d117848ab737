import type { PictureErrorCode } from '@semblance/picture';
import type { AuthenticationCode } from '@semblance/signing/verify';
import { errorCatalog } from '@semblance/spec/error-catalog';
import type { ErrorCode, OptionalErrorCode, SimulatedErrorCode } from '@semblance/spec/error-policy';
import type { errorMap } from './error-map.ts';

/** Codes that need a part which is off by default, and the setting that switches it on. */
export const optionalCodes: Readonly<Record<OptionalErrorCode, string>> = {
  InternalTableStoreError: 'featureCache.mode: required',
  'InvalidProtocol.NeedSsl': 'listen.requireTls: true',
};

type AnsweredCode = (typeof errorMap)[keyof typeof errorMap] | AuthenticationCode | PictureErrorCode;
type UnaccountedCode = Exclude<ErrorCode, AnsweredCode | SimulatedErrorCode>;
type ContradictoryCode = Extract<AnsweredCode, SimulatedErrorCode>;

/**
 * Compiles only while every code that the contract calls real or optional is answered for some reason, and none that it calls simulated.
 * The compiler names the code that has none.
 */
export const coversContract: [UnaccountedCode | ContradictoryCode] extends [never]
  ? true
  : UnaccountedCode | ContradictoryCode = true;

/** How a code can come out of this engine. */
export type Reach =
  | { readonly kind: 'real' }
  | { readonly kind: 'optional'; readonly setting: string }
  | { readonly kind: 'simulated' };

/** Real, needs a setting, or simulated only: as the contract says. */
export function reachOf(code: ErrorCode): Reach {
  const { reach } = errorCatalog[code];
  if (reach !== 'optional') return { kind: reach };
  const setting = (optionalCodes as Readonly<Partial<Record<ErrorCode, string>>>)[code];
  if (setting === undefined) throw new Error(`no setting is known that makes ${code} real`);
  return { kind: 'optional', setting };
}

import { errorCatalog } from '@semblance/spec/error-catalog';
import type { ErrorCause, ErrorEntry } from '@semblance/spec/error-catalog';
import type { ErrorCode } from '@semblance/spec/error-policy';

/**
 * What makes the mock answer a code without a scenario of that name.
 *
 * `request`: an error in the request. `picture`: an error in a picture. `instance`: the instance's settings or state. `upload`: the Advance
 * flow. `signature`: signature checking in strict mode. `scenario`: nothing else.
 */
export type CodeOrigin = 'request' | 'picture' | 'instance' | 'upload' | 'signature' | 'scenario';

/** The scenario of one code. */
export interface CodeScenario {
  readonly origin: CodeOrigin;
  /** Wait that the scenario asks for, sent as `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Whether `AccessDeniedDetail` is filled in. */
  readonly accessDeniedDetail?: true;
}

/** The origin of codes by their cause in the catalogue. */
const originOfCause: Readonly<Record<ErrorCause, CodeOrigin>> = {
  picture: 'picture',
  request: 'request',
  transport: 'request',
  instance: 'instance',
  permission: 'instance',
  'flow-control': 'instance',
  upload: 'upload',
  signature: 'signature',
  credentials: 'signature',
  'time-out': 'scenario',
  engine: 'scenario',
  'other-operation': 'scenario',
};

/** How long flow control asks to wait. */
const flowControlWaitMs = 1000;

/** Codes for which the mock differs from the catalogue. */
const exceptions: Readonly<Partial<Record<ErrorCode, Partial<CodeScenario>>>> = {
  TimeoutForTransferImage: { origin: 'request' },
  InstanceStatusError: { retryAfterMs: 2000 },
  InvalidInstance: { origin: 'request' },
  PictureError: { origin: 'scenario' },
  NoPermission: { accessDeniedDetail: true },
  ServiceUnavailable: { retryAfterMs: 1000 },
};

function scenarioOf({ code, cause, reach }: ErrorEntry<ErrorCode>): CodeScenario {
  return {
    origin: reach === 'real' ? originOfCause[cause] : 'scenario',
    ...(cause === 'flow-control' ? { retryAfterMs: flowControlWaitMs } : {}),
    ...exceptions[code],
  };
}

const entries = Object.values<ErrorEntry<ErrorCode>>(errorCatalog).map((entry) => [entry.code, scenarioOf(entry)]);

/** One scenario for every code of the contract, made from its entry in the catalogue: a new code needs no change here. */
export const codeScenarios = Object.fromEntries(entries) as Readonly<Record<ErrorCode, CodeScenario>>;

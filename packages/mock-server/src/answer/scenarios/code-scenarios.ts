import { errorCatalog } from '@semblance/spec/error-catalog';
import type { ErrorCause, ErrorEntry } from '@semblance/spec/error-catalog';
import type { ErrorCode } from '@semblance/spec/error-policy';

/**
 * What makes the mock answer a code of its own accord, besides the scenario of that name.
 *
 * `request`: the request itself is at fault. `picture`: a picture is. `instance`: the instance's settings or state.
 * `upload`: the Advance flow. `signature`: signature checking in strict mode. `scenario`: nothing else.
 */
export type CodeOrigin = 'request' | 'picture' | 'instance' | 'upload' | 'signature' | 'scenario';

/** The scenario of one code. */
export interface CodeScenario {
  readonly origin: CodeOrigin;
  /** Sent along when the scenario is chosen by name: a caller that honours it waits this long. */
  readonly retryAfterMs?: number;
  /** Whether `AccessDeniedDetail` is filled in. */
  readonly accessDeniedDetail?: true;
}

/** What the reason of a code makes the mock look at. */
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

/** Where the mock does otherwise than the catalogue suggests. */
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

/** One scenario for every code of the contract, made from its entry in the catalogue: a new code needs nothing here. */
export const codeScenarios = Object.fromEntries(entries) as Readonly<Record<ErrorCode, CodeScenario>>;

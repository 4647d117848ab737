import { claims, isUpload } from '../call/claims.ts';
import { fromFetchRequest } from '../call/from-fetch-request.ts';
import type { RawRequest } from '../call/raw-request.ts';
import type { ChaosOptions } from '../answer/chaos.ts';
import { createSignatureChecker } from '../checks/check-signature.ts';
import type { SignatureMode } from '../checks/check-signature.ts';
import { checkChaos, checkMockOptions } from './check-options.ts';
import { answerRequest } from '../decide/answer-request.ts';
import type { MockOptions } from './mock-options.ts';
import { createMockSession } from '../session/mock-session.ts';
import type { MockSession } from '../session/mock-session.ts';
import type { MockReply } from '../answer/mock-reply.ts';
import type { FailureOutcome } from '../answer/outcome.ts';
import { toFetchResponse } from '../answer/to-fetch-response.ts';
import { createRecorder } from '../record/recorder.ts';
import type { Recorder, Recording, RecordOptions } from '../record/recorder.ts';
import { createReplayLookup } from '../record/replay.ts';
import { createScorer } from '../scoring/scoring.ts';
import { createSessionRegistry } from '../session/session-registry.ts';

/** A mock of the service. The inherited methods act on the default session. */
export interface Mock extends MockSession {
  /**
   * Answers a request without any network: for tests of your own adapter, and for pages that demonstrate the API. Waits for delays; a
   * connection reset becomes `Response.error()`.
   */
  readonly respond: (request: Request) => Promise<Response>;
  /** Answers a request in plain values, for servers. @param failure  why the request did not arrive completely. */
  readonly handle: (request: RawRequest, failure?: FailureOutcome) => Promise<MockReply>;
  /** Whether the mock answers a request: one to Image Search, one that names one of its actions, or an authorised upload. */
  readonly claims: (request: Request) => Promise<boolean>;
  /** Whether a request posts an upload to a host that the mock issued. */
  readonly claimsUpload: (request: Request) => boolean;
  /** The session of that name; requests join it by the header `x-mock-session` or an AccessKeyId `mock-session.NAME`. */
  readonly session: (id: string) => MockSession;
  /** Names of all sessions; the default one is the empty name. */
  readonly sessions: () => readonly string[];
  /** Sets the random faults from now on; `undefined` for none. */
  readonly setChaos: (chaos: ChaosOptions | undefined) => void;
  readonly chaos: () => ChaosOptions | undefined;
  /**
   * Starts a recording: comparisons that no plan decides are forwarded to a real service, answered with its answers, and kept, until `stop`
   * or the next call of `record`.
   * @throws TypeError for an upstream that is not an address.
   */
  readonly record: (options: RecordOptions) => Recording;
  /** Resets every session. Options and chaos are kept. */
  readonly resetAll: () => void;
  /** Whether and how signatures are verified. */
  readonly signature: SignatureMode;
  /** Loads the scorer. @failure rejects with the package to install when it is missing. */
  readonly prepare: () => Promise<void>;
  /** Closes the scorer. */
  readonly close: () => Promise<void>;
}

/**
 * The mock passed to handlers, agent or server, or a new one made from their remaining options. Beside a given mock those would have no
 * effect and are refused.
 * @param owner  name of the function for the message.
 * @throws TypeError that names the refused option; otherwise as `createMock`.
 */
export function givenMock(owner: string, given: Mock | undefined, rest: MockOptions): Mock {
  if (given === undefined) return createMock(rest);
  const [surplus] = Object.entries(rest).find(([, value]) => value !== undefined) ?? [];
  if (surplus === undefined) return given;
  throw new TypeError(`${owner} has "${surplus}" beside "mock", where it has no effect: give it to createMock.`);
}

/**
 * Makes a mock of the service: one object per test file, nothing shared between two.
 * @throws TypeError for an unknown option or one of the wrong kind; RangeError for a score or a rate outside 0 to 1.
 */
export function createMock(options: MockOptions = {}): Mock {
  checkMockOptions(options);
  const { now = Date.now, seed, signature = 'off', accessKeys = {}, scoring = 'bytes', uploadHost } = options;
  let { chaos } = options;
  let recorder: Recorder | undefined;
  const sharedScorer = createScorer(scoring);
  const sessions = createSessionRegistry({
    instances: options.instances,
    maxJournalEntries: options.maxJournalEntries ?? 1000,
    createScorer: () => (typeof scoring === 'object' ? createScorer(scoring) : sharedScorer),
  });
  const parts = {
    sessions,
    signatures: createSignatureChecker({ mode: signature, accessKeys, now }),
    replay: createReplayLookup(options.replay),
    now,
    seed,
    uploadHost,
    chaos: () => chaos,
    recorder: () => recorder,
  };
  const handle: Mock['handle'] = (request, failure) => answerRequest(request, failure, parts);
  const servesHost = (host: string): boolean => sessions.list().some(({ uploads }) => uploads.servesHost(host));
  return {
    ...createMockSession(sessions, ''),
    handle,
    respond: async (request) => toFetchResponse(await handle(await fromFetchRequest(request)), request.signal),
    claims: (request) => claims(request, servesHost),
    claimsUpload: (request) => isUpload(request, servesHost),
    session: (id) => createMockSession(sessions, id),
    sessions: () => sessions.list().map(({ id }) => id),
    setChaos: (next) => {
      checkChaos(next);
      chaos = next;
    },
    chaos: () => chaos,
    record: (recordOptions) => {
      recorder = createRecorder(recordOptions, (ended) => {
        if (recorder === ended) recorder = undefined;
      });
      return recorder;
    },
    resetAll: () => sessions.reset(),
    signature,
    prepare: sharedScorer.prepare,
    close: sharedScorer.close,
  };
}

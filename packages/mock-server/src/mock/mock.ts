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

/** A mock of the service. Its own methods speak of the default session. */
export interface Mock extends MockSession {
  /**
   * Answers a request without any network: for tests of your own adapter, and for pages that demonstrate the API.
   * Delays are waited for; a connection reset is `Response.error()`.
   */
  readonly respond: (request: Request) => Promise<Response>;
  /** Decides a request in plain values; servers build on it. @param failure  why the request did not arrive whole. */
  readonly handle: (request: RawRequest, failure?: FailureOutcome) => Promise<MockReply>;
  /** Whether a request is the mock's to answer: it goes to Image Search, names one of its actions, or is an upload that the mock allowed. */
  readonly claims: (request: Request) => Promise<boolean>;
  /** Whether a request posts an upload to a host that the mock handed out. */
  readonly claimsUpload: (request: Request) => boolean;
  /** The session of that name; requests join it by the header `x-mock-session` or an AccessKeyId `mock-session.NAME`. */
  readonly session: (id: string) => MockSession;
  /** Names of all sessions; the default one is the empty name. */
  readonly sessions: () => readonly string[];
  /** Chance from now on; `undefined` for none. */
  readonly setChaos: (chaos: ChaosOptions | undefined) => void;
  readonly chaos: () => ChaosOptions | undefined;
  /**
   * From now on passes comparisons that no plan decides on to a real service, answers what that answers, and keeps the exchanges; until
   * `stop`, or the next call of `record`.
   * @throws TypeError for an upstream that is no address.
   */
  readonly record: (options: RecordOptions) => Recording;
  /** Forgets what happened in every session. Options and chance stay. */
  readonly resetAll: () => void;
  /** How signatures are looked at. */
  readonly signature: SignatureMode;
  /** Loads what scoring needs. @failure rejects with what to install when it is missing. */
  readonly prepare: () => Promise<void>;
  /** Ends what scoring holds open. */
  readonly close: () => Promise<void>;
}

/**
 * The mock that a skin of it was given, or else a new one from what is left of the skin's options. Beside a ready mock those would have
 * no effect, and are refused.
 * @param owner  what the message calls the skin.
 * @throws TypeError that names an option that cannot be here; else as `createMock`.
 */
export function givenMock(owner: string, given: Mock | undefined, rest: MockOptions): Mock {
  if (given === undefined) return createMock(rest);
  const [surplus] = Object.entries(rest).find(([, value]) => value !== undefined) ?? [];
  if (surplus === undefined) return given;
  throw new TypeError(`${owner} has "${surplus}" beside "mock", where it has no effect: give it to createMock.`);
}

/**
 * Makes a mock of the service: one object per test file, nothing shared between two.
 * @throws TypeError for an option there is not, or of the wrong kind; RangeError for a score or a rate outside 0 to 1.
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

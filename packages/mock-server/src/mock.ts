import { createRequestId } from '@semblance/wire';
import { claims, isUpload } from './call/claims.ts';
import { fromFetchRequest } from './call/from-fetch-request.ts';
import type { RawRequest } from './call/raw-request.ts';
import { receiveCall } from './call/receive-call.ts';
import { checkChaosOptions, drawChaos } from './answer/chaos.ts';
import type { ChaosOptions } from './answer/chaos.ts';
import { createRandom, randomUuid } from './answer/random.ts';
import { createSignatureChecker } from './checks/check-signature.ts';
import { decide } from './decide/decide.ts';
import { journalEntry } from './record/write-entry.ts';
import type { MockOptions } from './mock-options.ts';
import { createMockSession } from './session/mock-session.ts';
import type { MockSession } from './session/mock-session.ts';
import type { MockReply } from './answer/mock-reply.ts';
import type { FailureOutcome } from './answer/outcome.ts';
import { toFetchResponse } from './answer/to-fetch-response.ts';
import { writeReply } from './answer/write-reply.ts';
import { createReplayLookup } from './record/recorded-case.ts';
import { fingerprint } from './scoring/fingerprint.ts';
import { createScorer } from './scoring/scoring.ts';
import { createSessionRegistry, sessionIdOf } from './session/session-registry.ts';

/** A mock of the service. Its own methods speak of the default session. */
export interface Mock extends MockSession {
  /**
   * Answers a request without any network: for tests of one's own adapter, and for pages that demonstrate the API.
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
  /** Forgets what happened in every session. Options and chance stay. */
  readonly resetAll: () => void;
  /** Ends what scoring holds open. */
  readonly close: () => Promise<void>;
}

/**
 * Makes a mock of the service: one object per test file, nothing shared between two.
 * @throws RangeError for a score or a rate outside 0 to 1.
 */
export function createMock(options: MockOptions = {}): Mock {
  const { now = Date.now, seed, signature = 'off', accessKeys = {}, maxJournalEntries = 1000 } = options;
  let chaos = checkedChaos(options.chaos);
  const { scoring = 'bytes', instances } = options;
  const sharedScorer = createScorer(scoring);
  const sessions = createSessionRegistry({
    instances,
    maxJournalEntries,
    createScorer: () => (typeof scoring === 'object' ? createScorer(scoring) : sharedScorer),
  });
  const signatures = createSignatureChecker({ mode: signature, accessKeys, now });
  const replay = createReplayLookup(options.replay ?? []);

  const servesHost = (host: string): boolean => sessions.list().some(({ uploads }) => uploads.servesHost(host));

  const handle = async (request: RawRequest, failure?: FailureOutcome): Promise<MockReply> => {
    const named = receiveCall(request, '');
    const session = sessions.get(sessionIdOf(request, named.accessKeyId));
    const number = session.countCall();
    const call = { ...named, requestId: requestIdOf(seed, session.id, number) };
    const draw = drawChaos(chaos ?? {}, seed ?? 1, number);
    const nowMs = now();
    const uploadHost = options.uploadHost ?? uploadHostOf(call.url);
    const decision = await decide(call, { session, signatures, replay, chaos: draw, nowMs, uploadHost, failure });
    const reply = writeReply(call, decision);
    session.journal.add(journalEntry({ call, decision, reply, session: session.id, number, nowMs }));
    return reply;
  };

  return {
    ...createMockSession(sessions, ''),
    handle,
    respond: async (request) => toFetchResponse(await handle(await fromFetchRequest(request)), request.signal),
    claims: (request) => claims(request, servesHost),
    claimsUpload: (request) => isUpload(request, servesHost),
    session: (id) => createMockSession(sessions, id),
    sessions: () => sessions.list().map(({ id }) => id),
    setChaos: (next) => {
      chaos = checkedChaos(next);
    },
    chaos: () => chaos,
    resetAll: () => sessions.reset(),
    close: sharedScorer.close,
  };
}

function checkedChaos(chaos: ChaosOptions | undefined): ChaosOptions | undefined {
  if (chaos !== undefined) checkChaosOptions(chaos);
  return chaos;
}

/** The client joins the two halves of the host with a dot, so a name without one cannot be advertised. */
function uploadHostOf({ host, hostname, port }: URL): string {
  if (hostname.includes('.')) return host;
  return port === '' ? '127.0.0.1' : `127.0.0.1:${port}`;
}

function requestIdOf(seed: number | undefined, sessionId: string, number: number): string {
  if (seed === undefined) return createRequestId();
  const sessionSeed = Number.parseInt(fingerprint(new TextEncoder().encode(sessionId)).slice(0, 8), 16);
  return randomUuid(createRandom(seed, sessionSeed, number));
}

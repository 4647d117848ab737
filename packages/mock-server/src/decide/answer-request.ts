import { createRequestId } from '@semblance/wire';
import { drawChaos } from '../answer/chaos.ts';
import type { ChaosOptions } from '../answer/chaos.ts';
import type { MockReply } from '../answer/mock-reply.ts';
import type { FailureOutcome } from '../answer/outcome.ts';
import { createRandom, randomUuid } from '../answer/random.ts';
import { writeReply } from '../answer/write-reply.ts';
import type { RawRequest } from '../call/raw-request.ts';
import { receiveCall } from '../call/receive-call.ts';
import type { SignatureChecker } from '../checks/check-signature.ts';
import type { Recorder } from '../record/recorder.ts';
import type { ReplayLookup } from '../record/replay.ts';
import { journalEntry } from '../record/write-entry.ts';
import { fingerprint } from '../scoring/fingerprint.ts';
import { sessionIdOf } from '../session/session-registry.ts';
import type { SessionRegistry } from '../session/session-registry.ts';
import { decide } from './decide.ts';
import { violationsOf } from './violations-of.ts';

/** Parts that answer requests; chaos and recording may change between calls. */
export interface AnsweringParts {
  readonly sessions: SessionRegistry;
  readonly signatures: SignatureChecker;
  readonly replay: ReplayLookup;
  readonly now: () => number;
  readonly seed: number | undefined;
  readonly uploadHost: string | undefined;
  readonly chaos: () => ChaosOptions | undefined;
  readonly recorder: () => Recorder | undefined;
}

/** Answers one request: reads it, decides, writes the reply and the journal. @param failure  why the request did not arrive completely. */
export async function answerRequest(
  request: RawRequest,
  failure: FailureOutcome | undefined,
  parts: AnsweringParts,
): Promise<MockReply> {
  const startedMs = performance.now();
  const { sessions, signatures, replay, seed } = parts;
  const named = receiveCall(request, '');
  const session = sessions.get(sessionIdOf(request, named.accessKeyId));
  const number = session.countCall();
  const call = { ...named, requestId: requestIdOf(seed, session.id, number) };
  const chaos = drawChaos(parts.chaos() ?? {}, seed ?? 1, number);
  const nowMs = parts.now();
  const uploadHost = parts.uploadHost ?? uploadHostOf(call.url);
  const recorder = parts.recorder();
  const decision = await decide(call, { session, signatures, replay, recorder, chaos, nowMs, uploadHost, failure });
  const reply = writeReply(call, decision);
  const violations = failure === undefined ? violationsOf(call, decision, { session, nowMs }) : [];
  const madeInMs = performance.now() - startedMs;
  session.journal.add(
    journalEntry({ call, decision, reply, session: session.id, number, nowMs, madeInMs, violations }),
  );
  return reply;
}

/** Host for uploads. The client joins its two parts with a dot, so a name without a dot cannot be used. */
function uploadHostOf({ host, hostname, port }: URL): string {
  if (hostname.includes('.')) return host;
  return port === '' ? '127.0.0.1' : `127.0.0.1:${port}`;
}

function requestIdOf(seed: number | undefined, sessionId: string, number: number): string {
  if (seed === undefined) return createRequestId();
  const sessionSeed = Number.parseInt(fingerprint(new TextEncoder().encode(sessionId)).slice(0, 8), 16);
  return randomUuid(createRandom(seed, sessionSeed, number));
}

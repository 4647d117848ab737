import type { Outcome } from '../answer/outcome.ts';
import type { Call } from '../call/call.ts';
import { requestKey } from '../record/recorded-case.ts';
import type { Recorder } from '../record/recorder.ts';
import type { ReplayLookup } from '../record/replay.ts';
import type { UploadStore } from '../session/upload-store.ts';
import { pictureContent } from './picture-content.ts';

/** Sources of answers that precede the mock's own. */
export interface Recordings {
  readonly replay: ReplayLookup;
  /** The running recording, if any. */
  readonly recorder: Recorder | undefined;
  readonly uploads: UploadStore;
  readonly nowMs: number;
}

/** The recorded answer to a comparison, or the upstream's; `undefined` when neither is configured. Uploads are always answered by the mock. */
export async function answerRecorded(call: Call, recordings: Recordings): Promise<Outcome | undefined> {
  if (call.kind !== 'compare') return undefined;
  const { replay, recorder, uploads, nowMs } = recordings;
  const bytes = pictureContent(uploads);
  if (recorder !== undefined) {
    const answer = await recorder.exchange(call, bytes, nowMs);
    if (answer.ok) return { kind: 'recorded', ...answer.response };
    return { kind: 'own-failure', code: 'UpstreamUnreachable', status: 502, detail: answer.detail };
  }
  const found = replay(() => requestKey(call, bytes));
  if (found === undefined) return undefined;
  if (found.ok) return { kind: 'recorded', ...found.response };
  return { kind: 'own-failure', code: 'ReplayMiss', status: 404, detail: found.detail };
}

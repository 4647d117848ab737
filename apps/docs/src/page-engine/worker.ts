import { codeOf } from '@semblance/engine/page';
import { examinePair } from './examine-pair.ts';
import type { Examined } from './examine-pair.ts';
import { LoadError } from './load-files.ts';
import type { ExaminationFailure, ExamineRequest, WorkerReply } from './messages.ts';
import { openNetwork } from './open-network.ts';

/* Runs in a worker, because decoding and comparing occupy a thread for a second or more. */
const port = globalThis as unknown as {
  postMessage: (reply: WorkerReply) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent<ExamineRequest>) => void) => void;
};

port.addEventListener('message', ({ data }) => void answer(data));

async function answer({ id, pair, serviceType, withNetwork }: ExamineRequest): Promise<void> {
  try {
    const network = withNetwork
      ? await openNetwork((progress) => port.postMessage({ id, kind: 'progress', progress }))
      : undefined;
    port.postMessage({ id, kind: 'comparing' });
    const examined = await examinePair(pair, serviceType, network);
    port.postMessage(replyOf(id, examined));
  } catch (error) {
    port.postMessage({ id, kind: 'failed', failure: failureOf(error) });
  }
}

function replyOf(id: number, examined: Examined): WorkerReply {
  if (examined.ok) return { id, kind: 'done', examination: examined.value };
  const { failure, leftUnread } = examined;
  if (failure.reason === 'picture-variant-unsupported' && leftUnread !== undefined)
    return { id, kind: 'failed', failure: { kind: 'unread', detail: leftUnread } };
  return { id, kind: 'failed', failure: { kind: 'picture', code: codeOf(failure), which: failure.which } };
}

function failureOf(error: unknown): ExaminationFailure {
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: error instanceof LoadError ? 'load' : 'fault', detail };
}

import { readPictureHeader } from '@semblance/picture';
import type { ServiceType } from '@semblance/spec/limits';
import type { Examination, ExaminationFailure, ExamineRequest, LoadProgress, WorkerReply } from './messages.ts';

/** Callbacks for the progress of a comparison. */
export interface ExaminationListener {
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly onComparing?: () => void;
}

/** Input of an examination. */
export interface ExaminationTask {
  readonly primary: Uint8Array<ArrayBuffer>;
  readonly secondary: Uint8Array<ArrayBuffer>;
  readonly serviceType: ServiceType;
  readonly withNetwork: boolean;
}

/** Outcome of a comparison in the page. */
export type ExaminationOutcome =
  | { readonly ok: true; readonly value: Examination }
  | { readonly ok: false; readonly failure: ExaminationFailure };

interface Waiting extends ExaminationListener {
  readonly settle: (outcome: ExaminationOutcome) => void;
}

let worker: Worker | undefined;
const waiting = new Map<number, Waiting>();
let lastId = 0;

function openWorker(): Worker {
  const opened = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  opened.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => hear(data));
  opened.addEventListener('error', (event) => {
    event.preventDefault();
    worker = undefined;
    opened.terminate();
    // A worker that fails before its first message could not be loaded.
    for (const { settle } of waiting.values())
      settle({ ok: false, failure: { kind: 'load', detail: event.message ?? 'the page’s engine did not load' } });
    waiting.clear();
  });
  return opened;
}

function hear(reply: WorkerReply): void {
  const listener = waiting.get(reply.id);
  if (listener === undefined) return;
  switch (reply.kind) {
    case 'progress':
      listener.onProgress?.(reply.progress);
      return;
    case 'comparing':
      listener.onComparing?.();
      return;
    case 'done':
      waiting.delete(reply.id);
      listener.settle({ ok: true, value: reply.examination });
      return;
    case 'failed':
      waiting.delete(reply.id);
      listener.settle({ ok: false, failure: reply.failure });
  }
}

/** Compares two pictures in a worker of this page. Never rejects; the next call replaces a lost worker. */
export function examine(task: ExaminationTask, listener: ExaminationListener = {}): Promise<ExaminationOutcome> {
  const first = readPictureHeader(task.primary);
  const second = readPictureHeader(task.secondary);
  if (first.kind !== 'picture' || second.kind !== 'picture') {
    const which = first.kind === 'picture' ? 'secondary' : 'primary';
    return Promise.resolve({ ok: false, failure: { kind: 'picture', code: 'UnsupportedPicFormat', which } });
  }
  lastId += 1;
  const request: ExamineRequest = {
    id: lastId,
    pair: {
      primary: { bytes: task.primary, header: first.header },
      secondary: { bytes: task.secondary, header: second.header },
    },
    serviceType: task.serviceType,
    withNetwork: task.withNetwork,
  };
  const { promise, resolve } = Promise.withResolvers<ExaminationOutcome>();
  waiting.set(request.id, { ...listener, settle: resolve });
  worker ??= openWorker();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  worker.postMessage(request);
  return promise;
}

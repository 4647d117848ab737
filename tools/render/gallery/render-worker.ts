import { parentPort } from 'node:worker_threads';
import { renderObject } from '../render-object.ts';
import type { RenderRequest } from '../render-object.ts';
import type { RgbPicture } from '../trace/develop.ts';

/** What a worker reports: how far it is, then the picture. */
export type WorkerReport = { readonly share: number } | { readonly picture: RgbPicture };

parentPort?.on('message', (request: RenderRequest) => {
  // A thread's port has no origin; the rule means windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const report = (message: WorkerReport): void => parentPort?.postMessage(message);
  const picture = renderObject({ ...request, onProgress: (share) => report({ share }) });
  report({ picture });
});

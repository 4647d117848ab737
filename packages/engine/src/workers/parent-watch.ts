import { workerData } from 'node:worker_threads';

/**
 * A thread beside a worker's own: when the engine is gone it ends the process, even if the worker's event loop stands still
 * in a decoder that never comes back and cannot hear that its channel was closed.
 */
const parentPid = workerData as number;
const intervalMs = 1000;

setInterval(() => {
  if (process.ppid !== parentPid) process.kill(process.pid, 'SIGKILL');
}, intervalMs);

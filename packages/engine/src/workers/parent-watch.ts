import { workerData } from 'node:worker_threads';

/**
 * A second thread of a worker that ends the process when the engine is gone, even if a hanging decoder blocks the worker's event loop,
 * which then cannot notice that its channel was closed.
 */
const parentPid = workerData as number;
const intervalMs = 1000;

setInterval(() => {
  if (process.ppid !== parentPid) process.kill(process.pid, 'SIGKILL');
}, intervalMs);

/**
 * Registers a service worker that caches the files of the console, above all the network, for use without a connection. Does nothing in
 * browsers without service workers.
 */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator) || !globalThis.isSecureContext) return;
  navigator.serviceWorker.register('/service-worker.js').catch(() => {
    // Without permission to store anything the files are loaded again next time.
  });
}

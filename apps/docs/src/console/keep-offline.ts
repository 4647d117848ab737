/**
 * Lets a service worker keep what the console needs, the network above all, so that it works without a connection the
 * next time. Where there are no service workers nothing changes.
 */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator) || !globalThis.isSecureContext) return;
  navigator.serviceWorker.register('/service-worker.js').catch(() => {
    // A page that may not keep anything loads it again next time.
  });
}

/*
 * Keeps what this site has loaded: files whose names carry their content's hash for good, pages until they can be
 * loaded anew. Nothing of other hosts is touched, and nothing is loaded that no page has asked for.
 */
const kept = 'semblance-1';
/** Files named after their content. */
const immutable = '/_astro/';
/** Other files that may be answered from what was kept when there is no connection. */
const mostKept = 400;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== kept) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

async function fromCacheFirst(request) {
  const cache = await caches.open(kept);
  const found = await cache.match(request);
  if (found !== undefined) return found;
  const response = await fetch(request);
  if (response.ok) await keep(cache, request, response);
  return response;
}

async function fromNetworkFirst(request) {
  const cache = await caches.open(kept);
  try {
    const response = await fetch(request);
    if (response.ok) await keep(cache, request, response);
    return response;
  } catch (error) {
    const found = await cache.match(request, { ignoreSearch: true });
    if (found !== undefined) return found;
    throw error;
  }
}

/** A full disk is no reason to fail. The oldest go first. */
async function keep(cache, request, response) {
  try {
    await cache.put(request, response.clone());
    const keys = await cache.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - mostKept))) await cache.delete(old);
  } catch {
    // Not kept.
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || request.headers.has('range')) return;
  event.respondWith(url.pathname.startsWith(immutable) ? fromCacheFirst(request) : fromNetworkFirst(request));
});

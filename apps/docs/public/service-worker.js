/*
 * Caches the files of this site: files with a content hash in their name are not requested again, pages are used when the network fails.
 * Requests to other hosts are not touched, and nothing is loaded in advance.
 */
const kept = 'semblance-1';
/** Files named after their content. */
const immutable = '/_astro/';
/** Most files kept. */
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

async function fromCacheFirst(event) {
  const { request } = event;
  const cache = await caches.open(kept);
  const found = await cache.match(request);
  if (found !== undefined) return found;
  const response = await fetch(request);
  keep(event, cache, response);
  return response;
}

async function fromNetworkFirst(event) {
  const { request } = event;
  const cache = await caches.open(kept);
  try {
    const response = await fetch(request);
    keep(event, cache, response);
    return response;
  } catch (error) {
    const found = await cache.match(request, { ignoreSearch: true });
    if (found !== undefined) return found;
    throw error;
  }
}

/** Stores a successful answer while the page reads it, so that a large file is not delayed. */
function keep(event, cache, response) {
  if (response.ok) event.waitUntil(put(cache, event.request, response.clone()));
}

/** Stores an answer and removes the oldest ones above the limit. A full disk is ignored. */
async function put(cache, request, response) {
  try {
    await cache.put(request, response);
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
  event.respondWith(url.pathname.startsWith(immutable) ? fromCacheFirst(event) : fromNetworkFirst(event));
});

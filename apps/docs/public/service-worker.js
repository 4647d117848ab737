/*
 * Keeps what this site has loaded: files whose names carry their content's hash are not asked for again, pages stand in
 * until they can be loaded anew. Nothing of other hosts is touched, and nothing is loaded that no page has asked for.
 */
const kept = 'semblance-1';
/** Files named after their content. */
const immutable = '/_astro/';
/** How many files are kept at the most. */
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

/** Keeps a good answer while the page reads it: a large file is not held back until all of it has come. */
function keep(event, cache, response) {
  if (response.ok) event.waitUntil(put(cache, event.request, response.clone()));
}

/** A full disk is no reason to fail. The oldest go first. */
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

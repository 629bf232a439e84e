// Keeps the page's own files, so that it opens without a network. Nothing about a paper passes here.
const NAME = 'tamga-page-FILES_HASH';
const FILES = ['/v', /*FILES*/];
const TRUST = '/api/v1/trust';

self.addEventListener('install', event => {
  event.waitUntil((async () => {
    const cache = await caches.open(NAME);
    await Promise.all(FILES.map(async file => {
      const answer = await fetch(file, {cache: file === '/v' ? 'reload' : 'default', credentials: 'omit'});
      if (!answer.ok) throw new Error(file);
      await cache.put(file, answer);
    }));
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', event => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('tamga-page-') && name !== NAME) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', event => {
  const {origin, pathname} = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin) return;
  // The key is always a name of ours, never the address that was asked for.
  if (pathname === TRUST) {
    event.respondWith(fetch(event.request).catch(async error => {
      const kept = await caches.match(TRUST);
      if (kept) return kept;
      throw error;
    }));
  } else if (FILES.includes(pathname)) {
    event.respondWith((async () => {
      const cache = await caches.open(NAME);
      return await cache.match(pathname) ?? fetch(pathname, {credentials: 'omit'});
    })());
  }
});

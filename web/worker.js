// The service worker: after the first visit every page address answers without a network. Pages are not kept
// one by one: a shell for each language and the event pack serve all of them. assemble.py hands in MANIFEST:
//   files   what is kept, [{url, revision, integrity}]: the browser holds the bytes to the hash, so that a
//           captive portal's page, an empty or half a file or another one never takes a good one's place
//   shells  address of the shell by language
//   start   address of "/", which leads to the visitor's language
//   language  of whoever asks for an address without one
import {PrecacheController} from 'workbox-precaching';
import {registerRoute} from 'workbox-routing';
import {NetworkOnly} from 'workbox-strategies';

// What arrived is whole, or the browser would have refused it; a shell is shown only as what it is.
const rightType = {cacheWillUpdate: async ({request, response}) => response.status === 200 &&
  (!request.url.endsWith('.html') || /^text\/html/.test(response.headers.get('Content-Type'))) ? response : null};

const precache = new PrecacheController({plugins: [rightType]});
precache.addToCacheList(MANIFEST.files);

// Bytes of which the browser has found that they are the right ones.
const kept = (event, url) => {
  const cacheKey = precache.getCacheKeyForURL(url);
  const integrity = precache.getIntegrityForCacheKey(cacheKey);
  const cache = new URL(url, location).pathname.startsWith('/files/') ? 'default' : 'reload';
  const request = new Request(url, {integrity, cache, credentials: 'same-origin'});
  // Not there, as after the storage was emptied: from the network, and it is kept again.
  return precache.strategy.handleAll({event, request, params: {cacheKey, integrity}});
};

// One file that fails stops neither the others, which stay for the next try, nor the worker before this one.
self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const failed = [];
    for (const url of precache.getURLsToCacheKeys().keys()) {
      try {
        await Promise.all(kept(event, url));
      } catch (error) {
        failed.push(url);
      }
    }
    if (failed.length) throw new Error(`not there yet: ${failed.join(', ')}`);
  })());
});

// Files of former versions go when this one has taken over.
self.addEventListener('activate', (event) => { precache.activate(event); });

registerRoute(
  ({request, url, sameOrigin}) => sameOrigin && request.mode !== 'navigate' && !url.search && precache.getCacheKeyForURL(url.href),
  ({event, url}) => kept(event, url.href)[0].catch(() => {
    // Where there is no room to keep it, it is shown all the same: what the browser finds whole.
    const integrity = precache.getIntegrityForCacheKey(precache.getCacheKeyForURL(url.href));
    return fetch(new Request(url.href, {integrity, credentials: 'same-origin'}));
  }),
);

// A page as this site writes it, and all of it.
async function ours({response}) {
  if (response.status >= 500) throw new Error(String(response.status));
  // A redirection is the browser's to follow.
  if (response.type !== 'basic') return response;
  if (!/^text\/html/.test(response.headers.get('Content-Type'))) throw new Error('not a page');
  const text = await response.clone().text();
  if (!text.includes('<body data-app="') || !text.trimEnd().endsWith('</html>')) throw new Error('not a page of this site');
  return response;
}
const network = new NetworkOnly({networkTimeoutSeconds: 4, plugins: [{fetchDidSucceed: ours}]});

// Whoever leaves the only page that is open has nothing under way: a new version that waits takes over.
async function makeWay() {
  const {waiting} = self.registration;
  if (waiting && (await self.clients.matchAll({type: 'window'})).length <= 1) waiting.postMessage('left');
}

// The network's page first: it is the newest. Without it, the shell, in which the app shows the same.
registerRoute(
  ({request, url, sameOrigin}) => sameOrigin && request.mode === 'navigate' && !/\.\w+$/.test(url.pathname),
  async ({event, request, url}) => {
    try {
      const page = await network.handle({event, request});
      // Not when the shell answers: it needs the files that the new version would remove.
      event.waitUntil(makeWay());
      return page;
    } catch (error) {
      const language = url.pathname.split('/')[1];
      const shell = url.pathname === '/' ? MANIFEST.start : MANIFEST.shells[language] ?? MANIFEST.shells[MANIFEST.language];
      return kept(event, new URL(shell, location).href)[0];
    }
  },
);

// A file of the visitor's own, which the app has made and left where the page says (shell.js), or one beside the
// pages, such as a calendar's: of that the server's goes before the app's. When there is none of both, the page that
// asked for it stays.
const made = async (path) => (await caches.open('summit-own-files')).match(path);
registerRoute(
  ({request, url, sameOrigin}) => sameOrigin && request.mode === 'navigate' && /\.(ics|summit)$/.test(url.pathname),
  async ({request, url}) => {
    const file = await made(url.pathname).catch(() => null);
    if (file && url.pathname.split('/')[2] === 'my') return file;
    try {
      const late = new Promise((resolve, reject) => { if (file) setTimeout(reject, 4000); });
      const answer = await Promise.race([fetch(request), late]);
      // Not a page that says something else.
      if (file && !/^text\/calendar/.test(answer.headers.get('Content-Type'))) return file;
      return answer;
    } catch (error) {
      return file ?? new Response(null, {status: 204});
    }
  },
);

// What was told by the device leads to its page, in a window that is open where there is one.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const path = event.notification.data;
  if (typeof path !== 'string') return;
  event.waitUntil((async () => {
    const [page] = await self.clients.matchAll({type: 'window'});
    try {
      await (await page.navigate(path)).focus();
    } catch (error) {
      await self.clients.openWindow(path);
    }
  })());
});

// A new version waits until nobody looks at what the old one shows: a page that is hidden says so, and the old
// version when the last page is left.
self.addEventListener('message', (event) => {
  if (event.data === 'left') self.skipWaiting();
  if (event.data !== 'hidden') return;
  event.waitUntil(self.clients.matchAll({type: 'window', includeUncontrolled: true}).then((pages) => {
    if (pages.every((page) => page.visibilityState === 'hidden')) return self.skipWaiting();
  }));
});

// Asks the organisers' server now and then whether what is shown is what they have, and brings what is newer.
// Only the program decides whether it may take its place (app::Session::receive). Part of the same script as
// shell.js.

const CURRENT = '/current.json';
const NEWEST = 'summit-content';  // the cache in which the newest pack is kept, under this address
const KEPT_AT = '/content/event.pack';

// `page`: receive(bytes, signature, isDelta, told) answers a name of RECEIVED and bytes() the pack that is shown;
// note(offline, checked, newer); builtIn: address of the pack that came with the page.
function createCurrent({receive, bytes, note, attempt, builtIn}) {
  let shown = builtIn;
  let refused = '';   // a pack that the program would not take, and how often: the way here may have spoilt it
  let refusals = 0;
  let older = false;  // it was refused because what is shown is newer
  let checked = 0;    // when the server answered, in milliseconds
  let asked = -Infinity;
  let asking = false;
  let again = false;  // something called for an answer while one was on its way
  let timer = 0;

  const fetched = async (address) => {
    const response = await fetch(address, {cache: 'no-cache', credentials: 'omit', redirect: 'error'});
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response;
  };
  const content = async (address) => new Uint8Array(await (await fetched(address)).arrayBuffer());
  const hashOf = (address) => /-([0-9a-f]{10})\.pack$/.exec(address)?.[1];

  // Kept for the next start, which may be without a network.
  async function keep(address, signature) {
    try {
      const headers = {'X-Address': address, 'X-Signature': encodeURIComponent(signature)};
      await (await caches.open(NEWEST)).put(KEPT_AT, new Response(bytes(), {headers}));
    } catch (error) {
      // Then the next start has what came with the page.
    }
  }

  async function bring({pack, signature, deltas}) {
    let answer = 'broken';
    const delta = deltas?.[hashOf(shown)];
    // One that is missing or cannot be fetched is no reason to go without.
    const part = delta ? await content(delta).catch(() => null) : null;
    if (part) answer = receive(part, signature, true, true);
    // A delta of something else, or a damaged one: all of it, then.
    if (answer === 'broken' || answer === 'refused') answer = receive(await content(pack), signature, false, true);
    if (answer === 'used' || answer === 'same') {
      shown = pack;
      if (answer === 'used') keep(pack, signature);
    } else {
      refusals = refused === pack ? refusals + 1 : 1;
      refused = pack;
      older = answer === 'older';
    }
    return answer;
  }

  async function ask() {
    again = asking;
    if (asking || document.hidden) return;
    asking = true;
    asked = Date.now();
    clearTimeout(timer);
    let offline = true;
    let newer = false;
    try {
      const current = await (await fetched(CURRENT)).json();
      // Whatever else answers with an object, as a captive portal may, is not the organisers' server.
      if (typeof current.pack !== 'string' || typeof current.signature !== 'string') throw new Error(CURRENT);
      offline = false;
      checked = Date.now();
      if (current.pack !== shown) {
        newer = !(current.pack === refused && older);
        note(offline, checked, newer);
        if (newer && (current.pack !== refused || refusals < 3)) newer = !['used', 'same', 'older'].includes(await bring(current));
      }
      if (current.app && current.app !== window.summit.files.script.url) navigator.serviceWorker?.getRegistration().then((worker) => worker?.update()).catch(() => {});
    } catch (error) {
      // Without a network what is shown is as good as it was.
    }
    note(offline, checked, newer);
    asking = false;
    attempt(() => { timer = setTimeout(ask, 180_000 + Math.random() * 30_000); });  // not all phones at once
    if (again) ask();
  }
  // Not with every turn of the head.
  const comesBack = () => { if (Date.now() - asked > 5000 || Date.now() < asked) ask(); };

  return {
    // What was brought before; null when there is nothing.
    async kept() {
      try {
        const found = await (await caches.open(NEWEST)).match(KEPT_AT);
        if (!found) return null;
        const signature = decodeURIComponent(found.headers.get('X-Signature'));
        return {address: found.headers.get('X-Address'), signature, bytes: new Uint8Array(await found.arrayBuffer())};
      } catch (error) {
        return null;
      }
    },
    // Shows it without a word: it is what the visitor saw last.
    show(kept) {
      if (kept.address !== shown && receive(kept.bytes, kept.signature, false, false) === 'used') shown = kept.address;
    },
    begin() {
      document.addEventListener('visibilitychange', () => { if (!document.hidden) comesBack(); });
      window.addEventListener('pageshow', comesBack);
      window.addEventListener('online', ask);
      window.addEventListener('offline', () => note(true, checked, false));
      ask();
    },
  };
}

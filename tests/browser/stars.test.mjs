// What a visitor does is kept by all tabs together: none loses what another did, whatever
// the browser refuses and whatever an older version of the app left behind.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ALL, event, message, open, rest, visit} from './browser.mjs';

const KEPT = 'summit.visitor-2';
const {sessions} = event('sessions');
const id = event('event').id;
const star = (page, name = 'session.star') => page.getByRole('button', {name: message('en', name), exact: true});
const kept = (page) => page.evaluate((key) => localStorage.getItem(key) ?? '', KEPT);
// The sessions that the text says are starred.
const starred = (text) => [...text.matchAll(/^op \d+ \w+ (\S+) star (\S+) on$/gm)].filter(([, where]) => where === id).map(([, , session]) => session).sort();

async function another(page, path) {
  const tab = await page.context().newPage();
  await open(tab, path);
  return tab;
}

// Turns every star of the page `rounds` times, one after the other, so that odd rounds leave all on; answers how many there are.
const turnAll = (page, rounds) => page.evaluate(async (count) => {
  const stars = () => [...document.querySelectorAll('#mirror button[aria-pressed]')];
  const all = stars().length;
  for (let i = 0; i < count * all; ++i) {
    const before = stars()[i % all].getAttribute('aria-pressed');
    stars()[i % all].click();
    while (stars()[i % all].getAttribute('aria-pressed') === before) await new Promise(requestAnimationFrame);
  }
  return all;
}, rounds);

async function twoTabsLoseNone(t, rounds, before) {
  const one = await visit(t, '/en/agenda/?day=2026-04-22', {before});
  const two = await another(one, '/en/agenda/?day=2026-04-23');
  const counts = await Promise.all([turnAll(one, rounds), turnAll(two, rounds)]);
  t.diagnostic(`${(counts[0] + counts[1]) * rounds} turns`);
  const expected = sessions.filter((session) => /^2026-04-2[23]/.test(session.starts_at)).map((session) => session.id).sort();
  assert.equal(counts[0] + counts[1], expected.length);
  // What a tab was shown late comes in a moment later.
  await one.waitForFunction(([key, count]) => (localStorage.getItem(key).match(/^op .* star .* on$/gm) ?? []).length === count, [KEPT, expected.length], {timeout: 20_000});
  assert.deepEqual(starred(await kept(one)), expected);
  for (const [tab, day] of [[one, 23], [two, 22]]) {
    await tab.evaluate((other) => {
      history.pushState(null, '', `/en/agenda/?day=2026-04-${other}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, day);
    await tab.waitForFunction((count) => {
      const all = [...document.querySelectorAll('#mirror button[aria-pressed]')];
      return all.length === count && all.every((one) => one.getAttribute('aria-pressed') === 'true');
    }, counts[day === 22 ? 0 : 1], {timeout: 10_000});
  }
}

test('turns in two tabs at the same time: none is lost', (t) => twoTabsLoseNone(t, ALL ? 5 : 3));

test('nor where the browser has no locks', (t) => twoTabsLoseNone(t, 1, (page) => page.context().addInitScript(() => {
  Object.defineProperty(navigator, 'locks', {value: undefined});
})));

test('another tab shows at once what was done in this one, and goes on from there', async (t) => {
  const one = await visit(t, '/en/agenda/glaciers/');
  const two = await another(one, '/en/agenda/glaciers/');
  await star(one).click();
  await star(two, 'session.starred').waitFor({state: 'attached', timeout: 5000});
  await star(two, 'session.starred').click();
  await star(one).waitFor({state: 'attached', timeout: 5000});
  const settings = await another(one, '/en/settings/');
  await settings.getByRole('radio', {name: message('en', 'settings.theme_dark')}).click();
  await one.waitForFunction(() => document.documentElement.dataset.appearance === 'dark', null, {timeout: 5000});
});

test('a star is kept when the tab is closed right after it', async (t) => {
  const page = await visit(t, '/en/agenda/glaciers/');
  // Somebody else holds the lock for long.
  await page.evaluate(() => {
    navigator.locks.request('summit.visitor', () => new Promise(() => {}));
  });
  await star(page).click();
  await star(page, 'session.starred').waitFor({state: 'attached'});
  await page.goto('about:blank');
  const later = await another(page, '/en/agenda/glaciers/');
  await star(later, 'session.starred').waitFor({state: 'attached', timeout: 5000});
});

test('no star that was shown as kept is lost, whenever the tab is killed', async (t) => {
  const kills = ALL ? 100 : 10;
  const all = sessions.filter(({starts_at}) => starts_at.startsWith('2026-04-23')).map((session) => session.id);
  const shown = new Set();
  let page = await visit(t, '/en/agenda/?day=2026-04-23', {mayComplain: true});
  // A tab of its own stays, so that the profile does.
  await page.context().exposeBinding('starKept', (_, session) => { shown.add(session); });
  await page.context().newPage();
  for (let kill = 1; kill <= kills; ++kill) {
    await open(page, '/en/agenda/?day=2026-04-23');
    // Stars one session after the other, and names each that is on and in what is kept.
    await page.evaluate(([key, from]) => {
      (async () => {
        for (let i = from; ; ++i) {
          const rows = [...document.querySelectorAll('#mirror button[aria-pressed=false]')];
          if (!rows.length) return;
          const row = rows[i % rows.length];
          row.click();
          // A second press before it shows the first would take the star off again.
          do await new Promise(requestAnimationFrame); while (row.isConnected && row.getAttribute('aria-pressed') === 'false');
          for (const [, session] of (localStorage.getItem(key) ?? '').matchAll(/ star (\S+) on$/gm)) window.starKept(session);
        }
      })();
    }, [KEPT, kill]);
    await new Promise((later) => setTimeout(later, Math.random() * 150));
    const devtools = await page.context().newCDPSession(page);
    const gone = new Promise((done) => page.once('crash', done));
    devtools.send('Page.crash').catch(() => {});
    await gone;
    await page.close().catch(() => {});
    page = await page.context().newPage();
    await open(page, '/en/agenda/?day=2026-04-23');
    const now = starred(await kept(page));
    for (const session of shown) assert.ok(now.includes(session), `${session} was lost by kill ${kill}`);
    // Begins anew when all are starred.
    if (shown.size >= all.length - 3) {
      await page.evaluate((key) => localStorage.removeItem(key), KEPT);
      shown.clear();
    }
  }
  assert.ok(kills > 1);
});

test('what the first version of the app kept is taken over, and left as it is', async (t) => {
  const first = 'summit-visitor 1\nlanguage ru\nappearance dark\ntext-size 150\nstar glaciers\nstar official-opening\n';
  const page = await visit(t, '/en/agenda/glaciers/', {before: (p) => p.addInitScript((text) => localStorage.setItem('summit.visitor', text), first)});
  const look = () => page.evaluate(() => [document.documentElement.dataset.appearance, document.documentElement.style.fontSize]);
  assert.deepEqual(await look(), ['dark', '150%']);
  await star(page, 'session.starred').click();
  await star(page).waitFor({state: 'attached'});
  await page.waitForFunction((key) => /star glaciers off$/m.test(localStorage.getItem(key)), KEPT);
  assert.deepEqual(starred(await kept(page)), ['official-opening']);
  assert.equal(await page.evaluate(() => localStorage.getItem('summit.visitor')), first);
  // It does not come back, and the page is dressed by the newer text before the app starts.
  const settings = await another(page, '/en/settings/');
  await settings.getByRole('radio', {name: message('en', 'settings.theme_contrast')}).click();
  await settings.waitForFunction((key) => /appearance - high-contrast$/m.test(localStorage.getItem(key)), KEPT);
  await page.reload({waitUntil: 'domcontentloaded'});
  assert.deepEqual(await look(), ['high-contrast', '150%']);
  await page.waitForFunction(() => document.body.dataset.app === 'ready');
  await star(page).waitFor({state: 'attached'});
  await page.goto(new URL('/', page.url()).href);
  await page.waitForFunction(() => location.pathname !== '/');
  assert.equal(new URL(page.url()).pathname, '/ru/');
});

test('a text that cannot be read is put aside, and the visitor is told once', async (t) => {
  for (const damaged of ['\u0000\u0001 nothing', `summit-visitor 2\nop 1 1 ${id} star gla\u0000ciers on\n`, '{"stars": []}', 'x'.repeat(200_000)]) {
    const page = await visit(t, '/en/my/', {before: (p) => p.addInitScript(([key, text]) => {
      if (!localStorage.getItem('planted')) localStorage.setItem(key, text);
      localStorage.setItem('planted', 'yes');
    }, [KEPT, damaged])});
    const told = page.getByRole('status').filter({hasText: message('en', 'toast.unreadable')});
    await told.waitFor({state: 'attached', timeout: 5000});
    await page.waitForFunction((key) => localStorage.getItem(key).startsWith('summit-visitor 2\n'), KEPT);
    const aside = await page.evaluate(() => Object.entries({...localStorage}).filter(([name]) => name.includes('unreadable')).map(([, text]) => text));
    assert.deepEqual(aside, [damaged]);
    await open(page, '/en/my/');
    await rest(page);
    assert.equal(await told.count(), 0);
  }
});

test('where the browser keeps nothing it is told once, and the app goes on', async (t) => {
  for (const refuse of ['full', 'none']) {
    const page = await visit(t, '/en/agenda/glaciers/', {before: (p) => p.addInitScript((how) => {
      if (how === 'none') Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no storage', 'SecurityError'); }});
      else {
        const {setItem} = Storage.prototype;
        Storage.prototype.setItem = function (...entry) {
          // By the other storage the test lets the app start at once.
          if (this === sessionStorage) return setItem.apply(this, entry);
          throw new DOMException('full', 'QuotaExceededError');
        };
      }
    }, refuse)});
    const told = page.getByRole('status').filter({hasText: message('en', 'toast.not_kept')});
    await rest(page);
    assert.equal(await told.count(), 0, 'nothing was to be kept yet');
    await star(page).click();
    await told.waitFor({state: 'attached', timeout: 5000});
    await star(page, 'session.starred').click();
    await star(page).waitFor({state: 'attached'});
    assert.equal(await page.evaluate(() => document.body.dataset.app), 'ready');
  }
});

// One visitor's way, once by keyboard alone and once by fingers on a small phone:
// find a session about glaciers, star it, switch to Kazakh, open its room on the
// map, go back. All of it through the mirror.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {arrive, event, heading, message, nativeName, plain, rest, visit} from './browser.mjs';
import {finger} from './finger.mjs';

const session = event('sessions').sessions.find(({id}) => id === 'glaciers');
const room = event('places').rooms.find(({id}) => id === session.room);
const about = `/en/agenda/${session.id}/`;
const aboutKazakh = `/kk/agenda/${session.id}/`;
const onMap = `/kk/map/${room.id}/`;

const star = (page) => page.locator('#mirror main button[aria-pressed]:not([aria-label])');
const starred = (page) => page.getByRole('main').getByRole('button', {pressed: true}).first().waitFor({state: 'attached'});
const roomLink = (page) => page.getByRole('main').getByRole('link', {name: message('kk', 'session.show_on_map'), exact: true});
const result = (page) => page.getByRole('main').getByRole('link', {name: plain(session.title.en)}).first();

// ---- by keyboard

// Where the focus is; nowhere is the body. What has it must have a role or be an
// element with one, a name, and be in view with nothing over it.
const focus = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (element === document.body) return {nowhere: true};
  const box = element.getBoundingClientRect();
  const hit = document.elementFromPoint(Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1), Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1));
  return {
    name: (element.ariaLabel || element.textContent || element.placeholder || '').trim(),
    html: element.outerHTML.slice(0, 160),
    inMirror: document.getElementById('mirror').contains(element),
    inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    free: hit !== null && (hit === element || element.contains(hit) || hit.contains(element)),
  };
});

async function focusIsSensible(page, when) {
  let found = await focus(page);
  // The page may still be on its way there.
  if (!found.inMirror || !found.inView || !found.free) {
    await rest(page);
    found = await focus(page);
  }
  const {nowhere, name, html, inMirror, inView, free} = found;
  assert.ok(!nowhere, `${when}: the focus is nowhere`);
  assert.ok(inMirror && name, `${when}: the focus is on ${html}`);
  assert.ok(inView, `${when}: the focus is out of view, on ${html}`);
  assert.ok(free, `${when}: something covers what has the focus, ${html}`);
}

// Presses Tab until `target` has the focus.
async function tabTo(page, target, what) {
  await target.first().waitFor({state: 'attached'});
  for (let presses = 0; presses < 150; ++presses) {
    if (await target.evaluateAll((all) => all.includes(document.activeElement))) return;
    await page.keyboard.press('Tab');
    // Past the last one the browser itself has its turn.
    if (!(await focus(page)).nowhere) await focusIsSensible(page, `on the way to ${what}`);
  }
  assert.fail(`Tab does not lead to ${what}`);
}

// Chromium without a window has no Alt+Left of its own: the key is pressed to see
// that the app leaves it alone, and then done what the browser does on it.
async function altLeft(page) {
  await page.evaluate(() => addEventListener('keydown', (key) => {
    if (key.key === 'ArrowLeft') window.altLeftTaken = key.defaultPrevented;
  }));
  await page.keyboard.press('Alt+ArrowLeft');
  assert.equal(await page.evaluate(() => window.altLeftTaken), false, 'Alt+Left is left to the browser');
  await page.goBack();
}

for (const [screen, viewport] of [['desktop', {width: 1280, height: 800}], ['phone', {width: 390, height: 844}]]) {
  test(`by keyboard alone (${screen})`, async (t) => {
    const page = await visit(t, '/en/', {context: {viewport}});
    const press = (key) => page.keyboard.press(key);

    await press('/');
    await arrive(page, '/en/search/');
    await rest(page);
    assert.equal(await page.evaluate(() => document.activeElement.type), 'search', '"/" leads into the search field');
    await page.keyboard.type('glacier');
    await result(page).waitFor({state: 'attached'});
    await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'glacier');
    await tabTo(page, result(page), 'the session that was found');
    await press('Enter');
    await arrive(page, about);
    await heading(page, session.title.en);

    await tabTo(page, star(page), 'the star');
    await press(' ');
    await starred(page);
    await focusIsSensible(page, 'after starring');

    if (screen === 'phone') {
      await tabTo(page, page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.more'), exact: true}), '"More"');
      await press('Enter');
      await heading(page, message('en', 'info.title'));
      await tabTo(page, page.getByRole('main').locator('a[href^="/en/settings/"]'), 'the settings');
      await press('Enter');
      await heading(page, message('en', 'settings.title'));
    }
    const languages = page.getByRole('radiogroup', {name: message('en', 'settings.language'), exact: true}).last().getByRole('radio');
    await tabTo(page, languages, 'the languages');
    // Arrows walk among radios and choose.
    for (let presses = 0; presses < 3 && await page.locator('html').getAttribute('lang') !== 'kk'; ++presses) {
      await press('ArrowRight');
      await rest(page);
      await focusIsSensible(page, 'among the languages');
    }
    assert.equal(await page.locator('html').getAttribute('lang'), 'kk');
    await focusIsSensible(page, 'after switching to Kazakh');

    if (screen === 'phone') {
      await press('/');
      await arrive(page, '/kk/search/');
      await rest(page);
      await page.keyboard.type('мұздық');
      await rest(page);  // the answers to all of it are there
      const found = page.getByRole('main').getByRole('link', {name: plain(session.title.kk)}).first();
      await tabTo(page, found, 'the session in Kazakh');
      await press('Enter');
    }
    await arrive(page, aboutKazakh);
    await heading(page, session.title.kk);
    await starred(page);

    const toMap = async () => {
      await tabTo(page, roomLink(page), 'the way to the map');
      await press('Enter');
      await arrive(page, onMap);
      await heading(page, room.name.kk);
    };
    await toMap();
    await altLeft(page);
    await arrive(page, aboutKazakh);
    await heading(page, session.title.kk);
    await starred(page);

    await toMap();
    await press('Escape');
    await page.waitForFunction((there) => location.pathname !== there, onMap);
    assert.ok(['/kk/map/', aboutKazakh].includes(new URL(page.url()).pathname), `Escape leads back, to ${page.url()}`);
    await press('Tab');
    await focusIsSensible(page, 'after going back');
  });
}

test('whatever has the focus has a ring around it', async (t) => {
  const page = await visit(t, '/en/settings/', {context: {reducedMotion: 'reduce'}});
  const shot = async (clip) => (await page.screenshot({clip})).toString('base64');
  await rest(page);
  await page.keyboard.press('Tab');
  for (let stop = 0; stop < 12; ++stop) {
    await rest(page);
    const {nowhere, html} = await focus(page);
    if (nowhere) break;
    const box = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
    const clip = {x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6), width: box.width + 12, height: box.height + 12};
    const with_ring = await shot(clip);
    await page.keyboard.press('Tab');
    await rest(page);
    assert.notEqual(await shot(clip), with_ring, `no ring around ${html}`);
  }
});

// ---- by fingers

const PHONE = {viewport: {width: 360, height: 640}, deviceScaleFactor: 3, hasTouch: true, isMobile: true};

test('by fingers', async (t) => {
  const page = await visit(t, '/en/?at=2026-04-22T09:00%2B05:00', {context: PHONE});
  const hand = await finger(page);

  await hand.tap(page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.search'), exact: true}));
  await arrive(page, '/en/search/');
  await hand.tap(page.getByRole('searchbox'));
  assert.equal(await page.evaluate(() => document.activeElement.type), 'search', 'a tap on the field opens the keyboard');
  await page.keyboard.insertText('glacier');
  await result(page).waitFor({state: 'attached'});
  await rest(page);
  await hand.tap(result(page));
  await arrive(page, about);
  await heading(page, session.title.en);

  await hand.tap(star(page));
  await starred(page);

  await hand.tap(page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.more'), exact: true}));
  await heading(page, message('en', 'info.title'));
  await hand.tap(page.getByRole('main').locator('a[href^="/en/settings/"]'));
  await heading(page, message('en', 'settings.title'));
  await hand.tap(page.getByRole('main').getByRole('radio', {name: nativeName('kk')}));
  await heading(page, message('kk', 'settings.title'));
  assert.equal(await page.locator('html').getAttribute('lang'), 'kk');

  // The session is far down the agenda of its day: fling there.
  await hand.tap(page.getByRole('navigation').getByRole('link', {name: message('kk', 'nav.agenda'), exact: true}));
  await heading(page, message('kk', 'agenda.title'));
  await hand.flingTo(page.getByRole('main').getByRole('link', {name: plain(session.title.kk), exact: true}));
  assert.equal(new URL(page.url()).pathname, '/kk/agenda/', 'flings open nothing');
  await hand.tap(page.getByRole('main').getByRole('link', {name: plain(session.title.kk), exact: true}));
  await arrive(page, aboutKazakh);
  await heading(page, session.title.kk);
  await starred(page);

  await hand.tap(roomLink(page));
  await arrive(page, onMap);
  await heading(page, room.name.kk);
  await page.goBack();  // the system's gesture at the edge
  await arrive(page, aboutKazakh);
  await heading(page, session.title.kk);
  await page.goBack();
  await arrive(page, '/kk/agenda/');
  await rest(page);
  assert.ok(await hand.reachable(page.getByRole('main').getByRole('link', {name: plain(session.title.kk), exact: true})), 'the agenda is where it was left');
});

test('a drag opens nothing, wherever it begins', async (t) => {
  const page = await visit(t, '/en/agenda/?day=2026-04-22', {context: PHONE});
  const hand = await finger(page);
  // Up and down again, beginning on whatever is there: a day, the field, a card, a star.
  for (const y of [110, 180, 300, 400, 500]) {
    for (const x of [60, 330]) {
      await hand.drag({x, y}, {x, y: y - 100});
      await hand.drag({x, y: y - 100}, {x, y});
    }
    await rest(page);
    assert.equal(new URL(page.url()).pathname, '/en/agenda/');
  }
  assert.equal(await page.locator('#mirror [aria-pressed=true]').count(), 0, 'nothing is starred');
  assert.equal(await page.locator('#mirror [role=tab]').first().getAttribute('aria-selected'), 'true');
  // Neither does one that goes sideways. Not to the right: that is the browser's own way back.
  await hand.drag({x: 300, y: 400}, {x: 40, y: 404});
  await rest(page);
  assert.equal(new URL(page.url()).pathname, '/en/agenda/');
});

test('a fling goes on after the finger has left, and the touch that stops it opens nothing', async (t) => {
  const page = await visit(t, '/en/agenda/?day=2026-04-22', {context: PHONE});
  const hand = await finger(page);
  const top = () => page.evaluate(() => document.querySelector('#mirror main li').getBoundingClientRect().top);
  const pause = (ms) => page.waitForTimeout(ms);
  const start = await top();
  await hand.fling({x: 180, y: 520}, -300);
  // The browser scrolls by itself, and tells the page a little later.
  await page.waitForFunction((before) => document.querySelector('#mirror main li').getBoundingClientRect().top < before - 100, start)
    .catch(() => assert.fail(`the list does not follow the finger from ${start}`));
  const left = await top();
  // Frames are slow on a busy machine: it only has to get there at some time.
  await page.waitForFunction((before) => document.querySelector('#mirror main li').getBoundingClientRect().top < before - 40, left)
    .catch(() => assert.fail(`it stops when the finger leaves, at ${left}`));
  await hand.settled(page.locator('#mirror main li').first());  // and comes to rest by itself

  // Whether a touch stops a fling is the browser's own affair: it then makes no click of it.
  await page.evaluate(() => {
    window.clicks = 0;
    addEventListener('click', () => { ++window.clicks; }, {capture: true, passive: true});
  });
  for (let tries = 1, stopped = false; !stopped; ++tries) {
    await page.evaluate(() => { window.clicks = 0; });
    await hand.fling({x: 180, y: 250}, 300);
    await pause(60);
    await hand.down({x: 180, y: 400});
    await pause(60);
    await hand.up();
    await rest(page);
    // On a busy machine the fling may be over before the finger is there: then it is a tap like any other.
    stopped = await page.evaluate(() => window.clicks === 0);
    if (stopped) assert.equal(new URL(page.url()).pathname, '/en/agenda/', 'the touch that stops it opens nothing');
    else if (new URL(page.url()).pathname !== '/en/agenda/') await page.goBack();
    assert.ok(stopped || tries < 10, 'no fling lasts until the finger is there');
    if (!stopped) await hand.flingTo(page.getByRole('main').locator('li').nth(12));
  }
});

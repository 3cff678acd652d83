// What browsers refuse, block, lose and print, and keyboards of other alphabets: the app goes on.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {ALL, LANGUAGES, WITHOUT_WORKER, arrive, browser, event, go, heading, message, plain, rest, state, url, visit} from './browser.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const sessions = event('sessions').sessions;
const ready = (page) => page.waitForFunction(() => document.body.dataset.app === 'ready', null, {timeout: 30_000});

// A page whose app waits for a sign, and what it complains of.
async function waiting(t, path, {context = {}, before} = {}) {
  const profile = await (await browser()).newContext({viewport: {width: 390, height: 844}, locale: 'en-GB', timezoneId: 'Asia/Almaty', ...WITHOUT_WORKER, ...context});
  t.after(() => profile.close());
  const page = await profile.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (entry) => { if (entry.type() === 'error') page.complaints.push(entry.text()); });
  await before?.(page);
  await page.goto(url + path);
  return page;
}

// ---- refusals

// Notes every function of the browser that is called while the program is calling, and lets the one throw
// that window.refused names. The list comes from the running program: what is called tomorrow is in it.
function watchCalls() {
  let depth = 0;
  window.called = new Set();
  window.refused = '';
  const {instantiate} = WebAssembly;
  const trap = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11)));
  WebAssembly.instantiate = (module, imports) => {
    for (const functions of Object.values(imports))
      for (const [name, called] of Object.entries(functions)) {
        if (typeof called !== 'function') continue;
        functions[name] = function () {
          if (window.stops) trap.exports.t();
          ++depth;
          try {
            return called.apply(this, arguments);
          } finally {
            --depth;
          }
        };
      }
    return instantiate(module, imports);
  };
  const watched = (name, original) => function () {
    if (depth > 0) {
      window.called.add(name);
      if (window.refused === name) throw new DOMException(name, 'SecurityError');
    }
    return original.apply(this, arguments);
  };
  const watch = (holder, of) => {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
      if (name === 'constructor' || !property.configurable) continue;
      if (typeof property.value === 'function' && !/^[A-Z]/.test(name)) {
        Object.defineProperty(holder, name, {...property, value: watched(`${of}.${name}`, property.value)});
      } else if (property.set && property.get && of !== 'Window') {
        Object.defineProperty(holder, name, {...property, set: watched(`${of}.${name}=`, property.set)});
      }
    }
  };
  const ofTheLanguage = /^(Object|Function|Array|Number|Boolean|String|Symbol|Promise|RegExp|Date|BigInt|Proxy|Map|Set|Weak\w+|FinalizationRegistry|Iterator|\w*Array|\w*ArrayBuffer|DataView|\w*Error|AsyncDisposableStack|DisposableStack|Text(De|En)coder|DOMException)$/;
  for (const name of Object.getOwnPropertyNames(window)) {
    const {value} = Object.getOwnPropertyDescriptor(window, name);
    if (/^[A-Z]/.test(name) && typeof value === 'function' && value.prototype && !ofTheLanguage.test(name)) watch(value.prototype, name);
  }
  for (const name of ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'matchMedia', 'getComputedStyle', 'open', 'getSelection'])
    window[name] = watched(`Window.${name}`, window[name]);
}

// As a visitor goes about: searches, opens what is found, stars it, goes back.
async function tour(page) {
  await go(page, '/en/agenda/');
  await heading(page, message('en', 'agenda.title'));
  await page.keyboard.press('/');
  // The page before has a field too, for its filter.
  const field = page.getByRole('searchbox', {name: message('en', 'search.label'), exact: true});
  await field.waitFor({state: 'attached'});
  await field.fill('glaciers');
  const found = page.getByRole('main').getByRole('link', {name: plain(sessions.find(({id}) => id === 'glaciers').title.en)}).first();
  await found.waitFor({state: 'attached'});
  await rest(page);
  await found.dispatchEvent('click');
  await rest(page);
  const star = page.getByRole('main').getByRole('button', {pressed: false}).first();
  await star.dispatchEvent('click');
  await page.getByRole('main').getByRole('button', {pressed: true}).first().waitFor({state: 'attached'});
  await page.getByRole('main').getByRole('button', {pressed: true}).first().dispatchEvent('click');
  await rest(page);
  await go(page, '/en/');
  await heading(page, event('event').name.en);
  assert.equal(await state(page), 'ready');
}

test('whatever the browser refuses to the program, the app goes on', async (t) => {
  const page = await visit(t, '/en/', {mayComplain: true, before: (p) => p.addInitScript(watchCalls)});
  await tour(page);
  await page.evaluate(() => document.querySelector('#mirror a[href^="https:"]')?.click());
  const called = await page.evaluate(() => [...window.called]);
  for (const name of ['History.pushState', 'Storage.setItem', 'Document.createElement', 'Window.requestAnimationFrame'])
    assert.ok(called.includes(name), `${name} is not among ${called.join(', ')}`);
  // Every third in the usual run, all of them with --all.
  for (const name of called.filter((_, i) => ALL || i % 3 === 0)) {
    await page.evaluate((refused) => { window.refused = refused; }, name);
    // Without the mirror's own hands nothing can be pressed; the rest does without.
    if (/^(History|Storage|Window|Performance|Navigator|Clipboard)\./.test(name)) await tour(page).catch((error) => { throw new Error(`without ${name}: ${error.message}`); });
    for (const path of ['/en/search/?q=water', '/en/agenda/']) {
      const frames = await page.evaluate(() => summit.frames());
      await go(page, path);
      await page.waitForFunction((before) => summit.frames() > before, frames);
    }
    assert.equal(await state(page), 'ready', name);
    await page.evaluate(() => { window.refused = ''; });
    await go(page, '/en/map/');
    await heading(page, message('en', 'map.title')).catch((error) => { throw new Error(`after ${name}: ${error.message}`); });
  }
  await tour(page);
  t.diagnostic(`${called.length} functions: ${called.join(', ')}`);
});

test('a browser that refuses everything from the beginning has the app all the same', async (t) => {
  const page = await visit(t, '/ru/?at=2026-04-01T12:00%2B05:00', {mayComplain: true, before: (p) => p.addInitScript(() => {
    const refuse = () => { throw new DOMException('', 'SecurityError'); };
    for (const name of ['getItem', 'setItem', 'removeItem']) Storage.prototype[name] = refuse;
    for (const name of ['pushState', 'replaceState']) History.prototype[name] = refuse;
    Object.defineProperty(History.prototype, 'scrollRestoration', {get: refuse, set: refuse});
    for (const name of ['FontFace', 'matchMedia', 'requestIdleCallback', 'PerformanceObserver', 'getComputedStyle', 'open']) window[name] = refuse;
    for (const name of ['focus', 'scrollIntoView', 'setPointerCapture']) HTMLElement.prototype[name] = refuse;
    Object.defineProperty(navigator, 'clipboard', {get: refuse});
    performance.now = refuse;
  })});
  assert.equal(await state(page), 'ready');
  await page.getByRole('navigation').getByRole('link', {name: message('ru', 'nav.map')}).click();
  await heading(page, message('ru', 'map.title'));
  assert.equal(await state(page), 'ready');
});

test('the address is written when the typing rests, and before the page is another one', async (t) => {
  const page = await visit(t, '/kk/search/', {before: (p) => p.addInitScript(() => {
    const {replaceState} = History.prototype;
    const written = [];
    window.most = 0;  // in ten seconds: a slow machine types for longer than that
    History.prototype.replaceState = function () {
      const now = performance.now();
      written.push(now);
      window.most = Math.max(window.most, written.filter((then) => now - then < 10_000).length);
      if (window.most > 25) throw new DOMException('Attempt to use history.replaceState() more than 100 times per 10 seconds', 'SecurityError');
      return replaceState.apply(this, arguments);
    };
  })});
  await page.getByRole('searchbox').click();
  const typed = 'су мен энергия '.repeat(10).trim();
  await page.keyboard.type(typed);
  await page.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q, typed);
  assert.ok(await page.evaluate(() => window.most) <= 25);
  await page.getByRole('searchbox').fill('мұздық');
  await page.evaluate((name) => [...document.querySelectorAll('#mirror nav a')].find((link) => link.textContent === name).click(), message('kk', 'nav.map'));
  await arrive(page, '/kk/map/');
  await page.goBack();
  await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'мұздық');
  await page.waitForFunction(() => document.querySelector('#mirror input[type=search]')?.value === 'мұздық');
  assert.equal(await state(page), 'ready');
});

test('a program that stops says so in the language that is shown, and what was kept stays', async (t) => {
  const page = await visit(t, `/en/agenda/${sessions[0].id}/`, {mayComplain: true, before: (p) => p.addInitScript(watchCalls)});
  await page.getByRole('main').getByRole('button', {pressed: false}).first().click();
  await rest(page);
  await go(page, '/kk/agenda/');
  await heading(page, message('kk', 'agenda.title'));
  const kept = await page.evaluate(() => localStorage.getItem('summit.visitor-2'));
  assert.ok(kept.includes(sessions[0].id));
  await page.evaluate(() => { window.stops = true; });
  await page.mouse.wheel(0, 300);
  await page.mouse.move(200, 300);
  await page.keyboard.press('?');
  const told = page.getByRole('alert');
  await told.getByRole('heading', {name: message('kk', 'shell.stopped_title')}).waitFor();
  assert.equal(await state(page), 'failed');
  assert.equal(await page.locator('html').getAttribute('lang'), 'kk');
  // It is what one sees: in the middle of the window, and nothing over it.
  assert.ok(await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('[role=alert]') !== null));
  assert.ok(await told.getByText(message('kk', 'shell.stopped_text')).isVisible());
  await told.getByRole('button', {name: message('kk', 'shell.retry')}).click();
  await ready(page);
  assert.equal(await page.evaluate(() => localStorage.getItem('summit.visitor-2')), kept);
  assert.equal(new URL(page.url()).pathname, '/kk/agenda/');
});

// ---- paper

// The text of what is printed, white space folded away; and its pixels, from black to white.
async function printed(page) {
  const pdf = await page.pdf({format: 'A4'});
  const text = execFileSync('pdftotext', ['-', '-'], {input: pdf}).toString();
  const picture = execFileSync('pdftoppm', ['-gray', '-r', '30', '-f', '1', '-l', '1', '-'], {input: pdf});
  const [head] = /^P5\s+\d+\s+\d+\s+\d+\s/.exec(picture.subarray(0, 40).toString('latin1'));
  return {text: text.replace(/[\s\u00ad\u2060]+/g, ''), pixels: [...picture.subarray(head.length)]};
}
const folded = (text) => text.replace(/[\s\u00ad\u2060]+/g, '');

test('the running app prints the page that is open, all of it', async (t) => {
  const page = await visit(t, '/kk/agenda/');
  await rest(page);
  const names = await page.evaluate(() => [...document.querySelectorAll('#mirror main li a')].map((link) => link.firstChild.data));
  const day = sessions.filter(({title}) => names.map(plain).includes(plain(title.kk)));
  assert.ok(day.length > 10, `${day.length} sessions on the day`);
  const {text, pixels} = await printed(page);
  for (const {title} of day) assert.ok(text.includes(folded(title.kk)), title.kk);
  assert.ok(text.includes(folded(message('kk', 'agenda.title'))));
  assert.ok(pixels.some((pixel) => pixel < 90), 'there is ink');
  assert.equal(await page.locator('#page').count(), 0, 'and nothing is left of it');
  await heading(page, message('kk', 'agenda.title'));
});

test('on paper everything is ink on white, in the dark too: the search, a session, the map', async (t) => {
  const page = await visit(t, '/kk/search/?q=су', {context: {colorScheme: 'dark'}});
  await rest(page);
  const names = await page.evaluate(() => [...document.querySelectorAll('#mirror main li a')].map((link) => link.firstChild.data));
  assert.ok(names.length > 5);
  for (const [path, texts] of [['', names], [`/kk/agenda/${sessions[1].id}/`, [sessions[1].title.kk]], ['/kk/map/', [message('kk', 'map.title')]]]) {
    if (path) {
      await go(page, path);
      await rest(page);
    }
    const {text, pixels} = await printed(page);
    for (const name of texts) assert.ok(text.includes(folded(name)), `${path}: ${name}`);
    assert.ok(pixels.filter((pixel) => pixel > 230).length > pixels.length * 0.7, `${path}: white`);
    assert.ok(pixels.some((pixel) => pixel < 120), `${path}: ink`);
  }
});

// ---- keys

// As a keyboard sends it: the letter that the layout gives, and where the key is.
async function press(page, key, code, modifiers = 0) {
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['rawKeyDown', 'keyUp']) await devtools.send('Input.dispatchKeyEvent', {type, key, code, modifiers});
}
const CONTROL = 2;
const SHIFT = 8;

test('shortcuts are where they are on an English keyboard, whatever alphabet the keyboard has', async (t) => {
  const page = await visit(t, '/kk/');
  for (const [key, code, modifiers] of [['л', 'KeyK', CONTROL], ['k', 'KeyV', CONTROL], ['.', 'Slash', 0], ['№', 'Slash', 0], ['/', 'Slash', 0]]) {
    await go(page, '/kk/partners/');
    await heading(page, message('kk', 'partners.title'));
    await press(page, key, code, modifiers);
    await arrive(page, '/kk/search/');
  }
  await go(page, '/kk/partners/');
  await heading(page, message('kk', 'partners.title'));
  await press(page, 't', 'KeyK', CONTROL);  // another layout of the same letters
  await press(page, '-', 'Slash', 0);
  await rest(page);
  assert.equal(new URL(page.url()).pathname, '/kk/partners/');
  await press(page, ',', 'Slash', SHIFT);
  await page.getByRole('dialog').waitFor({state: 'attached'});
});

test('on the page of the search its keys lead to the field', async (t) => {
  const page = await visit(t, '/ru/search/?q=вода');
  const inField = () => page.waitForFunction(() => document.activeElement.type === 'search');
  for (const [key, code, modifiers] of [['/', 'Slash', 0], ['k', 'KeyK', CONTROL], ['л', 'KeyK', CONTROL]]) {
    await page.evaluate(() => document.activeElement.blur());
    await rest(page);
    await press(page, key, code, modifiers);
    await inField();
    await press(page, key === '/' ? 'k' : key, 'KeyK', CONTROL);  // and from within it nothing changes
    await rest(page);
    await inField();
  }
  assert.equal(await page.getByRole('searchbox').inputValue(), 'вода');
});

// ---- what wakes the app

test('the keys that wake the app are obeyed, once', async (t) => {
  const slow = {before: (page) => page.route(/\.wasm$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  })};
  const page = await waiting(t, '/ru/agenda/', slow);
  await page.keyboard.press('/');
  await page.keyboard.type('voda i');
  await ready(page);
  await arrive(page, '/ru/search/');
  await page.waitForFunction(() => document.activeElement.type === 'search');
  assert.equal(await page.getByRole('searchbox').inputValue(), 'voda i');

  const asked = await waiting(t, '/ru/agenda/', slow);
  await asked.keyboard.press('?');
  await ready(asked);
  await asked.getByRole('dialog').waitFor({state: 'attached'});
  await rest(asked);
  assert.equal(await asked.getByRole('dialog').count(), 1);

  const field = await waiting(t, '/kk/search/', slow);
  await press(field, 'л', 'KeyK', CONTROL);
  await ready(field);
  await field.waitForFunction(() => document.activeElement.type === 'search');
  assert.equal(await field.getByRole('searchbox').inputValue(), '');
  for (const one of [page, asked, field]) assert.deepEqual(one.complaints, []);
});

test('a tap and a wheel that wake the app happen, once', async (t) => {
  const page = await waiting(t, '/kk/', {context: {hasTouch: true}});
  await page.locator('#page').getByRole('navigation', {name: message('kk', 'nav.label')}).getByRole('link', {name: message('kk', 'nav.map')}).tap();
  await arrive(page, '/kk/map/');
  await page.goBack();
  await arrive(page, '/kk/');

  assert.deepEqual(page.complaints, []);
});

// Bars, fields and filters above a list are of another height in the app than on the page, or are not there.
for (const path of ['/en/people/', '/en/partners/', '/kk/partners/'])
  test(`a wheel that wakes the app moves what is read by as much as it was turned: ${path}`, async (t) => {
    const page = await waiting(t, path, {context: {viewport: {width: 390, height: 700}}});
    // Where the text of a link stands.
    const textTop = (href) => page.evaluate((wanted) => {
      const link = document.querySelector(`:is(#mirror .scroller, #page .content) a[href="${wanted}"]`);
      const range = document.createRange();
      range.selectNodeContents(document.createTreeWalker(link, NodeFilter.SHOW_TEXT).nextNode());
      return range.getBoundingClientRect().top;
    }, href);
    const hrefs = await page.evaluate(() => [...document.querySelectorAll('#page .content a[href^="/"]')]
      .filter((link) => link.getBoundingClientRect().top > 420 && link.getBoundingClientRect().top < 640).map((link) => link.getAttribute('href')));
    assert.notEqual(hrefs.length, 0);
    const before = [];
    for (const href of hrefs) before.push(await textTop(href));
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, 300);
    await ready(page);
    await rest(page);
    assert.equal(await page.locator('#page').count(), 0);
    for (const [i, href] of hrefs.entries()) {
      const moved = before[i] - await textTop(href);
      assert.ok(Math.abs(moved - 300) < 24, `${href} has moved by ${moved}`);
    }
    assert.deepEqual(page.complaints, []);
  });

test('an early movement starts the app, and what was to be fetched later is not missed', async (t) => {
  for (const path of ['/kk/', '/ru/agenda/', '/en/map/', '/kk/search/']) {
    const page = await waiting(t, path, {before: (p) => p.addInitScript(() => {
      window.idle = [];
      window.requestIdleCallback = (later) => window.idle.push(later);
    })});
    await page.mouse.move(100, 200);
    await page.mouse.move(120, 220);
    await ready(page);
    await page.waitForFunction(() => window.idle.length > 0);
    await page.evaluate(() => { for (const later of window.idle) later(); });
    await rest(page);
    assert.equal(await state(page), 'ready');
    assert.deepEqual(page.complaints, [], path);
  }
});

// ---- what is blocked

test('without the font of the signs the page is whole', async (t) => {
  for (const path of ['', 'agenda/', 'partners/', 'info/', 'search/', `agenda/${sessions[0].id}/`]) {
    const page = await waiting(t, `/kk/${path}`, {context: {viewport: {width: 360, height: 640}}, before: (p) => p.route(/\/icons-/, (route) => route.abort())});
    await page.waitForFunction(() => document.documentElement.dataset.signs === 'never');
    const faults = await page.evaluate(() => {
      const found = [];
      for (const sign of document.querySelectorAll('#page i')) if (sign.getClientRects().length) found.push(`a box in ${sign.parentElement.outerHTML}`);
      for (const row of document.querySelectorAll('#page .row')) if (getComputedStyle(row, '::after').display !== 'none') found.push('a box at the end of a row');
      for (const link of document.querySelectorAll('#page a')) {
        if (link.matches('.skip, .wide')) continue;
        const shown = link.innerText.trim() || getComputedStyle(link, '::after').content.replace(/^(none|"")$/, '');
        if (!shown) found.push(`nothing in ${link.outerHTML}`);
      }
      for (const link of document.querySelectorAll('#page .tabs a:not(.wide)')) {
        const tab = link.getBoundingClientRect();
        const words = link.querySelector('span').getBoundingClientRect();
        if (words.left < tab.left || words.right > tab.right || words.top < tab.top || words.bottom > innerHeight) found.push(`cut: ${link.textContent}`);
      }
      if (document.documentElement.scrollWidth > innerWidth) found.push('too wide');
      return found;
    });
    assert.deepEqual(faults, [], path);
  }
});

// ---- memory, fingers, names

test('a file that does not fit the memory of the beginning is loaded', async (t) => {
  const more = 24 * 1024 * 1024;
  const page = await visit(t, '/ru/', {before: async (p) => {
    await p.route((address) => address.pathname === '/ru/', async (route) => {
      const html = await (await route.fetch()).text();
      // The page's policy names its script as it was written.
      const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
      await route.fulfill({contentType: 'text/html', body: open.replace(/("name":"summit.icu".*?"size":)(\d+)/, (_, before, size) => before + (Number(size) + more))});
    });
    await p.route(/summit-\w+\.icu$/, async (route) => {
      const whole = await (await route.fetch()).body();
      await route.fulfill({contentType: 'application/octet-stream', body: Buffer.concat([whole, Buffer.alloc(more)])});
    });
  }});
  assert.equal(await state(page), 'ready');
  await heading(page, event('event').name.ru);
  assert.ok(await page.evaluate(() => summit.heapBytes()) > more);
});

test('a finger whose end never arrives leaves touch alive', async (t) => {
  const page = await visit(t, '/en/partners/', {context: {hasTouch: true}});
  await rest(page);
  const devtools = await page.context().newCDPSession(page);
  const touch = (type, ...points) => devtools.send('Input.dispatchTouchEvent', {type, touchPoints: points});
  for (let times = 0; times < 2; ++times) {
    const at = await page.evaluate(() => {
      window.touched = [...document.querySelectorAll('#mirror main li a')].find((link) => link.getBoundingClientRect().top > 250);
      const {left, top, width, height} = window.touched.getBoundingClientRect();
      return {x: left + width / 2, y: top + height / 2};
    });
    await touch('touchStart', at);
    // Replaced under the finger, and with it goes whatever would have followed.
    await page.evaluate(() => {
      window.touched.replaceWith(window.touched.cloneNode(true));
      for (const name of ['pointerup', 'pointercancel']) window.addEventListener(name, (event) => event.stopImmediatePropagation(), {capture: true, once: true});
    });
    await touch('touchEnd');
    await rest(page);
  }
  const tab = page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.map')});
  const {x, y, width, height} = await tab.boundingBox();
  await touch('touchStart', {x: x + width / 2, y: y + height / 2});
  await touch('touchEnd');
  await arrive(page, '/en/map/');
});

test('a level may be called as something of the page is', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'summit-names-'));
  t.after(() => rmSync(folder, {recursive: true, force: true}));
  const native = process.env.SUMMIT_NATIVE ?? join(top, 'build/native');
  cpSync(join(top, 'assets/res2026'), join(folder, 'event'), {recursive: true});
  const places = join(folder, 'event/places.json');
  const names = {'congress-1': 'probe', 'congress-2': 'canvas', 'congress-3': 'content', 'expo-1': 'page'};
  writeFileSync(places, readFileSync(places, 'utf8').replace(/"(congress-\d|expo-1)"/g, (whole, id) => `"${names[id] ?? id}"`));
  const template = join(folder, 'template.html');
  const stage = readFileSync(join(top, 'web/index.html'), 'utf8');
  writeFileSync(template, stage.replace(/<!-- .*?-->\n/s, ''));
  execFileSync(join(native, 'summit-pages'), ['--pack', join(folder, 'event'), '--template', template, '--origin', 'http://localhost', '--out', join(folder, 'site'), '--no-pictures', '--assets', join(native, 'assets')]);
  for (const language of LANGUAGES) {
    const html = readFileSync(join(folder, `site/${language}/map/index.html`), 'utf8');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, 'each id once');
    for (const id of ['probe_', 'canvas_', 'content_', 'page_']) assert.ok(ids.includes(id), id);
    // The skip link, and those that the page itself has to its levels.
    for (const id of ['probe_', 'canvas_', 'content_', 'page_']) assert.ok(html.includes(`href="#${id}"`), id);
    for (const [, anchor] of html.matchAll(/<a [^>]*?href="[^"]*#([^"]+)"/g)) assert.ok(ids.includes(anchor), anchor);
  }
});

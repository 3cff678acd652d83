// The pages as they are without the app, and how the app takes their place.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LANGUAGES, PATIENCE_MS, WITHOUT_WORKER, browser, event, message, plain, state, url} from './browser.mjs';

const sessions = event('sessions').sessions;
const program = (address) => address.pathname.startsWith('/files/') && /\.wasm$/.test(address.pathname);

async function context(t, options = {}) {
  const profile = await (await browser()).newContext({viewport: {width: 390, height: 844}, locale: 'en-GB', timezoneId: 'Asia/Almaty', ...WITHOUT_WORKER, ...options});
  profile.setDefaultTimeout(PATIENCE_MS);
  t.after(() => profile.close());
  return profile;
}

test('every page that links lead to is whole, in every language', async (t) => {
  const wanted = ['/kk/'];
  const seen = new Set(wanted);
  const anchors = [];
  const ids = new Map();
  while (wanted.length) {
    const path = wanted.shift();
    const answer = await fetch(url + path, {redirect: 'manual'});
    assert.equal(answer.status, 200, path);
    const html = await answer.text();
    if (path.endsWith('.ics')) {
      assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8', path);
      assert.match(html, /^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/, path);
      continue;
    }
    const language = path.split('/')[1];
    assert.match(html, new RegExp(`<html lang="${language}">`), path);
    assert.equal(html.match(/<h1[ >]/g)?.length, 1, `${path}: one main heading`);
    assert.match(html, /<title>[^<]+<\/title>/, path);
    assert.match(html, /<meta name="description" content="[^"]+">/, path);
    assert.doesNotMatch(html, / style=/, path);
    const here = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(here).size, here.length, `${path}: an id stands twice`);
    ids.set(path, new Set(here));
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `${path}: h${level} after h${before}`);
      return level;
    }, levels[0] === 1 ? 0 : levels[0]);
    for (const [, href] of html.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      if (!/^[/#]/.test(href)) continue;
      const [to, anchor] = href.split('#');
      if (anchor) anchors.push([path, to || path, anchor]);
      if (to && !seen.has(to)) {
        seen.add(to);
        wanted.push(to);
      }
    }
  }
  for (const [from, to, anchor] of anchors) assert.ok(ids.get(to)?.has(anchor), `${from}: ${to}#${anchor}`);
  for (const language of LANGUAGES)
    for (const session of sessions) {
      assert.ok(seen.has(`/${language}/agenda/${session.id}/`), `${language} ${session.id}`);
      assert.ok(seen.has(`/${language}/agenda/${session.id}/session.ics`), `${language} ${session.id}`);
    }
  t.diagnostic(`${seen.size} pages`);
});

test('without JavaScript "/" leads to the language that the browser asks for first, else to English', async (t) => {
  for (const [locale, language] of [['kk-KZ', 'kk'], ['ru', 'ru'], ['de-DE', 'en']]) {
    const page = await (await context(t, {javaScriptEnabled: false, locale})).newPage();
    await page.goto(url + '/');
    await page.waitForURL(`${url}/${language}/`);
  }
  const asked = async (languages) => {
    const answer = await fetch(`${url}/`, {headers: {'Accept-Language': languages}});
    assert.match(answer.headers.get('vary'), /Accept-Language/);
    return /<noscript><meta http-equiv="refresh" content="0; url=([^"]+)">/.exec(await answer.text())?.[1];
  };
  for (const [languages, path] of [['ru-KZ,kk;q=0.9', '/ru/'], ['zh-CN, kk-KZ;q=0.8, ru;q=0.7', '/kk/'], ['kkj,rue', '/en/'], ['', '/en/'], ['"\\../', '/en/']])
    assert.equal(await asked(languages), path, languages);
});

test('without JavaScript languages switch and links lead on', async (t) => {
  const page = await (await context(t, {javaScriptEnabled: false})).newPage();
  await page.goto(url + '/index.html');
  await page.getByRole('link', {name: 'Қазақша'}).click();
  assert.equal(new URL(page.url()).pathname, '/kk/');
  await page.getByRole('navigation', {name: message('kk', 'nav.label')}).getByRole('link', {name: message('kk', 'nav.agenda')}).click();
  await page.getByRole('heading', {level: 1, name: message('kk', 'agenda.title')}).waitFor();
  await page.getByRole('navigation', {name: message('kk', 'settings.language')}).getByRole('link', {name: 'Русский'}).click();
  await page.getByRole('heading', {level: 1, name: message('ru', 'agenda.title')}).waitFor();
  assert.equal(new URL(page.url()).pathname, '/ru/agenda/');
  await page.getByRole('link', {name: plain(sessions[1].title.ru), exact: true}).first().click();
  await page.getByRole('heading', {level: 1, name: plain(sessions[1].title.ru)}).waitFor();
  await page.goto(`${url}/ru/search/`);
  await page.getByRole('searchbox').fill('вода');
  await page.getByRole('searchbox').press('Enter');
  assert.equal(new URL(page.url()).searchParams.get('q'), 'вода');
});

test('what is not there says so in the language of its address', async (t) => {
  const {request} = await context(t);
  for (const language of LANGUAGES) {
    const answer = await request.get(`${url}/${language}/no/such/page/`);
    assert.equal(answer.status(), 404);
    assert.ok((await answer.text()).includes(message(language, 'not_found.title')));
  }
  assert.equal((await request.get(`${url}/de/`)).status(), 404);
  const moved = await request.get(`${url}/kk/agenda?day=2026-04-23`, {maxRedirects: 0});
  assert.equal(moved.status(), 301);
  assert.ok(moved.headers().location.endsWith('/kk/agenda/?day=2026-04-23'));
});

test('"/" leads to the visitor\'s language, query and all', async (t) => {
  for (const [locale, language] of [['kk-KZ', 'kk'], ['ru-KZ', 'ru'], ['en-US', 'en'], ['de-DE', 'en']]) {
    const page = await (await context(t, {locale})).newPage();
    await page.goto(`${url}/?at=2026-04-22T10:30%2B05:00`);
    await page.waitForFunction((wanted) => location.pathname === wanted, `/${language}/`);
    assert.match(page.url(), /\?at=2026-04-22/);
  }
});

// Opens a page whose program does not arrive before `go()`; counts how much the layout shifts.
async function slowly(t, path, options = {}) {
  const page = await (await context(t, options)).newPage();
  let go;
  const gate = new Promise((resolve) => { go = resolve; });
  await page.route(program, async (route) => {
    await gate;
    await route.continue();
  });
  await page.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
  });
  await page.goto(url + path);
  return {page, go: async () => {
    go();
    await page.waitForFunction(() => document.body.dataset.app !== 'loading');
    assert.equal(await state(page), 'ready');
    assert.equal(await page.locator('#page').count(), 0);
  }};
}

const textTop = (page, selector, href) => page.evaluate(([within, wanted]) => {
  const link = document.querySelector(`${within} a[href="${wanted}"]`);
  if (!link) return null;
  const range = document.createRange();
  range.selectNodeContents([...link.childNodes].find((node) => node.nodeType === Node.TEXT_NODE));
  return range.getBoundingClientRect().top;
}, [selector, href]);

for (const [name, index] of [['the first day', 12], ['another day', 40]])
  test(`the app takes over in the same place: ${name}`, async (t) => {
    const {page, go} = await slowly(t, '/ru/agenda/');
    const href = `/ru/agenda/${sessions[index].id}/`;
    await page.evaluate(() => document.fonts.ready);  // until then lines may still break elsewhere
    await page.evaluate((wanted) => {
      const card = document.querySelector(`#page a[href="${wanted}"]`).closest('li');
      window.scrollTo(0, card.getBoundingClientRect().top + scrollY - 80);
    }, href);
    const before = await textTop(page, '#page', href);
    assert.ok(before > 60 && before < 140, `${before}`);
    await go();
    const after = await textTop(page, '#mirror', href);
    assert.ok(after !== null && Math.abs(after - before) < 40, `${before} became ${after}`);
    assert.ok(await page.evaluate(() => window.shifts) < 0.05);
  });

test('the app takes over what was typed, and the focus', async (t) => {
  const {page, go} = await slowly(t, '/kk/search/');
  await page.getByRole('searchbox').click();
  await page.keyboard.type('су');
  await go();
  const field = page.locator('#mirror input');
  assert.equal(await field.inputValue(), 'су');
  assert.ok(await field.evaluate((input) => input === document.activeElement));
  await page.keyboard.type(' ');
  assert.equal(await field.inputValue(), 'су ');
  assert.ok(await page.evaluate(() => window.shifts) < 0.05);
});

test('nothing shifts on the home page either', async (t) => {
  const {page, go} = await slowly(t, '/kk/');
  await page.mouse.move(100, 100);
  await page.locator('#arrival progress').waitFor();  // a line says that something is coming
  await go();
  assert.ok(await page.evaluate(() => window.shifts) < 0.05);
});

// ---- when the app starts

const SIGNS = {
  'a key': (page) => page.keyboard.press('Shift'),
  'a mouse': (page) => page.mouse.move(200, 300),
  'a wheel': (page) => page.mouse.wheel(0, 200),
  'a finger': (page) => page.touchscreen.tap(5, 400),
};
for (const [name, sign] of Object.entries(SIGNS))
  test(`the app waits behind the page for a sign: ${name}`, async (t) => {
    const page = await (await context(t, {hasTouch: true})).newPage();
    const asked = new Set();
    page.on('requestfinished', (request) => asked.add(/\.(\w+)$/.exec(new URL(request.url()).pathname)?.[1]));
    await page.goto(`${url}/kk/agenda/`);
    const kinds = ['wasm', 'js', 'css', 'icu', 'pack'];
    for (let tries = 0; tries < 1200 && !kinds.every((kind) => asked.has(kind)); ++tries) await page.waitForTimeout(50);
    for (const kind of kinds) assert.ok(asked.has(kind), `${kind} is fetched ahead`);
    assert.equal(await page.locator('script[src]').count(), 0);
    assert.equal(await state(page), 'loading');
    await sign(page);
    await page.waitForFunction(() => document.body.dataset.app === 'ready');
    // The next page is one of the same visit.
    await page.goto(`${url}/kk/map/`);
    await page.waitForFunction(() => document.body.dataset.app === 'ready');
  });

test('while things happen the app starts by itself', async (t) => {
  for (const [moment, starts] of [['2026-04-20T12:00:00+05:00', false], ['2026-04-22T10:30:00+05:00', true], ['2026-04-25T00:30:00+05:00', false]]) {
    const page = await (await context(t)).newPage();
    await page.addInitScript((time) => { Date.now = () => time; }, Date.parse(moment));
    await page.goto(`${url}/en/`, {waitUntil: 'networkidle'});
    if (starts) await page.waitForFunction(() => document.body.dataset.app === 'ready');
    else assert.equal(await state(page), 'loading', moment);
  }
});

test('what is under a finger is not taken from it', async (t) => {
  const page = await (await context(t, {hasTouch: true})).newPage();
  await page.goto(`${url}/ru/agenda/`, {waitUntil: 'networkidle'});
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: [{x: 5, y: 400}]});
  await page.waitForFunction(() => window.summit.frames?.() >= 0);  // it runs
  await page.waitForTimeout(500);
  assert.equal(await state(page), 'loading');
  assert.ok(await page.locator('#page h1').isVisible());
  await devtools.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
  await page.waitForFunction(() => document.body.dataset.app === 'ready');
});

test('who saves data is asked first', async (t) => {
  const page = await (await context(t)).newPage();
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', {value: {saveData: true}}));
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${url}/en/agenda/`, {waitUntil: 'networkidle'});
  assert.equal(await state(page), 'loading');
  assert.deepEqual(asked.filter((address) => /\.(wasm|js|pack|icu)$/.test(address)), []);
  await page.getByText(message('en', 'page.saves_data')).waitFor();
  await page.getByRole('button', {name: message('en', 'page.open_app')}).click();
  await page.waitForFunction(() => document.body.dataset.app === 'ready');
});

test('a page stays usable when the app does not come', async (t) => {
  const page = await (await context(t)).newPage();
  await page.route(program, (route) => route.abort());
  await page.goto(`${url}/kk/agenda/`, {waitUntil: 'networkidle'});
  assert.equal(await page.getByRole('alert').count(), 0, 'nothing is said before anyone wants the app');
  await page.keyboard.press('Shift');
  await page.waitForFunction(() => document.body.dataset.app === 'failed');
  const told = page.getByRole('alert');
  await told.getByText(message('kk', 'shell.file_failed_title')).waitFor();
  assert.ok(await page.getByRole('heading', {level: 1, name: message('kk', 'agenda.title')}).isVisible());
  await told.getByRole('button', {name: message('kk', 'dialog.close')}).click();
  assert.equal(await told.count(), 0);
  await page.getByRole('navigation', {name: message('kk', 'nav.label')}).getByRole('link', {name: message('kk', 'nav.map')}).click();
  await page.getByRole('heading', {level: 1, name: message('kk', 'map.title')}).waitFor();
});

test('on paper: no bars, a sensible number of sheets', async (t) => {
  const page = await (await context(t, {javaScriptEnabled: false})).newPage();
  const sheets = async (path) => {
    await page.goto(url + path);
    const pdf = (await page.pdf({format: 'A4'})).toString('latin1');
    return pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
  };
  assert.equal(await sheets(`/en/agenda/${sessions[1].id}/`), 1);
  const agenda = await sheets('/en/agenda/');
  assert.ok(agenda >= 2 && agenda <= 8, `${agenda} sheets for the whole agenda`);
  t.diagnostic(`the agenda takes ${agenda} sheets`);
});

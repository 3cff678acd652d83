// What goes wrong is said in the visitor's language, with a way on; the page stays,
// and there is never a blank one. And what is not needed is not missed: WebGL, storage.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LANGUAGES, arrive, browser, heading, message, rest, state, url, visit} from './browser.mjs';

const FILES = {'*.wasm': /\.wasm$/, '*.js': /\.js$/, 'summit.icu': /summit-.*\.icu$/, 'text-400': /text-400-/, 'text-600': /text-600-/,
  icons: /icons-/, 'event.pack': /event-.*\.pack$/, 'style.css': /style-.*\.css$/};
const asset = (pattern) => (address) => address.pathname.startsWith('/files/') && pattern.test(address.pathname);

async function saysFailure(page, language, title, {stays = true} = {}) {
  await page.waitForFunction(() => document.body.dataset.app === 'failed');
  assert.equal(await page.locator('html').getAttribute('lang'), language);
  const told = page.getByRole('alert');
  await told.getByRole('heading', {name: title}).waitFor();
  assert.ok(await told.getByRole('button', {name: message(language, 'shell.retry')}).isVisible());
  assert.ok(await told.locator('p').first().isVisible());
  // Before the app was there, the page is.
  if (stays) assert.ok(await page.locator('#page h1').isVisible());
}

Object.entries(FILES).forEach(([name, pattern], index) => {
  const language = LANGUAGES[index % LANGUAGES.length];
  test(`${name} that does not load is named (${language})`, async (t) => {
    const page = await visit(t, `/${language}/`, {mayComplain: true, before: (p) => p.route(asset(pattern), (route) => route.abort())});
    await saysFailure(page, language, message(language, 'shell.file_failed_title'));
    const file = name.startsWith('*') ? `summit${name.slice(1)}` : name;
    assert.match(await page.getByRole('alert').locator('p').first().innerText(), new RegExp(file));
  });
});

test('a file that is not there, and a new try', async (t) => {
  let gone = true;
  const page = await visit(t, '/ru/', {
    mayComplain: true,
    before: (p) => p.route(asset(FILES['event.pack']), (route) => (gone ? route.fulfill({status: 404, body: ''}) : route.continue())),
  });
  await saysFailure(page, 'ru', message('ru', 'shell.file_failed_title'));
  gone = false;
  await page.getByRole('button', {name: message('ru', 'shell.retry')}).click();
  await page.waitForFunction(() => document.body.dataset.app === 'ready');
});

test('a file that was cut off on the way', async (t) => {
  for (const pattern of Object.values(FILES)) {
    const page = await visit(t, '/kk/', {
      mayComplain: true,
      before: (p) => p.route(asset(pattern), async (route) => {
        const whole = await (await route.fetch()).body();
        await route.fulfill({status: 200, contentType: 'application/octet-stream', body: whole.subarray(0, whole.length / 2)});
      }),
    });
    await saysFailure(page, 'kk', message('kk', 'shell.file_failed_title'));
  }
});

// The same length, so that only its reader can see it.
async function replaced(page, pattern, change) {
  await page.route(asset(pattern), async (route) => {
    const bytes = Buffer.from(await (await route.fetch()).body());
    change(bytes);
    await route.fulfill({status: 200, contentType: 'application/octet-stream', body: bytes});
  });
}

test('a broken event pack is explained', async (t) => {
  for (const language of LANGUAGES) {
    const page = await visit(t, `/${language}/`, {mayComplain: true, before: (p) => replaced(p, FILES['event.pack'], (bytes) => bytes.fill(0x20, 200))});
    assert.equal(await state(page), 'ready');
    await heading(page, message(language, 'failure.pack_title'));
    await page.getByText(message(language, 'failure.pack_text')).first().waitFor({state: 'attached'});
    assert.equal(await page.locator('html').getAttribute('lang'), language);
  }
});

test('broken ICU data and fonts are explained', async (t) => {
  for (const name of ['summit.icu', 'text-400', 'text-600', 'icons']) {
    const page = await visit(t, '/ru/', {mayComplain: true, before: (p) => replaced(p, FILES[name], (bytes) => bytes.fill(0))});
    await saysFailure(page, 'ru', message('ru', 'failure.title'));
  }
});

test('no WebAssembly: the page is there, and nothing is said against it', async (t) => {
  for (const language of LANGUAGES) {
    const page = await visit(t, `/${language}/agenda/`, {before: (p) => p.addInitScript(() => { delete window.WebAssembly; })});
    assert.equal(await state(page), 'failed');
    assert.equal(await page.getByRole('alert').count(), 0);
    await page.locator('#page').getByRole('heading', {level: 1, name: message(language, 'agenda.title')}).waitFor();
  }
});

test('no WebAssembly and no page: a message instead', async (t) => {
  const page = await visit(t, '/ru/', {before: async (p) => {
    await p.addInitScript(() => { delete window.WebAssembly; });
    await p.route((address) => address.pathname === '/ru/', async (route) => {
      const html = await (await route.fetch()).text();
      await route.fulfill({contentType: 'text/html', body: html.replace(/<div id="page">.*?(?=<div id="stage">)/s, '<div id="page"></div>')});
    });
  }});
  await saysFailure(page, 'ru', message('ru', 'shell.no_webassembly_title'), {stays: false});
});

test('no WebGL: drawn by the processor', async (t) => {
  const page = await visit(t, '/en/', {before: (p) => p.addInitScript(() => {
    const {getContext} = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : getContext.call(this, kind, ...rest); };
  })});
  assert.equal(await state(page), 'ready');
  assert.ok(await colors(page) > 20, 'something is drawn');
});

// How many colours the picture has: a blank one has one.
async function colors(page) {
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], {type: 'image/png'}));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, picture);
}

test('a lost WebGL context is replaced', async (t) => {
  const page = await visit(t, '/en/');
  for (let losses = 0; losses < 2; ++losses) {
    await page.evaluate(() => document.getElementById('canvas').getContext('webgl').getExtension('WEBGL_lose_context').loseContext());
    await page.waitForFunction(() => !document.getElementById('canvas').getContext('webgl').isContextLost());
    await rest(page);
    assert.ok(await colors(page) > 20, 'something is drawn');
  }
  await page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.map')}).click();
  await arrive(page, '/en/map/');
});

test('no storage: choices last as long as the page', async (t) => {
  const page = await visit(t, '/en/settings/?at=2026-04-22T10:30%2B05:00', {before: (p) => p.addInitScript(() => {
    for (const name of ['getItem', 'setItem']) Storage.prototype[name] = () => { throw new DOMException('', 'SecurityError'); };
  })});
  await page.getByRole('main').getByRole('radio', {name: 'Қазақша'}).click();
  await heading(page, message('kk', 'settings.title'));
});

test('a trap in the program ends in a message', async (t) => {
  const page = await visit(t, '/en/', {mayComplain: true});
  // What reaches the page when the program stops outside of shell.js.
  await page.evaluate(() => window.dispatchEvent(new ErrorEvent('error', {error: new WebAssembly.RuntimeError('unreachable')})));
  await saysFailure(page, 'en', message('en', 'shell.stopped_title'), {stays: false});
});

// What the web server says beside the pages: policies, error pages in all languages, and few bytes to those who
// ask again and again.
import assert from 'node:assert/strict';
import {get} from 'node:http';
import {connect} from 'node:net';
import {test} from 'node:test';
import {LANGUAGES, browser, message, plain, url} from './browser.mjs';

// The bytes of an answer's head and body, as they travel.
const answer = (path, headers = {}) => new Promise((resolve, reject) => {
  get(url + path, {headers: {'Accept-Encoding': 'br', ...headers}}, (reply) => {
    let body = 0;
    reply.on('data', (part) => { body += part.length; });
    reply.on('end', () => {
      const head = reply.rawHeaders.reduce((sum, text) => sum + text.length + 2, `HTTP/1.1 ${reply.statusCode} ${reply.statusMessage}\r\n\r\n`.length);
      resolve({status: reply.statusCode, headers: reply.headers, bytes: head + body});
    });
  }).on('error', reject);
});

test('every page has a policy that lets nothing run but what is its own', async () => {
  for (const path of ['/', '/kk/', '/ru/agenda/', '/en/shell.html', '/kk/nothing/', '/404.html']) {
    const page = await fetch(url + path);
    const html = await page.text();
    const own = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)[1];
    assert.match(own, /default-src 'self'/, path);
    assert.match(own, /'wasm-unsafe-eval'/, path);
    // Of what the page itself says the server knows nothing: the next site has other scripts.
    const served = page.headers.get('Content-Security-Policy');
    assert.match(served, /frame-ancestors 'self'/, path);
    assert.doesNotMatch(served, /sha256|(default|script|style)-src/, path);
    for (const policy of [own, served]) assert.doesNotMatch(policy, /'unsafe-(inline|eval)'|https?:|\*/, path);
    for (const [name, value] of Object.entries({'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin'}))
      assert.equal(page.headers.get(name), value, path);
    assert.match(page.headers.get('permissions-policy'), /camera=\(\)/);
    assert.ok(page.headers.get('referrer-policy'));
    assert.equal(page.headers.get('set-cookie'), null);
  }
});

test('errors are said in all languages', async () => {
  const missing = await fetch(`${url}/no/such/page/`);
  assert.equal(missing.status, 404);
  const html = await missing.text();
  for (const language of LANGUAGES) {
    assert.ok(plain(html).includes(plain(message(language, 'not_found.title'))), language);
    assert.match(html, new RegExp(`href="/${language}/"`));
  }
  const refused = await fetch(`${url}/kk/agenda/`, {method: 'POST', body: 'x'});
  assert.equal(refused.status, 405);
  assert.ok(plain(await refused.text()).includes(plain(message('ru', 'server_error.title'))));
});

test('languages in capitals lead to the page', async () => {
  const moved = await fetch(`${url}/EN/agenda/?day=2026-04-23`, {redirect: 'manual'});
  assert.equal(moved.status, 301);
  assert.ok(moved.headers.get('location').endsWith('/en/agenda/?day=2026-04-23'));
  assert.equal((await fetch(`${url}/KK/`)).status, 200);
});

test('to ask whether something is new costs few bytes', async () => {
  const first = await answer('/current.json');
  assert.equal(first.status, 200);
  assert.ok(first.bytes < 1000, `${first.bytes} bytes`);
  const again = await answer('/current.json', {'If-None-Match': first.headers.etag});
  assert.equal(again.status, 304);
  assert.ok(again.bytes < 400, `${again.bytes} bytes`);
  const current = await (await fetch(`${url}/current.json`)).json();
  const pack = await fetch(url + current.pack);
  assert.equal((await pack.arrayBuffer()).byteLength, current.size);
  assert.equal(pack.headers.get('content-security-policy'), null);
  assert.match(current.signature, /^untrusted comment: .*\n\S+\ntrusted comment: event:\S+ revision:\d+/);
});

test('what is asked in HTTP/1.0, as servers in front do, or by way of a CDN, is as small', async () => {
  const {hostname, port} = new URL(url);
  const head = (path, ...lines) => new Promise((resolve, reject) => {
    const socket = connect(port, hostname, () => socket.write([`HEAD ${path} HTTP/1.0`, ...lines, '', ''].join('\r\n')));
    let text = '';
    socket.on('data', (part) => { text += part; }).on('end', () => resolve(text)).on('error', reject);
  });
  for (const encoding of ['br', 'gzip'])
    for (const via of [[], ['Via: 1.1 somebody']]) {
      const answered = await head('/kk/', `Accept-Encoding: ${encoding}`, ...via);
      assert.match(answered, new RegExp(`\r\nContent-Encoding: ${encoding}\r\n`));
      // A cache in between hands it to nobody who cannot read it.
      assert.match(answered, /\r\nVary: Accept-Encoding\r\n/);
    }
  assert.doesNotMatch(await head('/current.json', 'Accept-Encoding: br, gzip'), /\r\n(Vary|Content-Encoding):/);
});

test('the files of a page come without the headers of pages, and none of them is its icon', async () => {
  const html = await (await fetch(`${url}/kk/`)).text();
  const files = new Set(html.match(/\/files\/[\w.-]+/g));
  assert.ok(files.size >= 7, [...files].join(' '));
  for (const file of files) {
    const {status, headers} = await answer(file);
    assert.equal(status, 200, file);
    assert.deepEqual(['content-security-policy', 'permissions-policy', 'referrer-policy'].filter((name) => headers[name]), [], file);
    assert.deepEqual([headers['x-content-type-options'], headers['cross-origin-resource-policy']], ['nosniff', 'same-origin'], file);
    assert.match(headers['cache-control'], /immutable/, file);
  }
  assert.match(html, /<link rel="icon" href="data:image\/svg\+xml,/);
});

test('what is wanted for installing comes when the page has been painted', async (t) => {
  const page = await (await browser()).newPage();
  t.after(() => page.close());
  const asked = [];
  page.on('request', (request) => { asked.push(new URL(request.url()).pathname); });
  await page.goto(`${url}/ru/`);
  const manifest = page.locator('head > link[rel=manifest]');
  await manifest.waitFor({state: 'attached'});
  assert.equal(await manifest.count(), 1);
  assert.equal(await manifest.getAttribute('href'), '/ru/app.webmanifest');
  const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  assert.ok(painted > 0, 'it came before anything was painted');
  assert.ok(!asked.some((path) => /^\/files\/icon-/.test(path)), asked.join(' '));
});

test('each language has what browsers want to install the app', async () => {
  for (const language of LANGUAGES) {
    const html = await (await fetch(`${url}/${language}/`)).text();
    const address = /<link rel="manifest" href="([^"]+)">/.exec(html)[1];
    const reply = await fetch(url + address);
    assert.match(reply.headers.get('content-type'), /application\/manifest\+json/);
    const manifest = await reply.json();
    assert.deepEqual([manifest.lang, manifest.start_url, manifest.display, manifest.scope], [language, `/${language}/`, 'standalone', '/']);
    assert.deepEqual(manifest.shortcuts.map(({url: path}) => path), [`/${language}/agenda/`, `/${language}/map/`, `/${language}/my/`]);
    for (const {src, sizes} of manifest.icons) {
      const icon = Buffer.from(await (await fetch(url + src)).arrayBuffer());
      assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes, src);
    }
    assert.ok(manifest.icons.some(({purpose}) => purpose === 'maskable'));
  }
});

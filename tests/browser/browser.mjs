// What all browser tests share: the site, the Chromium, visits that fail when the page
// complains, and the words that should be seen.
//
// all.mjs starts both for all files and says where they are; a file that is run by itself
// starts its own.
// The site is the one at SUMMIT_URL when that is set; otherwise the one built in
// build/web/site (or SUMMIT_SITE), served by the web server that `./run` uses.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const top = fileURLToPath(new URL('../../', import.meta.url));

const closers = [];
// Ends the web server and the browser; tests need not call it.
export async function close() {
  for (const closer of closers.splice(0)) await closer();
}
// Not for screenshot.mjs: importing the test runner's hooks makes a test of any script.
if (process.argv[1].endsWith('.test.mjs')) after(close);

const freePort = () => new Promise((resolve, reject) => {
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(0, () => {
    const {port} = probe.address();
    probe.close(() => resolve(port));
  });
});

// Answers the address of a built site, which is served until the tests of the file are over.
export const SITE = process.env.SUMMIT_SITE ?? join(top, 'build/web/site');
export const serve = async (site = SITE) => (await startServer(site)).address;

// The same as a server that can be stopped, and started again at the same port.
export async function startServer(site = SITE, port = undefined) {
  assert.ok(existsSync(join(site, 'index.html')), `there is no site in ${site}: build it with ./run web --build-only`);
  port ??= await freePort();
  const state = mkdtempSync(join(tmpdir(), 'summit-nginx-'));
  const server = spawn(join(top, 'web/serve.sh'), [site, state, String(port)], {stdio: ['ignore', 'pipe', 'pipe']});
  process.once('exit', () => server.kill());  // also when a script breaks off
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => { said += text; });
  const stop = async () => {
    const runs = server.exitCode === null && server.signalCode === null;
    const ended = runs && new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
    rmSync(state, {recursive: true, force: true});
  };
  closers.push(stop);
  const address = `http://localhost:${port}`;
  for (let tries = 0; tries < 300; ++tries) {
    assert.equal(server.exitCode, null, `the web server ended: ${said}`);
    try {
      if ((await fetch(address)).ok) return {address, port, stop};
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the web server does not answer at ${address}: ${said}`);
}

// Whether everything is looked at in every way (`./run test --all`), or as much as it takes to meet everything once.
export const ALL = process.env.SUMMIT_TEST_ALL === '1';

export const url = process.env.SUMMIT_URL ?? await serve();

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
// Those of the event.
export const LANGUAGES = read('assets/res2026/event.json').languages;
const messages = Object.fromEntries(LANGUAGES.map((language) => [language, read(`i18n/${language}.json`)]));

// A message without placeholders, as the app shows it.
export function message(language, key) {
  assert.ok(messages[language][key], `no message ${key} in ${language}`);
  return messages[language][key];
}

// How a language calls itself.
export const nativeName = (language) => read(`i18n/languages/${language}.json`).native_name;

// A file of the event: event, sessions, partners, places, themes, stories.
export const event = (name) => read(`assets/res2026/${name}.json`);

// Playwright compares names after folding white space; so do we.
export const plain = (text) => text.replace(/[\s\u00a0\u202f]+/g, ' ').replace(/\u2060/g, '').trim();

export const chrome = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
export const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

// How long the page may take for anything, on a slow machine with other work.
export const PATIENCE_MS = 60_000;

let launched;
export function browser() {
  if (!launched) {
    const running = process.env.SUMMIT_BROWSER;
    launched = running ? chromium.connect(running) : chromium.launch({executablePath: chrome, args: FLAGS});
    closers.push(async () => (await launched).close());
  }
  return launched;
}

// A profile without the service worker, behind which a test could neither block nor replace a file.
// offline.test.mjs has it.
export const WITHOUT_WORKER = {serviceWorkers: 'block'};
const BLOCKED = 'Service Worker registration blocked by Playwright';

// Opens `path` in a fresh browser profile and waits until the app has started or
// given up. At the end of the test the page must not have complained.
//   context: options of Playwright's newContext
//   before(page): called before the page loads, to block files or replace functions
//   mayComplain: the test provokes errors
//   missing: the path of a page that is not there, and may be told to be missing
export async function visit(t, path, {context = {}, before, mayComplain = false, missing} = {}) {
  const profile = await (await browser()).newContext({
    viewport: {width: 390, height: 844}, locale: 'en-GB', timezoneId: 'Asia/Almaty', ...WITHOUT_WORKER, ...context,
  });
  profile.setDefaultTimeout(PATIENCE_MS);
  const page = await profile.newPage();
  const complaints = [];
  page.on('console', (entry) => {
    if (missing && entry.location().url.endsWith(missing)) return;
    if (['error', 'warning'].includes(entry.type()) && entry.text() !== BLOCKED) complaints.push(`${entry.type()}: ${entry.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // "/" is left before it, and what it asked for, has arrived whole.
    const left = request.isNavigationRequest() || request.headers().referer === `${url}/`;
    if ((left || request.url().endsWith('/current.json')) && request.failure()?.errorText === 'net::ERR_ABORTED') return;
    complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (missing && response.status() === 404 && response.url().endsWith(missing)) return;
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  t.after(async () => {
    await profile.close();
    if (!mayComplain) assert.deepEqual(complaints, []);
  });
  await before?.(page);
  await open(page, path);
  return page;
}

// As boot.js keeps it of a visitor who was in the app a moment ago.
const startsAtOnce = (page) => page.addInitScript(() => {
  try {
    sessionStorage.setItem('summit.open', '1');
  } catch {
    // A test without storage.
  }
});

// Loads a page anew and waits for the app, which starts without being asked.
export async function open(page, path) {
  await startsAtOnce(page);
  await page.goto(new URL(path, url).href);  // of this site, or the whole address of another
  await page.waitForFunction(() => document.body.dataset.app !== 'loading');
}

export const state = (page) => page.evaluate(() => document.body.dataset.app);

// Waits until the page has that path, without its query.
export const arrive = (page, path) => page.waitForFunction((wanted) => location.pathname === wanted, path);

// The main heading, once it says that.
export async function heading(page, text) {
  await page.getByRole('heading', {level: 1, name: plain(text), exact: true}).waitFor({state: 'attached'});
}

// Asks in the page until the answer is true; unlike page.waitForFunction it waits for promises too.
export async function until(page, ask, value) {
  const began = Date.now();
  while (!(await page.evaluate(ask, value))) {
    assert.ok(Date.now() - began < PATIENCE_MS, `in vain: ${ask}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

// Until the service worker keeps everything for the time without a network.
export const kept = (page) => until(page, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');

// Leads the running app to another page as its links and the browser's own "back"
// do, without loading anything anew.
export const go = (page, path) => page.evaluate((wanted) => {
  history.pushState(null, '', wanted);
  dispatchEvent(new PopStateEvent('popstate'));
}, path);

// Waits until no frame is asked for any more and the address is written: at rest for a quarter of a second.
export async function rest(page) {
  await page.evaluate(() => { window.restingFrames = undefined; });
  await page.waitForFunction(() => {
    const frames = summit.frames();
    const now = performance.now();
    if (window.restingFrames !== frames || summit.busy()) {
      window.restingFrames = frames;
      window.restingSince = now;
    }
    return now - window.restingSince > 250;
  }, null, {polling: 50});
}

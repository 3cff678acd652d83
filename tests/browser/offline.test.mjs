// After one visit everything works without a network, also after the browser was closed; and what arrives
// wrong never takes the place of what is right.
import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {chromium} from 'playwright-core';
import {between} from './between.mjs';
import {FLAGS, LANGUAGES, SITE, chrome, event, heading, kept, message, plain, startServer, until} from './browser.mjs';

const folder = (t, name) => {
  const made = mkdtempSync(join(tmpdir(), `summit-${name}-`));
  t.after(() => {
    try {
      rmSync(made, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
    } catch (error) {
      // A browser that is just ending still writes there.
    }
  });
  return made;
};

// A browser with a profile on disk, as people have it.
async function open(profile, options = {}) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chrome, args: FLAGS, viewport: {width: 390, height: 844}, locale: 'en-GB', timezoneId: 'Asia/Almaty', ...options});
  context.setDefaultTimeout(30_000);
  return context;
}
const ready = (page) => page.waitForFunction(() => document.body.dataset.app === 'ready');

// The first visit, until everything is kept.
async function firstVisit(page, address) {
  await page.goto(`${address}/en/?at=2026-04-22T10:30%2B05:00`);
  await ready(page);
  await kept(page);
}

const PORTAL = '<!doctype html><html><body><h1>Welcome to the free network</h1></body></html>';

test('after one visit everything works without a network, in all languages, after the browser was closed', async (t) => {
  const server = await startServer();
  const profile = folder(t, 'profile');
  let context = await open(profile);
  await firstVisit(context.pages()[0], server.address);
  const star = context.pages()[0];
  await star.goto(`${server.address}/en/agenda/glaciers/`);
  await ready(star);
  await star.getByRole('main').getByRole('button', {pressed: false}).first().dispatchEvent('click');
  await star.getByRole('main').getByRole('button', {pressed: true}).first().waitFor({state: 'attached'});
  await star.waitForFunction(() => Object.keys(localStorage).length > 0 && !summit.busy());
  await context.close();
  await server.stop();

  context = await open(profile);
  t.after(() => context.close());
  const page = context.pages()[0];
  const glaciers = event('sessions').sessions.find(({id}) => id === 'glaciers');
  for (const language of LANGUAGES) {
    // A page that was never opened, by its own address.
    await page.goto(`${server.address}/${language}/agenda/glaciers/`);
    await ready(page);
    await heading(page, glaciers.title[language]);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    await page.getByRole('main').getByRole('button', {pressed: true}).first().waitFor({state: 'attached'});
    await page.goto(`${server.address}/${language}/map/`);
    await ready(page);
    await heading(page, message(language, 'map.title'));
  }
  // The calendar file that stands beside the page where there is a network.
  await page.goto(`${server.address}/kk/agenda/glaciers/`);
  await ready(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', {name: message('kk', 'calendar.add'), exact: true}).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'session.ics');
  const calendar = readFileSync(await download.path(), 'utf8');
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
  assert.match(calendar, /UID:glaciers@/);
  await page.goto(`${server.address}/en/search/?q=glaciers`);
  await ready(page);
  await page.getByRole('main').getByRole('link', {name: plain(glaciers.title.en)}).first().waitFor({state: 'attached'});
  // Paper is laid out from what is on the screen.
  assert.ok((await page.pdf()).length > 5_000);
  // The way in, and an address that does not exist.
  await page.goto(`${server.address}/`);
  await page.waitForURL('**/en/');
  await ready(page);
  await page.goto(`${server.address}/ru/nothing/of/the/kind/`);
  await ready(page);
  await heading(page, message('ru', 'not_found.title'));
});

test('one file that fails stops neither the rest nor the pages, and is tried again', async (t) => {
  const server = await startServer();
  let refused = 0;
  const address = await between(t, server.address, (path) => (/icons-.*tf$/.test(path) && ++refused > 1 && refused < 4 ? {status: 500} : undefined));
  const context = await open(folder(t, 'profile'));
  t.after(() => context.close());
  const page = context.pages()[0];
  await page.addInitScript(() => {
    const {setTimeout: wait} = window;
    window.setTimeout = (then, ms, ...rest) => wait(then, ms > 2000 ? 100 : ms, ...rest);
  });
  await page.goto(`${address}/en/?at=2026-04-22T10:30%2B05:00`);
  await ready(page);
  await kept(page);
  const there = await page.evaluate(async () => {
    const urls = [];
    for (const name of await caches.keys()) for (const {url} of await (await caches.open(name)).keys()) urls.push(new URL(url).pathname);
    return urls;
  });
  // A way from a former pack to this one is for those who are asked to take it.
  for (const name of readFileSync(join(SITE, 'files.txt'), 'utf8').trim().split('\n').filter((one) => !one.endsWith('.delta'))) assert.ok(there.includes(`/files/${name}`), name);
  // One shell for each language; the pages are not kept by the thousand.
  assert.equal(there.filter((path) => !path.startsWith('/files/')).length, LANGUAGES.length + 1);
});

for (const [name, instead] of Object.entries({
  "a captive portal's page": {body: PORTAL},
  'an empty answer': {body: ''},
  'half a page': {body: '<!doctype html><html lang="en"><body data-app="loading"><div id="page"><h1>Half'},
  'an error of the server': {status: 502, body: 'Bad gateway'},
})) {
  test(`${name} takes no page's place`, async (t) => {
    const server = await startServer();
    let wrong = false;
    const address = await between(t, server.address, () => (wrong ? instead : undefined));
    const context = await open(folder(t, 'profile'));
    t.after(() => context.close());
    const page = context.pages()[0];
    await firstVisit(page, address);
    wrong = true;
    await page.goto(`${address}/kk/agenda/`);
    await ready(page);
    await heading(page, message('kk', 'agenda.title'));
    wrong = false;
    await page.goto(`${address}/ru/agenda/`);
    await ready(page);
    await heading(page, message('ru', 'agenda.title'));
  });
}

// A site that says it is newer, with another script and another worker.
function newer(t) {
  const site = join(folder(t, 'site'), 'site');
  // Pictures and pages of single sessions are most of it, and nobody asks for them here.
  cpSync(realpathSync(SITE), site, {recursive: true, filter: (path) => !/\/(preview|agenda)\/./.test(path)});
  return site;
}
function change(site) {
  for (const name of readdirSync(site)) if (/\.(br|gz)$/.test(name)) rmSync(join(site, name));
  const worker = join(site, 'sw.js');
  for (const packed of ['.br', '.gz']) rmSync(worker + packed, {force: true});
  writeFileSync(worker, readFileSync(worker, 'utf8') + '// newer\n');
}

test('a new version waits until nobody looks; a broken one leaves the old one', async (t) => {
  const site = newer(t);
  const server = await startServer(site);
  const context = await open(folder(t, 'profile'));
  t.after(() => context.close());
  const page = context.pages()[0];
  await firstVisit(page, server.address);
  // From its second visit on a page is the worker's.
  await page.reload();
  await ready(page);
  const worker = join(site, 'sw.js');
  const good = readFileSync(worker, 'utf8');
  change(site);
  // With a file that no answer has the hash of.
  writeFileSync(worker, good.replace(/("url":"\/index.html","revision":")(.*?sha384-)..../, '$1f$2AAAA') + '// broken\n');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    window.active = registration.active;
    await registration.update().catch(() => {});
  });
  await until(page, async () => (await navigator.serviceWorker.getRegistration()).installing === null);
  assert.ok(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting === null), 'the broken one is not taken');
  assert.ok(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).active === window.active));
  writeFileSync(worker, good + '// newer\n');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
  });
  await until(page, async () => (await navigator.serviceWorker.getRegistration()).waiting !== null);
  // Not while it is seen, even if something in the page says so.
  assert.ok(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).active === window.active));
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', {get: () => true, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  assert.ok(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting !== null), 'the page is still seen');
  // Whoever loads a page anew has nothing under way.
  await page.reload();
  await until(page, async () => (await navigator.serviceWorker.getRegistration()).waiting === null);
  await page.reload();
  await ready(page);
});

// Everything that can go wrong, each tried, with what happens then. docs/faults.md is this table:
// SUMMIT_KEEP=1 node --test outcomes.test.mjs writes it anew.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {ALL, SITE, browser, event, go, heading, kept, message, plain, rest, startServer, until, url, visit} from './browser.mjs';
import {between} from './between.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const glaciers = event('sessions').sessions.find(({id}) => id === 'glaciers');
const about = '/en/agenda/glaciers/';
const atOnce = `${about}?at=2026-04-22T10:30%2B05:00`;  // without being asked by what a former page kept
const KINDS = {program: /\.wasm$/, script: /summit-.*\.js$/, 'ICU data': /\.icu$/, fonts: /text-400-/, icons: /icons-/, 'event pack': /event-.*\.pack$/, style: /style-.*\.css$/};

// That of the session's page: lists beside it have stars too.
const star = (page) => page.getByRole('main').getByRole('button', {name: message('en', 'session.star'), exact: true});
const starred = (page) => page.getByRole('main').getByRole('button', {pressed: true}).first().waitFor({state: 'attached'});
const visitor = (page) => page.evaluate(() => localStorage.getItem('summit.visitor-2') ?? '');
const keptStar = (page, session) => page.waitForFunction((id) => new RegExp(`star ${id}`).test(localStorage.getItem('summit.visitor-2')), session);
async function turnStar(page) {
  await star(page).dispatchEvent('click');
  await starred(page);
}

// The page stays, says in words what did not come, and the next try works.
async function saysAndGoesOn(page) {
  await page.waitForFunction(() => document.body.dataset.app === 'failed');
  await page.getByRole('alert').getByRole('heading').waitFor();
  assert.ok(await page.locator('#page h1').isVisible());
}

async function eachFile(t, instead) {
  // All of them where the network ends in the middle; of the rest in the usual tests one that is compiled and one
  // that is read.
  for (const [kind, pattern] of Object.entries(KINDS)) {
    if (!ALL && instead !== 'half' && !['program', 'event pack'].includes(kind)) continue;
    let wrong = true;
    const middle = await between(t, url, (path) => (wrong && pattern.test(path) ? instead : undefined));
    const profile = await (await browser()).newContext({serviceWorkers: 'block'});
    const page = await profile.newPage();
    await page.addInitScript(() => sessionStorage.setItem('summit.open', '1'));
    await page.goto(`${middle}/en/`);
    await saysAndGoesOn(page).catch((error) => { throw new Error(`${kind}: ${error.message}`); });
    wrong = false;
    await page.reload();
    await page.waitForFunction(() => document.body.dataset.app === 'ready');
    await profile.close();
  }
}

const replacing = (pattern, change) => async (page) => {
  await page.route((address) => pattern.test(address.pathname), async (route) => {
    const bytes = Buffer.from(await (await route.fetch()).body());
    await route.fulfill({status: 200, contentType: 'application/octet-stream', body: change(bytes)});
  });
};

const FAULTS = [
  ['The network is lost in the middle of any file', 'The page stays and names the file; the next try brings the app',
    (t) => eachFile(t, 'half')],
  ['A file is answered with 500', 'The page stays and names the file; the next try brings the app', (t) => eachFile(t, {status: 500})],
  ['A file is answered with 404', 'The page stays and names the file; the next try brings the app', (t) => eachFile(t, {status: 404})],
  ["A file is answered with a captive portal's page", 'The page stays and names the file; the next try brings the app',
    (t) => eachFile(t, {body: '<h1>Welcome to the free network</h1>'})],
  ['The program comes with the wrong type', 'The app starts', async (t) => {
    const page = await visit(t, '/en/', {before: replacing(KINDS.program, (bytes) => bytes)});
    await heading(page, event('event').name.en);
  }],
  ['Bytes of the program, the fonts or ICU\'s data are changed', 'The page stays and says that the app cannot open', async (t) => {
    for (const kind of ['program', 'fonts', 'ICU data']) {
      const page = await visit(t, '/en/', {mayComplain: true, before: replacing(KINDS[kind], (bytes) => bytes.fill(0))});
      await saysAndGoesOn(page);
    }
  }],
  ['Bytes of the event pack are changed', 'The app says that the event could not be opened, and why', async (t) => {
    const page = await visit(t, '/en/', {mayComplain: true, before: replacing(KINDS['event pack'], (bytes) => { bytes[Math.floor(bytes.length / 2)] ^= 1; return bytes; })});
    await heading(page, message('en', 'failure.pack_title'));
  }],
  ['A network as slow as 2G', 'The page can be read at once; the app follows', async (t) => {
    const profile = await (await browser()).newContext({serviceWorkers: 'block'});
    t.after(() => profile.close());
    const page = await profile.newPage();
    const wire = await profile.newCDPSession(page);
    await wire.send('Network.enable');
    await wire.send('Network.emulateNetworkConditions', {offline: false, latency: 300, downloadThroughput: 35_000, uploadThroughput: 35_000});
    const began = Date.now();
    await page.goto(`${url}/en/agenda/`, {waitUntil: 'commit'});
    await page.getByRole('heading', {level: 1}).first().waitFor();
    assert.ok(Date.now() - began < 15_000, `${Date.now() - began} ms`);
    if (!ALL) return;
    await page.mouse.move(5, 5);
    await page.waitForFunction(() => document.body.dataset.app === 'ready', null, {timeout: 120_000});
  }],
  ['Storage is forbidden, as in some private windows', 'Everything works; a star says that it is not kept', async (t) => {
    const page = await visit(t, atOnce, {before: (p) => p.addInitScript(() => {
      for (const name of ['getItem', 'setItem', 'removeItem']) Storage.prototype[name] = () => { throw new DOMException('', 'SecurityError'); };
    })});
    await turnStar(page);
    await page.getByText(message('en', 'toast.not_kept')).first().waitFor({state: 'attached'});
  }],
  ['Storage is full', 'Everything works; a star says that it is not kept', async (t) => {
    const page = await visit(t, atOnce, {before: (p) => p.addInitScript(() => {
      Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };
    })});
    await turnStar(page);
    await page.getByText(message('en', 'toast.not_kept')).first().waitFor({state: 'attached'});
  }],
  ['Storage is emptied while the app is open', 'What was chosen is kept again with the next choice', async (t) => {
    const page = await visit(t, about);
    await turnStar(page);
    await keptStar(page, 'glaciers');
    await page.evaluate(() => localStorage.clear());
    await go(page, '/en/agenda/');
    await heading(page, message('en', 'agenda.title'));
    const {id: other, title} = event('sessions').sessions.find(({id}) => id !== 'glaciers');
    await go(page, `/en/agenda/${other}/`);
    await heading(page, title.en);
    await turnStar(page);
    await keptStar(page, other);
    await keptStar(page, 'glaciers');
  }],
  ['No WebGL', 'The app draws without it', async (t) => {
    const page = await visit(t, '/en/', {mayComplain: true, before: (p) => p.addInitScript(() => {
      const {getContext} = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (kind, options) { return /webgl/.test(kind) ? null : getContext.call(this, kind, options); };
    })});
    await heading(page, event('event').name.en);
  }],
  ['The graphics are lost', 'The app draws on a new canvas and goes on', async (t) => {
    const page = await visit(t, '/en/', {mayComplain: true, before: (p) => p.addInitScript(() => {
      const {getContext} = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (kind, options) {
        const made = getContext.call(this, kind, options);
        if (/webgl/.test(kind)) window.graphics = made;
        return made;
      };
    })});
    await page.evaluate(() => window.graphics.getExtension('WEBGL_lose_context').loseContext());
    await go(page, '/en/map/');
    await heading(page, message('en', 'map.title'));
  }],
  ['No WebAssembly', 'The page is there and can be used', async (t) => {
    const page = await visit(t, '/en/agenda/', {before: (p) => p.addInitScript(() => { delete window.WebAssembly; })});
    assert.ok(await page.getByRole('heading', {level: 1}).first().isVisible());
  }],
  ['No JavaScript', 'The page is there and can be used', async (t) => {
    const profile = await (await browser()).newContext({javaScriptEnabled: false});
    t.after(() => profile.close());
    const page = await profile.newPage();
    await page.goto(`${url}${about}`);
    await page.getByRole('heading', {level: 1, name: plain(glaciers.title.en)}).waitFor();
  }],
  ['Two tabs with two versions of the app', 'Each keeps what it does not understand of the other', async (t) => {
    const page = await visit(t, about);
    await turnStar(page);
    await keptStar(page, 'glaciers');
    await page.evaluate(() => {
      const text = localStorage.getItem('summit.visitor-2');
      localStorage.setItem('summit.visitor-2', `${text}op 9 abcdef0123456789 res2026 hologram room-7 on\n`);
    });
    const {id: other, title} = event('sessions').sessions.find(({id}) => id !== 'glaciers');
    await go(page, `/en/agenda/${other}/`);
    await heading(page, title.en);
    await turnStar(page);
    await keptStar(page, other);
    assert.match(await visitor(page), /hologram room-7/);
  }],
  ['The clock is wrong by a day', 'The app starts and goes by it', async (t) => {
    const page = await visit(t, '/en/', {before: (p) => p.addInitScript(() => {
      const {now} = Date;
      Date.now = () => now() + 24 * 3600_000;
    })});
    await heading(page, event('event').name.en);
  }],
  ['The clock is set back a day while the app is open', 'It goes on, and keeps what is chosen', async (t) => {
    const page = await visit(t, about);
    await page.evaluate(() => {
      const {now} = Date;
      Date.now = () => now() - 24 * 3600_000;
    });
    await turnStar(page);
    await keptStar(page, 'glaciers');
  }],
  ['Asleep for an hour', 'The organisers are asked again when it is seen again', async (t) => {
    const page = await visit(t, '/en/');
    await page.waitForResponse(/current\.json/);
    await rest(page);
    await page.evaluate(() => {
      const {now} = Date;
      Date.now = () => now() + 3600_000;
    });
    const [asked] = await Promise.all([page.waitForRequest(/current\.json/), page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))]);
    assert.ok(asked);
  }],
  ['The service worker is killed while it is installed', 'The page goes on, and it is installed later', async (t) => {
    const profile = await (await browser()).newContext();
    t.after(() => profile.close());
    const page = await profile.newPage();
    const wire = await profile.newCDPSession(page);
    await wire.send('ServiceWorker.enable');
    await page.goto(`${url}/en/?at=2026-04-22T10:30%2B05:00`);
    await until(page, async () => Boolean(await navigator.serviceWorker.getRegistration()));
    await wire.send('ServiceWorker.stopAllWorkers');
    assert.equal(await page.evaluate(() => document.body.dataset.app), 'ready');
    await page.reload();
    await kept(page);
  }],
  ['The page is translated by the browser, which replaces its texts', 'New texts arrive all the same', async (t) => {
    const page = await visit(t, '/en/');
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.getElementById('mirror'), NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        const outer = document.createElement('font');
        const inner = outer.appendChild(document.createElement('font'));
        inner.textContent = `~${text.data}~`;
        text.replaceWith(outer);
      }
    });
    await go(page, '/en/map/');
    await heading(page, message('en', 'map.title'));
    await go(page, about);
    await heading(page, glaciers.title.en);
    await turnStar(page);
  }],
  [`${ALL ? 200 : 8} updates of the event in a row`, 'Each is shown, nothing that was chosen is lost', async (t) => {
    const pack = join(top, 'build/native/summit-pack');
    const folder = mkdtempSync(join(tmpdir(), 'summit-updates-'));
    t.after(() => rmSync(folder, {recursive: true, force: true}));
    const site = join(folder, 'site');
    cpSync(realpathSync(SITE), site, {recursive: true, filter: (path) => !/\/preview\/./.test(path)});
    const files = join(folder, 'event');
    cpSync(join(top, 'assets/res2026'), files, {recursive: true});
    const server = await startServer(site);
    const profile = await (await browser()).newContext({serviceWorkers: 'block'});
    t.after(() => profile.close());
    const page = await profile.newPage();
    await page.goto(`${server.address}${about}?at=2026-04-22T10:30%2B05:00`);
    await page.waitForFunction(() => document.body.dataset.app === 'ready');
    await turnStar(page);
    const sessions = join(files, 'sessions.json');
    const said = JSON.parse(readFileSync(sessions, 'utf8'));
    const session = said.sessions.find(({id}) => id === 'glaciers');
    let before = join(top, 'build/native/assets/event.pack');
    const env = {...process.env, SUMMIT_ASSETS: join(top, 'build/native/assets'), SUMMIT_BROTLI: '1'};
    for (let update = 1; update <= (ALL ? 200 : 8); ++update) {
      session.title.en = `Glaciers, update ${update}`;
      writeFileSync(sessions, JSON.stringify(said));
      const next = join(folder, `${update}.pack`);
      execFileSync(pack, ['build', files, '-o', next, '--since', before, '--issued', 'now'], {env, stdio: 'pipe'});
      execFileSync(pack, ['sign', next, '--key', join(top, 'build/native/keys/development.key')], {env});
      execFileSync('python3', [join(top, 'web/update.py'), site, next, pack], {env});
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await heading(page, session.title.en).catch((error) => { throw new Error(`update ${update}: ${error.message}`); });
      before = next;
    }
    await starred(page);
    await page.reload();
    await page.waitForFunction(() => document.body.dataset.app === 'ready');
    await heading(page, session.title.en);
    await starred(page);
  }],
];

for (const [fault, outcome, run] of FAULTS) test(`${fault}: ${outcome[0].toLowerCase()}${outcome.slice(1)}`, run);

test('docs/faults.md is this table', () => {
  const file = join(top, 'docs/faults.md');
  const rows = FAULTS.map(([fault, outcome]) => `| ${fault.replace(/^\d+ updates/, '200 updates')} | ${outcome} |`);
  const table = `# What can go wrong, and what happens then

Each line is tried by \`tests/browser/outcomes.test.mjs\`, which writes this table. Beside it, \`offline.test.mjs\`
tries what a network may do to pages that are kept, and \`tests/ui/update_test.cpp\` what may be wrong with an event
that arrives. In none of these is anything lost that was kept, and none shows a blank page. The updates are 8 in
the usual tests and 200 with \`--all\`.

| what goes wrong | what happens |
|---|---|
${rows.join('\n')}

Not tried, since none of it runs here: iOS and Android themselves, and a browser that a system has put to sleep.
`;
  if (process.env.SUMMIT_KEEP) writeFileSync(file, table);
  assert.equal(readFileSync(file, 'utf8'), table);
});

// Prints what the app costs in the browser; nothing here passes or fails. Run it on
// a machine that does nothing else: `./run bench`, or `node bench.mjs [PART...]` here.
import {createHash} from 'node:crypto';
import {cpSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {SITE, WITHOUT_WORKER, browser, close, kept, open, rest, serve, until, url} from './browser.mjs';
import {MEASURED, lighthouse, reasons} from './lighthouse.mjs';

const PHONE = {viewport: {width: 390, height: 844}, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'en-GB'};
const AGENDA = '/en/agenda/?day=2026-04-22';
const FRAME_MS = 1000 / 60;

const sorted = (values) => [...values].sort((a, b) => a - b);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const share = (values, part) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];
const ms = (value) => `${value.toFixed(1)} ms`;
const line = (name, value, note = '') => console.log(`  ${name.padEnd(44)}${value.padStart(12)}${note && `  ${note}`}`);
const title = (text) => console.log(`\n${text}`);

// A fresh browser profile: nothing in its cache. `options`: more of Playwright's newContext.
async function fresh(run, before = async () => {}, options = {}) {
  const profile = await (await browser()).newContext({...PHONE, ...options});
  const page = await profile.newPage();
  await before(page);
  try {
    return await run(page);
  } finally {
    await profile.close();
  }
}

// Takes the time of whatever is called for a frame, from the start on.
const timeFrames = (page) => page.addInitScript(() => {
  window.frameCosts = [];
  const {requestAnimationFrame} = window;
  window.untimedFrame = requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => requestAnimationFrame((time) => {
    const start = performance.now();
    callback(time);
    frameCosts.push(performance.now() - start);
  });
});

// Notes when the app is there.
const watchReady = (page) => page.addInitScript(() => {
  new MutationObserver(() => {
    if (document.body?.dataset.app === 'ready') window.readyAt ??= performance.now();
  }).observe(document, {subtree: true, childList: true, attributeFilter: ['data-app']});
});

async function start() {
  title('From navigation to data-app=ready, nothing cached, this machine and network (median of 5)');
  for (const path of ['/en/', '/kk/agenda/']) {
    const times = [];
    for (let i = 0; i < 5; ++i) {
      times.push(await fresh(async (page) => {
        await open(page, path);
        return page.evaluate(() => window.readyAt);
      }, watchReady));
    }
    line(path, ms(share(times, 0.5)), `${ms(Math.min(...times))} to ${ms(Math.max(...times))}`);
  }
}

async function frames() {
  title('A frame of the whole agenda, mirror included: script time, 100 forced frames');
  await fresh(async (page) => {
    await open(page, AGENDA);
    await rest(page);
    const {costs, operations, elements, drawn} = await page.evaluate(async () => {
      const before = summit.domOps();
      const framesBefore = summit.frames();
      frameCosts.length = 0;
      for (let i = 0; i < 100; ++i) {
        // What the app takes for coming back to the tab: it draws a frame.
        document.dispatchEvent(new Event('visibilitychange'));
        await new Promise((drawn) => untimedFrame(drawn));
      }
      return {costs: [...frameCosts], operations: summit.domOps() - before, drawn: summit.frames() - framesBefore,
        elements: document.querySelectorAll('#mirror *').length};
    });
    line('mean', ms(mean(costs)), `${costs.length} callbacks timed, ${drawn} frames drawn`);
    line('95th percentile', ms(share(costs, 0.95)));
    line('elements in the mirror', String(elements));
    line('DOM operations', String(operations), 'nothing changes, so 0 is right');
  }, timeFrames);
}

async function scroll() {
  title('A scroll through the whole agenda of a day, 20 px in each frame of the browser');
  await fresh(async (page) => {
    await open(page, AGENDA);
    await rest(page);
    const {way, samples, costs, drawn} = await page.evaluate(async () => {
      const scroller = document.querySelector('#mirror main li').closest('.scroller');
      const most = scroller.scrollHeight - scroller.clientHeight;
      const samples = [];
      const framesBefore = summit.frames();
      frameCosts.length = 0;
      let operations = summit.domOps();
      for (let way = 0; way < most; way += 20) {
        scroller.scrollTop = way;
        const time = await new Promise((frame) => untimedFrame(frame));
        samples.push([time, summit.domOps() - operations]);
        operations = summit.domOps();
      }
      return {way: scroller.scrollTop, samples, costs: [...frameCosts], drawn: summit.frames() - framesBefore};
    });
    const gaps = samples.slice(1).map(([time], i) => time - samples[i][0]);
    const operations = samples.map(([, count]) => count);
    line('way', `${Math.round(way)} px`);
    line('time', ms(samples.at(-1)[0] - samples[0][0]));
    line('frames of the browser, of the app', `${gaps.length}, ${drawn}`);
    line('dropped: longer than 1.5 frames', String(gaps.filter((gap) => gap > 1.5 * FRAME_MS).length), `longest ${ms(Math.max(...gaps))}, half ${ms(share(gaps, 0.5))}`);
    if (costs.length) line('script time of a frame, mean and 95th', `${ms(mean(costs))}, ${ms(share(costs, 0.95))}`);
    line('DOM operations per frame of the app', (operations.reduce((a, b) => a + b, 0) / Math.max(1, drawn)).toFixed(1), `most in one frame ${Math.max(...operations)}`);
  }, timeFrames);
}

// A page that was changed. It names what it needs in a script of its own, which its policy allows by its digest.
function changedPage(page, change) {
  const digest = (text) => {
    const script = /<script>(.*?)<\/script>/s.exec(text)?.[1];
    return script && createHash('sha256').update(script).digest('base64');
  };
  const changed = change(page);
  return digest(page) ? changed.replaceAll(digest(page), digest(changed)) : changed;
}

// The site with another event pack, for a run; its pages stay those of the event it was built for. They name the pack
// and say how large it is, or the app would refuse it. Nothing newer is published there.
async function withPack(pack, run) {
  const copy = mkdtempSync(join(tmpdir(), 'summit-large-'));
  try {
    cpSync(realpathSync(SITE), copy, {recursive: true, filter: (path) => !/\/(preview\/.|current\.json)/.test(path)});
    const write = (path, bytes) => {
      writeFileSync(path, bytes);
      writeFileSync(`${path}.br`, brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}}));
      writeFileSync(`${path}.gz`, gzipSync(bytes, {level: 5}));
    };
    const bytes = readFileSync(pack);
    const name = `event-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.pack`;
    write(join(copy, 'files', name), bytes);
    let renamed = 0;
    for (const page of readdirSync(copy, {recursive: true}).filter((path) => path.endsWith('.html'))) {
      const path = join(copy, page);
      const text = readFileSync(path, 'utf8');
      const other = changedPage(text, (page) => page.replace(/("url": ?"\/files\/)event-[^"]*\.pack(", ?"size": ?)\d+/, `$1${name}$2${bytes.length}`));
      if (other === text) continue;
      write(path, Buffer.from(other));
      ++renamed;
    }
    if (!renamed) throw new Error('no page names its pack as it was expected');
    return await run(await serve(copy));
  } finally {
    rmSync(copy, {recursive: true, force: true});
  }
}

// Opens the page, which has to start.
async function started(page, address) {
  await open(page, address);
  if (await page.evaluate(() => document.body.dataset.app) !== 'ready')
    throw new Error(`${address}: ${await page.evaluate(() => document.querySelector('[role=alert]')?.textContent)}`);
}

// One event: how long until the app is there and where that time goes, a scroll through its agenda, and the
// most elements that a page of it has.
async function measured(address) {
  const ready = [];
  for (let i = 0; i < 5; ++i)
    ready.push(await fresh(async (page) => {
      await started(page, address + AGENDA);
      return page.evaluate(() => {
        const pack = performance.getEntriesByType('resource').find(({name}) => /event-[^/]*\.pack$/.test(name));
        return {at: window.readyAt, fetched: pack?.responseEnd ?? NaN};
      });
    }, watchReady, WITHOUT_WORKER));
  const scrolled = await fresh(async (page) => {
    await started(page, address + AGENDA);
    await rest(page);
    return page.evaluate(async () => {
      const scroller = document.querySelector('#mirror main li').closest('.scroller');
      const most = Math.min(scroller.scrollHeight - scroller.clientHeight, 6000);
      const times = [];
      frameCosts.length = 0;
      for (let way = 0; way < most; way += 20) {
        scroller.scrollTop = way;
        times.push(await new Promise((frame) => untimedFrame(frame)));
      }
      return {gaps: times.slice(1).map((time, i) => time - times[i]), costs: [...frameCosts]};
    });
  }, timeFrames, WITHOUT_WORKER);
  const elements = [];
  await fresh(async (page) => {
    for (const path of ['', 'agenda/', 'agenda/?view=grid', 'map/', 'partners/', 'people/', 'themes/', 'news/', 'about/', 'road/', 'info/', 'board/', 'search/?q=su']) {
      await started(page, `${address}/kk/${path}`);
      await rest(page);
      elements.push(await page.evaluate(() => document.querySelectorAll('#mirror *').length));
    }
  }, undefined, WITHOUT_WORKER);
  const middle = (values) => share(values, 0.5);
  return {ready: middle(ready.map(({at}) => at)), fetched: middle(ready.map(({fetched}) => fetched)),
    gap: middle(scrolled.gaps), cost: middle(scrolled.costs), elements: Math.max(...elements)};
}

async function large() {
  const pack = process.env.SUMMIT_LARGE_PACK;
  if (!pack) return console.log('\nNo pack of 10,000 sessions: ./run bench makes one');
  title('10,000 sessions against those of the event, in the same run');
  const few = await measured(url);
  const many = await withPack(pack, measured);
  const against = (name, what, most) =>
    line(name, `${ms(few[what])}, ${ms(many[what])}`, bound(many[what] <= most * few[what], `${(many[what] / few[what]).toFixed(2)} times, at most ${most}`));
  against('frame while scrolling, half', 'gap', 1.3);
  line('  of it script, half', `${ms(few.cost)}, ${ms(many.cost)}`);
  against('page to app ready', 'ready', 3);
  line('  until the pack is there', `${ms(few.fetched)}, ${ms(many.fetched)}`);
  line('  reading it, and the first frame', `${ms(few.ready - few.fetched)}, ${ms(many.ready - many.fetched)}`);
  line('most elements in the mirror of a page', `${few.elements}, ${many.elements}`, bound(many.elements <= 1500, 'at most 1,500'));
}

// The plan of a level with a way on it, enlarged and moved by a finger: a step in each frame of the browser.
function movedPlan(address) {
  return fresh(async (page) => {
    await started(page, address);
    await rest(page);
    return page.evaluate(async () => {
      const plan = () => document.querySelector('#mirror .zoomable');
      const {left, top, width, height} = plan().getBoundingClientRect();
      const middle = {x: left + width / 2, y: top + height / 2};
      const times = [];
      const step = async (event) => {
        plan().dispatchEvent(event);
        times.push(await new Promise((frame) => untimedFrame(frame)));
      };
      const at = (by) => ({bubbles: true, cancelable: true, clientX: middle.x + by, clientY: middle.y - by});
      const zoom = (deltaY) => step(new WheelEvent('wheel', {...at(0), deltaY, ctrlKey: true}));
      const touch = (type, by) => step(new PointerEvent(type, {...at(by), pointerId: 7, pointerType: 'touch', isPrimary: true}));
      const framesBefore = summit.frames();
      frameCosts.length = 0;
      for (let round = 0; round < 3; ++round) {
        for (let i = 0; i < 20; ++i) await zoom(-10);
        await touch('pointerdown', 0);
        for (let i = 0; i < 80; ++i) await touch('pointermove', (i % 40 < 20 ? i % 20 : 20 - i % 20) * 4);
        await touch('pointerup', 0);
        for (let i = 0; i < 20; ++i) await zoom(10);
      }
      return {gaps: times.slice(1).map((time, i) => time - times[i]), costs: [...frameCosts], steps: times.length,
        drawn: summit.frames() - framesBefore};
    });
  }, timeFrames, WITHOUT_WORKER);
}

async function map() {
  const pack = process.env.SUMMIT_LARGE_MAP_PACK;
  if (!pack) return console.log('\nNo pack with a large venue: ./run bench makes one');
  title('A plan while it is enlarged and moved: 10 levels with 10,000 units against the event, in the same run');
  const few = await movedPlan(`${url}/kk/map/?from=main-entrance&to=plenary-hall`);
  const many = await withPack(pack, (address) => movedPlan(`${address}/kk/map/?from=room-0&to=room-39`));
  const half = (of) => share(of, 0.5);
  const against = (name, what, note) => line(name, `${ms(half(few[what]))}, ${ms(half(many[what]))}`, note);
  // The mean is held to the bound: half of the frames is a whole number of the display's, 3 or 4, and nothing between.
  const times = mean(many.gaps) / mean(few.gaps);
  line('frame, mean', `${ms(mean(few.gaps))}, ${ms(mean(many.gaps))}`, bound(times <= 1.3, `${times.toFixed(2)} times, at most 1.3`));
  against('frame, half', 'gaps', `${(half(many.gaps) / half(few.gaps)).toFixed(2)} times`);
  against('  of it script, half', 'costs', `${(half(many.costs) / half(few.costs)).toFixed(2)} times`);
  line('steps, frames of the app', `${few.steps}, ${few.drawn}`, `large: ${many.steps}, ${many.drawn}`);
}

// From the first sign of a visitor to the app in the page's place, its files fetched ahead.
async function wake() {
  title('From the first touch to data-app=ready, fetched ahead (median of 5)');
  for (const path of ['/en/', '/kk/agenda/']) {
    const times = [];
    for (let i = 0; i < 5; ++i) {
      times.push(await fresh(async (page) => {
        await page.goto(url + path, {waitUntil: 'networkidle'});
        await page.evaluate(() => {
          addEventListener('pointerdown', () => { window.touchedAt = performance.now(); }, {once: true, capture: true});
          new MutationObserver(() => { window.readyAt ??= performance.now(); }).observe(document.body, {attributeFilter: ['data-app']});
        });
        await page.touchscreen.tap(5, 500);
        await page.waitForFunction(() => window.readyAt);
        return page.evaluate(() => readyAt - touchedAt);
      }));
    }
    line(path, ms(share(times, 0.5)), `${ms(Math.min(...times))} to ${ms(Math.max(...times))}`);
  }
}

// What goes over the network until the page is at rest, by type, in bytes as sent.
async function bytes() {
  title('Bytes over the network for a first visit, compressed, headers included');
  for (const path of MEASURED) {
    await fresh(async (page) => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Network.enable');
      const types = new Map();
      const sent = {all: 0, document: 0, files: 0};
      devtools.on('Network.responseReceived', ({requestId, type}) => types.set(requestId, type));
      devtools.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
        sent.all += encodedDataLength;
        sent.files += 1;
        if (types.get(requestId) === 'Document') sent.document += encodedDataLength;
      });
      await open(page, path);
      await page.waitForLoadState('networkidle');
      const plain = (await (await fetch(url + path)).arrayBuffer()).byteLength;
      line(path, sent.all.toLocaleString('en'), `${sent.files} files; the page itself ${sent.document.toLocaleString('en')}, ${plain.toLocaleString('en')} unpacked`);
    });
  }
}

// Counts what passes between a browser and the site, in both directions, the service worker's too.
async function counting(site) {
  const {hostname, port} = new URL(site);
  const sent = {up: 0, down: 0};
  const middle = createServer((here) => {
    const there = connect(port, hostname);
    here.on('data', (part) => { sent.up += part.length; }).pipe(there);
    there.on('data', (part) => { sent.down += part.length; }).pipe(here);
    for (const end of [here, there]) end.on('error', () => { here.destroy(); there.destroy(); });
  });
  await new Promise((resolve) => { middle.listen(0, resolve); });
  return {
    address: `http://localhost:${middle.address().port}`,
    taken() {
      const before = {...sent};
      sent.up = sent.down = 0;
      return before;
    },
    close: () => middle.close(),
  };
}

// Makes of the site its next version: another program, and with it other pages and another worker.
function nextVersion(site) {
  const files = join(site, 'files');
  const former = readdirSync(files).find((file) => /\.wasm$/.test(file));
  const name = former.replace(/-[^-.]+\.wasm$/, '-next.wasm');
  const pack = (path, bytes) => {
    writeFileSync(path, bytes);
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_LGWIN]: 24}}));
    writeFileSync(`${path}.gz`, gzipSync(bytes));
    return createHash('sha384').update(bytes).digest();
  };
  // A section that means nothing.
  const program = pack(join(files, name), Buffer.concat([readFileSync(join(files, former)), Buffer.from([0, 2, 1, 120])]));
  let worker = readFileSync(join(site, 'sw.js'), 'utf8').replaceAll(former, name);
  const renew = (address, digest) => {
    const at = new RegExp(`("url":"${address.replaceAll('.', '\\.')}","revision":)(null|"[^"]*")(,"integrity":")[^"]*"`);
    worker = worker.replace(at, (_, url, revision, integrity) =>
      `${url}${revision === 'null' ? revision : `"${digest.toString('hex').slice(0, 12)}"`}${integrity}sha384-${digest.toString('base64')}"`);
  };
  renew(`/files/${name}`, program);
  for (const page of readdirSync(site, {recursive: true}).filter((path) => path.endsWith('.html'))) {
    const path = join(site, page);
    const before = readFileSync(path, 'utf8');
    renew(`/${page}`, pack(path, Buffer.from(changedPage(before, (text) => text.replaceAll(former, name)))));
  }
  pack(join(site, 'sw.js'), Buffer.from(worker));
}

// What three visits cost, all of it: the first, one when everything is kept, and one after which the next version of
// the app is kept.
async function visits() {
  title('Bytes over the network, both directions, headers and the service worker included');
  const copy = mkdtempSync(join(tmpdir(), 'summit-visits-'));
  cpSync(realpathSync(SITE), copy, {recursive: true, filter: (path) => !/\/preview\/./.test(path)});
  const counted = await counting(await serve(copy));
  const profile = await (await browser()).newContext(PHONE);
  const visit = async (name, then) => {
    const page = await profile.newPage();
    await open(page, `${counted.address}/kk/agenda/`);
    await kept(page);
    await then?.(page);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(2000);
    const {up, down} = counted.taken();
    line(name, (up + down).toLocaleString('en'), `${down.toLocaleString('en')} down`);
    await page.close();
  };
  try {
    await visit('first visit');
    await visit('second visit');
    nextVersion(copy);
    await visit('visit that brings the next app', async (page) => {
      await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
      await until(page, async () => (await navigator.serviceWorker.getRegistration()).waiting !== null);
    });
    await visit('visit after that');
  } finally {
    await profile.close();
    counted.close();
    rmSync(copy, {recursive: true, force: true});
  }
}

const bound = (kept, words) => `${words}: ${kept ? 'kept' : 'BROKEN'}`;

// Home while the event runs: the app starts by itself.
const RUNNING = `/en/?at=${encodeURIComponent('2026-04-22T10:30+05:00')}`;

async function lighthouses() {
  title('Lighthouse, as a phone on a slow network (median of 5)');
  for (const [path, least] of [...MEASURED.map((path) => [path, 0.98]), [RUNNING, 0.9]]) {
    const results = [];
    for (let i = 0; i < 5; ++i) results.push(await lighthouse(path));
    console.log(`  ${path}`);
    // No score, or no time: Lighthouse could not measure it, which happens under load.
    const score = (category) => results.map(({categories}) => categories[category].score ?? NaN);
    const time = (audit) => results.map(({audits}) => audits[audit].numericValue ?? NaN);
    const middle = (values) => share(values, 0.5);
    const against = (name, values, said, kept, words) =>
      line(`  ${name}`, said(middle(values)), [kept && bound(kept(middle(values)), words), `${said(Math.min(...values))} to ${said(Math.max(...values))}`].filter(Boolean).join('; '));
    const two = (value) => value.toFixed(2);
    against('performance', score('performance'), two, (value) => value >= least, `at least ${two(least)}`);
    if (path !== RUNNING) against('largest contentful paint', time('largest-contentful-paint'), ms, (value) => value <= 1000, 'at most 1,000 ms');
    against('cumulative layout shift', time('cumulative-layout-shift'), (value) => value.toFixed(3), (value) => value < 0.05, 'under 0.05');
    against('first contentful paint', time('first-contentful-paint'), ms);
    against('total blocking time', time('total-blocking-time'), ms);
    for (const category of ['accessibility', 'best-practices', 'seo']) {
      against(category, score(category), two, (value) => value === 1, '1.00');
      for (const reason of reasons(results[0], category)) console.log(`      ${reason.slice(0, 400)}`);
    }
  }
}

console.log(`In Chromium ${(await browser()).version()}, ${PHONE.viewport.width} × ${PHONE.viewport.height} at pixel ratio ${PHONE.deviceScaleFactor}, drawn by the processor`);
const parts = [start, wake, frames, scroll, large, map, bytes, visits, lighthouses];
const wanted = process.argv.slice(2);  // names of some, or nothing for all
for (const part of parts) if (wanted.length === 0 || wanted.includes(part.name)) await part();
await close();

// What browsers print: written pages and the running app, turned into text page by page.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {LANGUAGES, browser, event, go, message, rest, url, visit} from './browser.mjs';

const {sessions} = event('sessions');
const {rooms} = event('places');
const folded = (text) => text.replace(/[\s\u00ad\u2060]+/g, '');
const on = (day) => sessions.filter(({starts_at}) => starts_at.startsWith(day));

async function printed(page, options = {}) {
  const pdf = await page.pdf({format: 'A4', preferCSSPageSize: false, ...options});
  const pages = execFileSync('pdftotext', ['-layout', '-', '-'], {input: pdf}).toString().split('\f').slice(0, -1).map(folded);
  return {pages, text: pages.join('')};
}

// Without JavaScript, as the pages are written.
async function written(t, path) {
  const profile = await (await browser()).newContext({javaScriptEnabled: false});
  t.after(() => profile.close());
  const page = await profile.newPage();
  await page.goto(new URL(path, url).href);
  return page;
}

test('a written day is printed whole, and no session is split', async (t) => {
  const {pages, text} = await printed(await written(t, '/kk/agenda/2026-04-23/'));
  for (const {title} of on('2026-04-23')) {
    assert.ok(text.includes(folded(title.kk)), title.kk);
    assert.ok(pages.some((page) => page.includes(folded(title.kk))), `${title.kk} is split`);
  }
});

test('of the whole written agenda each day begins a page', async (t) => {
  const {pages} = await printed(await written(t, '/kk/agenda/'));
  // Breaks are called the same on each day.
  const own = (day) => on(day).filter(({title}) => sessions.every((one) => one.starts_at.startsWith(day) || !folded(one.title.kk).includes(folded(title.kk))));
  const first = (day) => pages.findIndex((page) => own(day).some(({title}) => page.includes(folded(title.kk))));
  const days = event('event').days.map(({date}) => date).filter((day) => on(day).length);
  for (const day of days.slice(1)) {
    const at = first(day);
    const before = days[days.indexOf(day) - 1];
    const late = own(before).filter(({title}) => pages[at].includes(folded(title.kk)));
    assert.deepEqual(late.map(({id}) => id), [], `${day} begins on page ${at + 1} with what is of ${before}`);
  }
});

test('the written home page is one sheet, with its partners, and nothing of it is a heading alone', async (t) => {
  for (const language of LANGUAGES) {
    const {pages, text} = await printed(await written(t, `/${language}/`));
    assert.equal(pages.length, 1, language);
    for (const {name, abbreviation} of event('partners').partners) assert.ok(text.includes(folded((abbreviation ?? name)[language])), name[language]);
    assert.ok(!text.includes(folded(message(language, 'home.explore'))));
  }
});

test('the running app prints home on few sheets, on each day of the year', async (t) => {
  for (const at of ['2026-04-15T10:00', '2026-04-23T11:10', '2026-05-30T10:00']) {
    const page = await visit(t, `/ru/?at=${at}%2B05:00`);
    await rest(page);
    const {pages, text} = await printed(page);
    assert.ok(pages.length <= 3, `${pages.length} sheets at ${at}`);
    for (const {name, abbreviation} of event('partners').partners) assert.ok(text.includes(folded((abbreviation ?? name).ru)), name.ru);
  }
});

test('a written door sign has a day on each page, with its code', async (t) => {
  const room = rooms.find(({id}) => new Set(sessions.filter((session) => session.room === id).map(({starts_at}) => starts_at.slice(0, 10))).size > 1);
  for (const options of [{}, {landscape: true}, {format: 'A3', landscape: true}]) {
    const page = await written(t, `/kk/door/${room.id}/`);
    const {pages} = await printed(page, options);
    const days = [...new Set(sessions.filter((session) => session.room === room.id).map(({starts_at}) => starts_at.slice(0, 10)))];
    for (const day of days) {
      const here = on(day).filter((session) => session.room === room.id);
      assert.ok(pages.some((text) => here.every(({title}) => text.includes(folded(title.kk)))), `${day} ${JSON.stringify(options)}`);
    }
    assert.equal(await page.locator('svg.code path').count(), 1);
  }
});

test('the running app prints a grid of a day with all its rooms, lying', async (t) => {
  const page = await visit(t, '/kk/agenda/?day=2026-04-23&view=grid', {context: {viewport: {width: 1280, height: 800}}});
  await rest(page);
  const before = await page.evaluate(() => document.querySelectorAll('#mirror *').length);
  for (const format of ['A4', 'A3']) {
    const {text} = await printed(page, {format, landscape: true});
    for (const {title, kind} of on('2026-04-23')) if (kind !== 'service') assert.ok(text.includes(folded(title.kk).slice(0, 6)), title.kk);
  }
  await rest(page);
  assert.ok(Math.abs(await page.evaluate(() => document.querySelectorAll('#mirror *').length) - before) < 50, 'the mirror is as it was');
});

test('a filtered agenda is printed as it is filtered', async (t) => {
  const theme = sessions.find(({themes}) => themes?.length).themes[0];
  const page = await visit(t, `/kk/agenda/?day=2026-04-22&theme=${theme}`);
  await rest(page);
  const {text} = await printed(page);
  assert.ok(text.includes(folded(message('kk', 'agenda.title'))));
  for (const {title, themes = [], id} of on('2026-04-22')) assert.equal(text.includes(folded(title.kk)), themes.includes(theme), id);
});

const wide = {viewport: {width: 1280, height: 800}};
async function running(t, path, context = wide) {
  const page = await visit(t, path, {context});
  await rest(page);
  return page;
}

test('in a wide window the running app prints the page, not what stands beside it', async (t) => {
  const at = '?at=2026-04-22T10:30%2B05:00';
  const [session] = sessions.filter(({id}) => id === 'clean-air');
  const {pages, text} = await printed(await running(t, `/en/agenda/${session.id}/${at}`));
  assert.equal(pages.length, 1, `${pages.length} sheets`);
  assert.ok(text.includes(folded(session.title.en)));
  assert.ok(!text.includes(folded(message('en', 'agenda.title') + message('en', 'filter.now'))));
  assert.ok(!text.includes(folded(sessions.find(({id}) => id === 'registration-22-april').title.en)), 'the list beside it');
  const home = await printed(await running(t, `/en/${at}`));
  assert.ok(home.pages.length <= 3, `home: ${home.pages.length} sheets`);
  const way = await printed(await running(t, '/en/map/?from=main-entrance&to=hall-3'));
  assert.equal(way.pages.length, 1, `the way: ${way.pages.length} sheets`);
  for (const {text: all} of [home, way]) assert.ok(!all.includes(folded(message('en', 'nav.search'))), 'search');
});

test('on the paper that the page asks for, a grid lies from its first sheet on', async (t) => {
  const {pages} = await printed(await running(t, '/en/agenda/?day=2026-04-23&view=grid'), {preferCSSPageSize: true});
  assert.equal(pages.length, 2, `${pages.length} sheets`);
  assert.ok(pages[0].includes(folded(message('en', 'agenda.title'))));
});

test('a full day as a written table is one sheet', async (t) => {
  for (const language of LANGUAGES) {
    const page = await written(t, `/${language}/agenda/2026-04-23/`);
    await page.locator('summary').click();
    const {pages} = await printed(page, {preferCSSPageSize: true});
    assert.equal(pages.length, 1, `${language}: ${pages.length} sheets`);
  }
});

test('what is put up is printed whole by the running app too', async (t) => {
  const room = 'hall-3';
  const days = [...new Set(sessions.filter((session) => session.room === room).map(({starts_at}) => starts_at.slice(0, 10)))];
  const door = await printed(await running(t, `/kk/door/${room}/`));
  assert.equal(door.pages.length, days.length);
  for (const {title} of sessions.filter((session) => session.room === room)) assert.ok(door.text.includes(folded(title.kk)), title.kk);
  const page = await running(t, '/ru/codes/');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const codes = await page.locator('#page svg.code').count();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(codes, (await (await fetch(new URL('/ru/codes/', url))).text()).split('<svg class="code').length - 1);
  assert.equal(await page.locator('#page').count(), 0);
  // From another page of the app, whose words the codes have too, that page.
  for (const path of ['/ru/map/', '/ru/search/']) {
    await go(page, path);
    await rest(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.locator('#page').count(), 1, path);
    assert.equal(await page.locator('#page svg.code').count(), 0, path);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  }
});

// The addresses that the codes of a PDF hold, as a camera reads them.
function scanned(pdf) {
  const folder = mkdtempSync(join(tmpdir(), 'summit-printed-'));
  try {
    writeFileSync(join(folder, 'sheets.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '200', '-gray', '-png', 'sheets.pdf', 'sheet'], {cwd: folder});
    const sheets = readdirSync(folder).filter((name) => name.endsWith('.png'));
    const said = execFileSync('zbarimg', ['--raw', '-q', '--nodbus', '-Sdisable', '-Sqrcode.enable', ...sheets], {cwd: folder}).toString();
    return [...new Set(said.trim().split('\n'))].sort();
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

test('what is put up is printed whole from anywhere in the running app, as it is written', async (t) => {
  // Come to from another page, in which nothing of it was written.
  const page = await running(t, '/kk/', {viewport: {width: 390, height: 844}});
  const room = 'hall-3';
  const days = [...new Set(sessions.filter((session) => session.room === room).map(({starts_at}) => starts_at.slice(0, 10)))];
  await go(page, `/kk/door/${room}/`);
  await rest(page);
  const pdf = await page.pdf({format: 'A4'});
  const pages = execFileSync('pdftotext', ['-layout', '-', '-'], {input: pdf}).toString().split('\f').slice(0, -1).map(folded);
  assert.equal(pages.length, days.length);
  days.forEach((day, i) => {
    for (const {title} of on(day).filter((session) => session.room === room)) assert.ok(pages[i].includes(folded(title.kk)), `${day}: ${title.kk}`);
    assert.ok(pages[i].includes(folded(rooms.find(({id}) => id === room).name.kk)), `${day}: the name of the room`);
  });
  assert.deepEqual(scanned(pdf), [new URL(`/kk/map/${room}/`, url).href]);

  await go(page, '/kk/codes/');
  await rest(page);
  const before = await page.evaluate(() => document.querySelectorAll('#mirror *').length);
  const codes = await page.pdf({format: 'A4'});
  const text = folded(execFileSync('pdftotext', ['-layout', '-', '-'], {input: codes}).toString());
  for (const {name} of rooms) assert.ok(text.includes(folded(name.kk)), name.kk);
  assert.deepEqual(scanned(codes), rooms.map(({id}) => new URL(`/kk/map/?here=${id}`, url).href).sort());
  await rest(page);
  assert.ok(Math.abs(await page.evaluate(() => document.querySelectorAll('#mirror *').length) - before) < 50, 'the mirror is as it was');
});

test('words one after another are told apart', async (t) => {
  const page = await written(t, '/en/');
  const pdf = await page.pdf({format: 'A4'});
  assert.match(execFileSync('pdftotext', ['-layout', '-', '-'], {input: pdf}).toString(), /UNFCCC, CBD, /);
});

test('a number stands beside what it counts, which runs over the whole line', async (t) => {
  const {text} = await printed(await running(t, '/en/road/'));
  for (const {title, text: told} of event('road').milestones) assert.ok(text.includes(folded(told.en.split('\n')[0])), title.en);
});

// A day is planned on a phone in Kazakh, kept over a reload, carried to a second profile by the link, exported to a
// calendar and printed: once by touch, once by keyboard alone.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {arrive, event, heading, message, open, plain, rest, visit} from './browser.mjs';
import {finger} from './finger.mjs';

const DAY = '2026-04-23';
const {sessions} = event('sessions');
// Three that anybody plans: in the morning, and not at the same time.
const planned = sessions.filter(({starts_at, kind}) => starts_at.startsWith(DAY) && kind !== 'service' && kind !== 'exhibition')
  .filter((one, i, all) => all.findIndex(({starts_at}) => starts_at === one.starts_at) === i).slice(0, 3);
const PHONE = {viewport: {width: 390, height: 844}, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'kk-KZ', acceptDownloads: true};

const folded = (text) => text.replace(/[\s\u00ad\u2060]+/g, '');
const star = (page, {title}) => page.getByRole('main').getByRole('button', {name: plain(message('kk', 'session.star_named').replace('{title}', title.kk)), exact: true}).first();
const link = (page, name) => page.getByRole('link', {name: message('kk', name), exact: true}).first();
const isOn = (page, session) => page.waitForFunction((name) => [...document.querySelectorAll('#mirror main button')].some((button) => button.getAttribute('aria-pressed') === 'true' && (button.getAttribute('aria-label') || button.textContent).replace(/[\s\u00a0]+/g, ' ').trim() === name), plain(message('kk', 'session.star_named').replace('{title}', session.title.kk)));
const stands = (page, session) => page.locator(`#mirror a[href^="/kk/agenda/${session.id}/"]`).first().waitFor({state: 'attached'});

// By keyboard: Tab until it has the focus.
async function tabTo(page, target) {
  await target.waitFor({state: 'attached'});
  for (let presses = 0; presses < 400; ++presses) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${target}`);
}

// `go(page, target)` presses it, in the visitor's way.
async function journey(t, context, makeGo) {
  const one = await visit(t, `/kk/agenda/?day=${DAY}`, {context});
  const go = await makeGo(one);
  await heading(one, message('kk', 'agenda.title'));
  await rest(one);
  for (const session of planned.slice(0, 2)) {
    await go(star(one, session));
    await isOn(one, session);
  }
  // In the middle of it the page is loaded anew.
  await open(one, `/kk/agenda/?day=${DAY}`);
  for (const session of planned.slice(0, 2)) await isOn(one, session);
  await rest(one);
  await go(star(one, planned[2]));
  await isOn(one, planned[2]);

  await open(one, '/kk/my/');
  await heading(one, message('kk', 'my.title'));
  for (const session of planned) await stands(one, session);

  const [download] = await Promise.all([one.waitForEvent('download'), go(link(one, 'my.calendar'))]);
  let calendar = '';
  for await (const part of await download.createReadStream()) calendar += part;
  for (const {id} of planned) assert.ok(calendar.replace(/\r\n /g, '').includes(`UID:${id}@`), id);
  assert.equal(calendar.match(/^BEGIN:VEVENT/gm).length, planned.length);

  const pdf = await one.pdf({format: 'A4'});
  const text = folded(execFileSync('pdftotext', ['-', '-'], {input: pdf}).toString());
  for (const {title} of planned) assert.ok(text.includes(folded(title.kk)), `on paper: ${title.kk}`);

  const href = await link(one, 'carry.link').getAttribute('href');
  const two = await visit(t, href, {context});
  const goThere = await makeGo(two);
  await rest(two);
  await goThere(two.getByRole('button', {name: message('kk', 'brought.take_over'), exact: true}));
  for (const session of planned) await stands(two, session);
  // Once more is no more.
  await open(two, href);
  await rest(two);
  for (const session of planned) await stands(two, session);
  await open(two, `/kk/agenda/?day=${DAY}`);
  await arrive(two, '/kk/agenda/');
  for (const session of planned) await isOn(two, session);
}

test('a day is planned by touch', (t) => journey(t, PHONE, async (page) => {
  const hand = await finger(page);
  return (target) => hand.tap(target);
}));

test('a day is planned by keyboard', (t) => journey(t, {viewport: {width: 1280, height: 800}, acceptDownloads: true}, async (page) => async (target) => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
  await rest(page);
}));

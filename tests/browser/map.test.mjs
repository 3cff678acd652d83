// From a session to its room, without stairs, beginning at the help desk: by touch on a phone, by keyboard alone,
// and by the names that somebody says who steers by voice. And two fingers as Safari tells of them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {arrive, event, heading, message, open, plain, rest, visit} from './browser.mjs';
import {finger} from './finger.mjs';

const {rooms, levels} = event('places');
const {sessions} = event('sessions');
// On the level above the desk's, so that there are stairs to be avoided; further up the lift is faster anyway.
const level = (id) => levels.find((one) => one.id === id);
const desk = rooms.find(({id}) => id === 'information-desk');
const session = sessions.find(({room}) => {
  const its = rooms.find(({id}) => id === room);
  return its && level(its.level).site === level(desk.level).site && level(its.level).number === level(desk.level).number + 1;
});
const room = rooms.find(({id}) => id === session.room);
const PHONE = {viewport: {width: 390, height: 844}, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'ru-RU'};
const LANGUAGE = 'ru';
const said = (key) => plain(message(LANGUAGE, key));
const link = (page, name) => page.locator('#mirror').getByRole('link', {name, exact: true}).first();
const to = (page, part) => page.locator(`#mirror main a[href*="${part}"]`).first();

// `press(target)` presses it, in the visitor's way.
async function journey(page, press) {
  await heading(page, session.title[LANGUAGE]);
  await press(link(page, said('session.show_on_map')));
  await arrive(page, `/${LANGUAGE}/map/${room.id}/`);
  await press(link(page, said('route.there')));
  await arrive(page, `/${LANGUAGE}/map/`);
  // The desks of the venue; the nearest is that of the building.
  await press(link(page, said('near.information')));
  await press(to(page, `from=${desk.id}&to=${room.id}`));
  await page.waitForFunction((wanted) => location.search.includes(wanted), `from=${desk.id}&to=${room.id}`);
  await press(to(page, 'step-free=1'));
  await page.waitForFunction(() => location.search.includes('step-free=1'));
  await rest(page);
  const steps = await page.locator('#mirror').getByRole('list', {name: said('route.steps'), exact: true}).first().innerText();
  assert.ok(plain(steps).includes('Поднимитесь на лифте'), steps);
  assert.ok(!/лестниц|эскалатор/i.test(plain(steps).replace(/(Слева|Справа)[^.]*\./g, '')), steps);
  // Each step is tied to its place: the last one shows the level of the room.
  const links = page.locator('#mirror').getByRole('list', {name: said('route.steps'), exact: true}).first().getByRole('link');
  await press(links.last());
  await page.waitForFunction(() => /[?&]step=\d/.test(location.search));
  await rest(page);
  const plan = page.locator('#mirror .zoomable').first();
  assert.ok(plain(await plan.getAttribute('aria-label')).includes(plain(level(room.level).name[LANGUAGE])));
}

const path = `/${LANGUAGE}/agenda/${session.id}/`;

test('by touch on a phone', async (t) => {
  const page = await visit(t, path, {context: PHONE});
  const hand = await finger(page);
  await rest(page);
  await journey(page, (target) => hand.tap(target));
});

test('by keyboard alone', async (t) => {
  const page = await visit(t, path, {context: {viewport: {width: 1280, height: 800}, locale: 'ru-RU'}});
  await rest(page);
  await journey(page, async (target) => {
    await target.waitFor({state: 'attached'});
    for (let presses = 0; presses < 400; ++presses) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        await page.keyboard.press('Enter');
        return rest(page);
      }
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not lead to ${target}`);
  });
});

test('by names, as voice control has it: what is seen on a thing is in what it is called', async (t) => {
  const page = await visit(t, path, {context: {viewport: {width: 1280, height: 800}, locale: 'ru-RU'}});
  await rest(page);
  await journey(page, async (target) => {
    await target.waitFor({state: 'attached'});
    await target.evaluate((element) => element.click());
    await rest(page);
  });
  const unlike = await page.evaluate(() => {
    const clean = (text) => (text ?? '').replace(/[\s\u00a0\u202f\u2060\u00ad]+/g, ' ').trim().toLowerCase();
    return [...document.querySelectorAll('#mirror main :is(a, button)')].filter((element) => {
      const seen = clean(element.innerText), called = element.getAttribute('aria-label');
      return called !== null && seen !== '' && !clean(called).includes(seen.split('\n')[0]);
    }).map((element) => `${element.getAttribute('aria-label')}: ${element.innerText}`);
  });
  assert.deepEqual(unlike, []);
});

test('two fingers on a touchpad enlarge the plan in Safari, which tells of them as a gesture', async (t) => {
  const page = await visit(t, `/${LANGUAGE}/map/`, {context: {viewport: {width: 1280, height: 800}}});
  await rest(page);
  const plan = page.locator('#mirror .zoomable').first();
  await plan.waitFor({state: 'attached'});
  assert.equal(await plan.evaluate((element) => element.classList.contains('zoomed')), false);
  const taken = await plan.evaluate((element) => {
    const {left, top, width, height} = element.getBoundingClientRect();
    const tell = (type, scale) => {
      const event = new MouseEvent(type, {bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2});
      Object.defineProperty(event, 'scale', {value: scale});
      return !element.dispatchEvent(event);
    };
    return [tell('gesturestart', 1), tell('gesturechange', 1.5), tell('gesturechange', 2)];
  });
  assert.deepEqual(taken, [true, true, true]);
  await page.waitForFunction(() => document.querySelector('#mirror .zoomable').classList.contains('zoomed'));
  // Back as it was: together the steps of a gesture are as much as its end.
  await plan.evaluate((element) => {
    const {left, top, width, height} = element.getBoundingClientRect();
    for (const [type, scale] of [['gesturestart', 1], ['gesturechange', 0.7], ['gesturechange', 0.5]]) {
      const event = new MouseEvent(type, {bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2});
      Object.defineProperty(event, 'scale', {value: scale});
      element.dispatchEvent(event);
    }
  });
  await page.waitForFunction(() => !document.querySelector('#mirror .zoomable').classList.contains('zoomed'));
});

test('where one stands is marked on the plan by a finger, and the way begins there', async (t) => {
  const page = await visit(t, `/${LANGUAGE}/map/`, {context: PHONE});
  const hand = await finger(page);
  await rest(page);
  await hand.tap(link(page, said('map.say_here')));
  await page.waitForFunction(() => location.search.includes('mark=here'));
  await rest(page);
  await hand.tap(page.locator('#mirror').getByRole('button', {name: said('map.mark_here'), exact: true}));
  await page.waitForFunction(() => /[?&]here=congress-1/.test(location.search));
  await rest(page);
  await hand.tap(to(page, 'from=congress-1'));
  await page.waitForFunction(() => /[?&]from=congress-1/.test(location.search));
  // Kept when the page is loaded anew.
  await open(page, await page.evaluate(() => location.pathname + location.search));
  await page.locator('#mirror').getByRole('list', {name: said('route.steps'), exact: true}).first().waitFor({state: 'attached'});
});

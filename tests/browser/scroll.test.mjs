// The browser scrolls, the picture follows: wheel, finger, keys, focus, search.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {arrive, event, message, rest, visit} from './browser.mjs';
import {textLiesOnPicture} from './picture.mjs';

const offset = (page) => page.evaluate(() => document.querySelector('#mirror .scroller').scrollTop);
const cards = (page) => page.getByRole('main').getByRole('listitem');
const scrolledTo = (page, wanted) => page.waitForFunction((top) => Math.abs(document.querySelector('#mirror .scroller').scrollTop - top) < 1, wanted);

test('scrolling moves the picture and touches the DOM nowhere', async (t) => {
  const page = await visit(t, '/en/partners/');
  await page.mouse.move(200, 500);
  await rest(page);
  const count = () => page.evaluate(() => [summit.frames(), summit.domOps()]);
  const [framesBefore, before] = await count();
  for (let i = 0; i < 5; ++i) {
    await page.mouse.wheel(0, 61);
    await rest(page);
  }
  const [framesAfter, after] = await count();
  t.diagnostic(`${after - before} DOM operations in ${framesAfter - framesBefore} frames`);
  assert.equal(await offset(page), 305);
  assert.ok(framesAfter > framesBefore);
  assert.equal(after, before);
  await textLiesOnPicture(t, page, '#mirror main li a');
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollTop), 0, 'the page itself never scrolls');
});

test('fractions of a point touch the DOM nowhere either', async (t) => {
  const page = await visit(t, '/en/agenda/', {context: {deviceScaleFactor: 3}});
  await rest(page);
  const before = await page.evaluate(() => summit.domOps());
  for (const top of [0.4, 33.34, 99.67, 150.5, 151.5]) {
    await page.evaluate((to) => { document.querySelector('#mirror .scroller').scrollTop = to; }, top);
    await rest(page);
  }
  assert.equal(await page.evaluate(() => summit.domOps()), before);
});

test('the end of the page is the end of the content', async (t) => {
  for (const path of ['/en/', '/en/agenda/', '/en/partners/', '/en/settings/', '/en/map/']) {
    const page = await visit(t, path);
    const ops = await page.evaluate(() => summit.domOps());
    await page.evaluate(() => { document.querySelector('#mirror .scroller').scrollTop = 1e6; });
    await rest(page);
    const [area, content] = await page.evaluate(() => {
      const scroller = document.querySelector('#mirror .scroller');
      return [scroller.scrollHeight, Math.max(scroller.clientHeight, scroller.firstChild.offsetHeight)];
    });
    assert.ok(Math.abs(area - content) <= 1, `${path}: ${area} for ${content}`);
    assert.equal(await page.evaluate(() => summit.domOps()), ops, 'the app agrees');
  }
});

test('keys scroll, with the focus in the page and outside of it', async (t) => {
  const page = await visit(t, '/en/partners/');
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => document.querySelector('#mirror .scroller').scrollTop > 300);
  await page.keyboard.press('Home');
  await scrolledTo(page, 0);
  await rest(page);
  await cards(page).first().getByRole('link').focus();
  for (const [key, far] of [['PageDown', 300], ['ArrowDown', 10], [' ', 300], ['End', 100]]) {
    const before = await offset(page);
    await page.keyboard.press(key);
    await page.waitForFunction((top) => document.querySelector('#mirror .scroller').scrollTop > top, before + far);
    await rest(page);
  }
  await page.keyboard.press('Home');
  await scrolledTo(page, 0);
});

test('the focus scrolls to where it goes', async (t) => {
  const page = await visit(t, '/en/partners/');
  await cards(page).first().getByRole('link').focus();
  for (let i = 0; i < 15; ++i) await page.keyboard.press('Tab');
  await rest(page);
  const box = await page.evaluate(() => {
    const {top, bottom} = document.activeElement.getBoundingClientRect();
    const area = document.activeElement.closest('.scroller').getBoundingClientRect();
    return {inside: top >= area.top - 1 && bottom <= area.bottom + 1, link: document.activeElement.tagName};
  });
  assert.deepEqual(box, {inside: true, link: 'A'});
  assert.ok(await offset(page) > 0);
});

test('text far down the page can be found', async (t) => {
  const page = await visit(t, '/en/partners/');
  const text = await cards(page).last().getByRole('link').innerText();
  assert.ok(await page.evaluate((wanted) => window.find(wanted, true), text));
  await page.waitForFunction((wanted) => {
    const box = [...document.querySelectorAll('#mirror main li')].at(-1).getBoundingClientRect();
    return box.top > 0 && box.bottom < innerHeight && String(getSelection()) === wanted;
  }, text);
  await rest(page);
  await page.evaluate(() => getSelection().removeAllRanges());
  await textLiesOnPicture(t, page, '#mirror main li:last-child a');
});

test('the way back leads to the same place, a new way to the top', async (t) => {
  const page = await visit(t, '/en/partners/');
  await page.mouse.move(200, 500);
  await page.mouse.wheel(0, 700);
  await scrolledTo(page, 700);
  await rest(page);
  const path = await page.evaluate(() => {
    const link = document.elementFromPoint(150, 420).closest('a');
    link.click();
    return link.getAttribute('href');
  });
  await arrive(page, path);
  await rest(page);
  assert.equal(await offset(page), 0);
  await page.goBack();
  await arrive(page, '/en/partners/');
  await scrolledTo(page, 700);
  await rest(page);
  assert.equal(await offset(page), 700);
  await textLiesOnPicture(t, page, '#mirror main li a');
  await page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.home')}).click();
  await arrive(page, '/en/');
  await page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.partners')}).click();
  await arrive(page, '/en/partners/');
  await rest(page);
  assert.equal(await offset(page), 0);
});

test('a list that becomes shorter and longer again stays with what is there', async (t) => {
  const page = await visit(t, '/en/partners/');
  const field = page.getByRole('searchbox');
  await field.fill('bank');
  await rest(page);
  await field.fill('');
  await rest(page);
  await page.mouse.move(200, 500);
  await page.mouse.wheel(0, 400);
  await scrolledTo(page, 400);
  // A star, a choice: nodes change, the place stays.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await rest(page);
  assert.equal(await offset(page), 400);
  // The rest of the list fits: the app and the browser agree on the top.
  await field.evaluate((input) => {
    input.value = 'bank';
    input.dispatchEvent(new Event('input', {bubbles: true}));
  });
  await rest(page);
  await textLiesOnPicture(t, page, '#mirror main li a');
});

// What a finger does, as the browser's own input sees it.
async function finger(page) {
  const session = await page.context().newCDPSession(page);
  return (type, x, y) => session.send('Input.dispatchTouchEvent', {type, touchPoints: type === 'touchEnd' ? [] : [{x, y}]});
}

test('a finger that drags scrolls and presses nothing', async (t) => {
  const page = await visit(t, '/en/partners/', {context: {hasTouch: true}});
  const touch = await finger(page);
  const box = await cards(page).nth(3).boundingBox();
  const y = box.y + box.height / 2;
  await touch('touchStart', 60, y);
  for (let moved = 10; moved <= 200; moved += 10) await touch('touchMove', 60, y - moved);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await touch('touchEnd');
  await rest(page);
  assert.ok(await offset(page) >= 150, 'the list followed the finger');
  assert.equal(new URL(page.url()).pathname, '/en/partners/');
  await textLiesOnPicture(t, page, '#mirror main li a');
  // One that goes sideways is no tap either.
  await touch('touchStart', 60, y);
  for (let moved = 10; moved <= 100; moved += 10) await touch('touchMove', 60 + moved, y);
  await touch('touchEnd');
  await rest(page);
  assert.equal(new URL(page.url()).pathname, '/en/partners/');
});

test('a finger that stops a fling presses nothing: only a click makes a tap', async (t) => {
  const page = await visit(t, '/en/agenda/', {context: {hasTouch: true}});
  const link = cards(page).nth(1).getByRole('link');
  // The browser keeps the click to itself when the finger has stopped something.
  const fingers = (names) => link.evaluate((target, wanted) => {
    const {left, top} = target.getBoundingClientRect();
    const at = {bubbles: true, cancelable: true, clientX: left + 60, clientY: top + 30, pointerId: 7, pointerType: 'touch', detail: 1};
    for (const name of wanted) target.dispatchEvent(new PointerEvent(name, at));
  }, names);
  await fingers(['pointerdown', 'pointerup']);
  await rest(page);
  assert.equal(new URL(page.url()).pathname, '/en/agenda/');
  const path = await link.getAttribute('href');
  await fingers(['pointerdown', 'pointerup', 'click']);
  await arrive(page, path);
});

test('pulling down at the top is the browser\'s', async (t) => {
  const page = await visit(t, '/en/partners/');
  const styles = await page.evaluate(() => [document.documentElement, document.body, document.querySelector('#mirror .scroller')]
    .map((element) => getComputedStyle(element)).map(({overscrollBehaviorY, overflowY}) => [overscrollBehaviorY, overflowY]));
  assert.deepEqual(styles, [['auto', 'visible'], ['auto', 'visible'], ['auto', 'auto']]);
});

test('on a desktop two areas scroll by themselves', async (t) => {
  const page = await visit(t, `/en/themes/${event('themes').themes[0].id}/`, {context: {viewport: {width: 1280, height: 500}, deviceScaleFactor: 2}});
  await rest(page);
  assert.equal(await page.locator('#mirror .scroller').count(), 2);
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 150);
  await scrolledTo(page, 150);
  await rest(page);
  await page.mouse.click(400, 300);
  await page.waitForFunction((before) => location.pathname !== before, new URL(page.url()).pathname);
  await rest(page);
  await scrolledTo(page, 150);
  await textLiesOnPicture(t, page, '#mirror main li a');
});

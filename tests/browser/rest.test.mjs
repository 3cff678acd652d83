// At rest nothing runs: no frames, no timers, no change of the DOM.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {rest, visit} from './browser.mjs';

// Counts everything that could wake the page, whoever asked for it.
async function countWakers(page) {
  await page.addInitScript(() => {
    window.wakers = {requests: 0, timeouts: 0, intervals: 0};
    const {requestAnimationFrame, setTimeout, setInterval} = window;
    window.requestAnimationFrame = (callback) => { ++wakers.requests; return requestAnimationFrame(callback); };
    window.setTimeout = (...rest) => { ++wakers.timeouts; return setTimeout(...rest); };
    window.setInterval = (...rest) => { ++wakers.intervals; return setInterval(...rest); };
  });
}

// After the summit nothing is due any more, whatever day it is when this runs.
const afterSummit = (page) => page.addInitScript(() => {
  const ahead = Date.parse('2026-05-10T12:00:00+05:00') - Date.now();
  const {now} = Date;
  Date.now = () => now() + ahead;
});

test('10 s without input draw no frame, set no timer and touch nothing', async (t) => {
  // The organisers' server is asked once; the next time is three minutes away.
  let asked;
  const page = await visit(t, '/en/', {
    before: async (p) => {
      asked = p.waitForResponse(/current\.json/);
      await countWakers(p);
      await afterSummit(p);
    },
  });
  await asked;
  await page.mouse.move(200, 300);
  await rest(page);
  const count = () => page.evaluate(() => ({
    frames: summit.frames(), timers: summit.timers(), busy: summit.busy(), domOps: summit.domOps(), ...wakers,
  }));
  // On a slow machine what belongs to the start, and what follows the answer of the server, comes later.
  const settled = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  let before = await count();
  for (let tries = 0, earlier; tries < 8 && !settled(before, earlier); ++tries) {
    earlier = before;
    await new Promise((resolve) => setTimeout(resolve, 4000));
    before = await count();
  }
  // The page is not asked anything in between: that would be an input.
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  const after = await count();
  t.diagnostic(`frames ${before.frames} and 10 s later ${after.frames}; DOM operations ${before.domOps} and ${after.domOps}`);
  assert.deepEqual(after, before);
  assert.equal(after.timers, 0);
  assert.equal(after.busy, false);
  assert.equal(after.intervals, 0);
});

test('a frame with no change touches the DOM nowhere', async (t) => {
  const page = await visit(t, '/en/agenda/');
  await rest(page);
  const before = await page.evaluate(() => summit.domOps());
  const frames = await page.evaluate(() => summit.frames());
  // Coming back to the tab draws a frame; nothing is different in it.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.waitForFunction((drawn) => summit.frames() > drawn, frames);
  await rest(page);
  assert.equal(await page.evaluate(() => summit.domOps()), before);
});

// A finger on an emulated touch screen, moved the way hands move: over the DevTools
// protocol, so that the browser makes its gestures out of it.
import assert from 'node:assert/strict';
import {rest} from './browser.mjs';

// Between two moves of a finger, as screens report them.
const STEP_S = 0.016;

export async function finger(page) {
  const devtools = await page.context().newCDPSession(page);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  // Events carry the time at which a hand would have made them, and are sent without
  // waiting for the page in between: a machine that is slow does not slow the finger.
  let time_s = 0;
  let sent = [];
  const send = (type, at, after_s) => {
    time_s = Math.max(time_s + after_s, type === 'touchStart' ? Date.now() / 1000 : 0);
    sent.push(devtools.send('Input.dispatchTouchEvent', {type, touchPoints: at ? [at] : [], timestamp: time_s}));
  };
  async function arrived() {
    await Promise.all(sent);
    sent = [];
  }
  const down = (at) => (send('touchStart', at, 0), arrived());
  const up = () => (send('touchEnd', null, STEP_S), arrived());

  function move(from, to, steps) {
    for (let step = 1; step <= steps; ++step)
      send('touchMove', {x: from.x + (to.x - from.x) * step / steps, y: from.y + (to.y - from.y) * step / steps}, STEP_S);
  }

  // The middle of what is there to be touched: in view and with nothing over it.
  const middle = (target) => target.evaluate((element) => {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    const at = {x: (left + right) / 2, y: (top + bottom) / 2};
    const hit = document.elementFromPoint(at.x, at.y);
    return hit && (hit === element || element.contains(hit) || hit.contains(element)) ? at : null;
  });
  const reachable = async (target) => await middle(target) !== null;

  // Drags and rests before it leaves, so that nothing goes on afterwards.
  async function drag(from, to) {
    send('touchStart', from, 0);
    move(from, to, 12);
    send('touchMove', to, 0.2);
    send('touchEnd', null, 0.2);
    await arrived();
  }

  // Moves by `dy` in a tenth of a second and leaves while it is moving.
  async function fling(from, dy) {
    send('touchStart', from, 0);
    move(from, {x: from.x, y: from.y + dy}, 6);
    send('touchEnd', null, STEP_S / 2);
    await arrived();
  }

  // Flings until `target` is near, and drags it into the middle, as one does who sees where it is.
  async function flingTo(target) {
    const {width, height} = page.viewportSize();
    for (let moves = 0; moves < 40; ++moves) {
      await settled(target);
      if (await reachable(target)) return;
      const {y, height: tall} = await target.evaluate((element) => element.getBoundingClientRect().toJSON());
      const away = y + tall / 2 - height / 2;
      if (Math.abs(away) > height) {
        await fling({x: width / 2, y: height * 0.75}, away > 0 ? -160 : 160);
        continue;
      }
      const dy = Math.max(-height / 3, Math.min(height / 3, -away));
      await drag({x: width / 2, y: height / 2 - dy / 2}, {x: width / 2, y: height / 2 + dy / 2});
    }
    assert.fail(`flings do not lead to ${target}`);
  }

  // Until a place on the page has stood still for a moment.
  async function settled(target) {
    await rest(page);
    for (let before = NaN, tries = 0; tries < 100; ++tries) {
      const now = await target.evaluate((element) => element.getBoundingClientRect().top);
      if (now === before) return;
      before = now;
      await wait(100);
    }
    assert.fail('the page does not come to rest');
  }

  // Taps it; what lies outside of the window is dragged there first.
  async function tap(target) {
    await target.waitFor({state: 'attached'});
    await settled(target);
    if (!await reachable(target)) await flingTo(target);
    const at = await middle(target);
    send('touchStart', at, 0);
    send('touchEnd', null, 0.04);
    await arrived();
    await rest(page);
  }

  return {down, up, drag, fling, flingTo, tap, reachable, settled};
}

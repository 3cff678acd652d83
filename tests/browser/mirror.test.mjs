// What the mirror says, and that its text lies where it is drawn.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LANGUAGES, arrive, event, heading, message, rest, visit} from './browser.mjs';
import {textLiesOnPicture} from './picture.mjs';

const session = event('sessions').sessions.find(({id}) => id === 'official-opening');
// A number on a disc, as of unread notices, is seen as the disc.
const ALL = '#mirror :is(h1, h2, h3, p, a, button, [role=status]):not([class~=zoomable] *, [role=note])';

const PAGES = {
  kk: ['', 'agenda/?at=2026-04-22T10:30+05:00', 'settings/', 'about/'],
  ru: [`agenda/${session.id}/`, 'partners/', 'map/'],
  en: ['', 'info/', 'search/?q=energy'],
};
for (const language of LANGUAGES) {
  test(`text lies over what is drawn (${language})`, async (t) => {
    for (const path of PAGES[language]) {
      const page = await visit(t, `/${language}/${path}`, {context: {deviceScaleFactor: 2}});
      await rest(page);
      await page.evaluate(() => document.fonts.ready);
      await textLiesOnPicture(t, page, ALL);
    }
  });
}

test('text lies over what is drawn, at other widths and sizes', async (t) => {
  for (const [viewport, deviceScaleFactor] of [[{width: 1280, height: 800}, 1], [{width: 800, height: 1100}, 1.5], [{width: 360, height: 640}, 3]]) {
    const page = await visit(t, '/ru/agenda/', {context: {viewport, deviceScaleFactor}});
    await rest(page);
    await textLiesOnPicture(t, page, ALL);
  }
});

test('groups of choices: one stop for Tab, arrows choose', async (t) => {
  const page = await visit(t, '/en/agenda/');
  const tabs = page.getByRole('tab');
  const stops = () => tabs.evaluateAll((all) => all.map((tab) => tab.tabIndex));
  assert.equal((await stops()).filter((index) => index === 0).length, 1);
  await page.locator('[role=tab][aria-selected=true]').focus();
  const selected = () => tabs.evaluateAll((all) => all.findIndex((tab) => tab.ariaSelected === 'true'));
  const focused = () => tabs.evaluateAll((all) => all.indexOf(document.activeElement));
  const start = await selected();
  const count = await tabs.count();
  for (const [key, by] of [['ArrowRight', 1], ['ArrowRight', 1], ['ArrowLeft', -1], ['ArrowDown', 1]]) {
    const wanted = (await selected() + by + count) % count;
    await page.keyboard.press(key);
    await page.waitForFunction((index) => document.querySelectorAll('[role=tab]')[index].ariaSelected === 'true', wanted);
    await rest(page);
    assert.equal(await focused(), wanted);
    assert.deepEqual(await stops(), [...Array(count).keys()].map((index) => (index === wanted ? 0 : -1)));
  }
  assert.notEqual(start, -1);
  // On and back again is one step each.
  await page.keyboard.press('Tab');
  assert.equal(await focused(), -1);
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), await selected());
});

test('radios lead nowhere by themselves', async (t) => {
  const page = await visit(t, '/en/settings/');
  assert.ok(await page.getByRole('radio').count() > 0);
  assert.equal(await page.locator('#mirror [role=radio][href]').count(), 0);
  for (const group of await page.getByRole('radiogroup').all()) assert.equal(await group.locator('[role=radio]:not([tabindex="-1"])').count(), 1);
  const first = page.getByRole('radiogroup').first();
  await first.locator('[aria-checked=true]').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.documentElement.lang !== 'en');
  await rest(page);
  assert.ok(await first.evaluate((group) => group.contains(document.activeElement)));
});

test('roles, names and languages', async (t) => {
  for (const path of ['', 'agenda/', 'partners/', 'settings/', 'map/', 'search/?q=energy']) {
    const page = await visit(t, `/en/${path}`);
    const problems = await page.evaluate(() => {
      const wrong = [];
      const name = (element) => element.getAttribute('aria-label') || element.textContent;
      for (const element of document.querySelectorAll('#mirror *')) {
        const say = (what) => wrong.push(`${what}: ${element.outerHTML.slice(0, 200)}`);
        const role = element.getAttribute('role');
        if (['group', 'img', 'progressbar', 'dialog', 'radiogroup', 'tablist'].includes(role) && !element.getAttribute('aria-label')) say('no name');
        if (element.matches('a, button, input, h1, h2, h3') && !name(element)) say('no name');
        if (element.matches('p, div:not([role]), li') && element.hasAttribute('aria-label') && !role) say('a name where none can be');
        if (element.matches('ul > :not(li)') || (element.tagName === 'LI' && element.parentElement.tagName !== 'UL')) say('list');
        if (role === 'progressbar' && !['valuenow', 'valuemin', 'valuemax'].every((part) => element.hasAttribute(`aria-${part}`))) say('progress');
      }
      return wrong;
    });
    assert.deepEqual(problems, [], path);
  }
  const page = await visit(t, '/en/settings/');
  assert.equal(await page.getByRole('main').getByRole('radio', {name: 'Қазақша'}).getAttribute('lang'), 'kk');
  assert.equal(await page.locator('#canvas').getAttribute('aria-hidden'), 'true');
});

test('how many there are is told in one piece, by an element that was there before', async (t) => {
  const page = await visit(t, '/en/partners/');
  await rest(page);
  await page.evaluate(() => {
    window.told = [];
    const region = document.querySelector('#mirror main [role=status]');
    new MutationObserver((changes) => changes.forEach(({type, target}) => told.push(`${type} ${target.textContent}`)))
      .observe(region, {childList: true, characterData: true, subtree: true});
  });
  await page.getByRole('searchbox').fill('bank');
  await rest(page);
  const told = await page.evaluate(() => window.told);
  assert.equal(told.length, 1, told.join('; '));
  assert.equal(told[0], `characterData ${await page.locator('#mirror main [role=status]').textContent()}`);
});

test('Escape leaves a field; letters outside of it are no text', async (t) => {
  const page = await visit(t, '/en/partners/');
  const field = page.getByRole('searchbox');
  await field.click();
  await page.keyboard.type('un?');
  assert.equal(await field.inputValue(), 'un?');
  await page.keyboard.press('Escape');
  assert.ok(await field.evaluate((input) => input !== document.activeElement));
  assert.equal(await field.inputValue(), 'un?');
  for (const key of ['q', 'Z', '7', '+', '-']) await page.keyboard.press(key);
  await rest(page);
  assert.equal(await field.inputValue(), 'un?');
  assert.equal(new URL(page.url()).pathname, '/en/partners/');
  for (const [name, value] of [['inputmode', 'search'], ['enterkeyhint', 'search'], ['autocapitalize', 'off'], ['spellcheck', 'false']])
    assert.equal(await field.getAttribute(name), value);
});

test('the text follows the size that the visitor chose in the browser', async (t) => {
  const page = await visit(t, '/en/info/');
  const size = () => page.locator('#mirror h1').evaluate((title) => parseFloat(title.style.fontSize));
  const usual = await size();
  await page.evaluate(() => { probe.style.height = '150px'; });
  await rest(page);
  t.diagnostic(`${usual} and ${await size()} points`);
  assert.ok(await size() > usual * 1.2);
  await page.evaluate(() => { probe.style.height = '300px'; });
  await rest(page);
  assert.ok(await size() <= usual * 2);
  await page.evaluate(() => { probe.style.height = ''; });
  await rest(page);
  assert.equal(await size(), usual);
});

test('an element without a size can still have the focus', async (t) => {
  const page = await visit(t, '/en/');
  assert.ok(await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#';
    link.style.cssText = 'left:0;top:0;width:0;height:0';
    link.setAttribute('aria-label', 'x');
    document.getElementById('mirror').append(link);
    link.focus();
    const focused = document.activeElement === link;
    link.remove();
    return focused;
  }));
});

test('without WebGL a point is one pixel', async (t) => {
  const page = await visit(t, '/en/', {context: {deviceScaleFactor: 2}, before: (p) => p.addInitScript(() => {
    const {getContext} = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : getContext.call(this, kind, ...rest); };
  })});
  await rest(page);
  assert.deepEqual(await page.evaluate(() => [canvas.width, canvas.height]), [390, 844]);
  await page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.map')}).click();
  await arrive(page, '/en/map/');
});

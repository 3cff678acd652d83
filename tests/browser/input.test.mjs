// Hands on the mirror: mouse, finger, keyboard and scripts press exactly once;
// fields take Kazakh; the language changes at once and is remembered.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LANGUAGES, arrive, event, heading, message, open, plain, rest, visit} from './browser.mjs';

const session = event('sessions').sessions.find(({id}) => id === 'official-opening');
const star = (page) => page.locator('#mirror button[aria-pressed]').first();

async function pressed(page, wanted) {
  await page.waitForFunction((value) => document.querySelector('#mirror button[aria-pressed]')?.getAttribute('aria-pressed') === value, String(wanted));
  await rest(page);
  assert.equal(await star(page).getAttribute('aria-pressed'), String(wanted), 'pressed once, not twice');
}

test('a button is pressed once, whoever presses it', async (t) => {
  const page = await visit(t, `/en/agenda/${session.id}/`, {context: {hasTouch: true}});
  await pressed(page, false);
  await star(page).click();
  await pressed(page, true);
  await star(page).press('Enter');
  await pressed(page, false);
  await star(page).press(' ');
  await pressed(page, true);
  await star(page).tap();
  await pressed(page, false);
  await star(page).evaluate((button) => button.click());
  await pressed(page, true);
});

test('a link is followed once by mouse, key, finger and script', async (t) => {
  const page = await visit(t, '/en/', {context: {hasTouch: true}});
  const home = () => page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.home')});
  const map = () => page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.map')});
  for (const press of [(link) => link.click(), (link) => link.press('Enter'), (link) => link.tap(), (link) => link.evaluate((a) => a.click())]) {
    const before = await page.evaluate(() => history.length);
    await press(map());
    await arrive(page, '/en/map/');
    await rest(page);
    assert.equal(await page.evaluate(() => history.length), before + 1);
    await home().click();
    await arrive(page, '/en/');
  }
});

test('what is far down the page can be clicked and tapped', async (t) => {
  const page = await visit(t, '/en/partners/', {context: {hasTouch: true}});
  const items = page.getByRole('main').getByRole('listitem');
  for (const press of ['click', 'tap'])
    for (const which of ['last', 'first']) {
      const link = items[which]().getByRole('link');
      const path = await link.getAttribute('href');
      await link[press]();
      await arrive(page, path);
      await page.goBack();
      await arrive(page, '/en/partners/');
      await rest(page);
    }
});

test('the language changes at once and is remembered', async (t) => {
  const page = await visit(t, '/en/settings/');
  await page.evaluate(() => { window.sameDocument = true; });
  for (const [language, name] of [['kk', 'Қазақша'], ['ru', 'Русский'], ['kk', 'Қазақша']]) {
    await page.getByRole('main').getByRole('radio', {name}).click();
    await heading(page, message(language, 'settings.title'));
    await arrive(page, `/${language}/settings/`);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    assert.equal(await page.getByRole('main').getByRole('radio', {name}).getAttribute('aria-checked'), 'true');
  }
  assert.ok(await page.evaluate(() => window.sameDocument), 'without loading the page anew');
  await page.reload();
  await page.waitForFunction(() => document.body.dataset.app === 'ready');
  await heading(page, message('kk', 'settings.title'));
  // "/" leads to what was chosen, not to what the browser asks for.
  await open(page, '/');
  await arrive(page, '/kk/');
});

test('the language can be chosen by keyboard', async (t) => {
  const page = await visit(t, '/en/settings/');
  await page.getByRole('main').getByRole('radio', {name: 'Русский'}).press(' ');
  await heading(page, message('ru', 'settings.title'));
});

test('Kazakh letters arrive in a field and narrow the list', async (t) => {
  const page = await visit(t, '/kk/partners/');
  const field = page.getByRole('searchbox', {name: message('kk', 'partners.filter')});
  const items = page.getByRole('main').getByRole('listitem');
  const all = await items.count();
  assert.equal(all, event('partners').partners.length);
  await field.click();
  await page.keyboard.insertText('Біріккен Ұлттар Ұйымы');
  await page.waitForFunction((before) => document.querySelectorAll('#mirror main li').length < before, all);
  assert.ok(await items.count() > 0);
  await field.fill('');
  await page.waitForFunction((before) => document.querySelectorAll('#mirror main li').length === before, all);
  const letters = 'әіңғүұқөһӘІҢҒҮҰҚӨҺ';
  await field.pressSequentially(letters);
  assert.equal(await field.inputValue(), letters);
  await rest(page);
  assert.equal(await field.inputValue(), letters);
  assert.ok(await field.evaluate((input) => input === document.activeElement), 'the focus stays in the field');
  assert.ok(await field.evaluate((input) => parseFloat(getComputedStyle(input).fontSize) >= 16), 'phones do not zoom');
});

test('an input method is not disturbed while it composes', async (t) => {
  const page = await visit(t, '/kk/partners/');
  const field = page.getByRole('searchbox');
  await field.click();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', {text: 'қа', selectionStart: 2, selectionEnd: 2});
  await rest(page);
  await session.send('Input.imeSetComposition', {text: 'қаз', selectionStart: 3, selectionEnd: 3});
  await rest(page);
  assert.equal(await field.inputValue(), 'қаз');
  await session.send('Input.insertText', {text: 'қазақ'});
  await rest(page);
  assert.equal(await field.inputValue(), 'қазақ');
});

test('the keyboard reaches everything in reading order', async (t) => {
  const page = await visit(t, '/en/settings/');
  await page.keyboard.press('Tab');
  const reached = new Set();
  for (let i = 0; i < 40; ++i) {
    const id = await page.evaluate(() => document.activeElement.dataset?.node ?? '');
    if (!id || reached.has(id)) break;
    reached.add(id);
    await page.keyboard.press('Tab');
  }
  const all = await page.locator('#mirror :is(a[href], button, input):not([tabindex="-1"])').count();
  assert.equal(reached.size, all);
  // "/" searches; Escape leads out of the field, and then of the page.
  await page.keyboard.press('/');
  await arrive(page, '/en/search/');
  await page.waitForFunction(() => document.activeElement.type === 'search');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement.type !== 'search');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => location.pathname !== '/en/search/');
});

for (const language of LANGUAGES) {
  test(`10:30 in Astana is 10:30 for visitors from New York (${language})`, async (t) => {
    const page = await visit(t, `/${language}/?at=2026-04-22T05:30Z`, {context: {timezoneId: 'America/New_York'}});
    const text = plain(await page.locator('#mirror').innerText());
    assert.match(text, /\b10:30\b/);
    assert.match(text, /\b10:00–11:00\b/, 'the official opening is on');
    assert.doesNotMatch(text, /\b(05|01):30\b/, 'neither UTC nor New York');
  });
}

// The search as people use it: from anywhere by a key, in any language, letter by letter.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LANGUAGES, arrive, event, message, plain, rest, visit} from './browser.mjs';

const session = event('sessions').sessions.find(({id}) => id === 'glaciers');
const results = (page) => page.getByRole('main').getByRole('link');

for (const language of LANGUAGES)
  test(`Ctrl+K, and what is typed is found as it is typed (${language})`, async (t) => {
    const page = await visit(t, `/${language}/partners/`);
    await page.keyboard.press('Control+k');
    await arrive(page, `/${language}/search/`);
    await rest(page);
    assert.equal(await page.evaluate(() => document.activeElement.type), 'search');
    for (const typed of ['мұздықтар', 'ледников', 'glaciers', 'ktlybrb', 'muzdyq']) {
      await page.getByRole('searchbox').fill('');
      await page.keyboard.type(typed);
      await page.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q, typed);
      await rest(page);
      const names = await results(page).evaluateAll((all) => all.map((link) => (link.ariaLabel ?? link.textContent).trim()));
      assert.ok(names.slice(0, 3).some((name) => plain(name).startsWith(plain(session.title[language]))), `${typed}: ${names.slice(0, 3)}`);
    }
  });

test('how many there are is spoken; nothing found leads on', async (t) => {
  const page = await visit(t, '/en/search/?q=glacier');
  await rest(page);
  const status = page.getByRole('main').getByRole('status').first();
  assert.match(await status.textContent(), /^\d+ results?$/);
  await page.getByRole('searchbox').fill('penguin');
  await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'penguin');
  await rest(page);
  assert.match(await status.textContent(), /^(0|No) results?$/i);
  await page.getByRole('main').getByText(message('en', 'agenda.none')).first().waitFor({state: 'attached'});
  assert.ok(await results(page).count() >= 3, 'ways on');
});

test('marked words stay one name', async (t) => {
  const page = await visit(t, '/kk/search/?q=мұздық');
  await rest(page);
  await results(page).filter({hasText: 'мұздықтар'}).first().waitFor({state: 'attached'});
  const names = await results(page).evaluateAll((all) => all.map((link) => [...link.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('')));
  assert.ok(names.map(plain).includes(plain(session.title.kk)), names.join('; '));
});

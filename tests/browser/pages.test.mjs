// Every page at its own address, in every language: language, title, heading.
// Then the ways between them: links, back, forward, reload.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LANGUAGES, arrive, event, heading, message, open, plain, state, visit} from './browser.mjs';

const session = event('sessions').sessions.find(({id}) => id === 'official-opening');
const partner = event('partners').partners[0];
const room = event('places').rooms.find(({id}) => id === session.room);
const theme = event('themes').themes[0];
const story = event('stories').stories[0];

// Path, and the main heading as a message key or as a text in three languages.
const PAGES = [
  ['', event('event').name],
  ['agenda/', 'agenda.title'],
  [`agenda/${session.id}/`, session.title],
  ['my/', 'my.title'],
  ['map/', 'map.title'],
  [`map/${room.id}/`, room.name],
  ['partners/', 'partners.title'],
  [`partners/${partner.id}/`, partner.name],
  ['themes/', 'themes.title'],
  [`themes/${theme.id}/`, theme.name],
  ['about/', 'about.title'],
  ['news/', 'news.title'],
  [`news/${story.id}/`, story.title],
  ['info/', 'info.title'],
  ['search/', 'search.title'],
  ['settings/', 'settings.title'],
  ['no/such/page/', 'not_found.title'],
];

const words = (heading, language) => (typeof heading === 'string' ? message(language, heading) : heading[language]);

for (const language of LANGUAGES) {
  test(`every page opens in ${language}`, async (t) => {
    const page = await visit(t, `/${language}/`);
    for (const [path, title] of PAGES) {
      await open(page, `/${language}/${path}`);
      assert.equal(await state(page), 'ready', path);
      await heading(page, words(title, language));
      assert.equal(await page.locator('html').getAttribute('lang'), language, path);
      assert.notEqual(plain(await page.title()), '', path);
      assert.equal(await page.locator('#mirror h1').count(), 1, `${path}: one main heading`);
      assert.equal(await page.locator('#mirror main').count(), 1, `${path}: one main part`);
      assert.ok(await page.locator('#mirror nav a[aria-current=page]').count() <= 1, path);
    }
    t.diagnostic(`WebAssembly memory after all pages: ${await page.evaluate(() => summit.heapBytes())} bytes`);
  });
}

test('desktop pages have one main heading', async (t) => {
  const page = await visit(t, '/en/', {context: {viewport: {width: 1280, height: 800}}});
  for (const [path, title] of PAGES) {
    await open(page, `/en/${path}`);
    await heading(page, words(title, 'en'));
    assert.equal(await page.locator('#mirror h1').count(), 1, path);
  }
});

test('links lead on, back and forward follow, a reload stays', async (t) => {
  const page = await visit(t, '/en/');
  await page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.agenda')}).click();
  await arrive(page, '/en/agenda/');
  await heading(page, message('en', 'agenda.title'));
  const started = await page.evaluate(() => { window.sameDocument = true; return true; });
  assert.ok(started);

  await page.getByRole('link', {name: session.title.en}).first().click();
  await arrive(page, `/en/agenda/${session.id}/`);
  await heading(page, session.title.en);
  assert.match(await page.title(), new RegExp(session.title.en));

  await page.goBack();
  await arrive(page, '/en/agenda/');
  await heading(page, message('en', 'agenda.title'));
  await page.goBack();
  await arrive(page, '/en/');
  await heading(page, event('event').name.en);
  await page.goForward();
  await heading(page, message('en', 'agenda.title'));
  assert.ok(await page.evaluate(() => window.sameDocument), 'no page was loaded anew on the way');

  await page.reload();
  await page.waitForFunction(() => document.body.dataset.app === 'ready');
  await heading(page, message('en', 'agenda.title'));
});

test('"/" leads to the language of the browser, else to English', async (t) => {
  for (const [locale, language] of [['kk-KZ', 'kk'], ['ru-RU', 'ru'], ['de-DE', 'en']]) {
    const page = await visit(t, '/', {context: {locale}});
    await arrive(page, `/${language}/`);
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  }
});

test('a link opens in a new tab with Ctrl', async (t) => {
  const page = await visit(t, '/en/');
  const link = page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.map')});
  const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click({modifiers: ['Control']})]);
  await tab.waitForURL('**/en/map/');
  assert.equal(new URL(page.url()).pathname, '/en/');
});

// Every page at its own address, in every language: language, title, heading.
// Then the ways between them: links, back, forward, reload.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ALL, LANGUAGES, arrive, browser, event, heading, message, open, plain, rest, state, url, visit} from './browser.mjs';
import {PAGES, look, looks, session, words} from './kinds.mjs';

// One kind of page after the other, in turn in each language and on each screen: what a page says in the other
// languages is looked at where they are gone through without loading each anew.
const opened = (language) => looks(PAGES, language)
  .filter(({theme}, index) => (ALL ? theme === 'light' : index % LANGUAGES.length === LANGUAGES.indexOf(language)));

for (const language of LANGUAGES) {
  test(`every page opens in ${language}`, async (t) => {
    const page = await visit(t, `/${language}/`, {missing: '/no/such/page/'});
    for (const one of opened(language)) {
      const {path, where} = one;
      await look(page, one);
      await open(page, `/${language}/${path}`);
      assert.equal(await state(page), 'ready', where);
      await heading(page, words(one.title, language));
      assert.equal(await page.locator('html').getAttribute('lang'), language, where);
      assert.notEqual(plain(await page.title()), '', where);
      assert.equal(await page.locator('#mirror h1').count(), 1, `${where}: one main heading`);
      assert.equal(await page.locator('#mirror main').count(), 1, `${where}: one main part`);
      for (const places of await page.getByRole('navigation').all()) assert.ok(await places.locator('[aria-current=page]').count() <= 1, where);
    }
    t.diagnostic(`WebAssembly memory after all pages: ${await page.evaluate(() => summit.heapBytes())} bytes`);
  });
}

test('the picture has every pixel of the screen', async (t) => {
  for (const scale of [1, 1.25, 2, 3]) {
    const page = await visit(t, '/en/info/', {context: {viewport: {width: 361, height: 640}, deviceScaleFactor: scale}});
    const size = () => page.evaluate(() => [canvas.width, canvas.height]);
    assert.deepEqual(await size(), [Math.round(361 * scale), Math.round(640 * scale)]);
    await page.setViewportSize({width: 640, height: 360});
    await page.waitForFunction((wanted) => canvas.width === wanted, Math.round(640 * scale));
    assert.deepEqual(await size(), [Math.round(640 * scale), Math.round(360 * scale)]);
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

// The mirror as a screen reader goes through it.
const outline = (page) => page.evaluate(() => {
  const lines = [];
  const walk = (element, depth) => {
    for (const child of element.children) {
      // To the point: fractions depend on how far a page was scrolled when it was laid out.
      const {left, top, width, height} = child.getBoundingClientRect();
      const box = [left, top, width, height].map(Math.round);
      // A heading that had the focus keeps being able to have it.
      const attributes = [...child.attributes].filter(({name, value}) => name !== 'style' && !(name === 'tabindex' && value === '-1' && /^H\d$/.test(child.tagName))).map(({name, value}) => `${name}=${value}`).sort();
      const text = [...child.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('');
      lines.push(`${'  '.repeat(depth)}${child.tagName} ${attributes.join(' ')} "${text}" ${child.value ?? ''} ${box}`);
      walk(child, depth + 1);
    }
  };
  walk(document.querySelector('#mirror'), 0);
  return lines;
});

test('after many changes the mirror is what a fresh page has', async (t) => {
  const page = await visit(t, '/en/');
  const ways = [
    () => page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.partners')}).click(),
    () => page.getByRole('searchbox').fill('bank'),
    () => page.getByRole('searchbox').fill('un'),
    () => page.getByRole('searchbox').fill(''),
    () => page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.agenda')}).click(),
    () => page.getByRole('tab').nth(1).click(),
    () => page.getByRole('tab').nth(2).click(),
    () => page.getByRole('tab').nth(0).click(),
    () => page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.map')}).click(),
    async () => {
      await page.setViewportSize({width: 1280, height: 800});
      await page.waitForFunction(() => document.querySelector('#mirror nav').getBoundingClientRect().width < 200);
    },
    () => page.getByRole('navigation').getByRole('link', {name: message('en', 'nav.partners')}).click(),
    () => page.getByRole('main').getByRole('listitem').nth(2).getByRole('link').click(),
  ];
  for (const [index, go] of ways.entries()) {
    await go();
    await rest(page);
    // Focus and hover leave no trace in the mirror.
    if (index < 4 && index > 0 && index !== 3) continue;  // the field's text is not in the address
    const shown = await outline(page);
    const fresh = await page.context().newPage();
    await fresh.setViewportSize(page.viewportSize());
    const {pathname, search} = new URL(page.url());
    await open(fresh, pathname + search);
    await rest(fresh);
    assert.deepEqual(shown, await outline(fresh), `after step ${index}`);
    await fresh.close();
  }
});

test('the app takes the page\'s place where the page stood', async (t) => {
  const path = `/ru/agenda/${session.id}/`;
  const box = (page, selector) => page.locator(selector).first().boundingBox();
  const near = (one, other, what) => assert.ok(Math.abs(one - other) <= 8, `${what}: ${one} as written, ${other} in the app`);
  for (const viewport of [{width: 390, height: 844}, {width: 768, height: 1024}]) {
    const profile = await (await browser()).newContext({javaScriptEnabled: false, viewport});
    t.after(() => profile.close());
    const written = await profile.newPage();
    const app = await visit(t, path, {context: {viewport}});
    await rest(app);
    await written.goto(new URL(path, url).href);
    near((await box(written, '.bar .sign')).x, (await box(app, `#mirror a[aria-label="${message('ru', 'nav.back')}"]`)).x, 'Back');
    await written.goto(new URL('/ru/', url).href);
    await open(app, '/ru/');
    await rest(app);
    const below = async (page, figures, next) => {
      const [above, under] = [await box(page, figures), await box(page, next)];
      return under.y - above.y - above.height;
    };
    const figures = `#mirror ul[aria-label="${message('ru', 'home.figures')}"]`;
    near(await below(written, '.figures', '.figures + *'), await below(app, figures, `${figures} + *`), 'what follows the figures');
    near((await box(written, '.content > .panel')).height, (await box(app, '#mirror main div:has(> ul[aria-label]):not(.scroller)')).height, 'the days');
  }
});

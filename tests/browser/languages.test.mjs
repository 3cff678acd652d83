// A site whose languages are others: with a script in the tag, and without English. Its pages are
// bare; "/" is the real one, with other links.
import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {LANGUAGES, WITHOUT_WORKER, browser, serve, url} from './browser.mjs';

async function siteIn(t, languages) {
  const site = mkdtempSync(join(tmpdir(), 'summit-languages-'));
  t.after(() => rmSync(site, {recursive: true, force: true}));
  let home = await (await fetch(`${url}/`)).text();
  LANGUAGES.forEach((old, index) => {
    const language = languages[index];
    home = home.replaceAll(`href="/${old}/" hreflang="${old}"`, `href="/${language}/" hreflang="${language}"`);
    const folder = join(site, language, 'agenda');
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, 'index.html'), `<html lang="${language}"><title>agenda</title>`);
    writeFileSync(join(site, language, 'index.html'), `<html lang="${language}"><title>home</title>`);
    writeFileSync(join(site, language, '404.html'), `<html lang="${language}"><title>not there</title>`);
  });
  writeFileSync(join(site, 'index.html'), home);
  return serve(site);
}

// Where "/" leads whose browser asks for these languages, and who may have chosen one before.
async function ledTo(t, address, wanted, chosen) {
  const profile = await (await browser()).newContext({...WITHOUT_WORKER, locale: wanted[0]});
  t.after(() => profile.close());
  await profile.addInitScript(([languages, visitor]) => {
    Object.defineProperty(navigator, 'languages', {value: languages});
    if (visitor) localStorage.setItem('summit.visitor', visitor);
  }, [wanted, chosen && `summit-visitor 1\nlanguage ${chosen}\n`]);
  const page = await profile.newPage();
  await page.goto(`${address}/?a=b`);
  await page.waitForFunction(() => location.pathname !== '/');
  const there = new URL(page.url());
  assert.equal(there.search, '?a=b');
  return there.pathname;
}

test('"/" finds languages with a script or a region', async (t) => {
  const address = await siteIn(t, ['uz-Latn', 'pt-BR', 'en']);
  for (const [wanted, path] of [
    [['uz-Latn'], '/uz-Latn/'], [['uz-Latn-UZ', 'en'], '/uz-Latn/'], [['uz', 'en'], '/uz-Latn/'], [['UZ-LATN'], '/uz-Latn/'],
    [['de', 'pt-PT', 'en'], '/pt-BR/'], [['en-KZ', 'uz'], '/en/'], [['de', 'fr-FR'], '/en/'], [['ru'], '/en/'],
  ]) assert.equal(await ledTo(t, address, wanted), path, wanted.join());
  assert.equal(await ledTo(t, address, ['en'], 'uz-Latn'), '/uz-Latn/');
  assert.equal(await ledTo(t, address, ['pt'], 'fr'), '/pt-BR/');
});

test('"/" leads to the first language of an event that does not have what is asked for, nor English', async (t) => {
  const address = await siteIn(t, ['zh-Hans', 'zh-Hant', 'kk']);
  for (const [wanted, path] of [[['zh-Hant-TW'], '/zh-Hant/'], [['zh'], '/zh-Hans/'], [['de'], '/zh-Hans/'], [['ru', 'kk-KZ'], '/kk/']])
    assert.equal(await ledTo(t, address, wanted), path, wanted.join());
});

test('the web server knows the pages of every language that the site has', async (t) => {
  const address = await siteIn(t, ['uz-Latn', 'pt-BR', 'en']);
  for (const language of ['uz-Latn', 'pt-BR', 'en']) {
    const moved = await fetch(`${address}/${language}/agenda?day=1`, {redirect: 'manual'});
    assert.equal(moved.status, 301);
    assert.ok(moved.headers.get('location').endsWith(`/${language}/agenda/?day=1`));
    assert.equal((await fetch(`${address}/${language}/agenda/`)).status, 200);
    const missing = await fetch(`${address}/${language}/nowhere/`);
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), new RegExp(`<html lang="${language}"><title>not there`));
  }
  assert.equal((await fetch(`${address}/kk/`)).status, 404);
});

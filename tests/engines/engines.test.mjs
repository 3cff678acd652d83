// One short way through the app in each engine: what Chromium does in the other tests, Firefox and Safari's
// engine do too.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {event, message, plain, startServer} from '../browser/browser.mjs';
import {ENGINES, profileFolder, until} from './engines.mjs';

const session = event('sessions').sessions.find(({id}) => id === 'glaciers');
const room = event('places').rooms.find(({id}) => id === session.room);
const READY = '() => document.body.dataset.app === "ready"';
const HEADING = '(text) => [...document.querySelectorAll("#mirror h1")].some((h) => h.textContent.replace(/[\\s\\u2060]+/g, " ").trim() === text)';
// The star of the session itself; those of a list beside it name theirs after a colon.
const OWN_STAR = `[...document.querySelectorAll('#mirror main button[aria-pressed]')].find((star) => !(star.ariaLabel || star.textContent).includes(':'))`;
const STARRED = `() => ${OWN_STAR}?.ariaPressed === 'true'`;
const UNSTARRED = `() => ${OWN_STAR}?.ariaPressed === 'false'`;
const turnStar = (page) => page.run(`() => { ${OWN_STAR}.click(); }`);
const press = (page, selector, name) => until(page, `(selector, name) => {
  const found = [...document.querySelectorAll(selector)].find((element) => (element.getAttribute('aria-label') ?? element.textContent).replace(/[\\s\\u2060]+/g, ' ').trim().startsWith(name));
  found?.click();
  return found !== undefined;
}`, selector, name);

// Letters into the field that is there, as a keyboard brings them.
const TYPE = `async (text, ms) => {
  const field = document.querySelector('#mirror input');
  field.focus();
  for (const letter of text) {
    field.setRangeText(letter, field.value.length, field.value.length, 'end');
    field.dispatchEvent(new Event('input', {bubbles: true}));
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
  return field.value === text;
}`;

// Until everything is kept for the time without a network. What could not be fetched at the first visit is at a later one.
async function keepsAll(page, address) {
  for (let visits = 1; ; ++visits) {
    try {
      return await until(page, 'async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated"', {patience_ms: 90_000});
    } catch (error) {
      const state = await page.run(`async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const room = await navigator.storage.estimate();
        return JSON.stringify({installing: registration?.installing?.state, waiting: registration?.waiting?.state, active: registration?.active?.state, room});
      }`);
      if (visits === 3) throw new Error(`the service worker keeps nothing: ${state}`, {cause: error});
      await page.goto(address);
      await until(page, READY);
    }
  }
}

for (const [name, {open, keepsProfile}] of Object.entries(ENGINES)) {
  test(`${name}: find, star, switch to Kazakh, open the room, back, reload; two tabs; fast fingers; paper`, async (t) => {
    const server = await startServer();
    const site = server.address;
    const profile = keepsProfile ? profileFolder(t) : '';
    let page = await open(profile);
    t.after(() => page.close());
    await page.goto(`${site}/en/search/?q=glaciers`);
    await until(page, READY);
    await press(page, '#mirror main a', plain(session.title.en));
    await until(page, HEADING, plain(session.title.en));
    await until(page, UNSTARRED);
    await turnStar(page);
    await until(page, STARRED);

    await page.goto(`${site}/en/settings/`);
    await until(page, READY);
    await press(page, '#mirror [role=radio]', 'Қазақша');
    await until(page, '() => location.pathname === "/kk/settings/" && document.documentElement.lang === "kk"');
    await page.goto(`${site}/kk/agenda/${session.id}/`);
    await until(page, READY);
    await until(page, STARRED);
    await press(page, '#mirror main a', message('kk', 'session.show_on_map'));
    await until(page, HEADING, plain(room.name.kk));
    await page.run('() => { history.back(); }');
    await until(page, HEADING, plain(session.title.kk));
    await page.run('() => { location.reload(); }');
    await until(page, READY);
    await until(page, STARRED);

    // What one tab does the other shows.
    const other = await page.tab();
    await other.goto(`${site}/kk/agenda/${session.id}/?at=2026-04-22T10:30%2B05:00`);  // with a question the app starts at once
    await until(other, READY);
    await until(other, STARRED);
    await turnStar(other);
    await until(page, UNSTARRED);
    await turnStar(page);
    await until(other, STARRED);

    // On paper stands what the page says.
    assert.equal(await page.run(`() => {
      dispatchEvent(new Event('beforeprint'));
      const said = document.querySelector('#page .paper h1')?.textContent.replace(/[\\s\\u2060]+/g, ' ').trim();
      dispatchEvent(new Event('afterprint'));
      return said;
    }`), plain(session.title.kk));

    // 150 letters in ten seconds; Safari allows a hundred changes of the address.
    await page.goto(`${site}/en/search/?q=`);
    await until(page, READY);
    assert.equal(await page.run(TYPE, 'glaciers and water '.repeat(8).slice(0, 150), 60), true);
    await until(page, '() => new URLSearchParams(location.search).get("q")?.length > 140');
    assert.equal(await page.run(READY), true);

    if (!keepsProfile) return;
    // Closed, and opened again where there is no network.
    await keepsAll(page, `${site}/en/search/?q=`);
    await page.close();
    await server.stop();
    page = await open(profile);
    await page.goto(`${site}/ru/agenda/${session.id}/`);
    await until(page, READY);
    await until(page, HEADING, plain(session.title.ru));
    await until(page, STARRED);
    await page.goto(`${site}/kk/map/`);
    await until(page, HEADING, message('kk', 'map.title'));
  });
}

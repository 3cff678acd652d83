// What a visitor has chosen goes to another device by the link that "my agenda" shows, and into a calendar.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {message, open, rest, url, visit} from './browser.mjs';

const stars = (page) => page.getByRole('main').getByRole('button', {name: message('kk', 'session.starred'), exact: true});

async function starAndOpen(t, session, options = {}) {
  const page = await visit(t, `/kk/agenda/${session}/`, options);
  await page.getByRole('button', {name: message('kk', 'session.star'), exact: true}).click();
  await stars(page).waitFor({state: 'attached'});
  await open(page, '/kk/my/');
  return page;
}

test('the link of my agenda brings the choices to a second profile', async (t) => {
  const one = await starAndOpen(t, 'glaciers');
  const link = one.getByRole('link', {name: message('kk', 'carry.link'), exact: true});
  const href = await link.getAttribute('href');
  assert.match(href, /^\/kk\/my\/#carry=[A-Z2-7]+$/);
  await one.getByRole('img', {name: message('kk', 'carry.code'), exact: true}).waitFor({state: 'attached'});

  const two = await visit(t, href);
  await two.getByRole('button', {name: message('kk', 'brought.take_over'), exact: true}).click();
  await two.locator('#mirror a[href="/kk/agenda/glaciers/"]').first().waitFor({state: 'attached'});
  await rest(two);
  assert.equal(new URL(two.url()).hash, '');
  await two.reload();
  await two.locator('#mirror a[href="/kk/agenda/glaciers/"]').first().waitFor({state: 'attached'});
});

test('without a worker the calendar of my agenda is in the link itself', async (t) => {
  const page = await starAndOpen(t, 'glaciers', {context: {acceptDownloads: true, serviceWorkers: 'block'}});
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', {name: message('kk', 'my.calendar'), exact: true}).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'my.ics');
  let text = '';
  for await (const part of await download.createReadStream()) text += part;
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  assert.match(text, /UID:glaciers@/);
});

test('with a worker it has a real address', async (t) => {
  const page = await starAndOpen(t, 'glaciers', {context: {acceptDownloads: true, serviceWorkers: 'allow'}});
  await page.evaluate(() => navigator.serviceWorker.ready);
  await open(page, '/kk/my/');
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', {name: message('kk', 'my.calendar'), exact: true}).click(),
  ]);
  assert.equal(download.url(), `${url}/kk/my/my.ics`);
  assert.equal(download.suggestedFilename(), 'my.ics');
});

// axe-core finds nothing against WCAG 2.2 A and AA on any kind of page, in any language,
// in any theme, on any screen: neither in the running app nor on the pages as they are
// without JavaScript. What it would only advise is listed and fails nothing.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import axe from 'axe-core';
import {ALL, LANGUAGES, WITHOUT_WORKER, browser, go, heading, message, rest, url, visit} from './browser.mjs';
import {LIVE_PAGES, PAGES, look, looks, session, words} from './kinds.mjs';

const DEMANDED = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// What axe found over many pages: each finding once, with where it was seen.
class Findings {
  seen = new Map();
  unsure = new Map();  // contrasts that could not be computed: reason, and where

  // Looks at the whole document: what a screen reader is given.
  async look(page, where, rules = {}) {
    const {violations, unsure} = await page.evaluate(async ([tags, switched]) => {
      const {violations, incomplete} = await axe.run(document, {runOnly: {type: 'tag', values: tags}, rules: switched, resultTypes: ['violations', 'incomplete']});
      return {
        // Rooms on a plan are as large as they are; the list beside it has each of them.
        violations: violations.map(({id, tags, help, nodes}) => ({id, tags, help, nodes: nodes.filter(({target}) => id !== 'target-size' || !document.querySelector(target[0])?.closest('[class~=zoomable]')).map(({html, failureSummary}) => ({html, why: failureSummary}))})),
        unsure: incomplete.filter(({id}) => id === 'color-contrast').flatMap(({nodes}) => nodes.map(({html, any}) => `${any[0].message} ${html.slice(0, 160)}`)),
      };
    }, [[...DEMANDED, 'best-practice'], rules]);
    for (const one of unsure) this.unsure.set(one, where);
    for (const {id, tags, help, nodes} of violations) {
      const demanded = tags.some((tag) => DEMANDED.includes(tag));
      for (const {html, why} of nodes) {
        const key = `${id} ${html.replace(/ (data-node|style|id)="[^"]*"/g, '')}`;
        const finding = this.seen.get(key) ?? {id, help, demanded, html, why, places: []};
        finding.places.push(where);
        this.seen.set(key, finding);
      }
    }
  }

  list(demanded) {
    return [...this.seen.values()].filter((finding) => finding.demanded === demanded).map(({id, help, html, why, places}) =>
      `${id}: ${help}\n    ${html.slice(0, 300)}\n    ${why.replace(/\s*\n\s*/g, ' ')}\n    on ${places.slice(0, 4).join('; ')}${places.length > 4 ? ` and ${places.length - 4} more` : ''}`);
  }

  // Ends a test.
  conclude(t) {
    for (const advice of this.list(false)) t.diagnostic(`advice: ${advice}`);
    if (this.unsure.size) t.diagnostic(`contrast not computed for ${this.unsure.size} elements, such as: ${[...this.unsure].slice(0, 3).map((one) => one.join(' on ')).join('; ')}`);
    const violations = this.list(true);
    assert.equal(violations.length, 0, `${violations.length} violations\n  ${violations.join('\n  ')}`);
  }
}

// The text of the mirror is transparent, what is seen of it is on the canvas: its
// contrast is computed from the theme, in tests/unit/ui.
const MIRROR = {'color-contrast': {enabled: false}};

// The elements are the same in every language: without ALL each kind of page is looked at in one.
const sample = (all, language) => all.filter((_, index) => ALL || index % LANGUAGES.length === LANGUAGES.indexOf(language));

for (const language of LANGUAGES) {
  test(`the running app (${language})`, async (t) => {
    const findings = new Findings();
    const page = await visit(t, `/${language}/`);
    await page.evaluate(axe.source);
    for (const one of sample(looks(LIVE_PAGES, language), language)) {
      await look(page, one);
      await go(page, `/${language}/${one.path}`);
      await heading(page, words(one.title, language));
      await rest(page);
      await findings.look(page, one.where, MIRROR);
    }
    findings.conclude(t);
  });

  test(`the pages without JavaScript (${language})`, async (t) => {
    const findings = new Findings();
    const profile = await (await browser()).newContext(WITHOUT_WORKER);
    t.after(() => profile.close());
    const page = await profile.newPage();
    // Off while the page loads, on again for axe: what it looks at is what those see
    // who have none.
    const session = await profile.newCDPSession(page);
    for (const one of sample(looks(PAGES, language), language)) {
      await look(page, one);
      await session.send('Emulation.setScriptExecutionDisabled', {value: true});
      await page.goto(`${url}/${language}/${one.path}`);
      await session.send('Emulation.setScriptExecutionDisabled', {value: false});
      assert.ok(await page.locator('#page').count() && await page.locator('#page').isVisible(), `${one.where} says nothing without JavaScript`);
      await page.evaluate(axe.source);
      await findings.look(page, one.where);
    }
    findings.conclude(t);
  });
}

test('what comes and goes: loading, failure, a toast, the list of keys, large text', async (t) => {
  const findings = new Findings();
  const page = await visit(t, `/en/agenda/${session.id}/`);
  await page.evaluate(axe.source);
  await page.getByRole('button', {name: message('en', 'session.star')}).click();
  await findings.look(page, 'toast', MIRROR);
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor({state: 'attached'});
  await rest(page);
  await findings.look(page, 'list of keys', MIRROR);
  await page.keyboard.press('Escape');
  await page.evaluate(() => localStorage.setItem('summit.visitor', 'summit-visitor 1\ntext-size 200\n'));
  await page.reload();
  await page.waitForFunction(() => document.body.dataset.app === 'ready');
  await rest(page);
  await page.evaluate(axe.source);
  await findings.look(page, 'text at 200 %', MIRROR);

  const held = await visit(t, '/en/', {mayComplain: true, before: (p) => p.route(/\/files\/event-/, (route) => route.abort())});
  await held.evaluate(axe.source);
  await findings.look(held, 'failure');
  const profile = await (await browser()).newContext(WITHOUT_WORKER);
  t.after(() => profile.close());
  const loading = await profile.newPage();
  await loading.route(/\/files\/event-/, () => {});  // never answered
  await loading.goto(`${url}/en/`, {waitUntil: 'domcontentloaded'});
  await loading.evaluate(axe.source);
  await findings.look(loading, 'loading');
  findings.conclude(t);
});

// What Chromium hands to screen readers, read over the DevTools protocol: landmarks,
// headings, links, states, sizes of lists, on each kind of page of the running app.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LANGUAGES, event, go, heading, message, nativeName, plain, rest, visit} from './browser.mjs';
import {LIVE_PAGES, look, looks, session, words} from './kinds.mjs';

const LIVE = '?at=2026-04-22T10:30%2B05:00';  // while the official opening is on

// The nodes that a screen reader meets, in reading order, each with its role, name,
// value, properties by name, and children.
async function accessibilityTree(page) {
  const devtools = await page.context().newCDPSession(page);
  const {nodes} = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const all = [];
  const read = (node) => {
    const entry = {
      role: node.role?.value ?? '', name: plain(node.name?.value ?? ''), value: node.value?.value,
      ...Object.fromEntries((node.properties ?? []).map(({name, value}) => [name, value.value])),
    };
    if (!node.ignored) all.push(entry);
    const children = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).flatMap(read);
    if (node.ignored) return children;
    entry.children = children;
    return [entry];
  };
  const [root] = read(nodes.find(({parentId}) => !parentId));
  return {root, all, of: (role) => all.filter((node) => node.role === role)};
}

const within = (node) => [node, ...node.children.flatMap(within)];
const path = (link) => new URL(link.url).pathname;
const named = (nodes) => nodes.map(({role, name}) => `${role} "${name}"`);

// What must hold on every page.
function checkAlways({of, all}, language, title) {
  assert.equal(of('main').length, 1, 'one main part');
  const headings = of('heading');
  assert.deepEqual(headings.filter(({level}) => level === 1).map(({name}) => name), [plain(title)], 'one main heading, which says the title');
  for (const [i, {level, name}] of headings.entries()) {
    assert.notEqual(name, '', `a heading of level ${level} says nothing`);
    if (i > 0) assert.ok(level <= headings[i - 1].level + 1, `"${name}" skips a level: ${headings[i - 1].level}, ${level}`);
  }
  const NEED_NAMES = ['link', 'button', 'image', 'img', 'radio', 'switch', 'tab', 'textbox', 'searchbox', 'tablist', 'radiogroup', 'region',
    'navigation', 'progressbar', 'ProgressIndicator', 'dialog', 'checkbox'];
  assert.deepEqual(named(all.filter(({role, name}) => NEED_NAMES.includes(role) && !name)), [], 'everything that needs a name has one');
  const reachable = all.filter(({focusable, role}) => focusable && role !== 'RootWebArea');
  assert.deepEqual(named(reachable.filter(({role, name}) => !name || ['generic', 'none', ''].includes(role))), [], 'what can have the focus says what it is');
  for (const list of of('list')) {
    const parts = list.children.filter(({role}) => role !== 'ListMarker');
    assert.ok(parts.length > 0 && parts.every(({role}) => role === 'listitem'), `a list holds list items only: ${named(parts)}`);
  }
  const [places] = of('navigation').filter(({name}) => name === plain(message(language, 'nav.label')));
  assert.ok(places, 'the main places are a navigation');
  return {main: of('main')[0], places: within(places).filter(({role}) => role === 'link')};
}

// A link to a session or a partner bears its name; in the list of partners that is
// the short one.
function checkLinks(main, language, here) {
  const ownNames = LANGUAGES.map((tag) => plain(nativeName(tag)));
  for (const link of within(main).filter(({role}) => role === 'link')) {
    const [, kind, id] = new RegExp(`^/${language}/(agenda|partners)/([^/]+)/$`).exec(path(link)) ?? [];
    // What leads to the same page in another language is named after that; what changes the list beside it, after
    // what is listed then.
    if (!kind || ownNames.includes(link.name) || path(link) === here) continue;
    const file = kind === 'agenda' ? 'sessions' : 'partners';
    const thing = event(file)[file].find((one) => one.id === id);
    const names = [thing.title, thing.name, thing.abbreviation].filter(Boolean).map((name) => plain(name[language]));
    assert.ok(names.some((name) => link.name.startsWith(name)), `the link to ${path(link)} is named "${link.name}"`);
  }
}

// ARIA's "current" is not told over the protocol.
const current = (page, label) => page.getByRole('navigation', {name: label, exact: true}).locator('a[aria-current=page]').evaluateAll(
  (links) => links.map((link) => link.getAttribute('href')));

const PLACES = {
  phone: ['home', 'agenda', 'map', 'search', 'partners', 'more'],
  desktop: ['home', 'agenda', 'map', 'partners', 'themes', 'more'],
};

for (const language of LANGUAGES) {
  test(`each kind of page (${language})`, async (t) => {
    const page = await visit(t, `/${language}/`);
    const mistakes = [];
    for (const one of looks(LIVE_PAGES, language)) {
      // A sign at a door is read, as is the visitor's screen, and a desk works by keys: no places to go to.
      if (/^(desk|door|shown)\//.test(one.path)) continue;
      const title = words(one.title, language);
      await look(page, one);
      await go(page, `/${language}/${one.path}`);
      await heading(page, title);
      await rest(page);
      try {
        const found = checkAlways(await accessibilityTree(page), language, title);
        assert.deepEqual(found.places.map(({name}) => name), PLACES[one.screen].map((key) => plain(message(language, `nav.${key}`))));
        const here = await current(page, message(language, 'nav.label'));
        // On a desktop the search stands in the header, and is none of the places.
        const elsewhere = one.screen === 'desktop' && one.path.startsWith('search/');
        if (one.path === 'no/such/page/') assert.ok(here.length <= 1);
        else if (elsewhere) assert.deepEqual(here, [], 'none of the main places is the search');
        else assert.equal(here.length, 1, 'exactly one of the main places is the current one');
        checkLinks(found.main, language, `/${language}/${one.path}`);
      } catch (error) {
        mistakes.push(`${one.where}: ${error.message}`);
      }
    }
    assert.equal(mistakes.length, 0, mistakes.join('\n'));
  });
}

test('lists have their whole length', async (t) => {
  const page = await visit(t, '/en/partners/');
  await rest(page);
  const items = within((await accessibilityTree(page)).of('main')[0]).filter(({role}) => role === 'listitem');
  assert.equal(items.length, event('partners').partners.length);
  // Where an element says by itself at which place it stands, it is right.
  const places = await page.locator('#mirror main [aria-posinset]').evaluateAll((all) => all.map((item) =>
    [Number(item.ariaPosInSet), Number(item.ariaSetSize), [...item.parentElement.children].indexOf(item) + 1, item.parentElement.children.length]));
  for (const [position, size, wantedPosition, wantedSize] of places) assert.deepEqual([position, size], [wantedPosition, wantedSize]);

  await go(page, '/en/agenda/?day=2026-04-22');
  await heading(page, message('en', 'agenda.title'));
  await page.getByRole('tab', {selected: true, name: /22/}).waitFor({state: 'attached'});
  await rest(page);
  const links = within((await accessibilityTree(page)).of('main')[0]).filter(({role, url}) => role === 'link' && /^\/en\/agenda\/[^/]+\/$/.test(new URL(url).pathname));
  const wanted = event('sessions').sessions.filter(({starts_at: starts}) => starts.startsWith('2026-04-22')).map(({id}) => `/en/agenda/${id}/`);
  assert.deepEqual(links.map(path).sort(), wanted.sort(), 'each session of the day, whether it is in view or not');
});

test('states: day, language, star', async (t) => {
  const page = await visit(t, '/en/agenda/?day=2026-04-23');
  await rest(page);
  const days = (await accessibilityTree(page)).of('tab');
  assert.deepEqual(days.map(({selected}) => selected), [false, true, false]);
  assert.match(days[1].name, /^Thursday 23 April/);

  await go(page, '/en/settings/');
  await heading(page, message('en', 'settings.title'));
  await rest(page);
  const [languages] = (await accessibilityTree(page)).of('radiogroup').filter(({name}) => name === message('en', 'settings.language'));
  assert.deepEqual(within(languages).filter(({role}) => role === 'radio').map(({name, checked}) => [name, checked]),
    LANGUAGES.map((tag) => [nativeName(tag), String(tag === 'en')]));

  await go(page, `/en/agenda/${session.id}/`);
  await heading(page, session.title.en);
  const star = async () => (await accessibilityTree(page)).of('button').filter(({pressed}) => pressed !== undefined).map(({pressed}) => String(pressed));
  assert.deepEqual(await star(), ['false']);
  await page.locator('#mirror main button[aria-pressed]').click();
  await page.locator('#mirror main button[aria-pressed=true]').waitFor({state: 'attached'});
  await rest(page);
  assert.ok((await star()).includes('true'));
});

test('a session that is on has its progress', async (t) => {
  const page = await visit(t, `/en/${LIVE}`);
  await rest(page);
  const bars = (await accessibilityTree(page)).all.filter(({role}) => /^progress/i.test(role));
  assert.equal(bars.length, event('sessions').sessions.filter(({starts_at: from, ends_at: to}) =>
    Date.parse(from) <= Date.parse('2026-04-22T10:30+05:00') && Date.parse('2026-04-22T10:30+05:00') < Date.parse(to)).length);
  // From 10:00 to 11:00.
  const [bar] = bars;
  assert.equal(bar.name, message('en', 'agenda.progress'));
  assert.equal(Number(bar.value), 50);
  assert.deepEqual([bar.valuemin, bar.valuemax], [0, 100]);
});

test('words in another language say so', async (t) => {
  const page = await visit(t, '/en/settings/');
  await rest(page);
  assert.deepEqual(await page.getByRole('main').getByRole('radio').evaluateAll((radios, count) => radios.slice(0, count).map((radio) => radio.closest('[lang]').lang), LANGUAGES.length), LANGUAGES);
});

// One page of every kind that the app has, for tests that go through all of them.
import {ALL, LANGUAGES, event, message} from './browser.mjs';

// Of these there are many; the tests look at one.
export const session = event('sessions').sessions.find(({id}) => id === 'official-opening');
export const partner = event('partners').partners[0];
export const room = event('places').rooms.find(({id}) => id === session.room);
export const theme = event('themes').themes[0];
export const person = event('persons').persons[0];
export const story = event('stories').stories[0];

// Path below the language, and the main heading as a message key or as a text in
// three languages.
export const PAGES = [
  ['', event('event').name],
  ['agenda/', 'agenda.title'],
  [`agenda/${session.id}/`, session.title],
  ['my/', 'my.title'],
  ['map/', 'map.title'],
  [`map/${room.id}/`, room.name],
  ['codes/', 'codes.title'],
  ['partners/', 'partners.title'],
  [`partners/${partner.id}/`, partner.name],
  ['people/', 'people.title'],
  [`people/${person.id}/`, person.name],
  ['board/', 'board.title'],
  ['desk/', 'desk.title'],
  ['shown/', event('event').name],
  [`door/${room.id}/`, room.name],
  ['themes/', 'themes.title'],
  [`themes/${theme.id}/`, theme.name],
  ['about/', event('event').name],
  ['road/', 'road.title'],
  ['news/', 'news.title'],
  [`news/${story.id}/`, story.title],
  ['changes/', 'changes.title'],
  ['info/', 'info.title'],
  ['search/', 'search.title'],
  ['settings/', 'settings.title'],
  ['no/such/page/', 'not_found.title'],
];

// States of pages that look different enough to be looked at too. They exist only
// in the running app.
export const LIVE_PAGES = [
  ...PAGES,
  ['?at=2026-04-22T10:30%2B05:00', event('event').name],
  ['agenda/?at=2026-04-22T10:30%2B05:00', 'agenda.title'],
  ['agenda/?view=grid&at=2026-04-22T10:30%2B05:00', 'agenda.title'],
  ['board/?at=2026-04-22T10:30%2B05:00', 'board.title'],
  ['search/?q=2', 'search.title'],
  ['search/?q=xqzw', 'search.title'],
];

export const words = (heading, language) => (typeof heading === 'string' ? message(language, heading) : heading[language]);

export const PHONE = {width: 390, height: 844};
export const DESKTOP = {width: 1280, height: 800};
const SCREENS = {phone: PHONE, desktop: DESKTOP};
const THEMES = {
  light: {colorScheme: 'light', contrast: 'no-preference'},
  dark: {colorScheme: 'dark', contrast: 'no-preference'},
  'high contrast': {colorScheme: 'light', contrast: 'more'},
};

// How the pages of a language are looked at: {path, title, screen, theme, where}. With ALL each kind on each screen
// in each theme. Otherwise each kind once in each language, so that over the languages it is also seen on each screen
// and in each theme, and over the kinds each language, screen and theme with each other.
export const looks = (pages, language) => pages.flatMap(([path, title], index) => {
  const turn = index + LANGUAGES.indexOf(language);
  return Object.keys(SCREENS).flatMap((screen, s, {length: screens}) => Object.keys(THEMES)
    .filter((_, t, {length: themes}) => ALL || (turn % screens === s && turn % themes === t))
    .map((theme) => ({path, title, screen, theme, where: `/${language}/${path} (${screen}, ${theme})`})));
});

export async function look(page, {screen, theme}) {
  await page.setViewportSize(SCREENS[screen]);
  await page.emulateMedia(THEMES[theme]);
}

// One page of every kind that the app has, for tests that go through all of them.
import {event, message} from './browser.mjs';

// Of these there are many; the tests look at one.
export const session = event('sessions').sessions.find(({id}) => id === 'official-opening');
export const partner = event('partners').partners[0];
export const room = event('places').rooms.find(({id}) => id === session.room);
export const theme = event('themes').themes[0];
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
  ['partners/', 'partners.title'],
  [`partners/${partner.id}/`, partner.name],
  ['themes/', 'themes.title'],
  [`themes/${theme.id}/`, theme.name],
  ['about/', event('event').name],
  ['road/', 'road.title'],
  ['news/', 'news.title'],
  [`news/${story.id}/`, story.title],
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
  ['search/?q=2', 'search.title'],
  ['search/?q=xqzw', 'search.title'],
];

export const words = (heading, language) => (typeof heading === 'string' ? message(language, heading) : heading[language]);

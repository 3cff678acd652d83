// A picture of the running app, for looking at:
//   SUMMIT_URL=http://localhost:8080 node screenshot.mjs PATH FILE.png [WIDTHxHEIGHT] [SCALE] [dark]
// Without SUMMIT_URL the built site is served for the occasion.
import {browser, close, open, rest} from './browser.mjs';

const [path = '/en/', file = 'screenshot.png', size = '390x844', scale = '2', scheme = 'light'] = process.argv.slice(2);
const [width, height] = size.split('x').map(Number);
const profile = await (await browser()).newContext({viewport: {width, height}, deviceScaleFactor: Number(scale), colorScheme: scheme, locale: 'en-GB'});
const page = await profile.newPage();
page.on('console', (entry) => console.log(`${entry.type()}: ${entry.text()}`));
await open(page, path);
await rest(page);
await page.screenshot({path: file});
await close();

// The Nu HTML checker finds no error on the pages of the site: on one of each kind in each language, or on all of them.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {ALL, LANGUAGES} from './browser.mjs';
import {PAGES} from './kinds.mjs';

const site = process.env.SUMMIT_SITE ?? fileURLToPath(new URL('../../build/web/site', import.meta.url));
const checker = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

const sample = () => ['index.html', ...LANGUAGES.flatMap((language) =>
  PAGES.map(([path]) => (path === 'no/such/page/' ? `${language}/404.html` : `${language}/${path}index.html`)))].map((path) => join(site, path));

test('every page is valid HTML', () => {
  assert.ok(existsSync(join(site, 'index.html')), `there is no site in ${site}: build it with ./run web --build-only`);
  // One call for all: most of the time goes into starting it.
  const {status, stderr, error} = spawnSync('java', ['-Xss8m', '-jar', checker, '--skip-non-html', '--errors-only', '--format', 'json', ...(ALL ? [site] : sample())],
    {encoding: 'utf8', maxBuffer: 1 << 28});
  assert.ifError(error);
  const start = stderr.indexOf('{');
  assert.ok(start >= 0, `the checker did not run (${status}): ${stderr.slice(0, 2000)}`);
  // The same mistake stands on many pages: it is told once.
  const mistakes = new Map();
  for (const {url, message, lastLine, extract = ''} of JSON.parse(stderr.slice(start)).messages) {
    const pages = mistakes.get(message) ?? mistakes.set(message, []).get(message);
    pages.push(`${decodeURI(url ?? '').replace(/^.*\/site\//, '/')}:${lastLine ?? 0}  ${extract.replace(/\s+/g, ' ')}`);
  }
  const told = [...mistakes].map(([message, pages]) => `${message}\n    ${pages[0]}\n    on ${pages.length} places`);
  assert.equal(told.length, 0, `${told.length} kinds of mistakes\n  ${told.join('\n  ')}`);
  assert.equal(status, 0, stderr.slice(0, 2000));
});

// Runs Lighthouse on pages of the site, as a phone on a slow network (its own
// defaults). It is large and few need it, so it is a package of its own in
// lighthouse/ that is installed when it is asked for the first time.
import assert from 'node:assert/strict';
import {execFile, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {FLAGS, chrome, url} from './browser.mjs';
import {session} from './kinds.mjs';

const home = fileURLToPath(new URL('lighthouse', import.meta.url));

// What the issue names: home, agenda, and one session.
export const MEASURED = ['/en/', '/kk/agenda/', `/ru/agenda/${session.id}/`];

function setUp() {
  const stamp = join(home, 'node_modules/.summit-key');
  const key = createHash('sha256').update(readFileSync(join(home, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  const {status, stderr} = spawnSync('npm', ['--prefix', home, 'ci', '--no-audit', '--no-fund'], {encoding: 'utf8'});
  assert.equal(status, 0, `Lighthouse could not be installed: ${stderr}`);
  writeFileSync(stamp, key);
}

// The result for one path: `categories` by id, each with a score from 0 to 1, and
// `audits` by id. Without `performance` only the layout shift of that category is
// measured, which does not depend on how busy the machine is.
export async function lighthouse(path, {performance = true} = {}) {
  setUp();
  let result;
  // A machine under load makes single audits, or the recording, run out of time: then once more.
  for (let tries = 0; tries < 3; ++tries) {
    try {
      result = await run(path, performance);
    } catch (error) {
      if (tries === 2) throw error;
      continue;
    }
    if (Object.values(result.categories).every(({score}) => score !== null)) break;
  }
  return result;
}

async function run(path, performance) {
  const categories = ['accessibility', 'best-practices', 'seo', ...(performance ? ['performance'] : [])];
  const {stdout} = await promisify(execFile)(process.execPath, [
    join(home, 'node_modules/lighthouse/cli/index.js'), url + path, '--quiet', '--output=json', '--output-path=stdout',
    `--only-categories=${categories}`, ...(performance ? [] : ['--only-audits=cumulative-layout-shift']),
    `--chrome-flags=${['--headless=new', ...FLAGS].join(' ')}`, '--no-enable-error-reporting',
  ], {env: {...process.env, CHROME_PATH: chrome}, maxBuffer: 1 << 28});
  const result = JSON.parse(stdout);
  assert.equal(result.runtimeError, undefined, result.runtimeError?.message);
  return result;
}

// What keeps a category from 1.00, one a line.
export const reasons = ({categories, audits}, category) => categories[category].auditRefs
  .filter(({id, weight}) => weight > 0 && (audits[id].scoreDisplayMode === 'error' || (audits[id].score ?? 1) < 1))
  .map(({id}) => `${id}: ${audits[id].errorMessage ?? audits[id].title} ${JSON.stringify(audits[id].details?.items ?? []).slice(0, 600)}`);

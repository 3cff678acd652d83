// The engines of browsers behind one face, which is what all of them have: open an address, run something in
// the page, open a second tab, be closed. Chromium and Firefox keep a profile on disk, so that they can be
// closed and opened again; WebKit's automation keeps none.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium, puppeteer} from '../browser/drivers.mjs';
import {FLAGS, chrome} from '../browser/browser.mjs';

export const VIEW = {width: 390, height: 844};
// For what browsers do by themselves, such as starting: other tests run beside these.
const PATIENCE_MS = 180_000;
const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
export const profileFolder = (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'summit-profile-'));
  t.after(() => {
    try {
      rmSync(folder, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
    } catch (error) {
      // A browser that is just ending still writes there.
    }
  });
  return folder;
};

// What is behind another tab draws nothing: whoever looks at a page has it in front.
function inFront() {
  let seen = null;
  return async (page) => {
    if (seen !== page) await page.bringToFront();
    seen = page;
  };
}

async function openChromium(profile) {
  const context = await chromium.launchPersistentContext(profile, {executablePath: chrome, args: FLAGS, viewport: VIEW, locale: 'en-GB', timeout: PATIENCE_MS});
  context.setDefaultTimeout(PATIENCE_MS);
  const front = inFront();
  const face = (page) => ({
    goto: async (url) => {
      await front(page);
      await page.goto(url);
    },
    run: async (code, ...values) => {
      await front(page);
      return page.evaluate(`(${code})(...${JSON.stringify(values)})`);
    },
    tab: async () => face(await context.newPage()),
  });
  return {...face(context.pages()[0]), close: () => context.close()};
}

async function openFirefox(profile) {
  const browser = await puppeteer.launch({browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true,
    userDataDir: profile, defaultViewport: VIEW, timeout: PATIENCE_MS, protocolTimeout: PATIENCE_MS, extraPrefsFirefox: {'intl.accept_languages': 'en-GB', 'dom.serviceWorkers.testing.enabled': false}});
  const front = inFront();
  const face = (page) => ({
    goto: async (url) => {
      await front(page);
      await page.goto(url, {waitUntil: 'domcontentloaded', timeout: PATIENCE_MS});
    },
    run: async (code, ...values) => {
      await front(page);
      return page.evaluate(`(${code})(...${JSON.stringify(values)})`);
    },
    tab: async () => face(await browser.newPage()),
  });
  return {...face((await browser.pages())[0] ?? await browser.newPage()), close: () => browser.close()};
}

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, () => {
    const {port} = probe.address();
    probe.close(() => resolve(port));
  });
});

// The MiniBrowser that WebKitGTK's packages bring along.
const miniBrowser = () => readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
  .concat(readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}/webkit2gtk-4.0/MiniBrowser`)).find((path) => existsSync(path));

async function openWebKit() {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], {stdio: 'ignore', detached: true});
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {method, body: body && JSON.stringify(body)});
    const {value} = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; tries < PATIENCE_MS / 100; ++tries) {
    if (await ask('GET', '/status').catch(() => null)) break;
    await wait(100);
  }
  const {sessionId} = await ask('POST', '/session', {capabilities: {alwaysMatch: {
    'webkitgtk:browserOptions': {binary: miniBrowser(), args: ['--automation']}}}});
  const session = `/session/${sessionId}`;
  await ask('POST', `${session}/timeouts`, {script: PATIENCE_MS, pageLoad: PATIENCE_MS});
  const face = (handle) => {
    const there = () => ask('POST', `${session}/window`, {handle});
    return {
      goto: async (url) => { await there(); await ask('POST', `${session}/url`, {url}); },
      run: async (code, ...values) => {
        await there();
        const script = 'const done = arguments[arguments.length - 1]; Promise.resolve((' + code + ')(...Array.from(arguments).slice(0, -1))).then((value) => done({value}), (error) => done({error: String(error)}))';
        const answer = await ask('POST', `${session}/execute/async`, {script, args: values});
        if (answer?.error) throw new Error(answer.error);
        return answer?.value;
      },
      tab: async () => face((await ask('POST', `${session}/window/new`, {type: 'window'})).handle),
    };
  };
  const first = face(await ask('GET', `${session}/window`));
  await ask('POST', `${session}/window/rect`, {width: VIEW.width, height: VIEW.height}).catch(() => {});
  return {...first, close: async () => {
    await ask('DELETE', session).catch(() => {});
    process.kill(-driver.pid);
  }};
}

export const ENGINES = {
  Chromium: {open: openChromium, keepsProfile: true},
  Firefox: {open: openFirefox, keepsProfile: true},
  WebKit: {open: openWebKit, keepsProfile: false},
};

// Asks in the page until the answer is true. What comes last may say how long.
export async function until(page, code, ...values) {
  const patience_ms = values.at(-1)?.patience_ms ?? PATIENCE_MS;
  if (values.at(-1)?.patience_ms) values.pop();
  const began = Date.now();
  for (;;) {
    const answer = await page.run(code, ...values).catch((error) => `${error}`);
    if (answer === true) return;
    if (Date.now() - began > patience_ms) throw new Error(`in vain: ${code} ${JSON.stringify(values)}: ${JSON.stringify(answer)}`);
    await wait(100);
  }
}

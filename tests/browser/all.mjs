// Runs files of browser tests and reports in TAP: node all.mjs FILE...
// One web server and one browser serve all of them, and two files at a time fill each other's waits: much of a
// test is waiting for a page to come to rest. More than one file for each processor would only slow them all.
import {spawn} from 'node:child_process';
import {availableParallelism} from 'node:os';
import {chromium} from 'playwright-core';
import {FLAGS, chrome, close, url} from './browser.mjs';

const atOnce = Math.min(4, Math.max(2, availableParallelism()));
const server = await chromium.launchServer({executablePath: chrome, args: FLAGS});
const runner = spawn(process.execPath, ['--test', '--test-reporter=tap', `--test-concurrency=${atOnce}`, ...process.argv.slice(2)],
  {stdio: 'inherit', env: {...process.env, SUMMIT_URL: url, SUMMIT_BROWSER: server.wsEndpoint()}});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => runner.kill(signal));
process.exitCode = await new Promise((resolve) => runner.once('exit', (code) => resolve(code ?? 1)));
await server.close();
await close();

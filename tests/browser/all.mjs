// Runs files of browser tests and reports in TAP: node all.mjs FILE...
// One web server and one browser serve all of them, and two files at a time fill each other's waits: much of a
// test is waiting for a page to come to rest. More than one file for each processor would only slow them all. The
// long ones begin first, so that none runs alone at the end.
import {availableParallelism} from 'node:os';
import {basename} from 'node:path';
import {run} from 'node:test';
import {tap} from 'node:test/reporters';
import {chromium} from 'playwright-core';
import {FLAGS, chrome, close, url} from './browser.mjs';

// Roughly by what they take; another file is taken for a short one.
const LONG = ['axe', 'faults', 'pages', 'failures', 'outcomes', 'journey', 'mirror', 'stars', 'engines', 'accessibility_tree', 'offline',
  'static', 'map', 'scroll', 'paper', 'plan', 'input', 'lighthouse'];
const turn = (file) => (LONG.indexOf(basename(file, '.test.mjs')) + LONG.length + 1) % (LONG.length + 1);

const atOnce = Math.min(4, Math.max(2, availableParallelism()));
const server = await chromium.launchServer({executablePath: chrome, args: FLAGS});
Object.assign(process.env, {SUMMIT_URL: url, SUMMIT_BROWSER: server.wsEndpoint()});
const ended = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => ended.abort());
const files = process.argv.slice(2).sort((one, other) => turn(one) - turn(other));
const results = run({files, concurrency: atOnce, signal: ended.signal});
results.on('test:fail', ({todo}) => {
  if (todo === undefined || todo === false) process.exitCode = 1;
});
await new Promise((resolve) => { results.compose(tap).on('end', resolve).pipe(process.stdout); });
await server.close();
await close();

// Links among the words of a paragraph: what the mirror makes of them out of its steps, in a browser without the
// app. Which steps there are for such a paragraph is checked in tests/unit/platform/mirror_test.cpp.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {browser} from './browser.mjs';

const web = fileURLToPath(new URL('../../web/', import.meta.url));

function scripts() {
  const folder = mkdtempSync(join(tmpdir(), 'summit-mirror-'));
  try {
    execFileSync('python3', [join(web, 'make_tables.py'), '-o', join(folder, 'tables.js')]);
    return readFileSync(join(folder, 'tables.js'), 'utf8') + readFileSync(join(web, 'mirror.js'), 'utf8');
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

// In the page: a mirror, and `write`, which applies steps: their names, then their operands.
function prepare() {
  const host = {focus() {}, value() {}, scroll() {}, wheel() {}, attempt(action) { return action() ?? true; }};
  window.mirror = createMirror(document.querySelector('#mirror'), host);
  window.write = (steps) => {
    const bytes = [];
    const byte = (number) => bytes.push(number);
    const id = (number) => bytes.push(...new Uint8Array(new Uint32Array([number]).buffer));
    const float = (number) => bytes.push(...new Uint8Array(new Float32Array([number]).buffer));
    const text = (words) => { const all = new TextEncoder().encode(words); id(all.length); bytes.push(...all); };
    for (const [step, node, ...operands] of steps) {
      byte(STEPS.indexOf(step));
      id(node);
      if (step === 'create') [ROLES.indexOf(operands[0]), 0, operands[0] === 'link' ? 1 : 0].forEach(byte);
      if (step === 'place') operands.forEach(id);
      if (step === 'box') { operands[0].forEach(float); byte(operands[1]); [0, 0, 0, 0].forEach(float); }
      if (['text', 'tail', 'link'].includes(step)) text(operands[0]);
    }
    window.mirror.apply(new Uint8Array(bytes));
  };
  window.link = (id, words, tail) => [['create', id, 'link'], ['box', id, [0, 0, 0, 0, 0, 0], TYPE.running], ['text', id, words], ['tail', id, tail], ['link', id, `https://un.org/${id}`]];
}

const said = (page) => page.evaluate(() => document.querySelector('#mirror p').innerHTML.replace(/<a [^>]*?href="https:\/\/un.org\/(\d+)"[^>]*>/g, '<$1>'));

test('links stand among the words of their paragraph, and come and go with what follows them', async (t) => {
  const profile = await (await browser()).newContext({viewport: {width: 390, height: 300}});
  t.after(() => profile.close());
  const page = await profile.newPage();
  await page.setContent('<div id="mirror"></div>');
  await page.addStyleTag({content: readFileSync(join(web, 'style.css'), 'utf8')});
  await page.addScriptTag({content: scripts()});
  await page.evaluate(prepare);
  await page.evaluate(() => write([
    ['create', 1, 'text'], ['box', 1, [10, 10, 240, 72, 16, 24], 0], ['text', 1, 'More of this is in '],
    ...link(2, 'the paper of the year', ' and '), ...link(3, 'a letter', '.'),
    ['place', 1, 0, 0], ['place', 3, 1, 0], ['place', 2, 1, 3],
  ]));
  assert.equal(await said(page), 'More of this is in <2>the paper of the year</a> and <3>a letter</a>.');
  // In the running line, over its end, where the paragraph is.
  const lines = await page.evaluate(() => [...document.querySelector('#mirror a').getClientRects()].map(({left, top, right, bottom}) => [left, top, right, bottom]));
  assert.ok(lines.length >= 2, 'the link goes on in the next line');
  assert.ok(lines[0][0] > 60 && lines.at(-1)[0] < 20, String(lines));
  for (const [left, top, right, bottom] of lines) assert.ok(left >= 10 && right <= 250 && top >= 10 && bottom <= 82, String(lines));
  // What a screen reader meets.
  const devtools = await profile.newCDPSession(page);
  const {nodes} = await devtools.send('Accessibility.getFullAXTree');
  const heard = nodes.filter(({ignored, role}) => !ignored && ['paragraph', 'link', 'StaticText'].includes(role.value)).map(({role, name}) => `${role.value} ${(name?.value ?? '').trim()}`.trim());
  assert.deepEqual(heard.slice(0, 6), ['paragraph', 'StaticText More of this is in', 'link the paper of the year', 'StaticText and', 'link a letter', 'StaticText .']);
  // By keyboard.
  for (const id of [2, 3]) {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => Number(document.activeElement.dataset.node)), id);
  }
  // One goes, one is new before the other, one says something else.
  await page.evaluate(() => write([...link(4, 'a book', ', '), ['text', 1, 'More is in '], ['tail', 3, '!'], ['place', 4, 1, 3], ['remove', 2]]));
  assert.equal(await said(page), 'More is in <4>a book</a>, <3>a letter</a>!');
  await page.evaluate(() => write([['remove', 4], ['remove', 3], ['text', 1, 'Nothing more.']]));
  assert.equal(await said(page), 'Nothing more.');
});

// summit-pack and the program minisign read each other's keys and signatures. SUMMIT_BUILD is the build directory.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const build = process.env.SUMMIT_BUILD ?? fileURLToPath(new URL('../../build/native', import.meta.url));
const program = resolve(build, 'summit-pack');

// A folder with a file in it; answers functions that run programs there.
function begin(t) {
  const cwd = mkdtempSync(join(tmpdir(), 'summit-keys-'));
  t.after(() => rmSync(cwd, {recursive: true, force: true}));
  writeFileSync(join(cwd, 'event.pack'), 'an event');
  const run = (name) => (...words) => execFileSync(name, words, {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
  return {cwd, pack: run(program), minisign: run('minisign'), refused: (...words) => spawnSync(program, words, {cwd, encoding: 'utf8'})};
}

test('what summit-pack signs minisign verifies', (t) => {
  const {cwd, pack, minisign} = begin(t);
  pack('keys', '-o', 'ours');
  assert.equal(statSync(join(cwd, 'ours.key')).mode & 0o777, 0o600);
  pack('sign', 'event.pack', '--key', 'ours.key', '--comment', 'revision:7');
  assert.match(minisign('-Vm', 'event.pack', '-p', 'ours.pub'), /revision:7/);
  minisign('-Sm', 'event.pack', '-s', 'ours.key', '-t', 'with our key');
  assert.match(pack('verify', 'event.pack', '--keys', 'ours.pub'), /with our key/);
});

test('what minisign signs summit-pack verifies', (t) => {
  const {cwd, pack, minisign, refused} = begin(t);
  minisign('-GW', '-p', 'theirs.pub', '-s', 'theirs.key');
  minisign('-Sm', 'event.pack', '-s', 'theirs.key', '-t', 'revision:8');
  assert.match(pack('verify', 'event.pack', '--keys', 'theirs.pub'), /revision:8/);
  pack('sign', 'event.pack', '--key', 'theirs.key', '--comment', 'by us');
  assert.match(minisign('-Vm', 'event.pack', '-p', 'theirs.pub'), /by us/);
  writeFileSync(join(cwd, 'event.pack'), 'An event');
  const answer = refused('verify', 'event.pack', '--keys', 'theirs.pub');
  assert.equal(answer.status, 1);
  assert.match(answer.stderr, /event\.pack\.minisig: does not fit/);
});

test('a desk signs when the organisers vouch for its key', (t) => {
  const {pack, refused} = begin(t);
  pack('keys', '-o', 'organisers');
  pack('keys', '-o', 'desk');
  pack('sign', 'event.pack', '--key', 'desk.key', '--comment', 'from the desk');
  assert.equal(refused('verify', 'event.pack', '--keys', 'organisers.pub').status, 1);
  assert.match(refused('verify', 'event.pack', '--keys', 'organisers.pub', '--vouched', 'desk.pub').stderr, /desk\.pub\.minisig/);
  pack('sign', 'desk.pub', '--key', 'organisers.key', '--comment', 'information desk');
  assert.match(pack('verify', 'event.pack', '--keys', 'organisers.pub', '--vouched', 'desk.pub'), /from the desk/);
});

test('a notice of a desk goes into the event when the organisers vouch for the desk', (t) => {
  const {cwd, pack, refused} = begin(t);
  pack('keys', '-o', 'organisers');
  pack('keys', '-o', 'desk');
  cpSync(fileURLToPath(new URL('../../assets/res2026', import.meta.url)), join(cwd, 'event'), {recursive: true});
  const text = JSON.stringify({event: 'res2026', notice: {
    id: 'desk-closed-hall-1', title: {kk: '1-зал: жабық', ru: 'Зал 1: закрыто', en: 'Hall 1: closed'},
    text: {kk: 'Күтіңіз.', ru: 'Подождите.', en: 'Please wait.'}, urgency: 'change',
    published_at: '2026-04-22T10:30+05:00', until: '2026-04-23T00:00+05:00', state: 'closed',
    applies_to: {rooms: ['hall-1']}, status: 'provisional'}}) + '\n';
  const read = (name) => readFileSync(join(cwd, name), 'utf8');
  writeFileSync(join(cwd, 'text'), text);
  pack('sign', 'text', '--key', 'desk.key', '--comment', 'notice');
  pack('sign', 'desk.pub', '--key', 'organisers.key', '--comment', 'information desk');
  const notice = (voucher) => writeFileSync(join(cwd, 'a.summit-notice'), 'summit desk notice 1\n--- text\n' + text +
    '--- signature\n' + read('text.minisig') + '--- key\n' + read('desk.pub') + '--- voucher\n' + voucher);
  const before = read('event/notices.json');
  notice(read('text.minisig'));
  const answer = refused('take', 'a.summit-notice', '--keys', 'organisers.pub', '--into', 'event');
  assert.equal(answer.status, 1);
  assert.match(answer.stderr, /a\.summit-notice: the organisers' signature/);
  assert.equal(read('event/notices.json'), before);
  notice(read('desk.pub.minisig'));
  assert.match(pack('take', 'a.summit-notice', '--keys', 'organisers.pub', '--into', 'event'), /information desk/);
  assert.equal(JSON.parse(read('event/notices.json')).notices[0].id, 'desk-closed-hall-1');
  pack('check', 'event');
});

test('keys are not written over, and what is no key is named', (t) => {
  const {cwd, pack, refused} = begin(t);
  pack('keys', '-o', 'ours');
  const before = readFileSync(join(cwd, 'ours.key'), 'utf8');
  assert.match(refused('keys', '-o', 'ours').stderr, /ours\.key: is there already/);
  assert.equal(readFileSync(join(cwd, 'ours.key'), 'utf8'), before);
  assert.match(refused('sign', 'event.pack', '--key', 'ours.pub').stderr, /ours\.pub: is no secret key/);
  assert.equal(refused('sign', 'event.pack').status, 2);
});

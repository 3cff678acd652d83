// An event that is edited while a browser has it open, by the web server that ./run starts: what is saved is
// published, what is wrong is told and changes nothing. The site is a made-up one of a page; the browser is
// played by HTTP. SUMMIT_BUILD is the build directory.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const scratch = mkdtempSync(join(tmpdir(), "summit-watch-test-"));
const env = { ...process.env, SUMMIT_ASSETS: join(build, "assets") };
const program = join(build, "summit-pack");
const event = join(scratch, "event");
const book = join(scratch, "event.xlsx");
const site = join(scratch, "site");
const key = join(scratch, "test.key");

let server, address, told;
const pack = (...args) => {
  const done = spawnSync(program, args, { env, encoding: "utf8", timeout: 60_000 });
  assert.equal(done.status, 0, done.stderr);
};
const freePort = () => new Promise((answer) => {
  const probe = createServer();
  probe.listen(0, () => {
    const { port } = probe.address();
    probe.close(() => answer(port));
  });
});

// What /watch/events says, newest last; `next` waits for one that `fits`.
async function listen() {
  const heard = [];
  const stop = new AbortController();
  const stream = await fetch(`${address}/watch/events`, { signal: stop.signal });
  assert.match(stream.headers.get("content-type"), /^text\/event-stream/);
  (async () => {
    let rest = "";
    for await (const bytes of stream.body) {
      rest += Buffer.from(bytes).toString();
      for (let end; (end = rest.indexOf("\n\n")) >= 0; rest = rest.slice(end + 2))
        if (rest.startsWith("data: ")) heard.push(JSON.parse(rest.slice(6, end)));
    }
  })().catch(() => {});
  const next = async (fits) => {
    for (let tries = 0; tries < 1200; ++tries) {
      const found = heard.find(fits);
      if (found) return found;
      await new Promise((later) => setTimeout(later, 50));
    }
    assert.fail(`nothing of the kind was told: ${JSON.stringify(heard.map(({ number, good, mistakes }) => ({ number, good, mistakes })))}`);
  };
  return { heard, next, stop: () => stop.abort() };
}
const current = async () => (await fetch(`${address}/current.json`)).json();
const edit = (name, change) => {
  const path = join(event, name);
  const json = JSON.parse(readFileSync(path, "utf8"));
  change(json);
  writeFileSync(path, JSON.stringify(json));
};
const type = (file, ...edits) => type_in("sessions", file, ...edits);
const type_in = (sheet, file, ...edits) => {
  const done = spawnSync("python3", [join(import.meta.dirname, "edit_workbook.py"), file, sheet, ...edits], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
};
// The next news after those that were heard.
const after_now = () => {
  const { number } = told.heard.at(-1);
  return (fits) => told.next((news) => news.number > number && fits(news));
};
const published = async () => (await fetch(address + (await current()).pack)).text();

before(async () => {
  pack("new", event, "--name", "River Days", "--dates", "2026-10-24/2026-10-26", "--place", "Exampleville,Nowhere", "--zone", "Europe/Berlin", "--languages", "en,ru", "--workbook", book);
  pack("keys", "-o", key.replace(/\.key$/, ""));
  mkdirSync(join(site, "files"), { recursive: true });
  for (const path of ["en", "ru", "start"]) mkdirSync(join(site, path));
  for (const page of ["index.html", "404.html", "error.html", "en/index.html", "en/404.html", "ru/index.html", "ru/404.html", "start/en.html"])
    writeFileSync(join(site, page), '<!doctype html><html lang="en"><body data-app="loading"><p>Page</p></body></html>\n');
  writeFileSync(join(site, "sw.js"), "");
  const port = await freePort();
  server = spawn("python3", [join(source, "web/watch.py"), event, site, join(scratch, "state"), String(port), program, key], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => { said += text; });
  address = `http://localhost:${port}`;
  for (let tries = 0; ; ++tries) {
    assert.equal(server.exitCode, null, said);
    assert.ok(tries < 600, said);
    try {
      if ((await fetch(`${address}/en/`)).ok) break;
    } catch {
      // Not yet.
    }
    await new Promise((later) => setTimeout(later, 50));
  }
  told = await listen();
  await told.next(({ number }) => number > 0);
});
after(async () => {
  told?.stop();
  const ended = new Promise((done) => server.once("exit", done));
  server.kill();
  await ended;
  rmSync(scratch, { recursive: true, force: true });
});

test("pages take in the script that follows, and the site they come from stays as it was", async () => {
  const page = await (await fetch(`${address}/en/`)).text();
  assert.match(page, /<script src="\/watch\/watch\.js" defer><\/script><\/body>/);
  assert.ok(!readFileSync(join(site, "en/index.html"), "utf8").includes("watch"));
  const script = await fetch(`${address}/watch/watch.js`);
  assert.match(script.headers.get("content-type"), /javascript/);
  assert.equal(await script.text(), readFileSync(join(source, "web/watch.js"), "utf8"));
  // It would hold pages to what they were without it.
  assert.equal((await fetch(`${address}/sw.js`)).status, 404);
});

test("what is saved is published, with a higher revision, and told", async () => {
  const before = await current();
  assert.equal(before.event, "event");
  edit("sessions.json", ({ sessions }) => { sessions[1].title.en = "Opening of the rivers"; });
  const news = await told.next(({ number, good }) => good && number > 1 || number > 2);
  assert.ok(news.good);
  const now = await current();
  assert.notEqual(now.pack, before.pack);
  assert.ok(Number(now.revision) > Number(before.revision));
  const bytes = await (await fetch(address + now.pack)).text();
  assert.ok(bytes.includes("Opening of the rivers"));
});

test("a mistake is told with its place and its page, what was good stays, and mended it goes on", async () => {
  const before = await current();
  edit("sessions.json", ({ sessions }) => { sessions[1].ends_at = "2026-10-24T09:00+02:00"; });
  const wrong = await told.next(({ good }) => !good);
  assert.equal(wrong.mistakes[0].file, "sessions.json");
  assert.equal(wrong.mistakes[0].pointer, "/sessions/1/ends_at");
  assert.match(wrong.mistakes[0].reason, /ends before it starts/);
  assert.equal(wrong.mistakes[0].page, "agenda/opening/");
  assert.ok(wrong.texts.kk["watch.kept"] && wrong.texts.ru["watch.kept"] && wrong.texts.en["watch.kept"]);
  assert.deepEqual(await current(), before);
  writeFileSync(join(event, "places.json"), "{");
  await told.next(({ good, mistakes }) => !good && mistakes.some(({ file }) => file === "places.json"));
  assert.deepEqual(await current(), before);
  cpSync(join(scratch, "event"), join(scratch, "broken"), { recursive: true });
  const { number } = told.heard.at(-1);
  pack("new", join(scratch, "again"), "--name", "River Days", "--dates", "2026-10-24/2026-10-26", "--place", "Exampleville,Nowhere", "--zone", "Europe/Berlin", "--languages", "en,ru", "--id", "event");
  for (const name of ["places.json", "sessions.json"]) cpSync(join(scratch, "again", name), join(event, name));
  await told.next((news) => news.number > number && news.good);
  assert.notEqual((await current()).pack, before.pack);
});

test("a workbook beside the folder is brought in when it is saved", async (t) => {
  const before = await current(), next = after_now(), began = Date.now();
  type(book, "C3=10:20", "G3=Grand opening");
  assert.ok((await next(() => true)).good);
  t.diagnostic(`told ${Date.now() - began} ms after it was saved`);
  assert.ok(Number((await current()).revision) > Number(before.revision));
  assert.match(await published(), /Grand opening/);
  const { sessions } = JSON.parse(readFileSync(join(event, "sessions.json"), "utf8"));
  assert.equal(sessions.find(({ id }) => id === "opening").starts_at, "2026-10-24T10:20+02:00");
});

test("a mistake in the workbook is told with its row and its page, nothing is changed, and mended it goes on", async () => {
  const before = await current(), sessions = readFileSync(join(event, "sessions.json"), "utf8");
  let next = after_now();
  type(book, "C3=ten", "G3=Greatest opening");
  const wrong = await next(({ good }) => !good);
  assert.deepEqual([wrong.mistakes.length, wrong.mistakes[0].file, wrong.mistakes[0].pointer, wrong.mistakes[0].page, wrong.mistakes[0].warning],
    [1, "event.xlsx", "sessions, row 3 (opening), column start", "agenda/opening/", false]);
  assert.match(wrong.mistakes[0].reason, /^"ten" is no date or time/);
  assert.deepEqual(await current(), before);
  assert.equal(readFileSync(join(event, "sessions.json"), "utf8"), sessions);
  // A sheet that is gone, too, is told by its place, beside the cell.
  next = after_now();
  type_in("rooms", book, "=halls");
  const gone = await next(({ mistakes }) => mistakes.length > 1);
  assert.deepEqual(gone.mistakes.map(({ pointer }) => pointer), ["sheet rooms", "sessions, row 3 (opening), column start", "sheet halls"]);
  next = after_now();
  type_in("halls", book, "=rooms");
  await next(({ mistakes }) => mistakes.length === 1);
  // It holds up nobody who edits something else, and stays told.
  next = after_now();
  edit("places.json", ({ rooms }) => { rooms[1].name.en = "Hall of rivers"; });
  const both = await next(({ good }) => good);
  assert.match(both.mistakes[0].reason, /^"ten" is no date or time/);
  assert.match(await published(), /Hall of rivers/);
  next = after_now();
  type(book, "C3=10:30", "D4=2026-10-26 11:00");
  const late = await next(() => true);
  assert.deepEqual([late.good, late.mistakes[0].pointer, late.mistakes[0].page], [false, "sessions, row 4 (closing)", "agenda/closing/"]);
  assert.match(late.mistakes[0].reason, /^ends_at: ends before it starts/);
  next = after_now();
  type(book, "D4=17:30");
  assert.deepEqual((await next(() => true)).mistakes, []);
  assert.match(await published(), /Greatest opening/);
});

test("a workbook in the folder is followed too, other tables and half files are not", async () => {
  let next = after_now();
  writeFileSync(join(event, "budget.xlsx"), readFileSync(book).subarray(0, 3000));
  assert.deepEqual((await next(() => true)).mistakes, []);
  // One that is gone has nothing to say any more.
  next = after_now();
  rmSync(book);
  assert.deepEqual((({ good, mistakes }) => [good, mistakes])(await next(() => true)), [true, []]);
  const inside = join(scratch, "inside.xlsx");
  pack("export", "xlsx", event, "-o", inside);
  type(inside, "G3=Opening from inside");
  next = after_now();
  copyFileSync(inside, join(event, "programme.xlsx"));
  const news = await next(() => true);
  assert.deepEqual([news.good, news.mistakes], [true, []]);
  assert.match(await published(), /Opening from inside/);
});

test("another language wants other pages, and that is said", async () => {
  const before = await current();
  edit("event.json", (json) => { json.languages = ["en"]; json.fallback = ["en"]; });
  const news = await told.next(({ good, mistakes }) => !good && /start it again/.test(mistakes[0].reason));
  assert.equal(news.mistakes[0].file, "event.json");
  assert.deepEqual(await current(), before);
});

test("whoever comes later is told how it stands", async () => {
  const late = await listen();
  const news = await late.next(() => true);
  assert.equal(news.number, told.heard.at(-1).number);
  late.stop();
});

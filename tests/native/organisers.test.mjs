// The first day of an event on the command line, and the report for people. SUMMIT_BUILD is the build directory.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { accessSync, constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe, test } from "node:test";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const scratch = mkdtempSync(join(tmpdir(), "summit-organisers-"));
after(() => rmSync(scratch, { recursive: true, force: true }));
const env = { PATH: process.env.PATH, HOME: scratch, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets") };
const call = (program, args, input = "") => spawnSync(join(build, program), args, { env, input, encoding: "utf8", timeout: 60_000 });
const pack = (...args) => call("summit-pack", args);

const answers = { "--name": "River Days 2026", "--dates": "2026-10-24/2026-10-26", "--place": "Exampleville, Nowhere", "--zone": "Europe/Berlin", "--languages": "en,ru" };
const options = (changes = {}) => Object.entries({ ...answers, ...changes }).filter(([, value]) => value !== null).flat();
let count = 0;
const fresh = () => join(scratch, `event-${++count}`);
const read = (folder, name) => JSON.parse(readFileSync(join(folder, name), "utf8"));

describe("summit-pack new", () => {
  test("makes a folder that passes the checks, builds and opens", () => {
    const folder = fresh();
    const made = pack("new", folder, ...options());
    assert.equal(made.status, 0, made.stderr);
    assert.equal(made.stderr, "");
    const checked = pack("check", folder);
    assert.equal(checked.status, 0, checked.stderr);
    assert.equal(checked.stderr, "");
    const file = `${folder}.pack`;
    assert.equal(pack("build", folder, "-o", file).status, 0);
    // Nobody has drawn a plan: nothing is said of one.
    const { stdout } = call("summit", ["--pack", file, "--page", "/en/map/", "--describe"]);
    assert.ok(!stdout.includes(JSON.parse(readFileSync(join(source, "i18n/en.json"), "utf8"))["provisional.plan"]));
    for (const page of ["/en/", "/ru/agenda/", "/en/map/", "/ru/partners/", "/en/info/"]) {
      const shown = call("summit", ["--pack", file, "--page", page, "--describe", "--at", "2026-10-24T10:30+02:00"]);
      assert.equal(shown.status, 0, shown.stderr);
      assert.equal(JSON.parse(shown.stdout).lang, page.slice(1, 3));
    }
  });

  test("names each answer that is missing where nobody can be asked", () => {
    const folder = fresh();
    for (const option of Object.keys(answers)) {
      const { status, stderr } = pack("new", folder, ...options({ [option]: null }));
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`needs ${option} too`));
    }
    const { stderr } = pack("new", folder);
    for (const option of Object.keys(answers)) assert.ok(stderr.includes(option), stderr);
    assert.ok(!existsSync(folder));
  });

  test("says what is wrong with an answer and writes nothing", () => {
    const folder = fresh();
    const wrong = { "--dates": "2026-10-26/2026-10-24", "--place": "Exampleville", "--zone": "Europe/Exampleville", "--languages": "en,en", "--id": "River Days", "--lang": "de" };
    for (const [option, value] of Object.entries(wrong)) {
      const { status, stderr } = pack("new", folder, ...options({ [option]: value }));
      assert.equal(status, 2, `${option} ${value}: ${stderr}`);
      assert.ok(stderr.includes(option), stderr);
    }
    assert.equal(pack("new", folder, ...options({ "--languages": "English" })).status, 1);
    assert.deepEqual(readdirSync(scratch).filter((name) => name.startsWith(`event-${count}`)), []);
  });

  test("writes over nothing that is there", () => {
    const folder = fresh();
    mkdirSync(folder);
    assert.equal(pack("new", folder, ...options()).status, 0, "an empty folder is as good as none");
    writeFileSync(join(folder, "event.json"), "mine");
    const { status, stderr } = pack("new", folder, ...options());
    assert.equal(status, 1);
    assert.match(stderr, /is there already/);
    assert.equal(readFileSync(join(folder, "event.json"), "utf8"), "mine");
  });

  test("takes texts in further languages", () => {
    const folder = fresh();
    const made = pack("new", folder, ...options(), "--name", "ru=Дни рек 2026", "--zone-name", "Berlin time", "--short-name", "RD", "--id", "river-days");
    assert.equal(made.status, 0, made.stderr);
    const event = read(folder, "event.json");
    assert.deepEqual(event.name, { en: "River Days 2026", ru: "Дни рек 2026" });
    assert.deepEqual(event.time_zone_name, { en: "Berlin time" });
    assert.deepEqual(event.short_name, { en: "RD" });
    assert.equal(event.id, "river-days");
  });

  // A terminal by way of script(1); it echoes what is typed.
  const asked = (folder, lines, ...more) => spawnSync("script", ["-qec", [join(build, "summit-pack"), "new", folder, ...more].join(" "), "/dev/null"], { env, input: lines.map((line) => `${line}\n`).join(""), encoding: "utf8", timeout: 60_000 });

  test("asks on a terminal, and again when an answer cannot be taken", () => {
    const folder = fresh();
    const done = asked(folder, ["kk,ru", "Өзендер күндері", "ертең", "2027-05-12", "Астана, Қазақстан", "Asia/Almaty"], "--lang", "kk");
    assert.equal(done.status, 0, done.stdout);
    assert.match(done.stdout, /Қай тілдерде\?/);
    assert.equal(done.stdout.match(/Қай күндері өтеді\?/g).length, 2);
    assert.equal(read(folder, "event.json").city.kk, "Астана");
    assert.equal(pack("check", folder).status, 0);
  });
});

describe("summit-pack check --html", () => {
  const folder = fresh();
  const page = join(scratch, "report.html");
  assert.equal(pack("new", folder, ...options()).status, 0);

  test("writes a page beside what it prints, in the language asked for", () => {
    for (const language of ["kk", "ru", "en"]) {
      const { status, stderr } = pack("check", folder, "--html", page, "--lang", language);
      assert.equal(status, 0, stderr);
      const html = readFileSync(page, "utf8");
      assert.match(html, new RegExp(`^<!DOCTYPE html>\n<html lang="${language}">`));
      assert.ok(html.includes(JSON.parse(readFileSync(join(source, `i18n/organisers/${language}.json`), "utf8"))["report.no_mistakes"]));
    }
  });

  test("also of a folder that cannot be read, and the status stays what it was", () => {
    const sessions = join(folder, "sessions.json");
    const good = readFileSync(sessions, "utf8");
    writeFileSync(sessions, good.replace("T10:00", "T25:00"));
    const { status, stderr } = pack("check", folder, "--html", page);
    assert.equal(status, 1);
    assert.match(stderr, /sessions\.json: \/sessions\/\d\/\w+: /);
    assert.match(readFileSync(page, "utf8"), /<li class="error">/);
    writeFileSync(sessions, good);
  });

  test("takes the place of no source", () => {
    const { status, stderr } = pack("check", folder, "--html", join(folder, "sessions.json"));
    assert.equal(status, 1);
    assert.match(stderr, /is the source/);
    assert.equal(pack("check", folder).status, 0);
  });
});

describe("a translator's file", () => {
  test("that is half done is taken, and what is left is counted, not listed", () => {
    const folder = fresh(), po = `${folder}.po`;
    assert.equal(pack("new", folder, ...options()).status, 0);
    assert.equal(pack("texts", "export", folder, "--lang", "ru", "-o", po).status, 0);
    const text = readFileSync(po, "utf8"), empty = text.match(/^msgstr ""$/gm).length - 1;
    assert.ok(empty > 1);
    writeFileSync(po, text.replace('msgid "Exampleville"\nmsgstr ""', 'msgid "Exampleville"\nmsgstr "Примерск"'));
    const { status, stdout, stderr } = pack("texts", "import", folder, po);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.equal(stdout, `1 text of ru changed in 1 file; ${empty - 1} are not translated, and as they were\n`);
    assert.equal(read(folder, "event.json").city.ru, "Примерск");
  });
});

describe("publishing", () => {
  const place = (name) => join(scratch, name);
  const site = place("site"), current = () => JSON.parse(readFileSync(join(site, "current.json"), "utf8"));
  // As the guide has it, by the name of the file alone.
  const update = (file, to = site) => spawnSync(join(source, "web/update.py"), [to, file, join(build, "summit-pack")], { env, encoding: "utf8", timeout: 60_000 });
  const make = (folder, name, ...more) => {
    assert.equal(pack("build", folder, "-o", place(name), ...more).status, 0);
    assert.equal(pack("sign", place(name), "--key", place("organisers.key")).status, 0);
    return place(name);
  };
  const folder = fresh();
  assert.equal(pack("new", folder, ...options()).status, 0);
  assert.equal(pack("keys", "-o", place("organisers")).status, 0);
  mkdirSync(join(site, "files"), { recursive: true });

  test("goes from one pack to the next and says so, and what nobody would take changes nothing", () => {
    const first = make(folder, "first.pack");
    assert.match(update(first).stdout, /published: event-\d+, revision 0; deltas from 0 former packs\n$/);
    const sessions = read(folder, "sessions.json");
    sessions.sessions[1].title.en = "Opening of the rivers";
    writeFileSync(join(folder, "sessions.json"), JSON.stringify(sessions));
    const second = make(folder, "second.pack", "--since", first, "--issued", "now");
    assert.match(update(second).stdout, /revision 1; deltas from 1 former packs\n$/);
    assert.equal(current().revision, "1");
    const before = current();
    const other = fresh();
    assert.equal(pack("new", other, ...options()).status, 0);
    copyFileSync(second, place("unsigned.pack"));
    const wrong = [[first, /first\.pack: is older than what is published \(revision 0, there 1\).*--since/],
      [make(other, "other.pack"), /other\.pack: is of the event event-\d+; the site is that of event-\d+/],
      [place("unsigned.pack"), /unsigned\.pack\.minisig: is not there; summit-pack sign/],
      [place("nothing.pack"), /nothing\.pack: is not there/]];
    for (const [file, reason] of wrong) {
      const { status, stderr } = update(file);
      assert.equal(status, 1);
      assert.match(stderr, reason);
      assert.match(stderr, /nothing was changed\n$/);
      assert.deepEqual(current(), before);
    }
    assert.match(update(second, place("nowhere")).stderr, /nowhere: is no site/);
    // What was there before, published anew.
    assert.match(update(make(folder, "third.pack", "--since", second, "--issued", "now")).stdout, /revision 2/);
  });

  test("and all other commands of the guides are programs that can be started", () => {
    for (const guide of ["organisers.md", "publishing.md"]) {
      const commands = readFileSync(join(source, "docs", guide), "utf8").match(/^ {4}(?:web\/\S+|\.\/run)/gm);
      assert.ok(commands.length > 0);
      for (const command of commands) accessSync(join(source, command.trim()), constants.X_OK);
    }
  });
});

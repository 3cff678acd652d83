// Other people's programmes and the workbook, in and out by the command line. SUMMIT_BUILD is the build directory.
// SUMMIT_FRAB_XSD: the schema of frab's XML, to which ours is held besides where it is at hand.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe, test } from "node:test";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const scratch = mkdtempSync(join(tmpdir(), "summit-exchange-"));
after(() => rmSync(scratch, { recursive: true, force: true }));
const env = { PATH: process.env.PATH, HOME: scratch, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets") };
const run = (program, args) => spawnSync(program, args, { env, encoding: "utf8", timeout: 120_000, maxBuffer: 1 << 26 });
const pack = (...args) => run(join(build, "summit-pack"), args);
const good = (...args) => {
  const done = pack(...args);
  assert.equal(done.status, 0, `${args.join(" ")}: ${done.stderr}`);
  return done;
};

let count = 0;
const fresh = (ending = "") => join(scratch, `${++count}${ending}`);
const written = (name, content) => {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
};
// The files of a folder; nothing of one that is not there.
const files = (folder) => existsSync(folder) ? Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), "utf8")])) : null;
const json = (folder, name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const answers = ["--name", "River Days", "--dates", "2026-10-24/2026-10-26", "--place", "Exampleville, Nowhere", "--zone", "Europe/Berlin", "--languages", "en,ru", "--id", "river-days"];
const begin = (folder, ...more) => good("new", folder, ...answers, ...more);
const type = (book, sheet, ...edits) => {
  const done = run("python3", [join(import.meta.dirname, "edit_workbook.py"), book, sheet, ...edits]);
  assert.equal(done.status, 0, done.stderr);
};

const event = join(scratch, "event");
begin(event);
// What people and themes there are in the formats that can say them.
writeFileSync(join(event, "persons.json"), JSON.stringify({ persons: [{ id: "ann-lee", name: { en: "Ann Lee" }, status: "provisional" }] }));
writeFileSync(join(event, "themes.json"), JSON.stringify({ themes: [{ id: "water", number: 1, color: "#0A6BAD", name: { en: "Water & ice" }, short_name: { en: "Water" }, status: "provisional" }] }));
const all = json(event, "sessions.json");
Object.assign(all.sessions[1], { themes: ["water"], people: [{ person: "ann-lee" }], summary: { en: "Who comes, and why;\n“quoted”, a < b" } });
writeFileSync(join(event, "sessions.json"), JSON.stringify(all));
good("check", event);

const endings = { "frab-xml": "xml", "frab-json": "json", pretalx: "json", ics: "ics", csv: "csv", xlsx: "xlsx" };
const exported = Object.fromEntries(Object.keys(endings).map((format) => {
  const file = join(scratch, `${format}.${endings[format]}`);
  good("export", format, event, "-o", file, ...(format === "xlsx" ? [] : ["--lang", "en"]));
  return [format, file];
}));

for (const [format, file] of Object.entries(exported))
  describe(format, () => {
    test("out of one event and into a folder that is not there", () => {
      const folder = fresh();
      const { stdout, stderr } = good("import", format, file, "--into", folder, "--zone", "Europe/Berlin");
      assert.match(stdout, /^read: .*3 sessions/m);
      assert.match(stdout, /^added: 3 sessions$/m);
      assert.doesNotMatch(stderr, /left out/);
      assert.match(good("check", folder).stdout, /good: 3 sessions/);
      const before = json(event, "sessions.json").sessions, after = json(folder, "sessions.json").sessions;
      for (const one of before) {
        const same = after.find(({ id }) => id === one.id);
        assert.equal(same?.title.en, one.title.en);
        assert.equal(Date.parse(same.starts_at), Date.parse(one.starts_at));
        assert.equal(Date.parse(same.ends_at), Date.parse(one.ends_at));
      }
      good("build", folder, "-o", fresh(".pack"));
    });

    test("twice changes nothing, and says so", () => {
      const folder = fresh();
      good("import", format, file, "--into", folder, "--zone", "Europe/Berlin");
      const before = files(folder);
      const { stdout } = good("import", format, file, "--into", folder, "--zone", "Europe/Berlin");
      assert.match(stdout, /^nothing has changed$/m);
      assert.deepEqual(files(folder), before);
    });

    test("back into the event that it came from, nothing of the programme is other", () => {
      const folder = fresh();
      good("export", "xlsx", event, "-o", `${folder}.xlsx`);
      good("import", "xlsx", `${folder}.xlsx`, "--into", folder);
      const before = files(folder);
      good("import", format, file, "--into", folder, "--lang", "en");
      assert.deepEqual(json(folder, "sessions.json"), JSON.parse(before["sessions.json"]));
      assert.deepEqual(json(folder, "places.json"), JSON.parse(before["places.json"]));
    });

    test("--dry-run tells the same and writes nothing", () => {
      const folder = fresh();
      const { stdout } = good("import", format, file, "--into", folder, "--dry-run");
      assert.match(stdout, /^added: 3 sessions$/m);
      assert.match(stdout, /^dry run: nothing was written; it would be .*sessions\.json/m);
      assert.equal(files(folder), null);
    });

    test("broken, it changes nothing and says where", () => {
      const folder = fresh();
      begin(folder);
      const before = files(folder), whole = readFileSync(file);
      const broken = { half: whole.subarray(0, whole.length / 2), empty: "", noise: Buffer.from([0, 255, 3, 200, 7, 129]) };
      for (const [how, bytes] of Object.entries(broken)) {
        // Half a table is a table, with a quotation mark that is open.
        const content = format === "csv" && how === "half" ? 'title,start\n"Opening,10:00\n' : bytes;
        const name = `${how}-${format}.${endings[format]}`;
        const { status, stderr } = pack("import", format, written(name, content), "--into", folder, "--zone", "Europe/Berlin");
        assert.equal(status, 1, `${name}: ${stderr}`);
        assert.ok(stderr.startsWith(`${name}: `), stderr);
        assert.match(stderr, /^nothing was changed$/m);
        assert.deepEqual(files(folder), before);
        const nowhere = fresh();
        assert.equal(pack("import", format, join(scratch, name), "--into", nowhere).status, 1);
        assert.equal(files(nowhere), null);
      }
    });
  });

describe("import", () => {
  test("is told apart from what is not understood", () => {
    const folder = fresh();
    const wrong = [
      [["import", "excel", exported.xlsx, "--into", folder], /there is no format excel; there are frab-xml, .*xlsx/],
      [["import", "csv", exported.csv], /--into/],
      [["import", "csv", "--into", folder], /files/],
      [["import", "csv", exported.csv, "--into", folder, "--columns", "title"], /--columns takes pairs/],
      [["import", "csv", exported.csv, "--into", folder, "--zone", "Europe/Atlantis"], /--zone/],
      [["import", "csv", exported.csv, "--into", folder, "--status", "perhaps"], /--status is published or provisional/],
    ];
    for (const [args, reason] of wrong) {
      const { status, stderr } = pack(...args);
      assert.equal(status, 2, stderr);
      assert.match(stderr, reason);
    }
    const missing = pack("import", "csv", join(scratch, "nothing.csv"), "--into", folder);
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /nothing\.csv: /);
    assert.equal(files(folder), null);
  });

  test("a table of one's own: semicolons, windows-1251, a day above its rows, lengths in three ways", () => {
    // windows-1251: the letters from А on stand together.
    const cyrillic = (text) => Buffer.from([...text].map((letter) => {
      const code = letter.codePointAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }));
    const table = written("table.csv", cyrillic("Название;Время;Длительность;Зал\r\n22.04.2027;;;\r\nОткрытие;10:00;0:30;Большой зал\r\nДоклад;11:00;90;Большой зал\r\nОбед;13:00;1,5 ч;Фойе\r\n"));
    const folder = fresh();
    const { stdout } = good("import", "csv", table, "--into", folder, "--lang", "ru", "--zone", "Asia/Almaty");
    assert.match(stdout, /is in windows-1251, with ; between cells/);
    const { sessions } = json(folder, "sessions.json");
    assert.deepEqual(sessions.map(({ title, starts_at, ends_at }) => [title.ru, starts_at, ends_at]), [
      ["Открытие", "2027-04-22T10:00+05:00", "2027-04-22T10:30+05:00"],
      ["Доклад", "2027-04-22T11:00+05:00", "2027-04-22T12:30+05:00"],
      ["Обед", "2027-04-22T13:00+05:00", "2027-04-22T14:30+05:00"],
    ]);
  });

  test("columns that nobody could know are named, and a session that moved is no new one", () => {
    const table = (time) => written("own.csv", `Was,Wann,Wo\nOpening,2027-04-22 ${time},Hall\nLunch,2027-04-22 12:00,Hall\n`);
    const folder = fresh();
    const unnamed = pack("import", "csv", table("10:00"), "--into", folder);
    assert.equal(unnamed.status, 1);
    assert.match(unnamed.stderr, /own\.csv: line 1: there is no column for the title; --columns names it/);
    const words = ["--into", folder, "--zone", "Europe/Berlin", "--columns", "title=Was,start=Wann,room=Wo"];
    good("import", "csv", table("10:00"), ...words);
    const { stdout } = good("import", "csv", table("10:30"), ...words);
    assert.match(stdout, /^changed: sessions: opening "Opening": starts_at \(2027-04-22T10:00\+02:00 -> 2027-04-22T10:30\+02:00\)$/m);
    assert.equal(json(folder, "sessions.json").sessions.length, 2);
  });

  test("what cannot be read of one row is told with its line, and the others are taken", () => {
    const folder = fresh();
    const { stdout, stderr } = good("import", "csv", written("rows.csv", "title,date,start\nGood,2027-04-22,10:00\nBad,2027-04-22,soon\n"), "--into", folder);
    assert.match(stderr, /^warning: rows\.csv: line 3: left out: its start: "soon"/m);
    assert.match(stdout, /^read: rows\.csv: 1 session, 1 left out$/m);
  });
});

describe("export", () => {
  test("wants a language of the event, a file, and no source to write over", () => {
    assert.equal(pack("export", "csv", event, "-o", fresh(".csv"), "--lang", "de").status, 2);
    assert.equal(pack("export", "csv", event).status, 2);
    const before = files(event);
    assert.equal(pack("export", "frab-json", event, "-o", join(event, "sessions.json")).status, 1);
    assert.deepEqual(files(event), before);
  });

  test("the language of the texts is the one asked for, where they have it", () => {
    const file = fresh(".csv");
    good("export", "csv", event, "-o", file, "--lang", "ru");
    const ours = JSON.parse(readFileSync(join(source, "i18n/organisers/ru.json"), "utf8"));
    assert.ok(readFileSync(file, "utf8").includes(ours["first.opening"]));
  });

  const promised = join(import.meta.dirname, "frab_schedule.rng"), schema = process.env.SUMMIT_FRAB_XSD;
  const held = (file) => run("xmllint", ["--noout", "--relaxng", promised, file]);
  for (const [name, folder] of [["a small event", event], ["RES 2026", join(source, "assets/res2026")], ["river-days", join(source, "tests/events/river-days")]])
    test(`frab's XML of ${name} is what its readers expect`, () => {
      const file = fresh(".xml");
      good("export", "frab-xml", folder, "-o", file);
      assert.equal(held(file).status, 0, held(file).stderr);
      const xml = readFileSync(file, "utf8");
      for (const one of [/<event id="([^"]*)"/g, /<event [^>]*guid="([^"]*)"/g, /<slug>([^<]*)</g, /<day index="([^"]*)"/g]) {
        const all = [...xml.matchAll(one)].map(([, value]) => value);
        assert.ok(all.length > 0);
        assert.equal(new Set(all).size, all.length, String(one));
      }
      if (!schema) return;
      const whole = run("xmllint", ["--noout", "--schema", schema, file]);
      assert.equal(whole.status, 0, whole.stderr);
    });

  test("what they do not expect is seen", () => {
    const xml = readFileSync(exported["frab-xml"], "utf8");
    for (const [right, wrong] of [["<duration>01:00", "<duration>one hour"], [/<title>[^<]*<\/title>\n *<subtitle>/, "<subtitle>"], [' guid="', ' uid="'], ["+02:00</date>", "</date>"]]) {
      const broken = xml.replace(right, wrong);
      assert.notEqual(broken, xml, String(right));
      assert.notEqual(held(written("broken.xml", broken)).status, 0, wrong);
    }
  });
});

describe("the workbook of a new event", () => {
  const folder = join(scratch, "new"), book = join(scratch, "new.xlsx");
  const { stdout } = begin(folder, "--workbook", book);

  test("is written beside it, and the event is what it is without one", () => {
    assert.ok(stdout.includes(`summit-pack import xlsx ${book} --into ${folder}`), stdout);
    const plain = fresh();
    begin(plain);
    const { "import.json": kept, ...rest } = files(folder);
    assert.deepEqual(rest, files(plain));
    assert.deepEqual(JSON.parse(kept).places.workbook.sessions, [["closing", "sessions, row 4"], ["opening", "sessions, row 3"], ["registration", "sessions, row 2"]]);
  });

  test("holds all sheets, a column for each language, lists to choose from, and notes in three languages", () => {
    const list = (part) => run("python3", ["-c", "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())", book, part]).stdout;
    const sheets = [...list("xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    for (const name of ["event", "days", "rooms", "sessions", "people", "partners", "themes", "notices"]) assert.ok(sheets.includes(name), name);
    const strings = list("xl/sharedStrings.xml");
    for (const head of ["title (en)", "title (ru)", "name (en)", "name (ru)"]) assert.ok(strings.includes(`>${head}<`), head);
    assert.ok(!strings.includes("title (kk)"));
    const sessions = list(`xl/worksheets/sheet${sheets.indexOf("sessions") + 1}.xml`);
    assert.match(sessions, /<dataValidation type="list"[^>]*sqref="E2:E\d+"[^>]*><formula1>rooms!\$A\$2/);
    assert.match(sessions, /opening,high-level,thematic/);
    // Sheets without notes are not counted: what to read first, the event, whose notes stand in cells.
    const notes = list(`xl/comments${sheets.indexOf("sessions") - 1}.xml`);
    for (const words of ["Басталу уақыты", "Начало по времени", "Start by the clock"]) assert.ok(notes.includes(words), words);
  });

  test("brought back unchanged it changes nothing at all", () => {
    const before = files(folder);
    assert.match(good("import", "xlsx", book, "--into", folder).stdout, /^nothing has changed$/m);
    assert.deepEqual(files(folder), before);
  });

  test("what is typed into a cell is changed in the event, and nothing else is", () => {
    type(book, "sessions", "C3=10:15", "G3=Grand opening");
    const { stdout: told } = good("import", "xlsx", book, "--into", folder);
    assert.match(told, /^changed: sessions: opening "Grand opening": title, starts_at \(2026-10-24T10:00\+02:00 -> 2026-10-24T10:15\+02:00\)$/m);
    const before = files(folder), { sessions } = json(folder, "sessions.json");
    assert.equal(sessions[1].starts_at, "2026-10-24T10:15+02:00");
    assert.equal(sessions[1].title.en, "Grand opening");
    good("import", "xlsx", book, "--into", folder);
    assert.deepEqual(files(folder), before);
  });

  test("what came into the files meanwhile stays where no cell has changed, and goes where one has", () => {
    const sessions = json(folder, "sessions.json"), opening = sessions.sessions[1];
    opening.title.ru = "Открытие рек";
    opening.summary = { ru: "Перевод, которого нет в таблице" };
    opening.status = "published";
    writeFileSync(join(folder, "sessions.json"), JSON.stringify(sessions));
    const event = json(folder, "event.json");
    event.name.ru = "Дни рек";
    writeFileSync(join(folder, "event.json"), JSON.stringify(event));
    const before = files(folder);
    assert.match(good("import", "xlsx", book, "--into", folder).stdout, /^nothing has changed$/m);
    assert.deepEqual(files(folder), before);
    type(book, "sessions", "D3=11:45", "H3=Начало");
    assert.match(good("import", "xlsx", book, "--into", folder).stdout, /^changed: sessions: opening "Grand opening": title, ends_at$/m);
    const now = json(folder, "sessions.json").sessions[1];
    assert.equal(now.ends_at, "2026-10-24T11:45+02:00");
    assert.deepEqual([now.title.ru, now.summary, now.status], ["Начало", opening.summary, "published"]);
    assert.equal(json(folder, "event.json").name.ru, "Дни рек");
  });

  test("a mistake is told by row and column, and changes nothing", () => {
    const wrong = join(scratch, "wrong.xlsx"), before = files(folder);
    writeFileSync(wrong, readFileSync(book));
    type(wrong, "sessions", "C3=ten", "E4=Hall 99");
    const { status, stderr } = pack("import", "xlsx", wrong, "--into", folder);
    assert.equal(status, 1);
    assert.match(stderr, /^wrong\.xlsx: sessions, row 3 \(opening\), column start: "ten" is no date or time/m);
    assert.match(stderr, /^wrong\.xlsx: sessions, row 4 \(closing\), column room: "Hall 99" is neither an id nor a name in the sheet rooms$/m);
    assert.deepEqual(files(folder), before);
    // A sheet that was taken out or renamed takes nothing along in silence.
    writeFileSync(wrong, readFileSync(book));
    type(wrong, "sessions", "=Programme");
    const gone = pack("import", "xlsx", wrong, "--into", folder);
    assert.equal(gone.status, 1);
    assert.match(gone.stderr, /^wrong\.xlsx: sheet sessions: is missing;/m);
    assert.deepEqual(files(folder), before);
    // What only the reader of events sees stands in the row, too.
    writeFileSync(wrong, readFileSync(book));
    type(wrong, "sessions", "D3=2026-10-24 09:00");
    const late = pack("import", "xlsx", wrong, "--into", folder);
    assert.equal(late.status, 1);
    assert.match(late.stderr, /^wrong\.xlsx: sessions, row 3 \(opening\): ends_at: ends before it starts/m);
    assert.deepEqual(files(folder), before);
  });

  test("a mistake that is made later, by hand, is told with the row in each report", () => {
    const hurt = fresh();
    good("import", "xlsx", book, "--into", hurt);
    const sessions = json(hurt, "sessions.json");
    sessions.sessions.reverse();
    sessions.sessions.find(({ id }) => id === "opening").ends_at = "2026-10-24T09:00+02:00";
    writeFileSync(join(hurt, "sessions.json"), JSON.stringify(sessions));
    const page = fresh(".html");
    const { status, stderr } = pack("check", hurt, "--html", page);
    assert.equal(status, 1);
    assert.match(stderr, /^sessions\.json: \/sessions\/1\/ends_at: ends before it starts .*\(from new\.xlsx: sessions, row 3\)$/m);
    assert.match(readFileSync(page, "utf8"), /<dt>Where it comes from<\/dt><dd>new\.xlsx: sessions, row 3<\/dd>/);
    assert.match(pack("build", hurt, "-o", fresh(".pack")).stderr, /\(from new\.xlsx: sessions, row 3\)/);
  });

  test("what a former version has kept of an import, objects instead of rows, is read", () => {
    const old = fresh();
    good("import", "xlsx", book, "--into", old);
    const kept = json(old, "import.json"), sessions = json(old, "sessions.json");
    const former = (lists) => Object.fromEntries(Object.entries(lists).map(([list, rows]) => [list, Array.isArray(rows) ? Object.fromEntries(rows) : rows]));
    kept.places.workbook = former(kept.places.workbook);
    kept.cells = former(kept.cells);
    assert.equal(kept.places.workbook.sessions.opening, "sessions, row 3");
    assert.ok(kept.cells.sessions.opening["title/en"]);
    writeFileSync(join(old, "import.json"), JSON.stringify(kept));
    // What was written into the files meanwhile stays: the cell says what it said.
    sessions.sessions.find(({ id }) => id === "opening").title.en = "Written by hand";
    sessions.sessions.find(({ id }) => id === "opening").ends_at = "2026-10-24T09:00+02:00";
    writeFileSync(join(old, "sessions.json"), JSON.stringify(sessions));
    assert.match(pack("check", old).stderr, /ends before it starts .*\(from new\.xlsx: sessions, row 3\)$/m);
    sessions.sessions.find(({ id }) => id === "opening").ends_at = "2026-10-24T11:00+02:00";
    writeFileSync(join(old, "sessions.json"), JSON.stringify(sessions));
    good("import", "xlsx", book, "--into", old);
    assert.equal(json(old, "sessions.json").sessions.find(({ id }) => id === "opening").title.en, "Written by hand");
    assert.deepEqual(json(old, "import.json").places.workbook.sessions[1], ["opening", "sessions, row 3"]);
  });

  test("a row that is taken out goes, and its place is forgotten", () => {
    type(book, "sessions", "4=-");
    assert.match(good("import", "xlsx", book, "--into", folder).stdout, /^removed: sessions: closing/m);
    assert.deepEqual(json(folder, "sessions.json").sessions.map(({ id }) => id), ["registration", "opening"]);
    assert.deepEqual(json(folder, "import.json").places.workbook.sessions.map(([id]) => id), ["opening", "registration"]);
  });

  test("is not written where something is, where nothing can be, or under a name that no spreadsheet knows", () => {
    mkdirSync(join(scratch, "taken"));
    writeFileSync(join(scratch, "taken/book.xlsx"), "mine");
    for (const [path, reason] of [["taken/book.xlsx", /is there already/], ["nowhere/book.xlsx", /there is no folder/], ["book.xls", /ends in \.xlsx/]]) {
      const none = fresh();
      const { status, stderr } = pack("new", none, ...answers, "--workbook", join(scratch, path));
      assert.equal(status, 1);
      assert.match(stderr, reason);
      assert.equal(files(none), null);
    }
    assert.equal(readFileSync(join(scratch, "taken/book.xlsx"), "utf8"), "mine");
  });

  test("may lie in the folder of the event", () => {
    const inside = fresh();
    begin(inside, "--workbook", join(inside, "programme.xlsx"));
    assert.equal(good("check", inside).stderr, "");
    assert.match(good("import", "xlsx", join(inside, "programme.xlsx"), "--into", inside).stdout, /^nothing has changed$/m);
  });
});

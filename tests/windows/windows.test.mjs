// The packages for Windows as somebody gets them, under Wine: unpacked and installed where no name is ASCII.
// SUMMIT_PACKAGES is where they are, SUMMIT_BUILD the native build whose event they hold, SUMMIT_WINDOWS_BUILD theirs.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { bare, build, event, most_bytes, package_file, printed, scratch_folder, source, start } from "../packages/packages.mjs";
import { as_windows, patiently, Wine } from "./wine.mjs";

const scratch = scratch_folder();
const elsewhere = join(scratch, "Айгүлдің папкасы");
mkdirSync(elsewhere);
const wine = new Wine(scratch);
after(() => wine.close());
const at = ["--at", "2026-04-22T10:30+05:00"];
const messages = JSON.parse(readFileSync(join(source, "i18n/en.json"), "utf8"));

// The same on Linux, with the assets of the build.
const native_env = { ...bare(scratch), TZ: "Asia/Almaty", SUMMIT_ASSETS: join(build, "assets") };
const on_linux = (program, ...args) => printed(join(build, program), args, { env: native_env });

let folder;
const summit = () => join(folder, "summit.exe");
const pack = () => join(folder, "summit-pack.exe");
before(async () => {
  printed("unzip", ["-q", package_file("-windows-x86_64.zip"), "-d", elsewhere]);
  const names = readdirSync(elsewhere);
  assert.equal(names.length, 1, `unpacked it is one folder: ${names}`);
  folder = join(elsewhere, names[0]);
  await wine.open();
});

describe("the files", () => {
  for (const ending of ["-windows-x86_64.zip", "-windows-x86_64-setup.exe"])
    test(`${ending} is no larger than it may be`, () => assert.ok(statSync(package_file(ending)).size <= most_bytes));

  // What comes with every Windows 10.
  const of_system = new Set(["advapi32", "bcrypt", "gdi32", "imm32", "kernel32", "msvcrt", "ole32", "oleaut32", "setupapi", "shell32", "user32", "version", "winmm"]);
  for (const [name, subsystem] of [["summit", "Windows GUI"], ["summit-pack", "Windows CUI"]])
    test(`${name}.exe wants Windows and nothing else, and is as old as its sources`, () => {
      const head = printed("x86_64-w64-mingw32-objdump", ["-p", join(folder, `${name}.exe`)]);
      const needed = [...head.matchAll(/DLL Name: (\S+)/g)].map(([, dll]) => dll.toLowerCase().replace(/\.(dll|drv)$/, ""));
      assert.ok(needed.includes("kernel32"), `${needed}`);
      assert.deepEqual(needed.filter((dll) => !of_system.has(dll)), []);
      assert.ok(head.includes(`(${subsystem})`), head.slice(0, 2000));
      const bytes = readFileSync(join(folder, `${name}.exe`));
      // The same sources make the same bytes: the day is that of the last change, which the package is called by.
      const time = new Date(bytes.readUInt32LE(bytes.readUInt32LE(0x3c) + 8) * 1000);
      assert.ok(folder.includes(time.toISOString().slice(0, 10).replaceAll("-", ".")), `${time} in ${folder}`);
      for (const wish of ["PerMonitorV2", "longPathAware", "asInvoker"]) assert.ok(bytes.includes(wish), wish);
    });

  test("bring licences and no secret, and are read with Notepad", () => {
    const names = readdirSync(folder, { recursive: true });
    assert.deepEqual(names.filter((name) => name.endsWith(".key") || name.endsWith(".h")), []);
    for (const name of ["icu", "cairo", "fonts-inter", "libical3", "libxlsxwriter", "pugixml", "mingw-w64", "gcc", "summit-companion"])
      assert.ok(statSync(join(folder, `licences/${name}.txt`)).size > 200, name);
    const text = readFileSync(join(folder, "README.txt"), "utf8");
    assert.match(text, /summit\.exe --desk/);
    assert.doesNotMatch(text, /[^\r]\n|@/);
  });
});

// What is said to the system, by the tests of the folders that say it.
describe("the programs of tests", () => {
  const tests = resolve(process.env.SUMMIT_WINDOWS_BUILD ?? join(source, "build/windows"), "tests");
  for (const name of ["test-files", "test-platform"])
    test(`${name} passes`, () => {
      const env = { ...wine.env, SUMMIT_ASSETS: as_windows(join(build, "assets")), SUMMIT_SOURCE: as_windows(source) };
      assert.match(wine.printed(join(tests, `${name}.exe`), ["--no-colors=true"], { env }), /\| 0 failed/);
    });
});

describe("the application", () => {
  for (const page of ["/kk/", "/ru/agenda/", "/en/map/?from=main-entrance&to=hall-2"])
    test(`says of ${page} what it says on Linux, byte for byte`, () => {
      const args = ["--describe", "--page", page, ...at];
      assert.equal(wine.printed(summit(), args, { cwd: "/" }), on_linux("summit", ...args));
    });

  for (const [name, ...args] of [
    ["kk-phone", "--page", "/kk/map/", "--size", "390x844"],
    ["ru-dark", "--page", "/ru/agenda/glaciers/", "--size", "1280x800", "--theme", "dark"],
    ["en-large", "--page", "/en/partners/", "--size", "800x600", "--text-size", "150"],
  ])
    test(`draws ${name} as it does on Linux`, () => {
      const [here, there] = [join(scratch, `${name}-суреті.png`), join(scratch, `${name}-linux.png`)];
      wine.printed(summit(), ["--screenshot", as_windows(here), ...args, ...at]);
      on_linux("summit", "--screenshot", there, ...args, ...at);
      assert.ok(readFileSync(here).equals(readFileSync(there)));
    });

  test("puts a day on paper", () => {
    const file = join(scratch, "күн.pdf");
    wine.printed(summit(), ["--page", "/kk/agenda/2026-04-23/", "--pdf", as_windows(file), ...at]);
    assert.equal(readFileSync(file, "latin1").slice(0, 5), "%PDF-");
  });

  test("says in words what is wrong, with the status that it has on Linux", () => {
    const done = wine.run(summit(), ["--size", "1x1"]);
    assert.equal(done.status, 2);
    assert.match(done.stderr, /--size 1x1: expected/);
    const none = wine.run(summit(), ["--describe", "--pack", as_windows(join(scratch, "жоқ.pack"))]);
    assert.equal(none.status, 1);
  });

  const page = "/en/agenda/glaciers/";
  const shape = ["--page", page, "--lang", "en", "--size", "400x700"];
  const node_of = (node, name) => (node.name === name ? node : node.children.map((child) => node_of(child, name)).find(Boolean));
  // The state that lies in that folder, as text.
  const kept = (place) => (existsSync(join(place, "visitor-2.txt")) ? readFileSync(join(place, "visitor-2.txt"), "utf8") : "");

  async function keeps_a_star(program, place) {
    const [x, y, width, height] = node_of(JSON.parse(on_linux("summit", "--describe", ...shape)), messages["session.star"]).bounds;
    const window = await wine.window(program, shape);
    let tries = 0;
    await patiently(() => {
      if (/star glaciers on$/m.test(kept(place))) return true;
      // Until it is drawn, clicks go nowhere.
      if (tries++ % 40 === 5) window.click(Math.round(x + width / 2), Math.round(y + height / 2));
      return false;
    }, () => `no star was kept in ${place}: ${window.said()}`);
    await window.close();
    // Another start finds it.
    let report = "";
    for (const seconds of [2, 8, 30]) {
      const again = await wine.window(program, [...shape, "--report"]);
      // A window is there before it is drawn.
      await new Promise((drawn) => setTimeout(drawn, seconds * 1000));
      report = await again.close();
      if (node_of(JSON.parse(report.slice(report.indexOf("{"))), messages["session.starred"])) return;
    }
    assert.fail(report.slice(0, 2000));
  }

  test("keeps a star in the visitor's profile and finds it again", () => keeps_a_star(summit(), join(wine.profile, "AppData/Roaming/summit-companion")));

  test("keeps it beside the program where a file says so", async () => {
    const stick = join(scratch, "таяқша");
    cpSync(folder, stick, { recursive: true });
    writeFileSync(join(stick, "portable"), "");
    await keeps_a_star(join(stick, "summit.exe"), join(stick, "summit-state"));
  });
});

describe("summit-pack", () => {
  const mine = join(scratch, "Менің іс-шарам", "res2026");
  before(() => cpSync(event, mine, { recursive: true }));

  test("checks an event and finds a mistake", () => {
    wine.printed(pack(), ["check", as_windows(mine)]);
    const wrong = join(scratch, "қате");
    cpSync(event, wrong, { recursive: true });
    rmSync(join(wrong, "event.json"));
    const done = wine.run(pack(), ["check", as_windows(wrong)]);
    assert.equal(done.status, 1);
    assert.match(done.stdout + done.stderr, /event\.json/);
  });

  test("makes the very pack that Linux makes, signs it, and knows its own signature", () => {
    const [here, there, key] = [join(scratch, "жаңа.pack"), join(scratch, "linux.pack"), join(scratch, "кілт")];
    wine.printed(pack(), ["build", as_windows(mine), "-o", as_windows(here)]);
    on_linux("summit-pack", "build", event, "-o", there);
    assert.ok(readFileSync(here).equals(readFileSync(there)));
    wine.printed(pack(), ["keys", "-o", as_windows(key)]);
    wine.printed(pack(), ["sign", as_windows(here), "--key", as_windows(`${key}.key`)]);
    wine.printed(pack(), ["verify", as_windows(here), "--keys", as_windows(`${key}.pub`)]);
    on_linux("summit-pack", "verify", here, "--keys", `${key}.pub`);
    const shipped = join(folder, "assets");
    wine.printed(pack(), ["verify", as_windows(join(shipped, "event.pack")), "--keys", as_windows(join(shipped, "event.pub"))]);
    assert.equal(wine.run(pack(), ["verify", as_windows(here), "--keys", as_windows(join(shipped, "event.pub"))]).status, 1);
  });

  for (const [format, ending] of [["frab-xml", "xml"], ["ics", "ics"], ["csv", "csv"], ["xlsx", "xlsx"]])
    test(`writes ${format} and reads it, as Linux does`, () => {
      const file = join(scratch, `бағдарлама.${ending}`);
      wine.printed(pack(), ["export", format, as_windows(mine), "-o", as_windows(file), ...(format === "xlsx" ? [] : ["--lang", "ru"])]);
      const [here, there] = [join(scratch, `${ending}-осында`), join(scratch, `${ending}-linux`)];
      const args = ["--zone", "Asia/Almaty", "--lang", "ru"];
      const said = wine.printed(pack(), ["import", format, as_windows(file), "--into", as_windows(here), ...args]);
      assert.match(said, /^added: .*\d+ sessions/m);
      on_linux("summit-pack", "import", format, file, "--into", there, ...args);
      assert.deepEqual(readdirSync(here).sort(), readdirSync(there).sort());
      for (const name of readdirSync(here)) assert.equal(readFileSync(join(here, name), "utf8"), readFileSync(join(there, name), "utf8"), name);
    });

  test("reads a table in the encoding of the office's computers", () => {
    const file = join(scratch, "кесте.csv");
    const text = "title;date;start;end;room\nОткрытие;2026-04-22;10:00;11:00;Зал\n";
    writeFileSync(file, printed("iconv", ["-f", "UTF-8", "-t", "windows-1251"], { input: Buffer.from(text), encoding: "latin1" }), "latin1");
    const [here, there] = [join(scratch, "кесте-осында"), join(scratch, "csv-1251-linux")];
    const args = ["--zone", "Asia/Almaty", "--lang", "ru", "--encoding", "windows-1251"];
    wine.printed(pack(), ["import", "csv", as_windows(file), "--into", as_windows(here), ...args]);
    on_linux("summit-pack", "import", "csv", file, "--into", there, ...args);
    const sessions = readFileSync(join(here, "sessions.json"), "utf8");
    assert.match(sessions, /Открытие/);
    assert.equal(sessions, readFileSync(join(there, "sessions.json"), "utf8"));
  });

  test("hands texts to translators and takes them back", () => {
    const [here, there] = [join(scratch, "мәтіндер.po"), join(scratch, "linux.po")];
    const texts = join(scratch, "i18n көшірмесі");
    cpSync(join(source, "i18n"), texts, { recursive: true });
    wine.printed(pack(), ["texts", "export", as_windows(mine), "--texts", as_windows(texts), "--lang", "ru", "-o", as_windows(here)]);
    on_linux("summit-pack", "texts", "export", event, "--texts", join(source, "i18n"), "--lang", "ru", "-o", there);
    assert.equal(readFileSync(here, "utf8"), readFileSync(there, "utf8"));
    writeFileSync(here, readFileSync(here, "utf8").replace('msgstr "Программа"', 'msgstr "Расписание"'));
    wine.printed(pack(), ["texts", "import", as_windows(mine), as_windows(here), "--texts", as_windows(texts)]);
    assert.ok(JSON.stringify(JSON.parse(readFileSync(join(texts, "ru.json"), "utf8"))).includes('"Расписание"'));
  });
});

describe("the installer", () => {
  const programs = () => join(wine.profile, "AppData/Roaming/Microsoft/Windows/Start Menu/Programs");
  const place = () => join(wine.profile, "AppData/Local/Programs/Summit companion");
  const entry = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\SummitCompanion";

  const links = () => readdirSync(programs()).filter((name) => name.endsWith(".lnk"));
  const files_in = (path) => readdirSync(path, { recursive: true }).filter((name) => statSync(join(path, name)).isFile()).sort();
  const version_said = () => /DisplayVersion\s+REG_SZ\s+(\S+)/.exec(wine.printed("reg", ["query", entry]))?.[1];
  const removed = (from) => {
    wine.printed(join(from, "uninstall.exe"), ["/S"]);
    // It goes on in a copy of itself.
    return patiently(() => wine.run("reg", ["query", entry]).status !== 0, "it is still among the apps");
  };

  test("takes the place of a former version, which leaves nothing, and takes nothing of the visitor's", async () => {
    // As it may have been once: files that there are no longer, and others in place of some of today's.
    const former = join(scratch, "бұрынғы");
    cpSync(folder, former, { recursive: true });
    mkdirSync(join(former, "assets/ескі/терең"), { recursive: true });
    for (const name of ["assets/ескі/терең/файл.bin", "licences/former.txt", "former.dll"]) writeFileSync(join(former, name), "former");
    writeFileSync(join(former, "README.txt"), "former");
    writeFileSync(join(former, "assets/event.pack"), "former");
    const setup = join(scratch, "former-setup.exe");
    const icon = resolve(process.env.SUMMIT_WINDOWS_BUILD ?? join(source, "build/windows"), "generated/icon.ico");
    printed(join(source, "packaging/windows/installer.sh"), [former, icon, "2020.01.02", setup]);
    wine.printed(setup, ["/S"]);
    assert.equal(version_said(), "2020.01.02");
    assert.deepEqual(files_in(place()), [...files_in(former), "uninstall.exe"].sort());

    // In the profile, and beside the program as on a stick.
    const theirs = { [join(wine.profile, "AppData/Roaming/summit-companion/visitor-2.txt")]: "summit-visitor 2\nop 1 1 summit star glaciers on\n" };
    const beside = ["менікі.txt", "portable", "summit-state/visitor-2.txt", "assets/ескі/менікі.txt"];
    for (const name of beside) theirs[join(place(), name)] = `of the visitor: ${name}`;
    for (const [path, text] of Object.entries(theirs)) {
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, text);
    }
    const untouched = () => { for (const [path, text] of Object.entries(theirs)) assert.equal(readFileSync(path, "utf8"), text); };

    wine.printed(package_file("-setup.exe"), ["/S"]);
    const ours = files_in(folder);
    assert.deepEqual(files_in(place()), [...ours, ...beside, "uninstall.exe"].sort());
    for (const name of ours) assert.ok(readFileSync(join(place(), name)).equals(readFileSync(join(folder, name))), name);
    assert.ok(!existsSync(join(place(), "assets/ескі/терең")));
    assert.deepEqual(links(), ["Summit companion.lnk"]);
    assert.notEqual(version_said(), "2020.01.02");
    untouched();

    // To another folder: it moves there.
    const other = join(wine.profile, "Басқа-жер");
    wine.printed(package_file("-setup.exe"), ["/S", `/D=${as_windows(other)}`]);
    assert.deepEqual(files_in(other), [...ours, "uninstall.exe"].sort());
    assert.deepEqual(files_in(place()), [...beside].sort());
    assert.deepEqual(links(), ["Summit companion.lnk"]);
    untouched();

    await removed(other);
    await patiently(() => !existsSync(other), () => `left: ${readdirSync(other, { recursive: true })}`);
    assert.deepEqual(files_in(place()), [...beside].sort());
    assert.deepEqual(links(), []);
    untouched();
    rmSync(place(), { recursive: true });
    rmSync(join(wine.profile, "AppData/Roaming/summit-companion"), { recursive: true });
  });

  test("installs for the visitor, and what it brought goes again while their state stays", async () => {
    wine.printed(package_file("-setup.exe"), ["/S"]);
    assert.deepEqual(readdirSync(programs()).filter((name) => name.endsWith(".lnk")), ["Summit companion.lnk"]);
    for (const name of readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile()))
      assert.ok(readFileSync(join(place(), name)).equals(readFileSync(join(folder, name))), name);
    const said = wine.printed(join(place(), "summit.exe"), ["--describe", "--page", "/kk/", ...at], { cwd: "/" });
    assert.equal(said, on_linux("summit", "--describe", "--page", "/kk/", ...at));
    assert.match(wine.printed("reg", ["query", entry]), /DisplayVersion\s+REG_SZ\s+\d{4}\.\d\d\.\d\d/);

    const state = join(wine.profile, "AppData/Roaming/summit-companion");
    mkdirSync(state, { recursive: true });
    writeFileSync(join(state, "visitor-2.txt"), "summit-visitor 2\n");
    writeFileSync(join(place(), "менікі.txt"), "");
    await removed(place());
    assert.deepEqual(readdirSync(place()), ["менікі.txt"]);
    assert.deepEqual(readdirSync(programs()).filter((name) => name.endsWith(".lnk")), []);
    assert.ok(existsSync(join(state, "visitor-2.txt")));
  });
});

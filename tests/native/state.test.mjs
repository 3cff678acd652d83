// What the native program keeps of its visitor: by several processes at once, through
// damage, refusals and older versions. SUMMIT_BUILD is the build directory.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe, test } from "node:test";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const scratch = mkdtempSync(join(tmpdir(), "summit-state-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const messages = (language) => JSON.parse(readFileSync(join(source, `i18n/${language}.json`), "utf8"));
let folders = 0;
function folder() {
  const path = join(scratch, String(++folders));
  mkdirSync(path);
  return path;
}
const keeper = (...args) => {
  const process = spawn(join(build, "tests/keep-stars"), args.map(String), { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let told = "";
  process.stderr.on("data", (text) => (said += text));
  process.stdout.on("data", (text) => (told += text));
  // Whole lines alone: those that it says are kept.
  const shown = () => told.split("\n").slice(0, -1);
  return { process, shown, ended: new Promise((done) => process.on("close", (code, signal) => done({ code, signal, said }))) };
};
const kept = (path) => readFileSync(join(path, "visitor-2.txt"), "utf8");
const starred = (path) => new Set([...kept(path).matchAll(/^op \d+ \w+ summit star (\S+) on$/gm)].map(([, session]) => session));
const well = { code: 0, signal: null, said: "" };

describe("two processes", () => {
  test("200 turns of both at the same time lose none", async () => {
    const path = folder();
    const done = await Promise.all([1, 2].map((copy) => keeper(path, copy, 100).ended));
    assert.deepEqual(done, [well, well]);
    const stars = starred(path);
    for (const copy of [1, 2]) for (let i = 1; i <= 100; i++) assert.ok(stars.has(`${copy}-${i}`), `${copy}-${i}`);
    assert.deepEqual(readdirSync(path).sort(), ["visitor-2.lock", "visitor-2.txt"]);
  });

  test("one that is killed in the middle leaves a whole text and no closed door", async () => {
    const path = folder();
    const victim = keeper(path, 3, 1_000_000);
    while (!existsSync(join(path, "visitor-2.txt")) || starred(path).size < 20) await new Promise((again) => setTimeout(again, 5));
    victim.process.kill("SIGKILL");
    await victim.ended;
    const before = starred(path);
    assert.ok(kept(path).startsWith("summit-visitor 2\n") && kept(path).endsWith("\n"));
    assert.deepEqual(await keeper(path, 4, 3).ended, well);
    for (const star of [...before, "4-1", "4-2", "4-3"]) assert.ok(starred(path).has(star), star);
  });
});

test("no star that was shown as kept is lost, whenever the program is killed", async () => {
  const path = folder();
  const kills = process.env.SUMMIT_TEST_ALL === "1" ? 500 : 20;
  const expected = new Set();
  for (let kill = 1; kill <= kills; kill++) {
    const victim = keeper(path, kill, 1_000_000);
    await new Promise((first) => victim.process.stdout.once("data", first));
    await new Promise((later) => setTimeout(later, Math.random() * 25));
    victim.process.kill("SIGKILL");
    const { signal } = await victim.ended;
    assert.equal(signal, "SIGKILL");
    for (const star of victim.shown()) expected.add(star);
    const stars = starred(path);
    for (const star of expected) assert.ok(stars.has(star), `${star} was lost by kill ${kill}`);
    // As many stars as a visitor turns: the log has room for ten thousand.
    if (expected.size > 5000) {
      rmSync(join(path, "visitor-2.txt"));
      expected.clear();
    }
  }
  assert.deepEqual(await keeper(path, 999, 1).ended, well);
});

test("where nothing can be kept the reason is said with its place", async () => {
  const file = join(folder(), "file");
  writeFileSync(file, "");
  for (const path of [file, join(scratch, "missing")]) {
    const { code, said } = await keeper(path, 1, 1).ended;
    assert.equal(code, 1);
    assert.ok(said.includes(path) && said.length > path.length + 10, said);
  }
});

test("a text that is too large to be written, a folder in its place: the reason is said, and the former text stays", async () => {
  const path = folder();
  assert.deepEqual(await keeper(path, 1, 3).ended, well);
  const before = kept(path);
  // As on a full disk: nothing more can be written.
  const full = spawnSync("bash", ["-c", 'trap "" XFSZ; ulimit -f 0; exec "$0" "$@"', join(build, "tests/keep-stars"), path, "2", "1"], { encoding: "utf8" });
  assert.equal(full.status, 1);
  assert.ok(full.stderr.includes(join(path, "visitor-2.txt")) && /large|space/i.test(full.stderr), full.stderr);
  assert.equal(kept(path), before);
  assert.deepEqual(readdirSync(path).filter((name) => !name.endsWith(".lock")), ["visitor-2.txt"]);
  assert.deepEqual(await keeper(path, 2, 1).ended, well);

  const taken = folder();
  mkdirSync(join(taken, "visitor-2.txt"));
  const { code, said } = await keeper(taken, 1, 1).ended;
  assert.equal(code, 1);
  assert.ok(said.includes(join(taken, "visitor-2.txt")) && said.includes("folder"), said);
});

test("what was kept by a later version is not lost, nor what a cut or made-up text still holds", async () => {
  const star = (copy, i) => `op ${i} ${copy} summit star ${copy}-${i} on`;
  const later = folder();
  writeFileSync(join(later, "visitor-2.txt"), `summit-visitor 7\n${star(9, 1)}\nop 2 9 summit telepathy x on\nwish 3 peace\n`);
  assert.deepEqual(await keeper(later, 1, 1).ended, well);
  assert.ok(kept(later).startsWith("summit-visitor 7\n") && kept(later).includes("telepathy") && kept(later).includes("wish 3 peace"), kept(later));
  assert.deepEqual([...starred(later)].sort(), ["1-1", "9-1"]);

  const whole = `summit-visitor 2\n${Array.from({ length: 50 }, (_, i) => star(9, i + 1)).join("\n")}\n`;
  for (const size of [whole.length - 1, whole.length - 20, 400, 20, 3]) {
    const cut = folder();
    writeFileSync(join(cut, "visitor-2.txt"), whole.slice(0, size));
    assert.deepEqual(await keeper(cut, 1, 1).ended, well);
    assert.ok(starred(cut).has("1-1"));
    // All but the line that was cut.
    for (const line of whole.slice(0, size).split("\n").slice(1, -1)) assert.ok(kept(cut).includes(line), line);
  }
  for (let seed = 1; seed <= 10; seed++) {
    const random = folder();
    writeFileSync(join(random, "visitor-2.txt"), randomBytes(seed * 997));
    assert.deepEqual(await keeper(random, 1, 1).ended, well);
    assert.ok(starred(random).has("1-1"));
  }
});

test("100 MB in its place neither fill the memory nor stop anybody", async () => {
  const path = folder();
  writeFileSync(join(path, "visitor-2.txt"), "");
  truncateSync(join(path, "visitor-2.txt"), 100 << 20);
  const began = Date.now();
  assert.deepEqual(await keeper(path, 1, 1).ended, well);
  assert.ok(Date.now() - began < 20_000);
  assert.deepEqual([...starred(path)], ["1-1"]);
});

test("a clock that was set back changes nothing: what is kept does not go by it", async () => {
  const path = folder();
  assert.deepEqual(await keeper(path, 1, 2).ended, well);
  const future = new Date("2099-01-01");
  utimesSync(join(path, "visitor-2.txt"), future, future);
  assert.deepEqual(await keeper(path, 2, 2).ended, well);
  assert.deepEqual([...starred(path)].sort(), ["1-1", "1-2", "2-1", "2-2"]);
});

const describeAt = (...args) => {
  const env = { PATH: process.env.PATH, HOME: scratch, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets") };
  const done = spawnSync(join(build, "summit"), ["--describe", ...args], { env, encoding: "utf8", timeout: 60_000, maxBuffer: 1 << 26 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
};

describe("--desk", () => {
  test("says on every page that others come too, and lets them begin anew", () => {
    for (const language of ["kk", "ru", "en"])
      for (const page of ["", "map/", "settings/"]) {
        const tree = describeAt("--desk", "--page", `/${language}/${page}`);
        for (const key of ["shared.forgets", "shared.new_visitor"]) assert.ok(tree.includes(JSON.stringify(messages(language)[key])), `${key} on /${language}/${page}`);
        assert.ok(!describeAt("--page", `/${language}/${page}`).includes(messages(language)["shared.new_visitor"]));
      }
  });
});

// ---- in a window, where there is a display to be had

const displays = spawnSync("which", ["Xvfb", "xdotool"]).status === 0 ? false : "Xvfb or xdotool is not installed";

describe("the window", { skip: displays }, () => {
  let display;
  let number = 90 + (process.pid % 400);
  const started = new Promise((ready, failed) => {
    if (displays) return ready();
    display = spawn("Xvfb", [`:${number}`, "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: "ignore" });
    display.on("exit", () => failed(new Error("Xvfb ended")));
    const look = () => (existsSync(`/tmp/.X11-unix/X${number}`) ? ready() : setTimeout(look, 20));
    look();
  });
  after(() => display?.kill());

  async function opened(env, ...args) {
    await started;
    const window = spawn(join(build, "summit"), ["--size", "400x700", "--lang", "en", ...args], {
      env: { PATH: process.env.PATH, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets"), DISPLAY: `:${number}`, ...env }, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    window.stderr.on("data", (text) => (said += text));
    const ended = new Promise((done) => window.on("close", done));
    const click = (x, y) => spawnSync("xdotool", ["mousemove", String(x), String(y), "click", "1"], { env: { PATH: process.env.PATH, DISPLAY: `:${number}` } });
    const until = async (true_now, what) => {
      for (let i = 0; i < 400; i++) {
        if (true_now()) return;
        await new Promise((again) => setTimeout(again, 50));
      }
      assert.fail(`${what}: ${said}`);
    };
    return { click, until, said: () => said, async close() { window.kill(); await ended; } };
  }
  // The window stands in the middle of its display; until it is there, clicks go nowhere.
  const pressStar = async (window, done, what) => {
    const tree = JSON.parse(describeAt("--page", "/en/agenda/glaciers/", "--size", "400x700"));
    const find = (node) => (node.name === messages("en")["session.star"] ? node : node.children.map(find).find(Boolean));
    const [x, y, width, height] = find(tree).bounds;
    assert.ok(y + height < 700, "the star is in view");
    let tries = 0;
    await window.until(() => {
      if (done()) return true;
      if (tries++ % 40 === 0) window.click(Math.round(440 + x + width / 2), Math.round(100 + y + height / 2));
      return false;
    }, what);
  };

  test("keeps a star, not what the command line set, and brings in the first version's", async () => {
    const home = folder();
    const data = join(home, ".local/share/summit-companion");
    mkdirSync(data, { recursive: true });
    const first = "summit-visitor 1\nstar official-opening\n";
    writeFileSync(join(data, "visitor.txt"), first);
    const window = await opened({ HOME: home }, "--page", "/en/agenda/glaciers/", "--theme", "dark");
    await pressStar(window, () => existsSync(join(data, "visitor-2.txt")) && /star glaciers on$/m.test(kept(data)), "no star was kept");
    await window.close();
    assert.ok(/star official-opening on$/m.test(kept(data)));
    assert.ok(!/appearance|language/.test(kept(data)), kept(data));
    assert.equal(readFileSync(join(data, "visitor.txt"), "utf8"), first);
  });

  test("without a home it opens, works, and says that nothing is kept", async () => {
    const window = await opened({}, "--page", "/en/agenda/glaciers/");
    await pressStar(window, () => window.said().includes("HOME"), "nothing was said");
    await window.close();
  });

  test("a text of 320,000 stars opens in a moment, and one that cannot be read is put aside", async () => {
    for (const [text, aside] of [
      ["summit-visitor 2\n" + Array.from({ length: 320_000 }, (_, i) => `op 0 0 other star s${i} on\n`).join(""), 0],
      ["summit-visitor 2\nop 1 1 res2026 star \0 on\n", 1],
      ["x".repeat(17 << 20), 1],
    ]) {
      const home = folder();
      const data = join(home, ".local/share/summit-companion");
      mkdirSync(data, { recursive: true });
      writeFileSync(join(data, "visitor-2.txt"), text);
      writeFileSync(join(data, "visitor.txt"), "summit-visitor 1\n" + Array.from({ length: 320_000 }, (_, i) => `star s${i}\n`).join("") + "star glaciers\n");
      const window = await opened({ HOME: home }, "--page", "/en/agenda/glaciers/");
      await window.until(() => existsSync(join(data, "visitor-2.txt")) && /star glaciers on$/m.test(kept(data)), "the first version's star was not taken over");
      await window.close();
      assert.ok(kept(data).length < 2_000_000);
      const put = readdirSync(data).filter((name) => name.includes("unreadable"));
      assert.equal(put.length, aside);
      if (aside) assert.equal(readFileSync(join(data, put[0]), "latin1"), text);
    }
  });
});

// Real keys in a real window: typed as fast as the display takes them, and on the keyboards of the
// event's languages. Nothing here waits for a time; it waits for what the window shows.
// SUMMIT_BUILD is the build directory.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const scratch = mkdtempSync(join(tmpdir(), "summit-typing-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const says = JSON.parse(readFileSync(join(source, "i18n/en.json"), "utf8"));
const missing = ["Xvfb", "xdotool", "setxkbmap"].filter((program) => spawnSync("which", [program]).status !== 0);
const skip = missing.length ? `not installed: ${missing.join(", ")}` : false;

// Keys by the place they have on a keyboard, whatever is printed on them: named as on a US one.
const KEYS = { a: 38, c: 54, k: 45, scroll_lock: 78, slash: 61, v: 55, x: 53, z: 52 };

function* nodes(tree) {
  yield tree;
  for (const child of tree.children) yield* nodes(child);
}
const find = (tree, role) => [...nodes(tree)].find((node) => node.role === role);

async function until(what, answer) {
  for (let i = 0; i < 300; i++) {
    const found = await answer();
    if (found) return found;
    await pause(50);
  }
  assert.fail(`waited for ${what}`);
}

// A display, and the window on it.
class Session {
  static async start(...args) {
    const session = new Session();
    session.display = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const number = await new Promise((done) => session.display.stdio[3].once("data", (data) => done(String(data).trim())));
    session.env = { PATH: process.env.PATH, HOME: scratch, XDG_DATA_HOME: scratch, LANG: "C.UTF-8", DISPLAY: `:${number}` };
    session.program = spawn(join(build, "summit"), [...args, "--report"], { env: session.env });
    session.output = "";
    for (const stream of [session.program.stdout, session.program.stderr]) stream.on("data", (data) => (session.output += data));
    session.ended = new Promise((done) => session.program.on("close", (status, signal) => done({ status, signal })));
    session.window = await until("the window", () => spawnSync("xdotool", ["search", "--name", "."], { env: session.env, encoding: "utf8" }).stdout.split("\n")[0]);
    session.call("xdotool", "windowfocus", "--sync", session.window);
    await session.rest();
    return session;
  }

  call(...command) {
    const done = spawnSync(command[0], command.slice(1), { env: this.env, encoding: "utf8", timeout: 60_000 });
    assert.equal(done.status, 0, `${command.join(" ")}: ${done.stderr}`);
    return done.stdout.trim();
  }

  layout(...names) {
    this.call("setxkbmap", ...names);
  }
  // "control+k": the key where a US keyboard has k. Names with a capital are those of X11.
  keys(...chords) {
    // A key that is let go and pressed again within two milliseconds is one held down, as X11 tells it.
    this.call("xdotool", "key", "--delay", "8", ...chords.map((chord) => chord.split("+").map((key) => KEYS[key] ?? key).join("+")));
  }
  type(text) {
    this.call("xdotool", "type", "--delay", "1", text);
  }
  title() {
    return this.call("xdotool", "getwindowname", this.window);
  }
  async shows(title, why) {
    await until(`${why}: "${title}"; the window shows "${this.title()}"`, () => this.title() === title);
  }

  // Until neither the program nor the display has done anything for a while, with nothing left to do.
  async rest() {
    const work = () => {
      let ticks = 0;
      for (const { pid } of [this.program, this.display]) {
        const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
        if (fields[0] !== "S") return NaN;
        ticks += Number(fields[11]) + Number(fields[12]);
      }
      return ticks;
    };
    let before = NaN;
    let same = 0;
    await until("rest", () => {
      const now = work();
      same = now === before ? same + 1 : 0;
      before = now;
      return same === 12;
    });
  }

  // What the window shows at rest, as a tree. It draws nothing more before it ends.
  async end() {
    await this.rest();
    this.program.kill("SIGTERM");
    const { status, signal } = await this.ended;
    this.display.kill();
    assert.deepEqual({ status, signal }, { status: 0, signal: null }, this.output);
    return JSON.parse(this.output.slice(this.output.indexOf("{")));
  }
}

const kill = (session) => session && (session.program.kill("SIGKILL"), session.display.kill());
async function inWindow(args, use) {
  let session;
  try {
    session = await Session.start(...args);
    await use(session);
  } finally {
    kill(session);
  }
}
const home = ["--page", "/en/", "--at", "2026-05-01T12:00+05:00"];
const search = ["--page", "/en/", "--at", "2026-05-01T12:00+05:00", "--size", "390x844"];

describe("typing", { skip }, () => {
  test("letters typed fast are all there, without a move of the mouse", () =>
    inWindow(search, async (session) => {
      session.keys("control+k");
      await session.shows(says["search.title"], "Ctrl+K");
      await session.rest();
      session.type("International Partners, ");
      session.type("committee");
      session.keys("BackSpace", "BackSpace", "BackSpace", "Home", "Delete", "Delete", "End");
      session.type("tee");
      assert.equal(find(await session.end(), "searchbox").value, "ternational Partners, committee");
    }));

  test("what is typed right behind the key that opens the search is in its field", () =>
    inWindow(search, async (session) => {
      session.type("/glaciers");
      const tree = await session.end();
      assert.equal(tree.name, says["search.title"]);
      assert.equal(find(tree, "searchbox").value, "glaciers");
    }));

  test("Escape leaves the field and takes nothing back", () =>
    inWindow(search, async (session) => {
      session.type("/glaciers");
      await session.rest();
      session.keys("Escape");
      assert.equal(find(await session.end(), "searchbox").value, "glaciers");
    }));
});

describe("keyboards of other letters", { skip }, () => {
  test("Ctrl+K and the key of the slash open the search on each", () =>
    inWindow(home, async (session) => {
      const start = session.title();
      const away = async (why) => {
        await session.shows(says["search.title"], why);
        await session.rest();
        session.keys("Escape");
        await session.rest();
        session.keys("Escape");
        await session.shows(start, `Escape after ${why}`);
      };
      for (const layout of [["us"], ["ru"], ["kz"], ["gr"], ["us,ru", "-option", "grp:sclk_toggle"]]) {
        session.layout(...layout);
        if (layout[0] === "us,ru") session.keys("scroll_lock");
        session.keys("control+k");
        await away(`Ctrl+K on ${layout[0]}`);
        session.keys("slash");
        await away(`slash on ${layout[0]}`);
      }
      // Where the layout has Latin letters, they and not their places count.
      session.layout("us", "-variant", "dvorak");
      session.keys("control+k", "slash");  // t and z
      await session.rest();
      assert.equal(session.title(), start);
      session.keys("control+v");  // k
      await away("Ctrl+K on Dvorak");
    }));

  test("Ctrl with A, C, V, X and Z edits in the field on each", () =>
    inWindow(search, async (session) => {
      session.keys("control+k");
      await session.shows(says["search.title"], "Ctrl+K");
      await session.rest();
      let expected = "";
      for (const [layout, letter] of [["us", "a"], ["ru", "ф"], ["kz", "ф"], ["gr", "α"]]) {
        session.layout(layout);
        await session.rest();
        session.keys("a", "control+a", "control+c", "End", "control+v");
        session.keys("control+a", "control+x", "control+v", "control+v", "control+z");
        expected = (expected + letter).repeat(2);
      }
      // On AZERTY A and Z have other places: the letters count.
      session.layout("fr");
      await session.rest();
      session.keys("control+24", "control+x", "control+v", "control+v", "a", "control+25");
      assert.equal(find(await session.end(), "searchbox").value, expected.repeat(2));
    }));
});

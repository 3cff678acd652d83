// The native program on its desktop: its colours as they change, the scale of the display, the place of the window,
// and a stick that it is started from. SUMMIT_BUILD is the build directory.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe, test } from "node:test";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const scratch = mkdtempSync(join(tmpdir(), "summit-desktop-"));
after(() => rmSync(scratch, { recursive: true, force: true }));
let folders = 0;
function folder() {
  const path = join(scratch, String(++folders));
  mkdirSync(path);
  return path;
}

const needed = ["Xvfb", "xdotool", "xprop", "dbus-daemon"].filter((name) => spawnSync("which", [name]).status !== 0);

describe("on a desktop", { skip: needed.length ? `${needed} missing` : false }, () => {
  const number = 500 + (process.pid % 400);
  const display = `:${number}`;
  const around = { PATH: process.env.PATH, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets"), DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: "1" };
  const tool = (name, ...args) => spawnSync(name, args, { env: around, encoding: "utf8" });
  let server;
  const started = new Promise((ready, failed) => {
    if (needed.length) return ready();
    server = spawn("Xvfb", [display, "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset"], { stdio: "ignore" });
    server.on("exit", () => failed(new Error("Xvfb ended")));
    const look = () => (existsSync(`/tmp/.X11-unix/X${number}`) ? ready() : setTimeout(look, 20));
    look();
  });
  after(() => server?.kill());

  const until = async (holds, what) => {
    for (let i = 0; i < 600; i++) {
      const answer = await holds();
      if (answer) return answer;
      await new Promise((again) => setTimeout(again, 50));
    }
    assert.fail(typeof what === "function" ? what() : what);
  };

  async function opened(env, ...args) {
    await started;
    const program = env.program ?? join(build, "summit");
    const window = spawn(program, ["--lang", "en", ...args], { env: { ...around, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let printed = "";
    window.stderr.on("data", (text) => (said += text));
    window.stdout.on("data", (text) => (printed += text));
    const ended = new Promise((done) => window.on("close", done));
    const id = await until(() => tool("xdotool", "search", "--onlyvisible", "--pid", String(window.pid)).stdout.trim().split("\n")[0], () => `no window: ${said}`);
    const geometry = () => Object.fromEntries(tool("xdotool", "getwindowgeometry", "--shell", id).stdout.trim().split("\n").map((line) => line.split("=")));
    return { id, geometry, said: () => said, fail: () => window.kill("SIGKILL"), async close() { window.kill(); await ended; return printed; } };
  }

  // The middle of the page's left edge: its ground.
  const ground = (id) => {
    const shot = spawnSync("import", ["-window", id, "-crop", "1x1+4+650", "-depth", "8", "rgb:-"], { env: around });
    return shot.stdout.length >= 3 ? [...shot.stdout.subarray(0, 3)] : null;
  };
  const is = (tone) => (pixel) => pixel && (tone === "dark" ? pixel.every((part) => part < 90) : pixel.every((part) => part > 180));

  async function bus() {
    const daemon = spawn("dbus-daemon", ["--session", "--nofork", "--print-address=1"], { stdio: ["ignore", "pipe", "ignore"], env: around });
    const address = await new Promise((told) => daemon.stdout.once("data", (text) => told(String(text).trim())));
    return { address, end: () => daemon.kill() };
  }
  async function portal(address, scheme) {
    const process = spawn("/usr/bin/python3", [join(import.meta.dirname, "settings_portal.py"), String(scheme)], { env: { ...around, DBUS_SESSION_BUS_ADDRESS: address }, stdio: ["pipe", "pipe", "inherit"] });
    let told = "";
    process.stdout.on("data", (text) => (told += text));
    await until(() => told.includes("ready"), "the portal did not start");
    return { tell: (value) => process.stdin.write(`${value}\n`), asked: () => told.includes("asked"), end: () => process.kill() };
  }

  test("follows the desktop's dark mode as it changes", async () => {
    const session = await bus();
    const settings = await portal(session.address, 1);
    const window = await opened({ HOME: folder(), DBUS_SESSION_BUS_ADDRESS: session.address }, "--size", "900x700");
    const shows = (tone) => until(() => is(tone)(ground(window.id)), () => `not ${tone}: ${ground(window.id)} ${window.said()}`);
    await shows("dark");
    assert.ok(settings.asked());
    settings.tell(2);
    await shows("light");
    settings.tell(1);
    await shows("dark");
    // A bus that ends takes nobody along.
    settings.end();
    session.end();
    await new Promise((later) => setTimeout(later, 300));
    await shows("dark");
    assert.equal(window.said(), "");
    await window.close();
  });

  test("starts where a bus is named that is not there, and where the module is missing", async () => {
    const window = await opened({ HOME: folder(), DBUS_SESSION_BUS_ADDRESS: "unix:path=/nowhere/bus" }, "--size", "900x700");
    await until(() => is("light")(ground(window.id)), () => `not light: ${ground(window.id)}`);
    assert.equal(window.said(), "");
    await window.close();
    const session = await bus();
    const alone = folder();
    copyFileSync(join(build, "summit"), join(alone, "summit"));
    symlinkSync(join(build, "assets"), join(alone, "assets"));
    const other = await opened({ HOME: folder(), program: join(alone, "summit"), DBUS_SESSION_BUS_ADDRESS: session.address }, "--size", "900x700");
    await until(() => is("light")(ground(other.id)), () => `not light: ${ground(other.id)}`);
    assert.equal(other.said(), "");
    await other.close();
    session.end();
  });

  test("comes back where it stood, and in view when that display is gone", async () => {
    const home = folder();
    const first = await opened({ HOME: home });
    assert.equal(first.geometry().WIDTH, "1180");
    tool("xdotool", "windowsize", first.id, "900", "700");
    tool("xdotool", "windowmove", first.id, "120", "80");
    await until(() => first.geometry().X === "120" && first.geometry().WIDTH === "900", "it does not move");
    await new Promise((later) => setTimeout(later, 300));
    await first.close();
    const second = await opened({ HOME: home });
    await until(() => second.geometry().X === "120" && second.geometry().Y === "80" && second.geometry().WIDTH === "900" && second.geometry().HEIGHT === "700", () => JSON.stringify(second.geometry()));
    await second.close();
    const file = join(home, ".local/share/summit-companion/window.txt");
    for (const text of ["summit-window 1\n9000\n9000\n900\n700\n0\n", "nonsense", "\0".repeat(100_000)]) {
      writeFileSync(file, text);
      const window = await opened({ HOME: home });
      const { X, Y } = window.geometry();
      assert.ok(Number(X) < 1600 && Number(Y) < 1200, `${X} ${Y}`);
      await window.close();
    }
  });

  test("is as large as the desktop's fractional scale wants it", async () => {
    await started;
    tool("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", "Xft.dpi:\t120\n");
    try {
      const window = await opened({ HOME: folder() }, "--size", "800x600", "--report");
      await until(() => window.geometry().WIDTH === "1000" && window.geometry().HEIGHT === "750", () => JSON.stringify(window.geometry()));
      await new Promise((later) => setTimeout(later, 500));
      const printed = await window.close();
      const tree = JSON.parse(printed.slice(printed.indexOf("{")));
      // The page is laid out in points all the same.
      const right = Math.max(...tree.children.map(({ bounds }) => bounds[0] + bounds[2]));
      assert.ok(right > 780 && right < 801, String(right));
    } finally {
      tool("xprop", "-root", "-remove", "RESOURCE_MANAGER");
    }
  });

  test("keeps all of it beside the program where a file says so", async () => {
    const stick = folder();
    copyFileSync(join(build, "summit"), join(stick, "summit"));
    chmodSync(join(stick, "summit"), 0o755);
    symlinkSync(join(build, "assets"), join(stick, "assets"));
    writeFileSync(join(stick, "portable"), "");
    const home = folder();
    const window = await opened({ HOME: home, program: join(stick, "summit") });
    await window.close();
    assert.ok(existsSync(join(stick, "summit-state/window.txt")), readdirSync(stick).join(" "));
    assert.ok(readFileSync(join(stick, "summit-state/window.txt"), "utf8").startsWith("summit-window 1\n"));
    assert.deepEqual(readdirSync(home), []);
  });

  const texts = JSON.parse(readFileSync(join(source, "i18n/en.json"), "utf8"));
  const kept = (home, name) => join(home, ".local/share/summit-companion", name);
  // How many times the usual time is waited for what nobody tells, until it is there.
  const PACES = [1, 4, 16];
  const settled = (pace) => new Promise((done) => setTimeout(done, 800 * pace));
  // What its last frame says has that text in it.
  const says = async (text, env, ...args) => {
    let printed = "";
    for (const pace of PACES) {
      const window = await opened(env, "--report", ...args);
      await settled(pace);
      printed = await window.close();
      if (printed.includes(text)) return window;
    }
    assert.fail(`${text} is not among ${printed.slice(0, 2000)}`);
  };

  test("a file that it is started with is weighed, and what is not the organisers' changes nothing", async () => {
    const home = folder();
    await says(texts["update.same"], { HOME: home }, join(build, "assets/event.pack"));
    const stick = folder();
    const bytes = readFileSync(join(build, "assets/event.pack"));
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(join(stick, "event.pack"), bytes);
    copyFileSync(join(build, "assets/event.pack.minisig"), join(stick, "event.pack.minisig"));
    await says(texts["fresh.refused"], { HOME: home }, join(stick, "event.pack"));
    assert.ok(!existsSync(kept(home, "update.txt")));
  });

  test("a notice made at the desk is there again after the power failed", { skip: existsSync(join(build, "keys/development.key")) ? false : "signed with another key" }, async () => {
    const home = folder();
    const keys = folder();
    const pack = (...args) => assert.equal(spawnSync(join(build, "summit-pack"), args, { cwd: keys, env: around }).status, 0, args.join(" "));
    pack("keys", "-o", "desk");
    pack("sign", "desk.pub", "--key", join(build, "keys/development.key"), "--comment", "information desk");
    // Whoever types does not know what the window has read already: a slow machine is given more time.
    for (const pace of PACES) {
      const desk = await opened({ HOME: home }, "--desk-key", join(keys, "desk.key"), "--at-desk", "information-desk");
      const key = (...names) => tool("xdotool", "key", "--delay", "120", ...names);
      const type = (text) => tool("xdotool", "type", "--delay", "60", text);
      await settled(pace);
      tool("xdotool", "windowfocus", desk.id);
      type("briefing room");
      await settled(pace);
      key("ctrl+n", "Return");
      await settled(pace);
      type(texts["notice.confirm_word"]);
      await settled(pace);
      key("Return");
      await settled(pace);
      desk.fail();
      if (existsSync(kept(home, "desk-notices.txt"))) break;
    }
    assert.match(readFileSync(kept(home, "desk-notices.txt"), "utf8"), /desk-closed-briefing-room/);
    const again = await says(texts["notice.closed_title"].replace("{place}", "Briefing room"), { HOME: home }, "--page", "/en/map/briefing-room/");
    assert.equal(again.said(), "");
  });
});

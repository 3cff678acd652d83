// Windows for the tests, as far as Wine is one: a prefix of its own with a visitor whose name is not ASCII, and a
// display of its own.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

export const visitor = "Айгүл";

// A path of this machine as the programs are given it.
export const as_windows = (path) => `Z:${path.replaceAll("/", "\\")}`;

export const patiently = async (holds, what) => {
  for (let i = 0; i < 1200; i++) {
    const answer = await holds();
    if (answer) return answer;
    await new Promise((again) => setTimeout(again, 100));
  }
  assert.fail(typeof what === "function" ? what() : what);
};

export class Wine {
  constructor(folder) {
    this.prefix = join(folder, "prefix");
    this.home = join(folder, "home");
    mkdirSync(this.home);
    this.env = {
      PATH: process.env.PATH, LANG: "C.UTF-8", TZ: "Asia/Almaty", HOME: this.home, USER: visitor, WINEPREFIX: this.prefix, WINEDEBUG: "-all",
      // It offers to fetch these two.
      WINEDLLOVERRIDES: "mscoree,mshtml=",
    };
  }

  // What Windows calls C:\Users\Айгүл.
  get profile() { return join(this.prefix, "drive_c/users", visitor); }

  async open() {
    this.server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const number = await new Promise((told, failed) => {
      this.server.stdio[3].once("data", (text) => told(String(text).trim()));
      this.server.once("exit", () => failed(new Error("Xvfb ended")));
    });
    this.env.DISPLAY = `:${number}`;
    this.run("wineboot", ["-i"]);
  }

  close() {
    if (this.env.DISPLAY) spawnSync("wine", ["wineboot", "--kill"], { env: this.env, timeout: 60_000, stdio: "ignore" });
    this.server?.kill();
  }

  run(program, args = [], options = {}) {
    const done = spawnSync("wine", [program, ...args], { env: this.env, encoding: "utf8", maxBuffer: 1 << 26, timeout: 300_000, ...options });
    assert.equal(done.error, undefined, `${program}: ${done.error}`);
    return done;
  }

  // What it printed, when it went well.
  printed(program, args, options) {
    const done = this.run(program, args, options);
    assert.equal(done.status, 0, `${program} ${args.join(" ")}\n${done.stdout.slice(-2000)}\n${done.stderr.slice(-2000)}`);
    return done.stdout;
  }

  tool(name, ...args) {
    return spawnSync(name, args, { env: this.env, encoding: "utf8" }).stdout.trim();
  }

  // A window that stays until close() asks it to go, as the system does.
  async window(program, args) {
    const child = spawn("wine", [program, ...args], { env: this.env, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    let said = "";
    child.stdout.on("data", (text) => (printed += text));
    child.stderr.on("data", (text) => (said += text));
    const ended = new Promise((done) => child.on("close", done));
    const id = await patiently(() => this.tool("xdotool", "search", "--onlyvisible", "--class", "summit.exe").split("\n")[0], () => `no window: ${printed} ${said}`);
    const geometry = () => Object.fromEntries(this.tool("xdotool", "getwindowgeometry", "--shell", id).split("\n").map((line) => line.split("=")));
    return {
      said: () => said,
      click: (x, y) => {
        const { X, Y } = geometry();
        this.tool("xdotool", "mousemove", String(Number(X) + x), String(Number(Y) + y), "click", "1");
      },
      close: async () => {
        this.run("taskkill", ["/im", "summit.exe"]);
        await ended;
        return printed;
      },
    };
  }
}

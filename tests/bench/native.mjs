// Prints how the native program does in a window of its own, drawn by the processor, against what is promised of it:
// node native.mjs [BUILD] [SECONDS]. From the start to the first frame, what memory it has with one window and with
// two, and what it takes of the processor in SECONDS of rest. Wants Xvfb and xdotool; memory on Wayland is told where
// weston is.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.argv[2] ?? join(source, "build/native"));
const seconds = Number(process.argv[3] ?? 60);
const most_ms = 300, most_mb = 120, starts = 10;
const scratch = mkdtempSync(join(tmpdir(), "summit-bench-"));

const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
process.on("exit", () => {
  server.kill();
  rmSync(scratch, { recursive: true, force: true });
});
const number = await new Promise((told) => server.stdio[3].once("data", (text) => told(String(text).trim())));
const env = { PATH: process.env.PATH, HOME: scratch, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets"), DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: "1" };
const wait = (s) => new Promise((done) => setTimeout(done, s * 1000));
const print = (what, value, bound = "") => console.log(`${what.padEnd(56)} ${value}${bound && `   ${bound}`}`);
const held = (value, most, unit) => `bound ${most} ${unit}: ${value <= most ? "kept" : "MISSED"}`;

// A window that has been drawn; ended by end().
async function opened(args, around = env) {
  const began = performance.now();
  const child = spawn(join(build, "summit"), ["--report", ...args], { env: around, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => child.on("close", done));
  const ms = await new Promise((drawn, failed) => {
    child.stdout.once("data", () => drawn(performance.now() - began));
    child.once("exit", (status) => failed(new Error(`${args.join(" ")} ended with ${status}`)));
  });
  child.stdout.resume();
  return { pid: child.pid, ms, end: () => (child.kill(), ended) };
}

const of = (pid, name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))[1]) * 1024 / 1e6;
const ticks = (pid) => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ").slice(11, 13).reduce((sum, part) => sum + Number(part), 0);
const tool = (...args) => execFileSync("xdotool", args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
const windows_of = (pid) => tool("search", "--onlyvisible", "--pid", String(pid)).split("\n").length;

async function tell_memory(what, pid) {
  await wait(3);
  const [rss, pss] = [of(pid, "Rss"), of(pid, "Pss")];
  print(`memory, ${what}`, `${rss.toFixed(1)} MB (its own share ${pss.toFixed(1)} MB)`, held(rss, most_mb, "MB"));
}

for (const args of [["--page", "/kk/"], ["--page", "/ru/agenda/"], ["--page", "/en/map/"], ["--desk"]]) {
  const times = [];
  for (let i = 0; i < starts; ++i) {
    const window = await opened(args);
    times.push(window.ms);
    await window.end();
  }
  times.sort((a, b) => a - b);
  const median = (times[starts / 2 - 1] + times[starts / 2]) / 2;
  print(`start to first frame, ${args.join(" ")}`, `${median.toFixed(0)} ms (worst of ${starts}: ${times.at(-1).toFixed(0)} ms)`, held(median, most_ms, "ms"));
}

async function tell_rest(what, pid) {
  await wait(5);
  const before = ticks(pid);
  await wait(seconds);
  const spent = ticks(pid) - before;
  print(`processor in ${seconds} s of rest, ${what}`, `${(spent / seconds).toFixed(2)} % (${spent * 10} ms)`, spent === 0 ? "bound 0 %: kept" : "bound 0 %: MISSED");
}

const window = await opened(["--page", "/kk/agenda/"]);
await tell_memory("one window, /kk/agenda/", window.pid);
await tell_rest("one window", window.pid);
await window.end();

// A desk that shows its answer to a visitor, with the way there on a plan.
const answering = ["--desk", "--at-desk", "information-desk", "--page", "/en/desk/?q=glaciers", "--size", "1180x780"];
const opens = JSON.parse(readFileSync(join(source, "i18n/en.json"), "utf8"))["desk.open_screen"];
const named = (node) => (node.name === opens ? node : node.children.map(named).find(Boolean));
const button = named(JSON.parse(execFileSync(join(build, "summit"), ["--describe", ...answering], { env, encoding: "utf8" })));
const [x, y, width, height] = button.bounds;
const desk = await opened(answering);
await wait(1);
tool("mousemove", "--window", tool("search", "--onlyvisible", "--pid", String(desk.pid)).split("\n")[0], String(x + width / 2), String(y + height / 2), "click", "1");
for (let tries = 0; windows_of(desk.pid) < 2; ++tries) {
  if (tries === 50) throw new Error("the visitor's window does not come");
  await wait(0.2);
}
await tell_memory("a desk and its visitor's window", desk.pid);
await tell_rest("a desk and its visitor's window", desk.pid);
await desk.end();

if (spawnSync("which", ["weston"]).status === 0) {
  chmodSync(scratch, 0o700);
  const weston = spawn("weston", ["--backend=headless-backend.so", "--socket=bench", "--width=1280", "--height=900"],
    { env: { PATH: process.env.PATH, HOME: scratch, XDG_RUNTIME_DIR: scratch }, stdio: "ignore" });
  process.on("exit", () => weston.kill());
  for (let tries = 0; !existsSync(join(scratch, "bench")) && tries < 100; ++tries) await wait(0.1);
  const { DISPLAY, ...others } = env;
  const wayland = await opened(["--page", "/kk/agenda/"], { ...others, XDG_RUNTIME_DIR: scratch, WAYLAND_DISPLAY: "bench" });
  await tell_memory("one window on Wayland", wayland.pid);
  await wayland.end();
}
process.exit(0);

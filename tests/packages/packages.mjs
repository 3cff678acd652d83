// What the tests of the packages share: where things are, and how a program is started.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after } from "node:test";

export const source = resolve(import.meta.dirname, "../..");
export const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
export const packages = resolve(process.env.SUMMIT_PACKAGES ?? join(source, "build/packages"));
export const event = join(source, "assets/res2026");
export const most_bytes = 12_000_000;

export function scratch_folder() {
  const folder = mkdtempSync(join(tmpdir(), "summit-packages-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// The one package whose name ends so.
export function package_file(ending) {
  const found = readdirSync(packages).filter((name) => name.endsWith(ending));
  assert.equal(found.length, 1, `in ${packages} ${found.length} files end in ${ending}; ./run package makes them`);
  return join(packages, found[0]);
}

// Nothing of this machine's settings, and none of the variables that lead a program to its files.
export const bare = (home) => ({ PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8" });

export function start(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26, timeout: 300_000, ...options });
  assert.equal(done.error, undefined, `${command}: ${done.error}`);
  return done;
}

// What it printed, when it went well.
export function printed(command, args, options) {
  const done = start(command, args, options);
  assert.equal(done.status, 0, `${command} ${args.join(" ")}\n${done.stdout.slice(-2000)}\n${done.stderr.slice(-2000)}`);
  return done.stdout;
}

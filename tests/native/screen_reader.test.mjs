// The native program as a screen reader has it: under a display and a bus of its own. What is tried stands in
// screen_reader.py. SUMMIT_BUILD is the build directory.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe, test } from "node:test";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const launcher = "/usr/libexec/at-spi-bus-launcher";
const missing = ["/usr/bin/Xvfb", "/usr/bin/xdotool", "/usr/bin/dbus-run-session", launcher, "/usr/lib/python3/dist-packages/pyatspi"].find((path) => !existsSync(path));
const scratch = mkdtempSync(join(tmpdir(), "summit-reader-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

// As many as the script has, so that one which is left out is missed.
const expected = 12;

describe("a screen reader", { skip: missing ? `${missing} is missing` : false }, () => {
  let results = [];
  let said = "";
  if (!missing) {
    // A display that chooses its own number, so that none is chosen twice, and that stays when the first who looked at
    // it goes away.
    const display = 'Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3>"$3" 2>/dev/null & server=$!; trap "kill $server" EXIT; until [ -s "$3" ]; do kill -0 $server || exit 1; sleep 0.1; done; DISPLAY=:$(cat "$3"); export DISPLAY; dbus-run-session -- sh -c "$4" "$0" "$1" "$2"';
    const bus = `${launcher} --launch-immediately & exec /usr/bin/python3 "$0" "$1" "$2"`;
    const done = spawnSync(
      "sh", ["-c", display, join(import.meta.dirname, "screen_reader.py"), join(build, "summit"), join(source, "i18n"), join(scratch, "display"), bus],
      { encoding: "utf8", timeout: 300_000, env: { PATH: process.env.PATH, HOME: scratch, XDG_RUNTIME_DIR: scratch, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets"), LIBGL_ALWAYS_SOFTWARE: "1" } });
    // Others on the bus print there as well.
    results = done.stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
    said = done.stderr;
  }
  for (const { name, why } of results) test(name, () => assert.equal(why, undefined, `${why}\n${said}`));
  test("all of it was tried", () => assert.equal(results.length, expected, said));
});

// What ./run does with another event: in a copy of it whose compilers, tools and web server only write down
// what they are asked for.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, beforeEach, describe, test } from "node:test";

const source = resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "summit-run-"));
after(() => rmSync(scratch, { recursive: true, force: true }));
const house = join(scratch, "house");
const asked = join(scratch, "asked");

function script(path, lines) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/bash\n${lines}\n`);
  chmodSync(path, 0o755);
}
const noted = (name) => `echo "${name} $*" >>"${asked}"`;

for (const file of ["run", "dependencies/common.sh", "packaging/common.sh"]) {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  copyFileSync(join(source, file), join(house, file));
}
chmodSync(join(house, "run"), 0o755);
for (const name of ["fetch", "build"]) script(join(house, `dependencies/${name}.sh`), "true");
script(join(house, "dependencies/emscripten.sh"), '[[ $1 == --* ]] || "$@"');
script(join(house, "web/assemble.sh"), "true");
script(join(house, "web/serve.sh"), noted("serve"));
for (const system of ["linux", "windows"]) script(join(house, `packaging/${system}/package.sh`), noted(`package ${system}`));
script(join(house, "build/native/summit"), noted("summit"));
script(join(house, "build/native/summit-pack"), `[[ ! -e $2/wrong ]] || { echo "days.json: /days/0: is no day" >&2; exit 1; }
[[ $1 != check || ! -e $2/quotes ]] || { echo "sessions.json: /sessions/0/title/en: has straight quotes" >&2; exit 1; }`);
script(join(house, "build/native/summit-pages"), `[[ $* == --print-moments ]] && printf 'home /kk/\\nduring 2026-04-23T11:10+05:00\\nbefore 2026-04-15T10:00+05:00\\n'`);
const tools = join(scratch, "tools");
script(join(tools, "cmake"), noted("cmake"));
script(join(tools, "emcmake"), '"$@"');
for (const name of ["rsvg-convert", "x86_64-w64-mingw32-g++-posix", "makensis", "zip"]) script(join(tools, name), "true");
mkdirSync(join(scratch, "cache/libraries"), { recursive: true });
mkdirSync(join(scratch, "cache/sources"), { recursive: true });
mkdirSync(join(scratch, "events/other"), { recursive: true });
mkdirSync(join(scratch, "events/broken"));
mkdirSync(join(scratch, "events/nothing"));
mkdirSync(join(scratch, "events/quoted"));
for (const name of ["other", "broken", "quoted"]) writeFileSync(join(scratch, `events/${name}/event.json`), "{}");
writeFileSync(join(scratch, "events/broken/wrong"), "");
writeFileSync(join(scratch, "events/quoted/quotes"), "");

// From the folder with the events.
function run(...args) {
  const env = { ...process.env, PATH: `${tools}:${process.env.PATH}`, SUMMIT_CACHE: join(scratch, "cache") };
  const done = spawnSync(join(house, "run"), args, { env, cwd: join(scratch, "events"), encoding: "utf8", timeout: 60_000 });
  return { status: done.status, said: done.stdout + done.stderr };
}
const configured = () => [...readFileSync(asked, "utf8").matchAll(/^cmake --preset native -D SUMMIT_EVENT=(.*)$/gm)].map(([, folder]) => folder);

describe("./run", () => {
  beforeEach(() => writeFileSync(asked, ""));

  for (const [name, args] of [["as it is", []], ["with web", ["web"]]])
    test(`${name} takes the event of a path that is relative to where it is called`, () => {
      const { status, said } = run(...args, "--event", "other", "--port", "18999");
      assert.equal(status, 0, said);
      assert.deepEqual(configured(), [join(scratch, "events/other")]);
    });

  test("desktop takes it too, and hands on the rest", () => {
    const { status, said } = run("desktop", "--event", "./other", "--lang", "kk");
    assert.equal(status, 0, said);
    assert.ok(configured().every((folder) => folder === join(scratch, "events/other")) && configured().length > 0, said);
    assert.match(readFileSync(asked, "utf8"), /^summit --lang kk$/m);
  });

  test("without the option the event is that of the sources again", () => {
    assert.equal(run("--build-only", "--event", "other").status, 0);
    assert.equal(run("--build-only").status, 0);
    assert.deepEqual(configured(), [join(scratch, "events/other"), ""]);
  });

  for (const [folder, reason] of [
    ["missing", /there is no folder .*events\/missing/],
    ["nothing", /holds no event: event\.json is missing/],
    ["other/event.json", /is no folder/],
  ])
    test(`says what is wrong with ${folder} before anything is built`, () => {
      const { status, said } = run("--event", folder);
      assert.equal(status, 1);
      assert.match(said, reason);
      assert.equal(readFileSync(asked, "utf8"), "");
    });

  test("tells the mistakes of an event and builds nothing of it", () => {
    const { status, said } = run("--event", "broken");
    assert.equal(status, 1);
    assert.match(said, /days\.json: \/days\/0: is no day/);
    assert.doesNotMatch(readFileSync(asked, "utf8"), /event-pack/);
  });

  test("tells the mistakes in texts, and builds the event with them", () => {
    const { status, said } = run("--event", "quoted", "--build-only");
    assert.equal(status, 0, said);
    assert.match(said, /title\/en: has straight quotes/);
    assert.match(readFileSync(asked, "utf8"), /event-pack/);
  });

  test("package builds the application and puts the packages together", () => {
    const { status, said } = run("package");
    assert.equal(status, 0, said);
    assert.match(readFileSync(asked, "utf8"), /^cmake --build build\/native .*summit summit-pack event-pack\npackage linux build\/native build\/packages$/m);
    assert.match(readFileSync(asked, "utf8"), /^cmake --preset windows -D SUMMIT_EVENT= -D SUMMIT_VERSION=\d{4}\.\d\d\.\d\d\ncmake --build build\/windows .*summit summit-pack\npackage windows build\/native build\/windows build\/packages$/m);
    const wrong = run("package", "amiga");
    assert.equal(wrong.status, 1);
    assert.match(wrong.said, /unknown option: amiga/);
  });

  test("ends with the addresses of today, of a day of the event, and of the time before it", () => {
    const { status, said } = run("--port", "18998");
    assert.equal(status, 0, said);
    const addresses = [...said.matchAll(/http:\/\/\S+$/gm)].map(([address]) => address);
    assert.deepEqual(addresses, ["http://localhost:18998/kk/", "http://localhost:18998/kk/?at=2026-04-23T11:10+05:00", "http://localhost:18998/kk/?at=2026-04-15T10:00+05:00"]);
    assert.match(readFileSync(asked, "utf8"), /^serve build\/web\/site build\/web\/nginx 18998$/m);
  });
});

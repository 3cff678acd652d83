// What stands in C++ and in JavaScript is made of the C++ headers, and a value that the scripts say nothing
// about does not build.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

const source = resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "summit-tables-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

// A copy of what the tables are made of, with `change(text)` of one file.
let copies = 0;
function made(file, change) {
  const folder = join(scratch, String(++copies));
  for (const part of ["src/ui/semantics.h", "src/ui/input.h", "src/platform/mirror.h", "src/platform/web", "src/app", "web/mirror.js", "web/shell.js"])
    cpSync(join(source, part), join(folder, part), { recursive: true });
  if (file) {
    const before = readFileSync(join(folder, file), "utf8");
    const text = change(before);
    assert.notEqual(text, before, `${file}: nothing was changed`);
    writeFileSync(join(folder, file), text);
  }
  const script = join(folder, "tables.js");
  const done = spawnSync("python3", [join(source, "web/make_tables.py"), "--source", folder, "-o", script], { encoding: "utf8" });
  return { ...done, script };
}

const constants = (script, ...names) => new Function(`${readFileSync(script, "utf8")}; return [${names}];`)();

test("the tables say what the headers say", () => {
  const { status, stderr, script } = made();
  assert.equal(status, 0, stderr);
  const [roles, steps, state, keys, phases, files, visitor] = constants(script, "ROLES", "STEPS", "STATE", "KEY_NAMES", "PHASES", "FILES", "VISITOR");
  assert.equal(roles[0], "banner");
  assert.ok(roles.includes("switch") && roles.includes("dialog"));
  assert.equal(steps[0], "");
  assert.equal(steps[1], "create");
  assert.equal(state.selected, 1);
  assert.equal(state.covered, 64);
  assert.deepEqual(keys.slice(0, 3), ["tab", "enter", "space"]);
  assert.deepEqual(phases, ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave"]);
  assert.deepEqual(files, ["icu", "fontRegular", "fontBold", "fontIcons", "pack"]);
  assert.equal(visitor, "visitor-2");
});

// The last value of an enum is followed by another one.
const with_another = (name, declared) => (text) => text.replace(new RegExp(`(enum (?:class )?${name}\\b[^{]*\\{[^}]*?)(,?)(\\s*(?://[^\\n]*)?\\s*\\})`), `$1,\n${declared}$3`);

for (const [file, name, declared = "unheard_of"] of [
  ["src/ui/semantics.h", "Role"],
  ["src/ui/input.h", "KeyName"],
  ["src/platform/mirror.h", "MirrorStep"],
  ["src/platform/mirror.h", "MirrorType", "unheard_of = 128"],
  ["src/platform/mirror.h", "MirrorState", "unheard_of = 32768"],
  ["src/platform/web/browser.h", "EnvironmentValue"],
])
  test(`${name}: a value that no script knows is refused`, () => {
    const { status, stderr } = made(file, with_another(name, declared));
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`says nothing about ${name}::unheard_of`));
  });

test("what a script knows and C++ does not is refused", () => {
  const { status, stderr } = made("src/ui/input.h", (text) => text.replace(/\n\s*slash,/, ""));
  assert.equal(status, 1);
  assert.match(stderr, /slash: is no value of KeyName/);
});

test("functions of the program are there and are called", () => {
  assert.match(made("web/shell.js", (text) => text.replaceAll("call('go_to')", "call('go_nowhere')")).stderr, /calls go_nowhere, which .* lacks\n.*nobody calls summit_go_to/);
});

test("an enum that went away is named", () => {
  assert.match(made("src/ui/input.h", (text) => text.replace("enum class KeyName", "enum class Keys")).stderr, /src\/ui\/input\.h: there is no enum KeyName/);
});

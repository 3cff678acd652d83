// The sketch of the house in docs/architecture.md is true: every folder stands in it, includes go downwards only and
// no further than CMake links, the libraries are where it says, and so many lines are in each folder as it says.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "../..");
const read = (path) => readFileSync(join(root, path), "utf8");
const document = "docs/architecture.md";

// Rows of the table below that head, as lists of cells without their backquotes.
function table(head) {
  const text = read(document);
  const begin = text.indexOf(`| ${head} |`);
  assert.notEqual(begin, -1, `${document} has no table "| ${head} |"`);
  const lines = text.slice(begin, text.indexOf("\n\n", begin)).split("\n").slice(2);
  return lines.map((line) => line.split("|").slice(1, -1).map((cell) => cell.replaceAll("`", "").trim()));
}
const names = (cell) => cell.split(/[,;:]\s*/).filter(Boolean);

const house = new Map(table("folder | what it is | lines | includes").map(([folder, , lines, includes]) => [folder, { lines: Number(lines.replaceAll(",", "")), includes: names(includes) }]));

const below = (folder, kind) => readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`).filter((path) => kind.test(path) && !path.includes("node_modules"));
const files = (folder) => below(`src/${folder}`, /\.(h|cpp|def)$/);
const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

// {from, to, place}: every include of another folder of src.
const includes = folders.flatMap((from) => files(from).flatMap((path) => read(path).split("\n").flatMap((line, i) => {
  const to = /^\s*#\s*include\s+"([a-z_]+)\//.exec(line)?.[1];
  return to && to !== from && folders.includes(to) ? [{ from, to, path, place: `${path}:${i + 1}` }] : [];
})));
assert.ok(includes.length > 500, "the includes were not read");

test("every folder of src stands in the sketch, and no other", () => {
  assert.deepEqual([...house.keys()].sort(), folders.sort(), `${document}: a row for each folder of src`);
  const named = [...read("README.md").matchAll(/`src\/(\w+)`/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(named)].sort(), folders, "README.md: where things are");
});

test("what a folder includes stands below it in the sketch", () => {
  const order = [...house.keys()];
  const upward = includes.filter(({ from, to }) => order.indexOf(to) < order.indexOf(from));
  assert.deepEqual(upward.map(({ place, to }) => `${place} includes ${to}, which stands above`), []);
});

test("the sketch names what each folder includes, and nothing else", () => {
  for (const folder of folders) {
    const real = [...new Set(includes.filter(({ from }) => from === folder).map(({ to }) => to))].sort();
    assert.deepEqual([...(house.get(folder)?.includes ?? [])].sort(), real, `${document}: the last column of ${folder}`);
  }
});

test("a folder includes no more than CMake links to it, and in its headers what it links for others too", () => {
  const links = new Map();
  for (const [, name, rest] of read("src/CMakeLists.txt").matchAll(/summit_folder\((\w+)([^)]*)\)/g)) {
    const one = links.get(name) ?? { PUBLIC: new Set(), PRIVATE: new Set() };
    let part;
    for (const word of rest.split(/\s+/)) {
      if (/^[A-Z]+$/.test(word)) part = word;
      else if (one[part] && folders.includes(word)) one[part].add(word);
    }
    links.set(name, one);
  }
  const withTheirs = (some, seen = new Set()) => {
    for (const name of some)
      if (!seen.has(name)) withTheirs(links.get(name).PUBLIC, seen.add(name));
    return seen;
  };
  const wrong = includes.filter(({ from, to, path }) => {
    if (!links.has(from)) return false; // programs name what they link themselves
    const { PUBLIC, PRIVATE } = links.get(from);
    return !withTheirs(path.endsWith(".cpp") ? [...PUBLIC, ...PRIVATE] : PUBLIC).has(to);
  });
  assert.deepEqual(wrong.map(({ place, from, to }) => `${place} includes ${to}, which src/CMakeLists.txt does not link to ${from}`), []);
});

test("a header that says it is for its own folder alone is included nowhere else", () => {
  const own = folders.flatMap((folder) => files(folder).filter((path) => /\/\/ .*(Inside [a-z_]+\/\s(?:\/\/ )?only|Private to src\/[a-z_]+|For this folder\s(?:\/\/ )?only)\b/.test(read(path).split("#pragma once")[0])));
  assert.ok(own.length > 40, "the heads of the headers were not read");
  const wrong = folders.flatMap((from) => files(from).flatMap((path) => [...read(path).matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)].filter(([, name]) => own.includes(`src/${name}`) && !name.startsWith(`${from}/`)).map(([, name]) => `${path} includes ${name}`)));
  assert.deepEqual(wrong, []);
});

test("the headers of libraries are in the folders that the document says", () => {
  const rows = table("library | its headers | only in");
  for (const [library, headers, only] of rows) {
    const begins = headers.split(/,\s*/);
    const real = folders.filter((folder) => files(folder).some((path) => [...read(path).matchAll(/^\s*#\s*include\s+[<"]([^>"]+)/gm)].some(([, name]) => begins.some((begin) => name.startsWith(begin)))));
    assert.deepEqual(real.sort(), names(only).sort(), `${document}: where ${library} is included`);
  }
});

// What is written may be an eighth off, and small folders some lines: it is a sketch.
test("so many lines are in each folder", () => {
  const count = (paths) => paths.reduce((sum, path) => sum + read(path).split("\n").length - 1, 0);
  const written = [...house].map(([folder, { lines }]) => [folder, lines, count(files(folder))]);
  const number = (what) => Number(what.exec(read(document))?.[1].replaceAll(",", ""));
  written.push(["web", number(/`web` has ([\d,]+) lines of JavaScript/), count(below("web", /\.js$/))]);
  written.push(["tests", number(/`tests` ([\d,]+) lines/), count(below("tests", /\.(h|cpp|mjs|py)$/))]);
  const wrong = written.filter(([, said, real]) => !(Math.abs(real - said) <= Math.max(150, real / 8)));
  assert.deepEqual(wrong.map(([folder, said, real]) => `${folder} has ${real} lines, not ${said}: write ${Math.round(real / 100) * 100} in ${document}`), []);
});

test("every page of the table is looked at in the browsers", () => {
  const kinds = read("tests/browser/kinds.mjs");
  const rows = [...read("src/screens/pages.def").matchAll(/^PAGE\((\w+), \.segment = "([^"]+)"((?:.|\n(?!\n|PAGE|\/\/))*)/gm)];
  assert.ok(rows.length > 20, "the table was not read");
  const missing = rows.map(([, name, segment, rest]) => [name, `${segment}/${/\.things\b/.test(rest) ? "${" : "'"}`]).filter(([, path]) => !new RegExp(`['\`]${path.replace(/[$]/g, "\\$&")}`).test(kinds));
  assert.deepEqual(missing.map(([name, path]) => `${name}: PAGES in tests/browser/kinds.mjs has no line with ${path}`), []);
});

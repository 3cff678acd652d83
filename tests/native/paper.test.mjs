// Pages on paper: the PDF is turned into text, page by page, and into pictures. SUMMIT_BUILD is the build directory.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const scratch = mkdtempSync(join(tmpdir(), "summit-paper-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const read = (path) => JSON.parse(readFileSync(join(source, path), "utf8"));
const { sessions } = read("assets/res2026/sessions.json");
const { rooms } = read("assets/res2026/places.json");
const messages = (language) => read(`i18n/${language}.json`);
const on = (day) => sessions.filter(({ starts_at }) => starts_at.startsWith(day));

function run(program, ...args) {
  const env = { PATH: process.env.PATH, HOME: scratch, XDG_DATA_HOME: scratch, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets") };
  return spawnSync(program, args, { env, encoding: "utf8", maxBuffer: 1 << 28, timeout: 120_000 });
}
const summit = (...args) => run(join(build, "summit"), ...args);

let files = 0;
// The file, its text by pages with white space folded away, and the size of its sheets in points.
function printed(...args) {
  const file = join(scratch, `${++files}.pdf`);
  const done = summit("--pdf", file, ...args);
  assert.equal(done.status, 0, done.stderr);
  const read = run("pdftotext", "-layout", file, "-");
  assert.equal(read.status, 0, read.stderr);
  const pages = read.stdout.split("\f").slice(0, -1).map((page) => page.replace(/\s+/g, " "));
  const sizes = [...run("pdfinfo", "-l", "99", file).stdout.matchAll(/size:\s+([\d.]+) x ([\d.]+)/g)].map(([, w, h]) => [Number(w), Number(h)]);
  return { file, pages, text: pages.join(" "), sizes };
}

// As it stands on paper, where lines may break anywhere between words.
const squeezed = (text) => text.replace(/[\s\u00a0\u202f\u2060]+/g, "");
const has = (page, text) => squeezed(page).includes(squeezed(text));

// The share of dark points in a picture of that page.
function darkness(file, page = 1) {
  const stem = join(scratch, `picture-${++files}`);
  const done = run("pdftoppm", "-gray", "-r", "40", "-f", String(page), "-l", String(page), "-singlefile", file, stem);
  assert.equal(done.status, 0, done.stderr);
  const bytes = readFileSync(`${stem}.pgm`);
  const [head] = bytes.toString("latin1").match(/^P5\s+\d+\s+\d+\s+\d+\s/);
  const pixels = bytes.subarray(head.length);
  return pixels.reduce((dark, value) => dark + (value < 128 ? 1 : 0), 0) / pixels.length;
}

for (const language of ["kk", "ru", "en"])
  test(`a day is printed whole, and can be searched (${language})`, () => {
    const { pages, text, sizes, file } = printed("--page", `/${language}/agenda/2026-04-23/`);
    for (const session of on("2026-04-23")) assert.ok(has(text, session.title[language]), session.title[language]);
    assert.ok(has(text, messages(language)["agenda.title"]));
    assert.ok(sizes.every(([width, height]) => Math.round(width) === 595 && Math.round(height) === 842), JSON.stringify(sizes));
    assert.ok(pages.every((page, i) => has(page, `${i + 1} / ${pages.length}`)));
    const dark = darkness(file);
    assert.ok(dark > 0.005 && dark < 0.25, `${dark} of the first page is dark`);
  });

test("no session is split across sheets", () => {
  for (const args of [["--paper", "a4"], ["--paper", "a3", "--landscape"]]) {
    const { pages } = printed("--page", "/kk/agenda/2026-04-23/", ...args);
    for (const session of on("2026-04-23")) {
      const times = `${session.starts_at.slice(11, 16)}–${session.ends_at?.slice(11, 16)}`.replace(/^0/, "");
      if (!session.ends_at || session.ends_at.slice(0, 10) !== "2026-04-23") continue;
      // Its title and the line below it.
      const on_page = pages.filter((page) => has(page, session.title.kk));
      assert.ok(on_page.some((page) => has(page, times) || has(page, `0${times}`)), `${session.title.kk}: ${times}`);
    }
  }
});

test("sheets are as large as was asked for", () => {
  for (const [args, wanted] of [[["--paper", "a3"], [842, 1191]], [["--landscape"], [842, 595]], [["--paper", "a3", "--landscape"], [1191, 842]]])
    for (const size of printed("--page", "/en/agenda/2026-04-22/", ...args).sizes) assert.deepEqual(size.map(Math.round), wanted);
});

test("a filtered agenda has what fits the filter alone", () => {
  const theme = sessions.find(({ themes }) => themes?.length)?.themes[0];
  const { text } = printed("--page", `/en/agenda/?day=2026-04-22&theme=${theme}`);
  for (const session of on("2026-04-22")) assert.equal(has(text, session.title.en), (session.themes ?? []).includes(theme), session.id);
});

test("a grid of a day lies, with every room and session of it", () => {
  for (const paper of ["a4", "a3"]) {
    const { pages, text, sizes } = printed("--page", "/kk/agenda/?day=2026-04-23&view=grid", "--paper", paper);
    assert.ok(sizes.every(([width, height]) => width > height));
    const day = on("2026-04-23");
    for (const room of rooms.filter(({ id }) => day.some((session) => session.room === id && session.kind !== "service"))) assert.ok(has(text, room.name.kk.slice(0, 8)), room.id);
    // Titles may be shortened, and none is missing.
    for (const session of day) assert.ok(has(text, session.title.kk.slice(0, 6)), session.title.kk);
    if (paper === "a3") assert.ok(pages.length <= printed("--page", "/kk/agenda/?day=2026-04-23&view=grid").pages.length);
  }
});

test("a door sign has each day on a sheet of its own, large, with its code", () => {
  const room = rooms.find(({ id }) => sessions.some((session) => session.room === id && session.kind === "high-level") || id === sessions[0].room);
  const here = sessions.filter((session) => session.room === room.id);
  const days = new Set(here.map(({ starts_at }) => starts_at.slice(0, 10)));
  for (const args of [[], ["--landscape"], ["--paper", "a3", "--landscape"]]) {
    const { pages } = printed("--page", `/kk/door/${room.id}/`, ...args);
    assert.equal(pages.length, days.size);
    for (const page of pages) assert.ok(has(page, room.name.kk));
    const coded = printed("--page", `/kk/door/${room.id}/`, "--site", "https://summit.example", ...args);
    assert.equal(coded.pages.length, days.size);
    assert.ok(darkness(coded.file) > darkness(printed("--page", `/kk/door/${room.id}/`, ...args).file), "with a code there is more ink");
    for (const session of here) assert.ok(pages.some((page) => has(page, session.title.kk)), session.id);
  }
});

test("what goes on into another day leaves its title room beside its time", () => {
  const event = join(scratch, "night");
  const made = run(join(build, "summit-pack"), "new", event, "--name", "River Days", "--dates", "2027-05-12/2027-05-14", "--place", "Astana,Kazakhstan", "--zone", "Asia/Almaty", "--languages", "en");
  assert.equal(made.status, 0, made.stderr);
  const file = join(event, "sessions.json"), json = JSON.parse(readFileSync(file, "utf8"));
  const title = "Night walk";
  Object.assign(json.sessions.find(({ id }) => id === "opening"), { title: { en: title }, starts_at: "2027-05-12T22:00+05:00", ends_at: "2027-05-13T01:30+05:00" });
  writeFileSync(file, JSON.stringify(json));
  for (const page of ["/en/door/main-hall/", "/en/agenda/2027-05-12/"]) {
    const { pages } = printed("--pack", event, "--page", page);
    assert.ok(pages[0].includes(title), pages[0]);
    assert.ok(has(pages[0], "22:00"), pages[0]);
  }
});

test("my agenda is printed as it was kept, and each day begins a sheet where asked", () => {
  const once = ({ title }) => sessions.filter((other) => other.title.kk === title.kk).length === 1;
  const mine = ["2026-04-22", "2026-04-23", "2026-04-24"].map((day) => on(day).find((session) => once(session) && session.kind !== "service"));
  const folder = join(scratch, "summit-companion");
  mkdirSync(folder, { recursive: true });
  const event = read("assets/res2026/event.json").id;
  writeFileSync(join(folder, "visitor-2.txt"), "summit-visitor 2\n" + mine.map(({ id }, i) => `op ${i + 1} 1 ${event} star ${id} on\n`).join(""));
  const together = printed("--page", "/kk/my/");
  for (const session of mine) assert.ok(has(together.text, session.title.kk), session.id);
  const apart = printed("--page", "/kk/my/", "--days-apart");
  assert.ok(apart.pages.length >= 3, `${apart.pages.length} sheets`);
  for (const session of mine) assert.equal(apart.pages.filter((page) => has(page, session.title.kk)).length, 1);
  rmSync(folder, { recursive: true });
});

test("what cannot be printed is said, and nothing is written", () => {
  const wrong = summit("--pdf", join(scratch, "missing/x.pdf"), "--page", "/kk/agenda/");
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /missing\/x\.pdf: \S/);
  assert.equal(summit("--pdf", "x.pdf", "--paper", "a5").status, 2);
});

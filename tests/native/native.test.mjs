// The contract of the native program and of summit-pack, as others call them.
// SUMMIT_BUILD is the build directory; build/native when it is not set.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { inflateSync } from "node:zlib";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const event = join(source, "assets/res2026");
const scratch = mkdtempSync(join(tmpdir(), "summit-native-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

// No display, and a home of its own, so that nothing a person chose on this machine is seen.
const bare = { PATH: process.env.PATH, HOME: scratch, XDG_DATA_HOME: scratch, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets") };

function call(program, args, env = bare) {
  const done = spawnSync(resolve(build, program), args, { env, encoding: "utf8", maxBuffer: 1 << 26, timeout: 60_000 });
  assert.equal(done.error, undefined, `${program} ${args.join(" ")}: ${done.error}`);
  assert.equal(done.signal, null, `${program} ${args.join(" ")} ended by ${done.signal}: ${done.stderr}`);
  return done;
}
const summit = (...args) => call("summit", args);
const pack = (...args) => call("summit-pack", args);

function described(...args) {
  const done = summit("--describe", ...args);
  assert.equal(done.status, 0, done.stderr);
  return JSON.parse(done.stdout);
}

function* nodes(tree) {
  yield tree;
  for (const child of tree.children) yield* nodes(child);
}
const messages = (language) => JSON.parse(readFileSync(join(source, `i18n/${language}.json`), "utf8"));
const find = (tree, role, name) => [...nodes(tree)].find((node) => node.role === role && (name === undefined || node.name === name));
const says = (tree, text) => [...nodes(tree)].some((node) => node.name.includes(text));

// Width, height and the pixels of an 8-bit RGB or RGBA picture.
function decoded(file) {
  const bytes = readFileSync(file);
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const channels = bytes[25] === 6 ? 4 : 3;
  const data = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.subarray(at + 4, at + 8).toString() === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : pixels[y * stride + x - channels];
      const up = y === 0 ? 0 : pixels[(y - 1) * stride + x];
      const corner = x < channels || y === 0 ? 0 : pixels[(y - 1) * stride + x - channels];
      const p = left + up - corner;
      const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      const guess = [0, left, up, (left + up) >> 1, paeth][filter];
      pixels[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  const colors = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const color = pixels.readUIntBE(at, 3);
    colors.set(color, (colors.get(color) ?? 0) + 1);
  }
  return { width, height, colors };
}

describe("--describe", () => {
  test("prints a tree in which every node has what the contract names", () => {
    const tree = described("--page", "/ru/agenda/", "--at", "2026-04-22T10:30+05:00");
    assert.equal(tree.lang, "ru");
    assert.equal(tree.name, messages("ru")["agenda.title"]);
    let count = 0;
    for (const node of nodes(tree)) {
      count++;
      assert.equal(typeof node.role, "string");
      assert.equal(typeof node.name, "string");
      assert.ok(Array.isArray(node.children));
      if (node === tree) continue;
      assert.ok(Array.isArray(node.state));
      assert.equal(node.bounds.length, 4);
      assert.ok(node.bounds.every(Number.isFinite));
      if (node.role === "link") assert.ok(node.href);
    }
    assert.ok(count > 60);
    assert.ok(find(tree, "link", messages("ru")["nav.agenda"]).state.includes("current"));
    assert.ok(find(described("--page", "/ru/search/"), "searchbox").hint);
    assert.equal(find(tree, "heading", messages("ru")["agenda.title"]).level, 1);
  });

  test("--page opens the page, --lang the language", () => {
    assert.equal(described("--page", "/kk/settings/").name, messages("kk")["settings.title"]);
    const { name: names, languages } = JSON.parse(readFileSync(join(event, "event.json"), "utf8"));
    for (const language of languages) {
      const tree = described("--lang", language);
      assert.equal(tree.lang, language);
      assert.equal(find(tree, "heading").name, names[language]);
    }
    assert.equal(described("--page", "/ru/map/", "--lang", "kk").lang, "ru", "a path that names its language goes first");
  });

  test("--at sets the clock, in any zone", () => {
    for (const at of ["2026-04-22T10:30+05:00", "2026-04-22T05:30:00Z", "2026-04-22T08:30+03:00"])
      assert.ok(says(described("--page", "/en/", "--at", at), "10:30"), at);
    assert.ok(says(described("--page", "/en/agenda/?day=2026-04-22", "--at", "2026-04-22T10:30+05:00"), messages("en")["agenda.now_mark"].replace("{time}", "10:30")));
    assert.ok(says(described("--page", "/en/", "--at", "2026-05-01T10:30+05:00"), messages("en")["home.over"]));
    const anchored = described("--page", "/en/agenda/#2026-04-23", "--at", "2026-04-23T10:30+05:00");
    assert.ok(says(anchored, messages("en")["agenda.now_mark"].replace("{time}", "10:30")), "a path with an anchor");
  });

  test("a clock that is no time is refused, and told of where it stands in the path", () => {
    const done = summit("--describe", "--at", "rubbish");
    assert.equal(done.status, 2);
    assert.match(done.stderr, /--at rubbish/);
    for (const language of ["kk", "ru", "en"])
      assert.ok(says(described("--page", `/${language}/agenda/?at=rubbish`), messages(language)["clock.unread"]), language);
  });

  test("a page that is not there says so, and that is no failure", () => {
    assert.equal(described("--page", "/en/agenda/no-such-session/").name, messages("en")["not_found.title"]);
  });

  test("search answers with links", () => {
    const tree = described("--page", `/kk/search/?q=${encodeURIComponent("мұздық")}`);
    assert.ok([...nodes(tree)].some((node) => node.href?.startsWith("/kk/agenda/")));
  });
});

describe("--screenshot", () => {
  for (const [size, scale, theme] of [["390x844", "1", "light"], ["360x640", "2", "dark"], ["1440x900", "1", "high-contrast"]])
    test(`writes ${size} at ${scale}, ${theme}, with no display`, () => {
      const file = join(scratch, `${size}-${theme}.png`);
      const done = summit("--page", "/kk/", "--screenshot", file, "--size", size, "--scale", scale, "--theme", theme, "--at", "2026-04-22T10:30+05:00");
      assert.equal(done.status, 0, done.stderr);
      const [width, height] = size.split("x").map((side) => side * scale);
      const picture = decoded(file);
      assert.deepEqual([picture.width, picture.height], [width, height]);
      // Letters and a header that runs from colour to colour: neither blank nor of a few flat areas.
      assert.ok(picture.colors.size > 200, `${picture.colors.size} colours`);
      assert.ok(Math.max(...picture.colors.values()) < 0.9 * width * height);
    });

  test("themes look different", () => {
    const dominant = (theme) => {
      const file = join(scratch, `theme-${theme}.png`);
      assert.equal(summit("--page", "/ru/settings/", "--screenshot", file, "--theme", theme).status, 0);
      return [...decoded(file).colors.entries()].sort((a, b) => b[1] - a[1])[0][0];
    };
    assert.notEqual(dominant("light"), dominant("dark"));
  });

  test("writes the picture and describes the page when both are asked for", () => {
    const [file, alone] = [join(scratch, "both.png"), join(scratch, "alone.png")];
    const tree = described("--page", "/kk/map/", "--screenshot", file);
    assert.deepEqual(tree, described("--page", "/kk/map/"));
    assert.equal(summit("--page", "/kk/map/", "--screenshot", alone).status, 0);
    assert.ok(readFileSync(file).equals(readFileSync(alone)));
  });

  test("a picture that cannot be written is told of", () => {
    const done = summit("--screenshot", join(scratch, "no/such/folder/a.png"));
    assert.equal(done.status, 1);
    assert.match(done.stderr, /no\/such\/folder/);
  });
});

describe("wrong use", () => {
  for (const args of [["--what"], ["--lang"], ["--lang", "de"], ["--page", "map"], ["--at", "noon"], ["--size", "big"], ["--scale", "9"], ["--theme", "pink"], ["--stray", "a.pack"]])
    test(args.join(" "), () => {
      const done = summit(...args);
      assert.equal(done.status, 2);
      assert.ok(done.stderr.includes(args[0]), done.stderr);
      assert.ok(done.stderr.includes("--describe"), "the usage follows");
      assert.equal(done.stdout, "");
    });

  test("--help is no mistake", () => {
    const done = summit("--help");
    assert.equal(done.status, 0);
    assert.match(done.stdout, /--screenshot/);
  });
});

describe("--pack", () => {
  const copy = (name) => {
    const folder = join(scratch, name);
    cpSync(event, folder, { recursive: true });
    return folder;
  };

  test("takes a folder as well as a built file", () => {
    const tree = described("--page", "/en/agenda/", "--pack", event);
    assert.ok([...nodes(tree)].some((node) => node.href === "/en/agenda/official-opening/"));
    assert.deepEqual(tree, described("--page", "/en/agenda/", "--pack", join(build, "assets/event.pack")));
  });

  test("a folder has its map, as the built file has it", () => {
    const page = ["--page", "/en/map/?from=information-desk&to=hall-3&step-free=1"];
    const tree = described(...page, "--pack", event);
    assert.ok([...nodes(tree)].some((node) => node.name?.startsWith("Take the lift up")));
    assert.deepEqual(tree, described(...page, "--pack", join(build, "assets/event.pack")));
  });

  test("what is wrong with the map of a folder is shown too", () => {
    const folder = copy("broken map");
    writeFileSync(join(folder, "venue", "unit.geojson"), "{}");
    const done = summit("--describe", "--page", "/en/", "--pack", folder);
    assert.equal(done.status, 1);
    assert.ok(says(JSON.parse(done.stdout), "unit.geojson"));
  });

  test("a change in the folder is seen", () => {
    const folder = copy("changed");
    const sessions = JSON.parse(readFileSync(join(folder, "sessions.json"), "utf8"));
    sessions.sessions.find((session) => session.id === "official-opening").title.en = "Grand opening";
    writeFileSync(join(folder, "sessions.json"), JSON.stringify(sessions));
    assert.ok(says(described("--page", "/en/agenda/", "--pack", folder), "Grand opening"));
  });

  test("a broken folder is shown on the screen, with file, place and reason", () => {
    const folder = copy("broken");
    const sessions = JSON.parse(readFileSync(join(folder, "sessions.json"), "utf8"));
    sessions.sessions[3].room = "nowhere";
    delete sessions.sessions[5].title.kk;
    writeFileSync(join(folder, "sessions.json"), JSON.stringify(sessions));
    const done = summit("--describe", "--page", "/ru/", "--pack", folder);
    assert.equal(done.status, 1);
    const tree = JSON.parse(done.stdout);
    assert.equal(find(tree, "heading").name, messages("ru")["failure.pack_title"]);
    assert.ok(says(tree, "sessions.json: /sessions/3/room"));
    assert.ok(says(tree, "sessions.json: /sessions/5/title"));
  });

  test("a picture of it is made too", () => {
    const file = join(scratch, "broken.png");
    const done = summit("--screenshot", file, "--pack", join(scratch, "missing.pack"));
    assert.equal(done.status, 1);
    assert.ok(decoded(file).colors.size > 20);
  });

  for (const [name, content] of [["empty", ""], ["cut", readFileSync(join(build, "assets/event.pack")).subarray(0, 5000)], ["noise", Buffer.from([...Array(4000).keys()].map((i) => (i * 7919) & 255))]])
    test(`a file that is ${name} is shown on the screen`, () => {
      const file = join(scratch, `${name}.pack`);
      writeFileSync(file, content);
      const done = summit("--describe", "--page", "/en/", "--pack", file);
      assert.equal(done.status, 1);
      assert.equal(find(JSON.parse(done.stdout), "heading").name, messages("en")["failure.pack_title"]);
    });

  test("a file that is missing, and a folder without an event", () => {
    mkdirSync(join(scratch, "nothing"), { recursive: true });
    for (const path of [join(scratch, "missing.pack"), join(scratch, "nothing"), "/dev/null"]) {
      const done = summit("--describe", "--page", "/kk/", "--pack", path);
      assert.equal(done.status, 1, path);
      assert.equal(find(JSON.parse(done.stdout), "heading").name, messages("kk")["failure.pack_title"]);
    }
  });
});

describe("files beside the program", () => {
  // The program finds its files beside itself, so a copy of it can be given broken ones.
  const broken = (name, change) => {
    const folder = join(scratch, name);
    mkdirSync(folder);
    cpSync(join(build, "summit"), join(folder, "summit"));
    cpSync(join(build, "assets"), join(folder, "assets"), { recursive: true });
    change(join(folder, "assets"));
    return spawnSync(join(folder, "summit"), ["--describe", "--page", "/ru/"], { env: bare, encoding: "utf8" });
  };
  for (const file of ["summit.icu", "text-400.otf", "text-600.otf", "icons.otf"]) {
    test(`${file} is missing`, () => {
      const done = broken(`without-${file}`, (assets) => rmSync(join(assets, file)));
      assert.equal(done.status, 1, done.stderr);
      assert.ok(done.stderr.includes(messages("ru")["failure.title"]), done.stderr);
      assert.ok(done.stderr.includes(file.split(".")[0]));
    });
    test(`${file} was cut`, () => {
      const done = broken(`cut-${file}`, (assets) => {
        const bytes = readFileSync(join(assets, file));
        writeFileSync(join(assets, file), bytes.subarray(0, bytes.length / 2));
      });
      assert.equal(done.status, 1, done.stderr);
      assert.ok(done.stderr.includes(messages("ru")["failure.title"]), done.stderr);
    });
  }
  test("event.pack is missing", () => {
    const done = broken("without-pack", (assets) => rmSync(join(assets, "event.pack")));
    assert.equal(done.status, 1);
    assert.equal(find(JSON.parse(done.stdout), "heading").name, messages("ru")["failure.pack_title"]);
  });
});

describe("summit-pack", () => {
  test("check: 0 when it is good, 1 with every mistake, 2 for wrong use", () => {
    const good = pack("check", event);
    assert.equal(good.status, 0, good.stderr);
    assert.match(good.stdout, /68 sessions|\d+ sessions/);
    const folder = join(scratch, "to-check");
    cpSync(event, folder, { recursive: true });
    const partners = JSON.parse(readFileSync(join(folder, "partners.json"), "utf8"));
    partners.partners[0].kind = "friend";
    delete partners.partners[1].name.ru;
    writeFileSync(join(folder, "partners.json"), JSON.stringify(partners));
    const bad = pack("check", folder);
    assert.equal(bad.status, 1);
    assert.match(bad.stderr, /^partners\.json: \/partners\/0\/kind: /m);
    assert.match(bad.stderr, /^partners\.json: \/partners\/1\/name/m);
    assert.equal(pack("check").status, 2);
    assert.equal(pack("check", event, event).status, 2);
    assert.equal(pack("check", join(scratch, "none")).status, 1);
  });

  test("build: the same folder makes the same file, a broken one makes none", () => {
    const [first, second] = [join(scratch, "a.pack"), join(scratch, "b.pack")];
    assert.equal(pack("build", event, "-o", first).status, 0);
    assert.equal(pack("build", event, "-o", second).status, 0);
    assert.deepEqual(readFileSync(first), readFileSync(second));
    assert.equal(pack("check", first).status, 0);
    assert.equal(pack("build", join(scratch, "to-check"), "-o", join(scratch, "c.pack")).status, 1);
    assert.ok(!existsSync(join(scratch, "c.pack")));
    assert.equal(pack("build", event).status, 2);
    assert.equal(pack("build", event, "-o", join(scratch, "no/folder/x")).status, 1);
  });

  test("diff: what changed, in one line each", () => {
    const folder = join(scratch, "to-compare");
    cpSync(event, folder, { recursive: true });
    const sessions = JSON.parse(readFileSync(join(folder, "sessions.json"), "utf8"));
    const glaciers = sessions.sessions.find((session) => session.id === "glaciers");
    glaciers.room = "hall-2";
    writeFileSync(join(folder, "sessions.json"), JSON.stringify(sessions));
    assert.equal(pack("diff", event, event).stdout, "");
    const done = pack("diff", event, folder);
    assert.equal(done.status, 0, done.stderr);
    assert.match(done.stdout, /glaciers/);
    assert.equal(done.stdout.trim().split("\n").length, 1);
    assert.equal(pack("diff", event).status, 2);
    assert.equal(pack("diff", event, join(scratch, "none")).status, 1);
  });

  test("wrong verbs and options", () => {
    for (const args of [[], ["what"], ["check", "--hard", event]]) assert.equal(pack(...args).status, 2, args.join(" "));
    assert.equal(pack("--help").status, 0);
  });
});

describe("summit-pack and texts", () => {
  const texts = join(source, "i18n");
  const copies = (name) => {
    const [folder, messages] = [join(scratch, name), join(scratch, `${name}-i18n`)];
    cpSync(event, folder, { recursive: true });
    cpSync(texts, messages, { recursive: true });
    return [folder, messages];
  };
  const bytes = (...folders) => folders.flatMap((folder) => readdirSync(folder).filter((name) => name.includes(".")).sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  // The same PO file with each translation made by `translate(place, source, before)`.
  const translated = (po, translate) => {
    const entries = readFileSync(po, "utf8").split("\n\n");
    const said = (entry, name) => JSON.parse(`"${[...new RegExp(`^${name} ((?:".*"\n?)+)`, "m").exec(entry)[1].matchAll(/"(.*)"/g)].map((part) => part[1]).join("")}"`);
    const made = entries.map((entry, i) => {
      if (i === 0) return entry;
      const text = translate(said(entry, "msgctxt"), said(entry, "msgid"), said(entry, "msgstr"));
      return `${entry.slice(0, entry.indexOf("\nmsgstr "))}\nmsgstr ${JSON.stringify(text)}`;
    });
    writeFileSync(po, `${made.join("\n\n")}\n`);
  };

  test("check --texts: the texts of the event and of the app are in order; a mistake is named with its place", () => {
    const good = pack("check", event, "--texts", texts);
    assert.equal(good.status, 0, good.stderr);
    assert.equal(good.stderr, "");
    assert.doesNotMatch(good.stdout, /not checked/);
    const [folder, messages] = copies("mistakes");
    const change = (file, from, to) => writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
    change(join(folder, "event.json"), "Орнықты болашаққа", "Вода и болашаққа");
    change(join(folder, "themes.json"), "климатического", "климатичеcкого");
    change(join(messages, "kk.json"), '"nav.agenda": "Бағдарлама"', '"nav.agenda": "Саммит бағдарламасы 漢"');
    change(join(messages, "ru.json"), /  "agenda\.title": .*\n/, "");
    change(join(messages, "ru.json"), /"agenda\.now_mark": ".*"/, '"agenda.now_mark": "Сейчас"');
    const bad = pack("check", folder, "--texts", messages);
    assert.equal(bad.status, 1);
    for (const line of [
      /^event\.json: \/motto\/kk: "и" is a word of ru$/m,
      /^themes\.json: \/themes\/0\/name\/ru: mixes Latin and Cyrillic letters in "климатичеcкого"$/m,
      /^mistakes-i18n\/kk\.json: \/nav\.agenda: has 21 letters; a tab has room for 11$/m,
      /^mistakes-i18n\/kk\.json: \/nav\.agenda: has "漢" \(U\+6F22\), for which the fonts have no glyph$/m,
      /^mistakes-i18n\/ru\.json: \/agenda\.title: is missing; there is one in kk, en$/m,
      /^mistakes-i18n\/ru\.json: \/agenda\.now_mark: lacks the placeholder \{time\}$/m,
    ]) assert.match(bad.stderr, line);
    assert.equal(bad.stderr.match(/климатичеcкого/g).length, 1, "not a warning as well");
    assert.equal(pack("check", event, "--texts").status, 2);
    assert.equal(pack("check", event, "--texts", join(scratch, "none")).status, 1);
  });

  // The event with other languages; the texts of those that it does not have are English.
  const inLanguages = (name, languages) => {
    const folder = join(scratch, name);
    cpSync(event, folder, { recursive: true });
    const inOthers = (value) => {
      if (value === null || typeof value !== "object") return value;
      if (Array.isArray(value)) return value.map(inOthers);
      const entries = typeof value.en === "string" ? languages.map((language) => [language, value[language] ?? value.en]) : Object.entries(value).map(([key, item]) => [key, inOthers(item)]);
      return Object.fromEntries(entries);
    };
    for (const file of readdirSync(folder).filter((one) => one.endsWith(".json") && one !== "glossary.json")) {
      const made = inOthers(JSON.parse(readFileSync(join(folder, file), "utf8")));
      if (file === "event.json") made.languages = languages;
      writeFileSync(join(folder, file), JSON.stringify(made));
    }
    return folder;
  };

  test("a language of the event that the app does not speak is named, and the others are shown", () => {
    const folder = inLanguages("one-unknown", ["kk", "xx"]);
    const warning = /^warning: event\.json: \/languages\/1: "xx" is a language that the app does not speak.*kk, ru, en.*i18n\/xx\.json/m;
    for (const args of [["check", folder], ["build", folder, "-o", join(scratch, "one-unknown.pack")]]) {
      const done = pack(...args);
      assert.equal(done.status, 0, done.stderr);
      assert.match(done.stderr, warning);
    }
    const checked = pack("check", folder, "--texts", texts);
    assert.equal(checked.status, 1);
    assert.equal(checked.stderr, 'event.json: /languages: names "xx", for which there is no i18n/xx.json\n');
    const tree = described("--pack", folder, "--page", "/kk/settings/");
    assert.equal(tree.lang, "kk");
    assert.ok(![...nodes(tree)].some((node) => node.name === "xx"));
    assert.equal(find(described("--pack", folder, "--page", "/xx/"), "link", messages("kk")["nav.agenda"]).href, "/kk/agenda/");

    const foreign = inLanguages("all-unknown", ["xx"]);
    for (const args of [["check", foreign], ["build", foreign, "-o", join(scratch, "all-unknown.pack")]]) {
      const done = pack(...args);
      assert.equal(done.status, 1);
      assert.match(done.stderr, /^event\.json: \/languages: none of the languages is one that the app speaks$/m);
    }
    assert.ok(!existsSync(join(scratch, "all-unknown.pack")));
  });

  test("an event that brings the app's texts in a language of its own is good, and a wrong key in them is named", () => {
    const folder = join(scratch, "own-language");
    cpSync(join(source, "tests/events/river-days"), folder, { recursive: true });
    for (const args of [[], ["--texts", texts]]) {
      const done = pack("check", folder, ...args);
      assert.equal(done.status, 0, done.stderr);
    }
    const file = join(folder, "i18n/uz.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), "nav.agend": "Dastur", "map.title": 1 }));
    const wrong = pack("check", folder);
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /^i18n\/uz\.json: \/nav\.agend: is no key of the app's texts; did you mean "nav\.agenda"\?$/m);
    assert.match(wrong.stderr, /^i18n\/uz\.json: \/map\.title: is no text$/m);
    writeFileSync(file, "[]");
    assert.match(pack("check", folder).stderr, /^i18n\/uz\.json: is no JSON object with a text for each key$/m);
  });

  test("tags are written in one way, and PO files name them as their programs do", () => {
    const po = join(scratch, "uz-latn.po");
    assert.equal(pack("texts", "export", event, "--texts", texts, "--lang", "uz-latn", "-o", po).status, 0);
    assert.match(readFileSync(po, "utf8"), /^"Language: uz_Latn\\n"$/m);
    const [folder, messages] = copies("uzbek");
    translated(po, (place, text) => (/name$|abbreviation$/.test(place) ? text : text.replace(/\bone \{[^{}]*\} /g, "").replace(/$/, " (uz)")));
    writeFileSync(po, readFileSync(po, "utf8").replace("uz_Latn", "uz@latin"));
    const done = pack("texts", "import", folder, po, "--texts", messages);
    assert.equal(done.status, 0, done.stderr.slice(0, 2000));
    assert.ok(existsSync(join(messages, "uz-Latn.json")));
    assert.equal(JSON.parse(readFileSync(join(folder, "event.json"), "utf8")).languages.at(-1), "uz-Latn");
    const checked = pack("check", folder, "--texts", messages);
    assert.match(checked.stderr, /^warning: uzbek-i18n\/uz-Latn\.json: is in a language that is new: .*next build$/m);
    assert.equal(pack("texts", "export", event, "--texts", texts, "--lang", "uzbek", "-o", po).status, 2);
  });

  test("texts go out and come back as they were, to the byte", () => {
    const [folder, messages] = copies("back");
    const before = bytes(folder, messages);
    for (const language of readdirSync(texts).flatMap((name) => name.match(/^(.*)\.json$/)?.[1] ?? [])) {
      const po = join(scratch, `${language}.po`);
      assert.equal(pack("texts", "export", folder, "--texts", messages, "--lang", language, "-o", po).status, 0);
      const done = pack("texts", "import", folder, po, "--texts", messages);
      assert.equal(done.status, 0, done.stderr);
      assert.match(done.stdout, /^0 texts/);
      assert.equal(done.stderr, "");
    }
    assert.deepEqual(bytes(folder, messages), before);
  });

  test("a translation changes its text; a broken file or a lost placeholder changes nothing", () => {
    const [folder, messages] = copies("changed");
    const po = join(scratch, "changed.po");
    const before = bytes(folder, messages);
    pack("texts", "export", folder, "--texts", messages, "--lang", "ru", "-o", po);
    const written = readFileSync(po, "utf8");
    translated(po, (place, _, old) => (place === "i18n: /agenda.title" ? "Расписание" : old));
    assert.equal(pack("texts", "import", folder, po, "--texts", messages).status, 0);
    const changed = bytes(folder, messages);
    assert.deepEqual(changed.filter(([name], i) => changed[i][1] !== before[i][1]).map(([name]) => name), ["ru.json"]);
    assert.equal(JSON.parse(readFileSync(join(messages, "ru.json"), "utf8"))["agenda.title"], "Расписание");
    assert.equal(readFileSync(join(messages, "ru.json"), "utf8").replace("Расписание", messagesOf("agenda.title")), readFileSync(join(texts, "ru.json"), "utf8"));

    translated(po, (place, _, old) => (place === "i18n: /agenda.now_mark" ? "Сейчас" : place === "event.json: /city" ? "Город" : old));
    const lost = pack("texts", "import", folder, po, "--texts", messages);
    assert.equal(lost.status, 1);
    assert.match(lost.stderr, /^i18n: \/agenda\.now_mark: lacks the placeholder \{time\}$/m);
    writeFileSync(po, written.slice(0, written.length / 2));
    const broken = pack("texts", "import", folder, po, "--texts", messages);
    assert.equal(broken.status, 1);
    assert.match(broken.stderr, /^changed\.po: (line \d+: |has \d+ of its \d+ texts)/m);
    assert.deepEqual(bytes(folder, messages), changed);
    assert.equal(pack("texts", "import", folder, join(scratch, "none.po"), "--texts", messages).status, 1);
    for (const args of [[], ["show"], ["export", folder], ["import", folder], ["print", folder]]) assert.equal(pack("texts", ...args).status, 2, args.join(" "));
  });
  const messagesOf = (key) => JSON.parse(readFileSync(join(texts, "ru.json"), "utf8"))[key];

  test("a fourth language is a file of translations, with no code for it", () => {
    const [folder, messages] = copies("fourth");
    const po = join(scratch, "qaa.po");
    assert.equal(pack("texts", "export", folder, "--texts", messages, "--lang", "qaa", "-o", po).status, 0);
    assert.equal(pack("texts", "import", folder, po, "--texts", messages).status, 1, "nothing is translated yet");
    // Unicode knows only the plural form `other` for a language that is made up.
    const reversed = (text) => text.replace(/\bone \{(?:[^{}]|\{[^{}]*\})*\} /g, "").replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|\p{L}+/gu, (part) => (part.startsWith("{") || part === part.toUpperCase() ? part : [...part].reverse().join("")));
    // What stands in choices stays as it is: such a text gets a word before it.
    const turned = (text) => (reversed(text) === text && /\p{Ll}/u.test(text) ? `Qaa ${text}` : reversed(text));
    translated(po, (place, text) => turned(text));
    const done = pack("texts", "import", folder, po, "--texts", messages);
    assert.equal(done.status, 0, done.stderr);
    assert.deepEqual(JSON.parse(readFileSync(join(folder, "event.json"), "utf8")).languages, ["kk", "ru", "en", "qaa"]);
    // Unicode's data have no name for a language that is made up.
    writeFileSync(join(messages, "languages/qaa.json"), '{"native_name": "Qaaqa"}');
    const checked = pack("check", folder, "--texts", messages);
    assert.equal(checked.status, 0, checked.stderr);
    const table = spawnSync("python3", [join(source, "src/text/make_message_table.py"), "--i18n", messages, "--out-dir", join(scratch, "table")], { encoding: "utf8" });
    assert.equal(table.status, 0, table.stderr);
    assert.match(readFileSync(join(scratch, "table/message_table.cpp"), "utf8"), /languages\[\] = \{"kk", "ru", "en", "qaa"\}/);
    assert.equal(pack("build", folder, "-o", join(scratch, "fourth.pack")).status, 0);
  });
});

// ---- with a display of its own

const displays = spawnSync("which", ["Xvfb"]).status === 0 ? false : "Xvfb is not installed";

// What a process has taken of the processor, in ticks of a hundredth of a second.
const ticks = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
};

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

// Starts the window on a display of its own, lets it come to rest, and ends it with SIGTERM `seconds` later. Answers
// what it printed, and the ticks that it took in the second half of that time.
async function window(seconds, args) {
  const number = 90 + Math.floor(Math.random() * 5000);
  const display = spawn("Xvfb", [`:${number}`, "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: "ignore" });
  try {
    for (let i = 0; i < 300 && !existsSync(`/tmp/.X11-unix/X${number}`); i++) await wait(0.1);
    const program = spawn(join(build, "summit"), [...args, "--report"], { env: { ...bare, DISPLAY: `:${number}` } });
    let output = "";
    program.stdout.on("data", (data) => (output += data));
    program.stderr.on("data", (data) => (output += data));
    const ended = new Promise((done) => program.on("exit", (status, signal) => done({ status, signal })));
    const running = () => program.exitCode === null && program.signalCode === null;
    // A busy machine takes its time to start it: at rest is what has taken nothing for a second.
    for (let before = -1, tries = 0; running() && tries < 60; tries++) {
      const now = ticks(program.pid);
      if (now === before && now > 0) break;
      before = now;
      await Promise.race([ended, wait(1)]);
    }
    let spent = 0;
    for (let half = 0; half < 2; half++) {
      await Promise.race([ended, wait(seconds / 2)]);
      if (running()) spent = ticks(program.pid) - spent;
    }
    program.kill("SIGTERM");
    return { ...(await ended), output, spent };
  } finally {
    display.kill();
  }
}

// Both at once: they mostly wait.
describe("a window at rest", { concurrency: 2 }, () => {
  test("draws nothing and takes no processor", { skip: displays }, async () => {
    const done = await window(11, ["--page", "/ru/", "--at", "2026-05-01T12:00+05:00"]);
    assert.equal(done.signal, null, done.output);
    assert.equal(done.status, 0, done.output);
    const report = /frames drawn: (\d+), the last one ([\d.]+) s ago/.exec(done.output);
    assert.ok(report, done.output);
    assert.ok(Number(report[2]) >= 10, done.output);
    assert.ok(Number(report[1]) >= 1 && Number(report[1]) < 30, done.output);
    assert.ok(done.spent <= 1, `${done.spent} ticks of the processor in five seconds of rest`);
  });

  test("draws once a minute while a clock runs, not more", { skip: displays }, async () => {
    const done = await window(11, ["--page", "/ru/", "--at", "2026-04-22T10:30:05+05:00"]);
    const report = /frames drawn: (\d+), the last one ([\d.]+) s ago/.exec(done.output);
    assert.ok(report, done.output);
    assert.ok(Number(report[2]) >= 10, done.output);
  });
});

// Started from a menu, or by a double click: nobody reads what is printed.
const needed = ["Xvfb", "xdotool", "script"].filter((name) => spawnSync("which", [name]).status !== 0);
describe("a start that fails where there is a display", { skip: needed.length ? `${needed} missing` : false }, () => {
  let server;
  let display;
  before(async () => {
    server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    display = `:${await new Promise((told) => server.stdio[3].once("data", (text) => told(String(text).trim())))}`;
    // As unpacked, without the files that it needs.
    mkdirSync(alone, { recursive: true });
    cpSync(join(build, "summit"), join(alone, "summit"));
  });
  after(() => server?.kill());

  const alone = join(scratch, "alone");
  const with_display = (more = {}) => ({ ...bare, DISPLAY: display, ...more });
  const tool = (...args) => spawnSync("xdotool", args, { env: with_display(), encoding: "utf8" }).stdout.trim();
  // By the name that a window manager shows: xdotool itself looks for Latin letters alone.
  const window_called = (name) => tool("search", "--onlyvisible", "--class", "").split("\n").find((id) => id && tool("getwindowname", id) === name);
  const starts = [
    ["an option that it does not know", "summit", ["--nonsense"], 2],
    ["a place that is not there", "summit", ["--at-desk", "nowhere"], 2],
    ["a key that is not there", "summit", ["--desk-key", join(scratch, "no.key")], 1],
    ["files that are missing", join(alone, "summit"), [], 1],
  ];
  for (const [what, program, args, status] of starts)
    for (const [locale, language] of [["kk_KZ.UTF-8", "kk"], ["ru_RU.UTF-8", "ru"]])
      test(`${what}: says so in a box, ${language}`, async () => {
        const env = with_display({ LANG: locale, ...(program === "summit" ? {} : { SUMMIT_ASSETS: "" }) });
        const child = spawn(resolve(build, program), args, { env, stdio: ["ignore", "ignore", "pipe"] });
        let said = "";
        child.stderr.on("data", (text) => (said += text));
        const ended = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
        try {
          let box;
          for (let tries = 0; !box && tries < 300 && child.exitCode === null; tries++) {
            await wait(0.1);
            box = window_called(messages(language)["failure.title"]);
          }
          assert.ok(box, said);
          for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
            tool("windowfocus", box, "key", "Escape");
            await Promise.race([ended, wait(0.2)]);
          }
          assert.deepEqual(await ended, { code: status, signal: null }, said);
        } finally {
          child.kill("SIGKILL");
        }
      });

  test("no box for whoever wanted no window", () => {
    for (const args of [["--screenshot", join(scratch, "no.png")], ["--describe"], ["--pdf", join(scratch, "no.pdf")]])
      for (const wrong of [["--at-desk", "nowhere"], ["--nonsense"]])
        assert.equal(call("summit", [...args, ...wrong], with_display()).status, 2);
    assert.equal(call(join(alone, "summit"), ["--describe"], with_display({ SUMMIT_ASSETS: "" })).status, 1);
  });

  // One of its streams is enough: somebody sits there, whatever the others were led to.
  for (const led of ["</dev/null >/dev/null", "</dev/null 2>/dev/null", ">/dev/null 2>/dev/null"])
    test(`no box for whoever starts it in a window for commands, ${led}`, () => {
      const done = spawnSync("script", ["-qec", `exec '${join(build, "summit")}' --nonsense ${led}`, "/dev/null"], { env: with_display(), encoding: "utf8", timeout: 60_000 });
      assert.equal(done.status, 2, done.stdout + done.stderr);
    });
});

test("without a display the window says what still works", () => {
  const done = summit("--page", "/ru/");
  assert.equal(done.status, 1);
  assert.match(done.stderr, /--screenshot/);
});

// VmHWM of a process that has ended is gone; `time -v` is not everywhere. The shell's child tells it.
const script = `import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)`;

test("a large picture takes eight bytes a pixel, one that is too large is refused", (context) => {
  const done = spawnSync("python3", ["-c", script, join(build, "summit"), "--screenshot", join(scratch, "large.png"), "--size", "4000x4000"], { env: bare, encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  const megabytes = Number(done.stdout) / 1024;
  context.diagnostic(`peak memory of 16 million pixels: ${megabytes.toFixed(1)} MB`);
  assert.ok(megabytes < 145);
  const refused = summit("--screenshot", join(scratch, "huge.png"), "--size", "8000x16000", "--scale", "2");
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /16000x32000 pixels: expected at most 16384 on a side and 64 million in all/);
  assert.ok(!existsSync(join(scratch, "huge.png")));
});

test("memory", (context) => {
  const done = spawnSync("python3", ["-c", script, join(build, "summit"), "--describe", "--page", "/kk/agenda/"], { env: bare, encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  const megabytes = Number(done.stdout) / 1024;
  context.diagnostic(`peak memory of --describe: ${megabytes.toFixed(1)} MB`);
  context.diagnostic(`size of the program: ${(statSync(join(build, "summit")).size / 1e6).toFixed(1)} MB`);
  assert.ok(megabytes < 200);
});

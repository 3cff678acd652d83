// What the programs do with files: nothing that was there is lost, whatever is asked of them and whatever
// the disk answers. SUMMIT_BUILD is the build directory; build/native when it is not set.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, closeSync, cpSync, existsSync, linkSync, lstatSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const event = join(source, "assets/res2026");
const i18n = join(source, "i18n");
const scratch = mkdtempSync(join(tmpdir(), "summit-tools-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const bare = { PATH: process.env.PATH, HOME: scratch, XDG_DATA_HOME: scratch, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets") };

function call(program, args, { env = bare, stdio } = {}) {
  const done = spawnSync(join(build, program), args, { env, stdio, encoding: "utf8", maxBuffer: 1 << 26, timeout: 60_000 });
  assert.equal(done.error, undefined, `${program} ${args.join(" ")}: ${done.error}`);
  assert.equal(done.signal, null, `${program} ${args.join(" ")} ended by ${done.signal}: ${done.stderr}`);
  return done;
}
const pack = (...args) => call("summit-pack", args);

// With standard output going to `file`.
function into(file, program, args) {
  const output = openSync(file, "w");
  try {
    return call(program, args, { stdio: ["ignore", output, "pipe"] });
  } finally {
    closeSync(output);
  }
}

// As a shell runs it: "$0" is the program and "$@" what it is given.
const shell = (line, program, ...args) => spawnSync("bash", ["-c", line, join(build, program), ...args], { env: bare, encoding: "utf8", timeout: 60_000 });

let count = 0;
function folder() {
  const path = join(scratch, `event-${++count}`);
  cpSync(event, path, { recursive: true });
  return path;
}
const built = join(scratch, "built.pack");
assert.equal(pack("build", event, "-o", built).status, 0);
const exported = (output, dir = event) => ["texts", "export", dir, "--texts", i18n, "--lang", "kk", "-o", output];

// Every way to make a program write a file.
const writers = {
  "summit-pack build": (output) => ["summit-pack", ["build", event, "-o", output]],
  "summit-pack texts export": (output) => ["summit-pack", exported(output)],
  "summit --screenshot": (output) => ["summit", ["--screenshot", output, "--page", "/en/", "--size", "390x844"]],
};

for (const [name, writing] of Object.entries(writers))
  describe(`${name} writes its file`, () => {
    const dir = join(scratch, name.replaceAll(" ", "-"));
    mkdirSync(dir);
    const good = join(dir, "good");
    const write = (output) => call(...writing(output));

    test("whole, and nothing beside it", () => {
      assert.equal(write(good).status, 0);
      assert.ok(statSync(good).size > 5000);
      assert.deepEqual(readdirSync(dir), ["good"]);
    });

    test("with the mode and through the links that are there", () => {
      writeFileSync(join(dir, "target"), "old", { mode: 0o640 });
      chmodSync(join(dir, "target"), 0o640);
      symlinkSync("target", join(dir, "link"));
      assert.equal(write(join(dir, "link")).status, 0);
      assert.ok(lstatSync(join(dir, "link")).isSymbolicLink());
      assert.equal(statSync(join(dir, "target")).mode & 0o777, 0o640);
      assert.deepEqual(readFileSync(join(dir, "target")), readFileSync(good));
      rmSync(join(dir, "link"));
      rmSync(join(dir, "target"));
    });

    test("not at all when the disk is full: the old one stays, and it is told", () => {
      const kept = join(dir, "kept");
      writeFileSync(kept, "old");
      const [program, args] = writing(kept);
      const full = shell('ulimit -f 1 && exec "$0" "$@"', program, ...args);
      assert.equal(full.status, 1, full.stderr);
      assert.match(full.stderr, /kept: cannot be written: File too large/);
      assert.equal(readFileSync(kept, "utf8"), "old");
      assert.deepEqual(readdirSync(dir).sort(), ["good", "kept"]);
      rmSync(kept);
    });

    test("into a device or a pipe, which stays what it is", () => {
      const full = write("/dev/full");
      assert.equal(full.status, 1);
      assert.match(full.stderr, /\/dev\/full: cannot be written: No space left on device/);
      assert.ok(lstatSync("/dev/full").isCharacterDevice());
      assert.equal(write("/dev/null").status, 0);
      const pipe = join(dir, "pipe");
      const [program, args] = writing(pipe);
      const piped = shell(`mkfifo ${pipe}; cat ${pipe} > ${pipe}.out & "$0" "$@" && wait && test -p ${pipe}`, program, ...args);
      assert.equal(piped.status, 0, piped.stderr);
      assert.deepEqual(readFileSync(`${pipe}.out`), readFileSync(good));
      const shown = spawnSync(join(build, program), writing("/dev/stdout")[1], { env: bare, maxBuffer: 1 << 26 });
      assert.equal(shown.status, 0);
      assert.deepEqual(shown.stdout.subarray(0, statSync(good).size), readFileSync(good));
    });

    test("at the same time as others, and none disturbs another", async () => {
      const shared = join(dir, "shared");
      const [program, args] = writing(shared);
      const ends = await Promise.all([1, 2, 3, 4].map(() => new Promise((ended) => {
        const child = spawn(join(build, program), args, { env: bare, stdio: ["ignore", "ignore", "pipe"] });
        let told = "";
        child.stderr.on("data", (part) => (told += part));
        child.on("close", (status) => ended({ status, told }));
      })));
      for (const { status, told } of ends) assert.equal(status, 0, told);
      assert.deepEqual(readFileSync(shared), readFileSync(good));
      assert.deepEqual(readdirSync(dir).filter((file) => file.includes("part")), []);
    });
  });

describe("standard output", () => {
  const printers = {
    "--describe": ["summit", ["--describe", "--page", "/en/"]],
    "summit --help": ["summit", ["--help"]],
    "check": ["summit-pack", ["check", event]],
    "texts print": ["summit-pack", ["texts", "print", event, "--texts", i18n, "--lang", "kk"]],
    "diff": ["summit-pack", ["diff", built, event]],
    "summit-pack --help": ["summit-pack", ["--help"]],
    "--print-tokens": ["summit-pages", ["--print-tokens"]],
    "summit-pages --help": ["summit-pages", ["--help"]],
  };
  for (const [name, [program, args]] of Object.entries(printers))
    test(`${name}: a full disk or a closed output is told`, () => {
      const silent = into("/dev/null", program, args);
      assert.equal(silent.status, 0, silent.stderr);
      if (name === "diff") return; // there is nothing to print
      const full = into("/dev/full", program, args);
      assert.equal(full.status, 1, name);
      assert.match(full.stderr, /standard output: cannot be written/);
      const closed = shell('exec "$0" "$@" >&-', program, ...args);
      assert.equal(closed.status, 1, name);
      assert.match(closed.stderr, /standard output: cannot be written/);
    });

  test("who prints nothing needs none", () => {
    const done = shell('exec "$0" "$@" >&-', "summit-pack", "build", event, "-o", join(scratch, "quiet.pack"));
    assert.equal(done.status, 0, done.stderr);
    assert.deepEqual(readFileSync(join(scratch, "quiet.pack")), readFileSync(built));
  });
});

describe("sources are not written over", () => {
  test("build and export refuse them, by any way that leads to one", () => {
    const dir = folder();
    const sessions = join(dir, "sessions.json");
    const before = readFileSync(sessions);
    mkdirSync(join(dir, "deep"));
    symlinkSync(sessions, join(scratch, "by-link"));
    symlinkSync(dir, join(scratch, "by-folder"));
    linkSync(sessions, join(scratch, "by-hard-link"));
    for (const output of [sessions, join(dir, "event.json"), `${dir}/./sessions.json`, `${dir}/deep/../sessions.json`, join(scratch, "by-link"), join(scratch, "by-folder/sessions.json"), join(scratch, "by-hard-link")])
      for (const args of [["build", dir, "-o", output], exported(output, dir)]) {
        const done = pack(...args);
        assert.equal(done.status, 1, `${args.join(" ")}: ${done.stderr}`);
        assert.match(done.stderr, /: is the source .*\.json, which would be lost/);
      }
    const added = pack("build", dir, "-o", join(dir, "built.json"));
    assert.equal(added.status, 1);
    assert.match(added.stderr, /built\.json: lies in .*, where a file of that name is read as a source/);
    const texts = join(scratch, "i18n");
    cpSync(i18n, texts, { recursive: true });
    const messages = pack("texts", "export", dir, "--texts", texts, "--lang", "kk", "-o", join(texts, "kk.json"));
    assert.equal(messages.status, 1, messages.stderr);
    assert.deepEqual(readFileSync(sessions), before);
    assert.deepEqual(readFileSync(join(texts, "kk.json")), readFileSync(join(i18n, "kk.json")));
    // What is no source may lie beside them.
    assert.equal(pack("build", dir, "-o", join(dir, "event.pack")).status, 0);
    assert.equal(pack("build", dir, "-o", join(dir, "event.pack")).status, 0);
  });

  test("a picture is not drawn over the event, nor a page over its template", () => {
    const file = join(scratch, "shown.pack");
    cpSync(built, file);
    const drawn = call("summit", ["--pack", file, "--screenshot", file]);
    assert.equal(drawn.status, 1);
    assert.match(drawn.stderr, /shown\.pack: is the event that is shown/);
    assert.deepEqual(readFileSync(file), readFileSync(built));
    const site = join(scratch, "site");
    mkdirSync(site);
    const template = join(site, "index.html");
    writeFileSync(template, '<!doctype html><html lang="{{lang}}"><head>{{head}}<style>{{used}}</style></head><body>{{page}}</body></html>');
    const before = readFileSync(template);
    const done = call("summit-pages", ["--pack", built, "--template", template, "--origin", "https://summit.example", "--out", site, "--no-pictures"]);
    assert.equal(done.status, 1);
    assert.match(done.stderr, /index\.html: is the template, which would be lost/);
    assert.deepEqual(readFileSync(template), before);
  });
});

describe("what is handed in", () => {
  test("is named when it is no file, and never waited for", () => {
    const pipe = join(scratch, "never");
    assert.equal(spawnSync("mkfifo", [pipe]).status, 0);
    const huge = join(scratch, "huge");
    writeFileSync(huge, "{");
    truncateSync(huge, 2 ** 40);
    const dir = folder();
    for (const [path, what] of [[pipe, "is a pipe, not a file"], ["/dev/zero", "is a device, not a file"], [huge, "is larger than 64 MB"]]) {
      for (const args of [["check", path], ["diff", path, path], ["texts", "import", dir, path, "--texts", i18n]]) {
        const done = pack(...args);
        assert.equal(done.status, 1, args.join(" "));
        assert.ok(done.stderr.includes(`${path}: ${what}`), done.stderr);
      }
      const shown = call("summit", ["--describe", "--page", "/en/", "--pack", path]);
      assert.equal(shown.status, 1);
      assert.ok(shown.stdout.includes(what), path);
      const pages = call("summit-pages", ["--template", path, "--origin", "https://summit.example", "--out", scratch]);
      assert.equal(pages.status, 1);
      assert.ok(pages.stderr.includes(`${path}: ${what}`), pages.stderr);
      rmSync(join(dir, "themes.json"));
      symlinkSync(path, join(dir, "themes.json"));
      for (const args of [["check", dir], ["build", dir, "-o", join(scratch, "none.pack")]]) assert.ok(pack(...args).stderr.includes(`themes.json ${what}`));
    }
    const itself = pack("texts", "import", dir, dir);
    assert.ok(itself.stderr.includes("is a folder, not a file"), itself.stderr);
  });

  test("is named when it is compressed, in UTF-16, or goes on behind its end", () => {
    const dir = folder();
    const themes = join(dir, "themes.json");
    const good = readFileSync(themes);
    for (const [bytes, reason] of [
      [gzipSync(good), "themes.json: is compressed with gzip; unpack it first"],
      [Buffer.from(good.toString(), "utf16le"), "themes.json: is in UTF-16; save it as UTF-8"],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good.toString(), "utf16le")]), "themes.json: is in UTF-16; save it as UTF-8"],
      [Buffer.concat([good, Buffer.from("\0and more")]), ": has a NUL byte, which no text has"],
    ]) {
      writeFileSync(themes, bytes);
      const done = pack("check", dir);
      assert.equal(done.status, 1);
      assert.ok(done.stderr.includes(reason), done.stderr);
    }
    const packed = join(scratch, "packed.pack");
    writeFileSync(packed, gzipSync(readFileSync(built)));
    assert.equal(pack("check", packed).stderr, `${packed}: is compressed with gzip; unpack it first\n`);
    const texts = join(scratch, "i18n-2");
    cpSync(i18n, texts, { recursive: true });
    for (const [bytes, reason] of [[gzipSync("{}"), /kk\.json: is compressed with gzip/], [Buffer.from('{"a": "b"}\0'), /kk\.json: line 1, column 11: has a NUL byte/]]) {
      writeFileSync(join(texts, "kk.json"), bytes);
      assert.match(pack("check", event, "--texts", texts).stderr, reason);
    }
    writeFileSync(join(scratch, "kk.po.gz"), gzipSync("msgid"));
    assert.match(pack("texts", "import", event, join(scratch, "kk.po.gz")).stderr, /kk\.po\.gz: is compressed with gzip; unpack it first/);
  });
});

describe("packs", () => {
  test("a language that the texts lack is told with what would stand in for it, which then does", () => {
    const dir = folder(), file = join(dir, "event.json");
    const written = JSON.parse(readFileSync(file, "utf8"));
    written.languages.push("tr");
    writeFileSync(file, JSON.stringify(written));
    const told = 'with "fallback": ["en"] in event.json';
    const lacking = pack("check", dir);
    assert.equal(lacking.status, 1);
    assert.match(lacking.stderr, /event\.json: \/name: lacks the language "tr"\n/);
    assert.equal(lacking.stderr.split(told).length, 2, "once, however many texts lack it");
    written.fallback = ["en"];
    writeFileSync(file, JSON.stringify(written));
    const standing_in = pack("check", dir);
    assert.ok(!standing_in.stderr.includes(told) && !standing_in.stderr.includes("lacks the language"), standing_in.stderr);
    assert.equal(standing_in.status, 0);
  });

  test("a time zone that nobody knows, and a clock that is not the event's, are refused by check and build", () => {
    const dir = folder();
    const file = (name) => join(dir, name);
    const about = readFileSync(file("event.json"), "utf8");
    const sessions = readFileSync(file("sessions.json"), "utf8");
    for (const zone of ["Asia/Astana", "UTC+5", "asia/almaty"]) {
      writeFileSync(file("event.json"), about.replace('"Asia/Almaty"', JSON.stringify(zone)));
      for (const args of [["check", dir], ["build", dir, "-o", join(scratch, "none.pack")]]) {
        const done = pack(...args);
        assert.equal(done.status, 1, zone);
        assert.ok(done.stderr.includes(`event.json: /time_zone: "${zone}" is a time zone that nobody knows`), done.stderr);
      }
    }
    writeFileSync(file("event.json"), about);
    writeFileSync(file("sessions.json"), sessions.replaceAll("+05:00", "+06:00"));
    const hour = pack("check", dir);
    assert.equal(hour.status, 1);
    assert.match(hour.stderr, /^sessions\.json: \/sessions\/0\/starts_at: is not written by the clock of Asia\/Almaty: .* there$/m);
  });

  test("a file of which a byte was changed is refused in words, and the app says so", () => {
    const changed = join(scratch, "changed.pack");
    for (const part of [0.001, 0.3, 0.77, 0.999]) {
      const bytes = readFileSync(built);
      bytes[Math.floor(bytes.length * part)] ^= 1;
      writeFileSync(changed, bytes);
      const done = pack("check", changed);
      assert.equal(done.status, 1);
      assert.ok(done.stderr.startsWith(`${changed}: is damaged: `), done.stderr);
    }
    const shown = call("summit", ["--describe", "--page", "/en/", "--pack", changed]);
    assert.equal(shown.status, 1);
    assert.ok(shown.stdout.includes(`${changed}: is damaged: `));
    // What a former build wrote has no checksum, and does not say which readers it needs.
    writeFileSync(changed, readFileSync(built, "utf8").replace(/^\{"checksum":"[0-9a-f]{16}",/, "{").replace('"min_reader":2,', ""));
    assert.equal(pack("check", changed).status, 0);
  });

  test("built with --since, a pack has what changed, and the revisions rise; the folder stays as it is", () => {
    const dir = folder();
    const sessions = join(dir, "sessions.json");
    const output = join(scratch, "next.pack");
    const same = pack("build", dir, "-o", output, "--since", built);
    assert.equal(same.status, 0, same.stderr);
    assert.equal(same.stdout, `${output}: since ${built}: the programme is the same\n`);
    const text = JSON.parse(readFileSync(sessions, "utf8"));
    text.sessions[3].state = "full";
    text.sessions.splice(5, 1);
    writeFileSync(sessions, JSON.stringify(text));
    for (const old of [built, event]) {
      const done = pack("build", dir, "-o", output, "--since", old);
      assert.equal(done.status, 0, done.stderr);
      assert.equal(done.stdout, `${output}: since ${old}: 1 session has changed and got a higher revision, 0 added, 1 removed\n`);
      const made = JSON.parse(readFileSync(output, "utf8"));
      assert.equal(made.format, 2);
      assert.equal(made.min_reader, 2);
      assert.equal(made.files["sessions.json"].sessions[3].revision, 1);
      assert.deepEqual(made.changes.map((change) => change.changes), [["state"], ["removed"]]);
      assert.equal(pack("check", output).status, 0);
    }
    assert.equal(JSON.parse(readFileSync(sessions, "utf8")).sessions[3].revision, undefined);
    // What was published last knows the revision; the folder need not.
    text.sessions[3].state = "cancelled";
    writeFileSync(sessions, JSON.stringify(text));
    const third = join(scratch, "third.pack");
    assert.equal(pack("build", dir, "-o", third, "--since", output).status, 0);
    assert.equal(JSON.parse(readFileSync(third, "utf8")).files["sessions.json"].sessions[3].revision, 2);
  });

  test("--since refuses what is no pack, and a pack of another event", () => {
    const dir = folder();
    const output = join(scratch, "refused.pack");
    const refused = (old, reason) => {
      const done = pack("build", dir, "-o", output, "--since", old);
      assert.equal(done.status, 1);
      assert.ok(done.stderr.startsWith(`${old}: ${reason}`), done.stderr);
      assert.ok(!existsSync(output));
    };
    refused(join(scratch, "nothing"), "");
    const other = folder();
    const about = join(other, "event.json");
    writeFileSync(about, readFileSync(about, "utf8").replace(/"id": "[^"]+"/, '"id": "other-summit"'));
    refused(other, 'is of another event: "other-summit", not ');
    writeFileSync(join(scratch, "page.pack"), "<html>");
    refused(join(scratch, "page.pack"), "cannot be read: line 1, column 1: ");
    writeFileSync(join(other, "sessions.json"), "{");
    refused(other, "cannot be read: sessions.json: ");
  });

  test("data beside the program that were cut are told, never a fault", () => {
    const assets = join(scratch, "assets");
    for (const name of ["order.icu", "summit.icu"])
      for (const part of [0.2, 0.5, 0.9, 0.999]) {
        rmSync(assets, { recursive: true, force: true });
        cpSync(join(build, "assets"), assets, { recursive: true });
        truncateSync(join(assets, name), Math.floor(statSync(join(assets, name)).size * part));
        const output = join(scratch, "cut-data.pack");
        const done = call("summit-pack", ["build", event, "-o", output], { env: { ...bare, SUMMIT_ASSETS: assets } });
        assert.ok(done.stderr.includes(name), `${name} ${part}: ${done.stderr}`);
        call("summit-pack", ["check", event, "--texts", i18n], { env: { ...bare, SUMMIT_ASSETS: assets } });
      }
  });
});

describe("summit-pack diff tells what changed", () => {
  const before = folder();
  const after = folder();
  const path = join(after, "sessions.json");
  const all = JSON.parse(readFileSync(path, "utf8"));
  const opening = all.sessions.find(({ id }) => id === "official-opening");
  const other = all.sessions.find(({ id }) => id !== "official-opening");
  opening.starts_at = "2026-04-22T10:30+05:00";
  opening.ends_at = "2026-04-22T12:15+05:00";
  other.state = "cancelled";
  writeFileSync(path, JSON.stringify(all));

  test("in the sentences that visitors read, in their language", () => {
    const lines = (language) => {
      const { status, stdout, stderr } = pack("diff", before, after, "--lang", language);
      assert.equal(status, 0, stderr);
      return stdout.trimEnd().split("\n");
    };
    const told = { en: [/^Cancelled: “.+” \(22 April, /, /^New time: “.+” – 22 April, 10:30–12:15 \(before: /], ru: [/^Отменено: «.+» \(22 апреля, /, /^Новое время: «.+»\u00a0— 22 апреля, 10:30–12:15 \(было: /], kk: [/^Өткізілмейді: «.+» \(22 сәуір, /, /^Уақыты өзгерді: «.+»\u00a0– 22 сәуір, 10:30–12:15 \(бұрын: /] };
    for (const [language, patterns] of Object.entries(told)) {
      const found = lines(language);
      assert.equal(found.length, patterns.length, found.join("\n"));
      for (const pattern of patterns) assert.ok(found.some((line) => pattern.test(line)), `${pattern}: ${found.join("\n")}`);
    }
  });

  test("as JSON, with what was and what is", () => {
    const { status, stdout } = pack("diff", before, after, "--json", "--lang", "ru");
    assert.equal(status, 0);
    const changes = JSON.parse(stdout);
    assert.deepEqual(changes.map(({ kind }) => kind).sort(), ["cancelled", "moved"]);
    const moved = changes.find(({ kind }) => kind === "moved");
    assert.equal(moved.session, "official-opening");
    assert.deepEqual(moved.after, { starts_at: "2026-04-22T10:30+05:00", ends_at: "2026-04-22T12:15+05:00" });
    assert.notDeepEqual(moved.before, moved.after);
    assert.match(moved.sentence, /^Новое время: /);
    assert.deepEqual(JSON.parse(pack("diff", before, before, "--json").stdout), []);
  });

  test("and says when it cannot", () => {
    assert.equal(pack("diff", before, after, "--lang", "xx").status, 2);
    assert.equal(pack("diff", before, "--json").status, 2);
    assert.equal(pack("diff", before, after, "--lang").status, 2);
  });
});

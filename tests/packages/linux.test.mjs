// The packages for Linux as somebody gets them: unpacked elsewhere, on a machine with nothing but the C library.
// Made by `./run package linux`; SUMMIT_PACKAGES is where they are, SUMMIT_BUILD the build that they are made of.
import assert from "node:assert/strict";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { bare, build, event, most_bytes, package_file, printed, scratch_folder, start } from "./packages.mjs";

const scratch = scratch_folder();
const elsewhere = join(scratch, "somewhere else");
mkdirSync(elsewhere);
// The zone is told, for a root with nothing in it cannot say it.
const env = { ...bare(scratch), TZ: "Asia/Almaty" };
const at = ["--at", "2026-04-22T10:30+05:00"];
const pages = ["/kk/", "/ru/agenda/", "/en/map/?from=main-entrance&to=hall-2"];

// Of what has been built, with its own assets.
const from_build = (...args) => printed(join(build, "summit"), args, { env });

// glibc and nothing else: all other libraries are inside the application, or loaded when there is a window.
const allowed = new Set(["libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"]);
// What summit-pack reads and writes other people's formats with is the system's own; docs/packages.md names it.
const of_formats = new Set(["libxlsxwriter.so.4", "libpugixml.so.1", "libical.so.3"]);
const newest_glibc = [2, 36];

function needed_by(program) {
  return [...printed("readelf", ["-d", program]).matchAll(/\(NEEDED\).*\[(.*)\]/g)].map(([, name]) => name);
}
function versions_wanted_by(program) {
  return [...new Set([...printed("readelf", ["-V", program]).matchAll(/Name: (\S+)\s+Flags/g)].map(([, name]) => name))];
}
const is_newer = ([a, b], [c, d]) => a > c || (a === c && b > d);

function check_program(program, besides = new Set()) {
  const needed = needed_by(program);
  assert.ok(needed.includes("libc.so.6"), `${program} is no program: ${needed}`);
  assert.deepEqual(needed.filter((name) => !allowed.has(name) && !besides.has(name)), []);
  const versions = versions_wanted_by(program);
  assert.ok(versions.some((name) => name.startsWith("GLIBC_2.")), `${versions}`);
  for (const name of versions) {
    const found = name.match(/^GLIBC_(\d+)\.(\d+)/);
    assert.ok(found, `${program} wants ${name}`);
    assert.ok(!is_newer([Number(found[1]), Number(found[2])], newest_glibc), `${program} wants ${name}`);
  }
  assert.doesNotMatch(printed("readelf", ["-d", program]), /RPATH|RUNPATH/);
}

describe("the tarball for Linux", () => {
  let folder;
  before(() => {
    printed("tar", ["-xzf", package_file(".tar.gz"), "-C", elsewhere]);
    const names = readdirSync(elsewhere);
    assert.equal(names.length, 1, `unpacked it is one folder: ${names}`);
    folder = join(elsewhere, names[0]);
  });

  test("is no larger than it may be", () => assert.ok(statSync(package_file(".tar.gz")).size <= most_bytes));

  test("the application wants glibc 2.36 and nothing else, summit-pack what its formats want too", () => {
    check_program(join(folder, "summit"));
    check_program(join(folder, "summit-pack"), of_formats);
  });

  test("says the same as the build, from any folder and with no variable set", () => {
    for (const page of pages)
      assert.equal(printed(join(folder, "summit"), ["--describe", "--page", page, ...at], { env, cwd: "/" }), from_build("--describe", "--page", page, ...at), page);
  });

  test("draws the same as the build", () => {
    const size = ["--size", "390x844", "--page", "/kk/map/", ...at];
    printed(join(folder, "summit"), ["--screenshot", join(scratch, "packed.png"), ...size], { env, cwd: "/" });
    from_build("--screenshot", join(scratch, "built.png"), ...size);
    assert.ok(readFileSync(join(scratch, "packed.png")).equals(readFileSync(join(scratch, "built.png"))));
  });

  test("starts where there is the C library alone, and no network", () => {
    const here = (name) => ["/lib64", "/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/lib"].map((place) => join(place, name)).find(existsSync);
    const system = [...allowed].map(here).filter(Boolean).flatMap((file) => ["--ro-bind", realpathSync(file), file]);
    const inside = (program, ...args) =>
      start("bwrap", ["--unshare-all", ...system, "--ro-bind", folder, "/stick", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--chdir", "/tmp", "--clearenv", "--setenv", "TZ", env.TZ, `/stick/${program}`, ...args]);
    const said = inside("summit", "--describe", "--page", "/ru/agenda/", ...at);
    assert.equal(said.status, 0, said.stderr);
    assert.equal(said.stdout, from_build("--describe", "--page", "/ru/agenda/", ...at));
    const paper = inside("summit", "--page", "/kk/agenda/2026-04-23/", "--pdf", "/tmp/day.pdf", ...at);
    assert.equal(paper.status, 0, paper.stderr);
    // Without a display it says so, and does not wait for one.
    const window = inside("summit");
    assert.equal(window.status, 1);
    assert.match(window.stderr, /no display/);
  });

  test("summit-pack checks an event and makes one", () => {
    const pack = join(folder, "summit-pack");
    printed(pack, ["check", event], { env, cwd: "/" });
    const assets = join(folder, "assets");
    printed(pack, ["verify", join(assets, "event.pack"), "--keys", join(assets, "event.pub")], { env, cwd: "/" });
    printed(pack, ["build", event, "-o", join(scratch, "made.pack")], { env, cwd: "/" });
    const said = printed(join(folder, "summit"), ["--describe", "--pack", join(scratch, "made.pack"), ...at], { env, cwd: "/" });
    assert.equal(said, from_build("--describe", ...at));
  });

  test("brings licences and no secret", () => {
    const names = readdirSync(folder, { recursive: true });
    assert.deepEqual(names.filter((name) => name.endsWith(".key") || name.endsWith(".h")), []);
    for (const name of ["icu", "cairo", "fonts-inter", "gettext", "summit-companion"])
      assert.ok(statSync(join(folder, `licences/${name}.txt`)).size > 200, name);
    assert.match(readFileSync(join(folder, "README.txt"), "utf8"), /summit --desk/);
  });
});

describe("the .deb", () => {
  const root = join(scratch, "root");
  before(() => printed("dpkg-deb", ["-x", package_file(".deb"), root]));

  test("is no larger than it may be", () => assert.ok(statSync(package_file(".deb")).size <= most_bytes));

  test("lintian finds no error", () => {
    const done = start("lintian", ["--allow-root", "--fail-on", "error", package_file(".deb")], { env });
    assert.equal(done.status, 0, done.stdout + done.stderr);
    assert.doesNotMatch(done.stdout, /^E: /m);
  });

  test("its data for software centres and menus are valid", () => {
    const share = join(root, "usr/share");
    printed("appstreamcli", ["validate", "--no-net", join(share, "metainfo/local.summit_companion.summit.metainfo.xml")], { env });
    const entry = join(share, "applications/summit-companion.desktop");
    assert.equal(printed("desktop-file-validate", [entry], { env }), "");
    assert.match(readFileSync(entry, "utf8"), /^Icon=summit-companion$/m);
    for (const size of [16, 48, 256]) {
      const png = readFileSync(join(share, `icons/hicolor/${size}x${size}/apps/summit-companion.png`));
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [size, size]);
    }
  });

  test("depends on the C library of Debian 12 at least, and recommends what windows need", () => {
    const field = (name) => printed("dpkg-deb", ["-f", package_file(".deb"), name]).trim();
    const [, glibc] = field("Depends").match(/(?:^|, )libc6 \(>= 2\.(\d+)\)/) ?? [];
    assert.ok(Number(glibc) <= newest_glibc[1], field("Depends"));
    assert.match(field("Recommends"), /libx11-6.*libwayland-client0/);
  });

  test("its programs are found by name and find what they need", () => {
    for (const name of ["summit-companion", "summit-pack"]) assert.ok(lstatSync(join(root, "usr/bin", name)).isSymbolicLink());
    const said = printed(join(root, "usr/bin/summit-companion"), ["--describe", "--page", "/en/partners/", ...at], { env, cwd: "/" });
    assert.equal(said, from_build("--describe", "--page", "/en/partners/", ...at));
    printed(join(root, "usr/bin/summit-pack"), ["check", event], { env, cwd: "/" });
    check_program(join(root, "usr/lib/summit-companion/summit"));
  });

  for (const [page, program] of [["summit-companion", "summit"], ["summit-pack", "summit-pack"]])
    test(`the manual page of ${page} names every option`, () => {
      const text = gunzipSync(readFileSync(join(root, `usr/share/man/man1/${page}.1.gz`))).toString().replaceAll("\\-", "-");
      const options = new Set(printed(join(build, program), ["--help"], { env }).match(/--[a-z][a-z-]+/g));
      assert.ok(options.size > 3);
      for (const option of options) assert.ok(text.includes(option), option);
    });
});

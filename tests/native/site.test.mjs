// What summit-pages writes: every page, whole and escaped, with data for search
// engines that can be read. SUMMIT_BUILD is the build directory.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";

const source = resolve(import.meta.dirname, "../..");
const build = resolve(process.env.SUMMIT_BUILD ?? join(source, "build/native"));
const scratch = mkdtempSync(join(tmpdir(), "summit-pages-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const env = { PATH: process.env.PATH, HOME: scratch, LANG: "C.UTF-8", SUMMIT_ASSETS: join(build, "assets") };
const call = (...args) => spawnSync(join(build, "summit-pages"), args, { env, encoding: "utf8", timeout: 120_000 });

const origin = "https://summit.example";
const out = join(scratch, "out");
const pack = join(scratch, "pack");
const template = join(scratch, "template.html");
const nasty = 'Water & <land> "here" </script>';
const read = (name) => JSON.parse(readFileSync(join(pack, `${name}.json`), "utf8"));
const languages = JSON.parse(readFileSync(join(source, "assets/res2026/event.json"), "utf8")).languages;
const page = (path) => readFileSync(join(out, path, path.endsWith(".html") ? "" : "index.html"), "utf8");
const dataOf = (html) => [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json));

let done;
before(() => {
  cpSync(join(source, "assets/res2026"), pack, { recursive: true });
  const sessions = read("sessions");
  sessions.sessions[1].title.en = nasty;
  sessions.sessions[2].state = "cancelled";
  sessions.sessions[3].description = { en: "Read [the paper & the plan](https://example.org/?a=1&b=2) first, then [write](mailto:a@example.org)." };
  const last = sessions.sessions.at(-1);
  sessions.sessions.push({ ...last, id: "night", starts_at: "2026-04-24T23:00+05:00", ends_at: "2026-04-25T01:00+05:00" });
  writeFileSync(join(pack, "sessions.json"), JSON.stringify(sessions));
  writeFileSync(join(pack, "event.json"), JSON.stringify({ ...read("event"), fallback: ["en"] }));
  writeFileSync(template, '<!doctype html><html lang="{{lang}}"><head>{{head}}<style>{{used}}</style></head><body>{{page}}<script>{{texts}}</script><script>var live = {{live}};</script></body></html>\n');
  mkdirSync(out);
  done = call("--pack", pack, "--template", template, "--origin", origin, "--out", out);
});

describe("summit-pages", () => {
  test("the app starts by itself until the last session has ended, past midnight too", () => {
    const [from, to] = JSON.parse(/var live = (\[.*?\]);/.exec(page("en"))[1]);
    assert.equal(from, Date.parse("2026-04-21T12:00+05:00"));
    assert.equal(to, Date.parse("2026-04-25T01:00+05:00"));
  });

  test("a day is a table too, with each of its sessions once, below its room and without a hole", () => {
    const { sessions } = read("sessions");
    for (const { date } of read("event").days) {
      const table = /<table[^>]*>(.*?)<\/table>/s.exec(page(`en/agenda/${date}`))[1];
      const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) => [...row.matchAll(/<(t[hd])([^>]*)>(.*?)<\/t[hd]>/gs)].map(([, tag, attributes, content]) => {
        const span = (name) => Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
        return { tag, content, rows: span("rowspan"), columns: span("colspan") };
      }));
      const places = rows.map(() => []);
      rows.forEach((cells, y) => {
        let x = 0;
        for (const cell of cells) {
          while (places[y][x]) x++;
          for (let below = 0; below < cell.rows; below++)
            for (let beside = 0; beside < cell.columns; beside++) {
              assert.ok(y + below < rows.length, `${date}: ${cell.content} goes beyond the table`);
              assert.equal(places[y + below][x + beside], undefined, `${date}: ${cell.content} lies over another cell`);
              places[y + below][x + beside] = cell;
            }
        }
      });
      for (const row of places) assert.equal(Object.keys(row).length, places[0].length, date);
      const linked = (cell) => /\/en\/agenda\/([^/]+)\//.exec(cell.content)?.[1];
      const shown = new Map();
      for (const row of rows) for (const cell of row) if (linked(cell)) shown.set(linked(cell), (shown.get(linked(cell)) ?? 0) + 1);
      const day = sessions.filter(({ starts_at, ends_at }) => starts_at.startsWith(date) || (starts_at.slice(0, 10) < date && ends_at > `${date}T00:00+05:00`));
      assert.deepEqual([...shown.keys()].sort(), day.filter(({ starts_at, ends_at }) => starts_at.startsWith(date) || ends_at > day.map((one) => one.starts_at).filter((at) => at.startsWith(date)).sort()[0]).map(({ id }) => id).sort(), date);
      for (const [id, count] of shown) assert.equal(count, 1, id);
      places.slice(1).forEach((row) => row.forEach((cell, x) => {
        const { room, kind } = sessions.find(({ id }) => id === linked(cell)) ?? {};
        if (room && kind !== "service") assert.ok(places[0][x].content.includes(`/en/map/${room}/`), `${linked(cell)} stands below ${places[0][x].content}`);
      }));
    }
  });

  test("what begins together is a list below its time", () => {
    for (const [, list] of page("kk/agenda/2026-04-22").matchAll(/<div class="timed[^>]*>(.*?)<\/div><\/div>/gs))
      assert.match(list, /^\s*<div><h\d class="at">\d\d:\d\d<\/h\d><ul>\s*<li/);
    assert.equal(page("kk/agenda/2026-04-22").match(/class="at"/g).length, new Set(read("sessions").sessions.map(({ starts_at }) => starts_at).filter((at) => at.startsWith("2026-04-22"))).size);
  });

  test("names the moments at which the event is worth a look", () => {
    const { status, stdout, stderr } = call("--print-moments", "--pack", pack);
    assert.equal(status, 0, stderr);
    const [home, during, before] = stdout.trim().split("\n").map((line) => line.split(" "));
    assert.deepEqual(home, ["home", `/${languages[0]}/`]);
    const { first_day, last_day } = read("event");
    assert.equal(during[0], "during");
    assert.ok(during[1].slice(0, 10) > first_day && during[1].slice(0, 10) < last_day, stdout);
    const moment = Date.parse(during[1]);
    const on = read("sessions").sessions.filter(({ starts_at, ends_at, state }) => state !== "cancelled" && Date.parse(starts_at) <= moment && Date.parse(ends_at ?? starts_at) > moment);
    assert.ok(on.length >= 3, stdout);
    assert.equal(before[0], "before");
    assert.ok(before[1].slice(0, 10) < first_day, stdout);
  });

  test("writes every page in every language", (t) => {
    assert.equal(done.status, 0, done.stderr);
    t.diagnostic(done.stdout.trim());
    // The rows of the table that are about no single thing.
    const rows = readFileSync(join(source, "src/screens/pages.def"), "utf8").split(/^PAGE\(/m).slice(1);
    const list = rows.filter((row) => !/\.things = /.test(row) && !row.startsWith("not_found")).map((row) => [/\.segment = "(.*?)"/.exec(row)?.[1] ?? ""]);
    assert.ok(list.length > 15, String(list));
    for (const { date } of read("event").days) list.push(["agenda", date]);
    for (const { id } of read("sessions").sessions) list.push(["agenda", id]);
    for (const { id } of read("places").rooms) list.push(["map", id]);
    // Signs for doors behind which something takes place.
    for (const { id } of read("places").rooms) if (read("sessions").sessions.some(({ room }) => room === id)) list.push(["door", id]);
    for (const { id } of read("partners").partners) list.push(["partners", id]);
    for (const { id } of read("persons").persons) list.push(["people", id]);
    for (const { id } of read("themes").themes) list.push(["themes", id]);
    for (const { id } of read("stories").stories) list.push(["news", id]);
    const map = readFileSync(join(out, "sitemap.xml"), "utf8");
    for (const language of languages) {
      for (const parts of list) {
        const path = [language, ...parts].filter(Boolean).join("/");
        const html = page(path);
        assert.match(html, new RegExp(`<html lang="${language}">`), path);
        // What staff work with is not for whoever searches.
        const listed = !["desk", "shown"].includes(parts[0]);
        assert.equal(map.includes(`<loc>${origin}/${path}/</loc>`), listed, path);
        assert.ok(html.includes(`<link rel="canonical" href="${origin}/${path}/">`), path);
        assert.equal(html.match(/rel="alternate"/g).length, languages.length + 1, path);
        assert.doesNotMatch(html, /\{\{|<button| style=/, path);
      }
      assert.ok(existsSync(join(out, language, "404.html")));
    }
    assert.equal(map.match(/<url>/g).length, languages.length * (list.length - 2));
    assert.match(readFileSync(join(out, "robots.txt"), "utf8"), /Sitemap: https:\/\/summit\.example\/sitemap\.xml/);
    for (const language of languages) assert.match(page("."), new RegExp(`href="/${language}/" hreflang="${language}" lang="${language}"`));
  });

  test("calendar files stand beside the pages and are linked from them", () => {
    const file = (path) => readFileSync(join(out, path), "utf8");
    const unfolded = (path) => file(path).replaceAll("\r\n ", "");
    const count = (text, what) => text.split(what).length - 1;
    const { sessions } = read("sessions");
    for (const language of languages) {
      const all = file(`${language}/agenda/all.ics`);
      assert.match(all, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
      assert.ok(all.endsWith("END:VCALENDAR\r\n"));
      assert.equal(count(all, "BEGIN:VEVENT"), sessions.length);
      assert.equal(count(all, "STATUS:CANCELLED"), 1);
      assert.equal(count(all, "BEGIN:VALARM"), 0);
      assert.ok(page(`${language}/agenda`).includes(`href="/${language}/agenda/all.ics"`));
      for (const { date } of read("event").days) {
        assert.match(file(`${language}/agenda/${date}.ics`), /BEGIN:VEVENT/);
        assert.ok(page(`${language}/agenda/${date}`).includes(`href="/${language}/agenda/${date}.ics"`));
      }
      for (const { id, state } of sessions) {
        const one = unfolded(`${language}/agenda/${id}/session.ics`);
        assert.equal(count(one, "BEGIN:VEVENT"), 1);
        assert.equal(count(one, "BEGIN:VALARM"), state === "cancelled" ? 0 : 1);
        assert.ok(one.includes(`\r\nUID:${id}@res2026\r\n`), id);
        assert.ok(one.includes(`\r\nURL:${origin}/${language}/agenda/${id}/\r\n`), id);
        assert.ok(page(`${language}/agenda/${id}`).includes(`href="/${language}/agenda/${id}/session.ics"`), id);
      }
    }
    // As the pack says when it was last changed, so whoever makes the site anew makes the same files.
    const newest = read("notices").notices.map((notice) => Date.parse(notice.published_at)).sort().at(-1);
    const stamp = new Date(newest).toISOString().replace(/[-:]|\.000/g, "");
    assert.ok(file("kk/agenda/all.ics").includes(`\r\nLAST-MODIFIED:${stamp}\r\n`));
    const night = unfolded("en/agenda/night/session.ics");
    assert.ok(night.includes("\r\nDTSTART:20260424T180000Z\r\n") && night.includes("\r\nDTEND:20260424T200000Z\r\n"));
    assert.ok(unfolded(`en/agenda/${sessions[1].id}/session.ics`).includes('SUMMARY:Water & <land> "here" </script>'));
  });

  test("texts cannot become markup", () => {
    const { id } = read("sessions").sessions[1];
    const html = page(`en/agenda/${id}`);
    assert.match(html, /<h1[^>]*>Water &amp; &lt;land&gt; &quot;here&quot; &lt;\/script&gt;<\/h1>/);
    assert.ok(html.includes('<meta property="og:title" content="Water &amp; &lt;land&gt; &quot;here&quot; &lt;/script&gt;">'));
    assert.ok(!html.includes("<land>"));
    assert.equal(dataOf(html)[0].name, nasty);
  });

  test("links stand in their sentence, which says its language", () => {
    const { id } = read("sessions").sessions[3];
    for (const language of languages) {
      const lang = language === "en" ? "" : ' lang="en"';
      const sentence = new RegExp(`<p[^>]*?${lang}>Read <a href="https://example\\.org/\\?a=1&amp;b=2"${lang}>the paper &amp; the plan</a> first, then <a href="mailto:a@example\\.org"${lang}>write</a>\\.</p>`);
      assert.match(page(`${language}/agenda/${id}`), sentence);
    }
  });

  test("search engines read the event and its sessions", () => {
    const event = read("event");
    const [home] = dataOf(page("ru"));
    assert.equal(home["@type"], "Event");
    assert.equal(home.name, event.name.ru);
    assert.deepEqual([home.startDate, home.endDate], [event.first_day, event.last_day]);
    assert.deepEqual(home.location.map(({ name }) => name), read("places").sites.map(({ name }) => name.ru));
    assert.equal(home.organizer, undefined);
    const sessions = read("sessions").sessions;
    for (const [index, session] of sessions.entries()) {
      const [data] = dataOf(page(`ru/agenda/${session.id}`));
      assert.equal(new Date(data.startDate).getTime(), new Date(session.starts_at ?? session.start).getTime(), session.id);
      assert.match(data.startDate, /\+05:00$/);
      assert.equal(data.superEvent.name, event.name.ru);
      assert.equal(data.eventStatus, `https://schema.org/${index === 2 ? "EventCancelled" : "EventScheduled"}`);
    }
  });

  test("pictures for previews are small and named", () => {
    const pictures = readdirSync(join(out, "preview"), { recursive: true }).filter((name) => name.endsWith(".png"));
    assert.equal(pictures.length, 3 * (read("sessions").sessions.length + 1));
    for (const name of pictures) {
      const bytes = readFileSync(join(out, "preview", name));
      assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630], name);
      assert.ok(statSync(join(out, "preview", name)).size < 60_000, name);
    }
    const { id } = read("sessions").sessions[0];
    assert.ok(page(`kk/agenda/${id}`).includes(`<meta property="og:image" content="${origin}/preview/kk/${id}.png">`));
    assert.ok(page("kk/map").includes(`content="${origin}/preview/kk.png"`));
  });

  test("mistakes are told with file, place and reason", () => {
    const broken = join(scratch, "broken");
    cpSync(pack, broken, { recursive: true });
    const sessions = JSON.parse(readFileSync(join(broken, "sessions.json"), "utf8"));
    sessions.sessions[0].room = "nowhere";
    writeFileSync(join(broken, "sessions.json"), JSON.stringify(sessions));
    const told = call("--pack", broken, "--template", template, "--origin", origin, "--out", out);
    assert.equal(told.status, 1);
    assert.match(told.stderr, /^sessions\.json: \/sessions\/0\/room: /m);
    assert.equal(call("--template", template, "--out", out, "--origin", "nothing").status, 2);
    assert.equal(call("--template", join(scratch, "none"), "--out", out, "--origin", origin).status, 1);
  });

  test("the road has its map and all its steps, the articles all they say", () => {
    const { milestones } = read("road");
    const { articles } = read("articles");
    const plain = (html) => html.replace(/<[^>]*>/g, "\n").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&quot;", '"');
    for (const language of languages) {
      const road = page(`${language}/road`);
      const map = road.match(/<svg class="chart[^"]*"[^>]*role="img" aria-label="[^"]+">(.*?)<\/svg>/s)?.[1] ?? "";
      milestones.forEach((_, i) => assert.ok(map.includes(`>${i + 1}</text>`), `${language}: ${i + 1}`));
      assert.equal(map.match(/class="goal"/g)?.length, 1);
      assert.match(map, /<path class="land" d="M[^"]{500,}Z"/);
      assert.equal(road.match(/<li class="step/g)?.length, milestones.length);
      const said = plain(road);
      for (const one of milestones) {
        assert.ok(road.includes(`id="${one.id}"`), one.id);
        const texts = [one.title, one.text, ...(one.points ?? [])];
        for (const event of one.events ?? []) texts.push(event.title, event.text, ...(event.points ?? []));
        for (const text of texts.filter(Boolean)) assert.ok(said.includes(text[language]), text[language]);
        for (const partner of one.partners ?? []) assert.ok(road.includes(`href="/${language}/partners/${partner}/"`), partner);
      }
      const pages = { about: plain(page(`${language}/about`)), info: plain(page(`${language}/info`)) };
      for (const one of articles) {
        const shown = pages[one.part === "about" ? "about" : "info"];
        for (const text of [one.title, ...(one.paragraphs ?? []), ...(one.points ?? [])]) assert.ok(shown.includes(text[language]), text[language]);
        for (const { name } of one.links ?? []) assert.ok(shown.includes(name[language]), name[language]);
      }
    }
  });
  test("--print-tokens prints the look", () => {
    const { status, stdout } = call("--print-tokens");
    assert.equal(status, 0);
    assert.match(stdout, /--background:#f3f7f8;/);
    assert.match(stdout, /@custom-media --tablet \(min-width: 600px\);/);
  });
});

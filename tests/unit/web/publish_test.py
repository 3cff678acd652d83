"""Publishing a site takes one step, and whoever has a former version open goes on."""

import json
import os
import sys
import tempfile
import time
import unittest
from pathlib import Path

WEB = Path(__file__).resolve().parents[3] / "web"
sys.path.insert(0, str(WEB))
import publish  # noqa: E402
import update  # noqa: E402

DAY_S = 24 * 3600


class Publishing(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.at = Path(self.folder.name)

    def site(self, name, version):
        site = self.at / name
        (site / "files").mkdir(parents=True)
        for file in ("index.html", "sw.js"):
            (site / file).write_text(version)
        (site / "files.txt").write_text(f"app-{version}.js\n")
        for ending in ("", ".br"):
            (site / "files" / f"app-{version}.js{ending}").write_text(version)
        return site

    def files(self, site):
        return {f.name for f in (self.at / site / "files").iterdir()}

    def publish(self, version):
        publish.main([str(self.site("new", version)), str(self.at / "site")])

    def test_former_files_stay(self):
        for version in "abc":
            self.publish(version)
        self.assertEqual((self.at / "site/index.html").read_text(), "c")
        self.assertEqual(self.files("site"), {f"app-{v}.js{e}" for v in "abc" for e in ("", ".br")})
        self.assertFalse((self.at / "new").exists())

    def test_and_go_after_thirty_days_without_use(self):
        self.publish("a")
        self.publish("b")
        for days, there in ((29, True), (31, False)):
            for name in ("app-a.js", "app-a.js.br"):
                left = time.time() - days * DAY_S
                os.utime(self.at / "site/files" / name, (left, left))
            self.publish(f"x{days}")
            self.assertEqual("app-a.js" in self.files("site"), there, days)
        # It was in use until a moment ago, however old it is.
        self.assertIn("app-x29.js", self.files("site"))

    def test_an_old_file_in_use_is_not_old(self):
        self.publish("a")
        long_ago = time.time() - 300 * DAY_S
        os.utime(self.at / "site/files/app-a.js", (long_ago, long_ago))
        self.publish("b")
        self.publish("c")
        self.assertIn("app-a.js", self.files("site"))

    def test_back(self):
        self.publish("a")
        self.publish("b")
        publish.main(["--back", str(self.at / "site")])
        self.assertEqual((self.at / "site/index.html").read_text(), "a")
        self.assertIn("app-b.js", self.files("site"))
        publish.main(["--back", str(self.at / "site")])
        self.assertEqual((self.at / "site/index.html").read_text(), "b")

    def test_the_packs_of_another_event_do_not_come_along(self):
        def publish_event(event, version):
            site = self.site("new", version)
            for name in (f"event-{version}.pack", f"event-{version}.pack.br", f"event-0-{version}.delta"):
                (site / "files" / name).write_text(event)
            (site / "current.json").write_text(json.dumps({"event": event}))
            publish.main([str(site), str(self.at / "site")])

        publish_event("rivers", "a")
        publish_event("rivers", "b")
        self.assertIn("event-a.pack", self.files("site"))
        publish_event("lakes", "c")
        self.assertEqual({f for f in self.files("site") if f.startswith("event-")}, {"event-c.pack", "event-c.pack.br", "event-0-c.delta"})
        # A page of the former event that is open still finds the app.
        self.assertIn("app-b.js", self.files("site"))

    def test_half_a_site_is_not_published(self):
        self.publish("a")
        half = self.site("new", "b")
        (half / "sw.js").unlink()
        with self.assertRaises(SystemExit):
            publish.main([str(half), str(self.at / "site")])
        self.assertEqual((self.at / "site/index.html").read_text(), "a")

    def test_there_is_a_site_at_every_moment(self):
        self.publish("a")
        self.site("new", "b")
        missed = []
        real = Path.rename

        def watched(path, target):
            done = real(path, target)
            if not (self.at / "site/index.html").exists():
                missed.append(path)
            return done

        Path.rename = watched
        try:
            publish.main([str(self.at / "new"), str(self.at / "site")])
        finally:
            Path.rename = real
        self.assertEqual(missed, [])


class Updating(unittest.TestCase):
    def test_two_versions_of_one_second_are_told_apart(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "current.json"
            seconds = set()
            for content in (b"1", b"2", b"3"):
                update.write(file, content)
                seconds.add(int(file.stat().st_mtime))
            self.assertEqual(file.read_bytes(), b"3")
            self.assertEqual(len(seconds), 3)

    def test_current_names_the_pack_and_its_signature(self):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            (site / "files").mkdir(parents=True)
            pack = Path(folder) / "event.pack"
            pack.write_text('{"format":2}')
            (Path(folder) / "event.pack.minisig").write_text(
                "untrusted comment: x\nAAAA\ntrusted comment: event:e revision:3 issued:2026-04-22T10:30Z\nBBBB\n")
            names = update.publish(site, pack)
            current = json.loads((site / "current.json").read_text())
            self.assertEqual(current["pack"], f"/files/{names[0]}")
            self.assertEqual((site / current["pack"].lstrip("/")).read_text(), '{"format":2}')
            self.assertEqual((current["event"], current["revision"], current["size"]), ("e", "3", 12))
            self.assertTrue(current["signature"].startswith("untrusted comment"))
            self.assertEqual(list(site.rglob("*.part")), [])

    def test_what_is_no_signature_or_older_is_refused_in_words(self):
        with tempfile.TemporaryDirectory() as folder:
            site, pack = Path(folder) / "site", Path(folder) / "event.pack"
            (site / "files").mkdir(parents=True)
            pack.write_text("{}")
            signature = Path(folder) / "event.pack.minisig"
            signature.write_text("untrusted comment: x\n")
            self.assertIn("is no signature", update.why_not(site, pack))

            def signed(time):
                signature.write_text(f"untrusted comment: x\nA\ntrusted comment: event:e revision:3 issued:{time}\nB\n")

            signed("2026-04-22T10:30Z")
            self.assertIsNone(update.why_not(site, pack))
            update.publish(site, pack)
            signed("2026-04-22T10:29Z")
            self.assertIn("is older", update.why_not(site, pack))
            signed("2026-04-22T10:31Z")
            self.assertIsNone(update.why_not(site, pack))

    def test_deltas_are_made_from_packs_of_the_same_event(self):
        with tempfile.TemporaryDirectory() as folder:
            site, former = Path(folder) / "site", Path(folder) / "former"
            pack, summit_pack = Path(folder) / "event.pack", Path(folder) / "summit-pack"
            pack.write_text("new")
            (Path(folder) / "event.pack.minisig").write_text("untrusted comment: x\nAAAA\ntrusted comment: event:e revision:1\nBBBB\n")
            summit_pack.write_text('#!/bin/sh\necho delta >"$5"\n')
            summit_pack.chmod(0o755)
            for event, there in (("other", False), ("e", True)):
                for each in (site, former):
                    (each / "files").mkdir(parents=True, exist_ok=True)
                (former / "files/event-0123456789.pack").write_text("old")
                (former / "current.json").write_text(json.dumps({"event": event}))
                update.publish(site, pack, summit_pack, former)
                self.assertEqual("deltas" in json.loads((site / "current.json").read_text()), there, event)


if __name__ == "__main__":
    unittest.main()

"""An event's own languages beside those of the app."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[3] / "src/text/add_languages.py"


class AddLanguages(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.put("i18n/en.json", {"b.hall": "Hall", "b.room": "Room {name}"})
        self.put("i18n/kk.json", {"b.hall": "Зал", "b.room": "{name} бөлмесі"})
        self.put("i18n/languages/kk.json", {"native_name": "Қазақша"})
        self.put("event/uz.json", {"b.hall": "Zal"})
        self.put("event/languages/uz.json", {"native_name": "Oʻzbekcha"})

    def put(self, name, values):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")

    def got(self, name):
        return json.loads((self.folder / "out" / name).read_text(encoding="utf-8"))

    def add(self):
        return subprocess.run([sys.executable, SCRIPT, self.folder / "i18n", self.folder / "event", self.folder / "out"],
                              capture_output=True, text=True)

    def test_what_lacks_is_english_and_listed(self):
        self.assertEqual(self.add().returncode, 0)
        self.assertEqual(self.got("uz.json"), {"b.hall": "Zal", "b.room": "Room {name}"})
        self.assertEqual(self.got("borrowed/uz.json"), ["b.room"])
        self.assertEqual(self.got("kk.json")["b.hall"], "Зал")
        self.assertEqual(self.got("languages/uz.json"), {"native_name": "Oʻzbekcha"})

    def test_a_language_that_is_gone_goes(self):
        self.add()
        (self.folder / "event/uz.json").unlink()
        self.assertEqual(self.add().returncode, 0)
        self.assertFalse((self.folder / "out/uz.json").exists())
        self.assertFalse((self.folder / "out/borrowed/uz.json").exists())

    def test_the_apps_own_languages_are_not_written_over(self):
        self.put("event/kk.json", {"b.hall": "Hall"})
        done = self.add()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("i18n/kk.json", done.stderr)
        self.assertFalse((self.folder / "out").exists())

    def test_a_key_of_nobody_is_named(self):
        self.put("event/uz.json", {"b.hal": "Zal"})
        done = self.add()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn('"b.hal" is none of the app', done.stderr)


if __name__ == "__main__":
    unittest.main()

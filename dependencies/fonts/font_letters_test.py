"""A new language brings its letters: tests of which ones, and of what is said when a font lacks them."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(os.path.abspath(__file__)).parent
sys.path.insert(0, str(HERE))
import font_letters  # noqa: E402


class FontLetters(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.i18n = Path(self.folder.name)
        (self.i18n / "languages").mkdir()

    def write(self, name, values):
        (self.i18n / name).write_text(json.dumps(values), encoding="utf-8")

    def letters(self, facts=None):
        return font_letters.letters_of(self.i18n, facts or {})

    def test_letters_come_from_the_texts_the_alphabet_and_what_is_said_of_the_language(self):
        self.write("en.json", {"a": "Ab\u00a0\u2060\n"})
        self.write("qab-Latn.json", {"a": "ɓa"})
        self.write("languages/qab-Latn.json", {"native_name": "Qab", "letters": "ŋ", "quotes": "„“"})
        letters = self.letters({"en": {"letters": "z", "calls": {"en": "English"}}})
        self.assertLessEqual(set("AaBbZz\u00a0"), letters["en"])
        self.assertLessEqual(set("ɓƁŋŊ„“Q"), letters["qab-Latn"])
        self.assertFalse({"\n", "\u2060"} & letters["en"], "what is not drawn needs no glyph")

    def test_a_letter_without_a_glyph_is_named_with_its_language(self):
        self.write("en.json", {"a": "x"})
        self.write("zh-Hant.json", {"a": "漢字漢"})
        self.assertEqual(list(font_letters.complaints(self.letters(), set("漢字"))), [
            "i18n/zh-Hant.json: the language zh-Hant needs letters that the font Inter does not have, "
            "which would be drawn as boxes: 字 (U+5B57), 漢 (U+6F22)"])
        many = "".join(map(chr, range(0x4E00, 0x4E00 + 25)))
        self.write("zh-Hant.json", {"a": many})
        self.assertRegex(next(font_letters.complaints(self.letters(), set(many))), r"U\+4E13\) and 5 more$")

    def test_the_fonts_get_them(self):
        inter = subprocess.run([HERE.parent / "fetch.sh", "path", "fonts-inter"], check=True, capture_output=True, text=True).stdout.strip()
        wanted, out, missing = self.i18n / "letters", self.i18n / "out.otf", self.i18n / "missing"
        wanted.write_text("ɓŊ漢", encoding="utf-8")
        subprocess.run(["/usr/bin/python3", HERE / "cut_fonts.py", "text", f"{inter}/usr/share/fonts/opentype/inter/Inter-Regular.otf",
                        wanted, out, missing], check=True)
        self.assertIn("漢", missing.read_text(encoding="utf-8"))
        self.assertNotIn("ɓ", missing.read_text(encoding="utf-8"))
        there = subprocess.run(["/usr/bin/python3", "-c", "import sys; from fontTools.ttLib import TTFont\n"
                                "print(*map(chr, TTFont(sys.argv[1]).getBestCmap()), sep='')", out],
                               check=True, capture_output=True, text=True, env={**os.environ, "PYTHONIOENCODING": "utf-8"}).stdout
        self.assertLessEqual(set("aZŊɓЖ"), set(there))
        self.assertNotIn("漢", there)

    def test_the_fonts_have_every_table_that_browsers_insist_on(self):
        fetch = lambda name: subprocess.run([HERE.parent / "fetch.sh", "path", name], check=True, capture_output=True, text=True).stdout.strip()  # noqa: E731
        letters, icons, text, signs = (self.i18n / name for name in ("letters", "icons.txt", "text.otf", "icons.otf"))
        letters.write_text("a", encoding="utf-8")
        icons.write_text("house building-2\n", encoding="utf-8")
        cut = ["/usr/bin/python3", HERE / "cut_fonts.py"]
        subprocess.run([*cut, "text", f"{fetch('fonts-inter')}/usr/share/fonts/opentype/inter/Inter-Regular.otf", letters, text, self.i18n / "missing"], check=True)
        subprocess.run([*cut, "icons", fetch("lucide-static"), icons, signs, self.i18n / "icons.h"], check=True)
        for font in (text, signs):
            tables = subprocess.run(["/usr/bin/python3", "-c", "import sys; from fontTools.ttLib import TTFont\nprint(*TTFont(sys.argv[1]).keys())", font],
                                    check=True, capture_output=True, text=True).stdout.split()
            self.assertLessEqual({"CFF", "OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"}, set(tables), font)
        self.assertIn("building_2", (self.i18n / "icons.h").read_text("utf-8"))



if __name__ == "__main__":
    unittest.main()

"""Languages with a script or a region, and those of which Unicode's data know little: what they get."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(os.path.abspath(__file__)).parent
sys.path.insert(0, str(HERE))
import cut_data  # noqa: E402
import language_facts  # noqa: E402

ICU = subprocess.run([HERE.parent / "fetch.sh", "path", "icu"], check=True, capture_output=True, text=True).stdout.strip()
WHOLE = next(Path(ICU).glob("source/data/in/icudt*l.dat"))


class CutData(unittest.TestCase):
    def cut(self, *languages):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "out.icu"
            done = subprocess.run([sys.executable, HERE / "cut_data.py", WHOLE, HERE / "keep.txt", out, "en", *languages],
                                  capture_output=True, text=True)
            if done.returncode:
                return done.stderr
            files = cut_data.read_package(out.read_bytes())[0]
        return {name: cut_data.Bundle(data).tree() for name, data in files.items() if name.endswith(".res")}

    def january(self, tree):
        return tree["calendar"]["gregorian"]["monthNames"]["format"]["wide"][0]

    def test_a_language_with_a_script_or_a_region_has_all_that_it_says_with_its_parents(self):
        files = self.cut("uz_Latn", "uz_Cyrl", "pt_BR", "zh_Hant_TW", "nb")
        months = {name: self.january(files[f"{name}.res"]) for name in ("uz_Latn", "uz_Cyrl", "pt_BR", "nb")}
        self.assertEqual(months, {"uz_Latn": "yanvar", "uz_Cyrl": "январ", "pt_BR": "janeiro", "nb": "januar"})
        self.assertEqual(self.january(files["zh_Hant_TW.res"]), "1月")
        self.assertNotIn("uz.res", files)

    def test_plurals_are_found_under_the_whole_name(self):
        plurals = self.cut("uz_Latn", "pt_BR", "tg")["plurals.res"]
        rules = {name: sorted(plurals["rules"].get(kind, {})) for name, kind in plurals["locales"].items()}
        self.assertEqual(rules, {"en": ["one", "other"], "uz_Latn": ["one", "other"], "pt_BR": ["many", "one", "other"], "tg": []})
        self.assertEqual(plurals["locales_ordinals"]["tg"], "", "Tajik has no rules in CLDR: it makes no distinctions")

    def test_a_language_that_nobody_knows_is_named(self):
        self.assertEqual(self.cut("xx_Latn"),
                         f"i18n/xx-Latn.json: Unicode's data (CLDR, in {WHOLE.name}) know no language xx-Latn; its file "
                         "must be named by a BCP 47 tag such as uz, uz-Latn or pt-BR\n")

    def test_what_is_known_of_languages(self):
        package = cut_data.Package(cut_data.read_package(WHOLE.read_bytes())[0])
        uzbek = language_facts.facts_of(package, "uz-Latn", ["uz-Latn", "kk", "qaa"])
        self.assertEqual(uzbek["calls"], {"uz-Latn": "o‘zbek", "kk": "qozoqcha"})
        self.assertLessEqual(set("aoʻʼz“”"), set(uzbek["letters"]))
        self.assertNotIn("{", uzbek["letters"])
        self.assertEqual(language_facts.facts_of(package, "qaa", ["qaa", "kk"]), {"calls": {}, "letters": ""})

    def test_sets_of_letters(self):
        self.assertEqual(language_facts.letters_of(r"[a-c {oʻ} \- \u0130 ']"), set("abcoʻ-İ'"))


if __name__ == "__main__":
    unittest.main()

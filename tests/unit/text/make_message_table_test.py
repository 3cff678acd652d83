#!/usr/bin/env python3
"""Tests of src/text/make_message_table.py: what it refuses, in which words, and what it writes."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[3] / "src" / "text" / "make_message_table.py"

ORDER = ["kk", "ru", "en"]


class MakeMessageTable(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.i18n = Path(self.folder.name) / "i18n"
        self.out = Path(self.folder.name) / "out"
        (self.i18n / "languages").mkdir(parents=True)

    def write(self, **languages):
        for language, content in languages.items():
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
            (self.i18n / f"{language}.json").write_text(text, encoding="utf-8")
            if language in ORDER:
                self.say(language, {"order": ORDER.index(language)})

    def say(self, language, content):
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        (self.i18n / "languages" / f"{language}.json").write_text(text, encoding="utf-8")

    def run_tool(self, *arguments):
        return subprocess.run([sys.executable, TOOL, "--i18n", self.i18n, "--out-dir", self.out, *arguments],
                              capture_output=True, text=True)

    def assert_refused(self, *lines):
        result = self.run_tool()
        self.assertEqual(result.stderr.splitlines(), list(lines))
        self.assertEqual(result.returncode, 1)
        self.assertFalse(self.out.exists())

    def assert_accepted(self):
        result = self.run_tool()
        self.assertEqual((result.returncode, result.stderr, result.stdout), (0, "", ""))

    def test_missing_keys_are_all_listed(self):
        self.write(kk={"a.b": "б"}, ru={}, en={"a.b": "b", "c": "c"})
        self.assert_refused('i18n/ru.json: key "a.b" is missing (kk, en have it)',
                            'i18n/kk.json: key "c" is missing (en has it)',
                            'i18n/ru.json: key "c" is missing (en has it)')

    def test_duplicate_keys(self):
        self.write(en='{\n  "a": "x",\n  "b": "y",\n  "a": "z"\n}')
        self.assert_refused('i18n/en.json:4: key "a" is there twice')

    def test_empty_texts_and_texts_that_are_none(self):
        self.write(en='{\n"a": "",\n"b": " \\n",\n"c": 1,\n"d": {"e": "f"},\n"g": " x"\n}')
        self.assert_refused('i18n/en.json:2: key "a": the text is empty',
                            'i18n/en.json:3: key "b": the text is empty',
                            'i18n/en.json:4: key "c": the text must be in quotes',
                            'i18n/en.json:5: key "d": the text must be in quotes',
                            'i18n/en.json:6: key "g": the text begins or ends with a space')

    def test_placeholders_that_differ(self):
        self.write(kk={"a": "{count} сессия"}, ru={"a": "{n} сессий"}, en={"a": "{count} sessions"})
        self.assert_refused('i18n/ru.json: key "a": placeholder {count} is missing (kk, en have it)',
                            'i18n/kk.json: key "a": placeholder {n} is missing (ru has it)',
                            'i18n/en.json: key "a": placeholder {n} is missing (ru has it)')

    def test_placeholders_inside_branches_count(self):
        self.write(kk={"a": "{n} {room}"}, en={"a": "{n, plural, one {# in {room}} other {# in {room}}}"})
        self.assert_accepted()
        self.write(kk={"a": "{n}"})
        self.assertIn('i18n/kk.json: key "a": placeholder {room} is missing (en has it)', self.run_tool().stderr)

    def test_json_that_is_none(self):
        self.write(kk='{\n"a": "x"\n"b": "y"}', ru='["a"]', en={"a": "x"})
        self.assert_refused("i18n/kk.json:3: not JSON: Expecting ',' delimiter (column 1)",
                            "i18n/ru.json: must be one object of keys and texts")

    def test_not_utf_8(self):
        (self.i18n / "en.json").write_bytes(b'{\n"a": "\xff"}')
        self.assert_refused("i18n/en.json:2: not UTF-8")

    def test_messages_that_cannot_be_read(self):
        cases = {
            "{a": "{ without } (at character 3)",
            "a}": "} without { (at character 2)",
            "{}": "{} is not a name of a placeholder (at character 2)",
            "{0}": "{0} is not a name of a placeholder (at character 3)",
            "{a b}": "{a b} is not a name of a placeholder (at character 5)",
            "{n, number}": "{n, number}: only plural, selectordinal and select are used here; "
                           "numbers and dates come ready made, write {n} (at character 11)",
            "{n, plural}": "{n, plural: a comma and the branches must follow (at character 11)",
            "{n, plural, one {x}}": "{n, plural, …} lacks the branch “other” (at character 20)",
            "{n, plural, other x}": "other must be followed by {…} (at character 19)",
            "{n, plural, one {x} one {y} other {z}}": "the branch one is there twice (at character 25)",
            "{n, plural, other {x}": "{ without } (at character 22)",
            "l'{n}": "' before { makes the rest literal; write ’ for an apostrophe (at character 2)",
            "{n, plural, other {{s, select, other {#}}}}":
                "# inside a select prints as #; put the select outside, the plural inside (at character 39)",
        }
        for text, mistake in cases.items():
            with self.subTest(text):
                self.write(en={"a": text})
                result = self.run_tool()
                self.assertEqual(result.returncode, 1)
                self.assertEqual(result.stderr, f'i18n/en.json: key "a": {mistake}\n')

    def test_letters_that_look_like_right_ones(self):
        self.write(kk={"a": "с\u0259уір"}, en={"a": "\u0259"})
        self.say("kk", {"wrong_letters": {"\u0259": "\u04d9"}})
        self.assert_refused('i18n/kk.json:1: key "a": ə (U+0259) stands where ә (U+04D9) belongs')

    def test_what_is_said_of_a_language(self):
        self.write(en={"a": "x"}, az={"a": "y"})
        self.say("az", {"order": "first", "native_name": " ", "short_name": "AZƏRB", "quotes": "«", "colour": "blue",
                        "common_words": ["Və"], "dictionary": {"name": "az"}})
        self.say("de", {})
        self.assert_refused("i18n/languages/az.json: order must be a number",
                            "i18n/languages/az.json: native_name must be a text",
                            "i18n/languages/az.json: short_name must be a text of at most 4 letters",
                            "i18n/languages/az.json: quotes must be two characters, the opening and the closing quotation mark",
                            "i18n/languages/az.json: colour is not known; known are order, native_name, short_name, calls, "
                            "territory, letters, own_letters, wrong_letters, quotes, common_words, dictionary",
                            "i18n/languages/az.json: common_words must be a list of words in small letters",
                            "i18n/languages/az.json: dictionary must be an object with name, package, right and wrong",
                            "i18n/languages/de.json: there is no i18n/de.json")
        (self.i18n / "languages" / "de.json").unlink()
        self.say("az", "[1")
        self.assertRegex(self.run_tool().stderr, r"^i18n/languages/az.json: not JSON in UTF-8: .*\n$")

    def test_how_languages_are_called(self):
        self.write(**{"en": {"a": "x"}, "uz-Latn": {"a": "y"}, "qaa": {"a": "z"}})
        facts = Path(self.folder.name) / "facts.json"
        facts.write_text(json.dumps({"en": {"calls": {"en": "English", "uz-Latn": "Uzbek"}, "letters": ""},
                                     "uz-Latn": {"calls": {"en": "inglizcha", "uz-Latn": "o‘zbek"}, "letters": ""}}))
        result = self.run_tool("--facts", facts)
        self.assertEqual(result.stderr,
                         "i18n/languages/qaa.json: native_name is missing, and Unicode's data do not know qaa\n")
        self.say("qaa", {"native_name": "Qaaqa", "calls": {"uz-Latn": "Uzz"}})
        self.say("uz-Latn", {"short_name": "OʻZ", "calls": {"en": "ingliz tili"}})
        self.assertEqual(self.run_tool("--facts", facts).stderr, "")
        table = (self.out / "message_table.cpp").read_text(encoding="utf-8")
        self.assertIn('languages[] = {"en", "qaa", "uz-Latn"};', table)
        self.assertIn('native_names[] = {"English", "Qaaqa", "O‘zbek"};', table)
        self.assertIn('short_names[] = {"ENG", "QAA", "OʻZ"};', table)
        self.assertIn('    {"English", "Qaaqa", "Uzbek"},\n    {"English", "Qaaqa", "Uzz"},\n'
                      '    {"ingliz tili", "Qaaqa", "o‘zbek"},\n', table)

    def test_tags_are_written_in_one_way(self):
        for tag in ("uz-Latn", "pt-BR", "es-419", "zh-Hant-TW", "yue", "ca-valencia"):
            self.write(**{"en": {"a": "x"}, tag: {"a": "y"}})
            self.assert_accepted()
            (self.i18n / f"{tag}.json").unlink()
        for tag in ("uz-latn", "pt-br", "EN", "uz_Latn", "english"):
            self.write(**{"en": {"a": "x"}, tag: {"a": "y"}})
            result = self.run_tool()
            self.assertEqual(result.stderr, f"i18n/{tag}.json: the file name must be a language tag such as kk, pt-BR or zh-Hant\n")
            (self.i18n / f"{tag}.json").unlink()

    def test_no_english_and_no_files(self):
        self.write(kk={"a": "б"})
        self.assert_refused("i18n/en.json: missing; English is what unknown languages fall back to")
        (self.i18n / "kk.json").unlink()
        (self.i18n / "languages" / "kk.json").unlink()
        self.assert_refused(f"{self.i18n}: no LANGUAGE.json files here")

    def test_what_it_writes(self):
        self.write(de={"b": "B", "a.c": "Ä\"\\\n1"}, kk={"a.c": "ә", "b": "б"}, en={"a.c": "1", "b": "it’s"},
                   ru={"b": "Б", "a.c": "а"}, az={"a.c": "1", "b": "2"})
        self.assert_accepted()
        keys = (self.out / "text" / "message_keys.h").read_text()
        self.assertIn("message_key_count = 2;", keys)
        self.assertLess(keys.index('"a.c"'), keys.index('"b"'))
        table = (self.out / "message_table.cpp").read_text()
        self.assertIn('languages[] = {"kk", "ru", "en", "az", "de"};', table)
        self.assertIn('"Ä\\"\\\\\\n1" "\\0"', table)

    def test_what_a_program_never_shows_is_left_out_of_it(self):
        self.write(kk={"a": "а", "update.b": "б"}, en={"a": "a", "update.b": "b"})
        result = self.run_tool("--without", "update.", "--without", "none.")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        header = (self.out / "text" / "message_keys.h").read_text()
        self.assertIn("message_key_count = 1;", header)
        self.assertNotIn("update.b", header)
        self.assertNotIn('"б"', (self.out / "message_table.cpp").read_text())

    def test_unchanged_files_stay_untouched(self):
        self.write(en={"a": "x"})
        self.assert_accepted()
        keys, table = self.out / "text" / "message_keys.h", self.out / "message_table.cpp"
        before = keys.stat().st_mtime_ns, table.stat().st_mtime_ns
        self.assert_accepted()
        self.assertEqual((keys.stat().st_mtime_ns, table.stat().st_mtime_ns), before)
        self.write(en={"a": "y"})
        self.assert_accepted()
        self.assertEqual(keys.stat().st_mtime_ns, before[0])
        self.assertIn('"y"', table.read_text())


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Turns what i18n/ and Unicode's data say of the languages into C++ for the rules of texts:
language_notes.cpp, which lint/languages.h declares. Mistakes are listed and nothing is written; exit 1."""

import argparse
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "text"))
from language_files import read_facts, read_languages  # noqa: E402

SOURCE = """\
// Made by src/lint/make_language_notes.py from i18n/languages/. Edit those files, not this one.
#include "lint/languages.h"

namespace lint {{

const std::vector<LanguageNotes>& all_notes() {{
  static const std::vector<LanguageNotes> notes{{
{notes}  }};
  return notes;
}}

}}  // namespace lint
"""


def text(value):
    return json.dumps(value, ensure_ascii=False)


def notes_of(tag, language):
    letters = {letter for letter in language.letters + language.own_letters if letter.isalpha()}
    cyrillic = any("\u0400" <= letter <= "\u052f" for letter in letters)
    small = "".join(sorted(letter.lower() for letter in letters))
    words = ", ".join("U" + text(word) for word in language.common_words)
    return (f"      {{.tag = {text(tag)},\n"
            f"       .cyrillic = {'true' if cyrillic else 'false'},\n"
            f"       .letters = U{text(small)},\n"
            f"       .own_letters = U{text(language.own_letters)},\n"
            f"       .common_words = {{{words}}},\n"
            f"       .quotes = U{text(language.quotes)},\n"
            f"       .territory = {text(language.territory)}}},\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--i18n", type=Path, required=True)
    parser.add_argument("--facts", type=Path, help="what dependencies/icu-data/language_facts.py wrote")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    problems = []
    languages = read_languages(options.i18n, problems, read_facts(options.facts))
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    made = SOURCE.format(notes="".join(notes_of(tag, language) for tag, language in languages.items()))
    if not options.out.exists() or options.out.read_text(encoding="utf-8") != made:
        options.out.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Which letters the languages of the app need in the fonts.

    font_letters.py all I18N FACTS             prints them, each once
    font_letters.py missing I18N FACTS FILE    says of each letter in FILE which language needs it

They are those of its texts, those that Unicode's data have in its alphabet and its punctuation, and
`letters` in i18n/languages/TAG.json; small letters bring the large ones along.
"""

import json
import sys
import unicodedata
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src" / "text"))
from language_files import read_facts, read_languages  # noqa: E402

MOST_NAMED = 20


def texts_of(path):
    """All texts of a file; what is wrong with it, the message table says."""
    try:
        messages = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError:
        return ""
    return "".join(text for text in messages.values() if isinstance(text, str)) if isinstance(messages, dict) else ""


def is_drawn(char):
    return unicodedata.category(char) not in ("Cc", "Cf", "Cn", "Cs", "Co", "Zl", "Zp")


def letters_of(i18n, facts):
    """tag -> set of characters"""
    found = {}
    for tag, language in read_languages(i18n, [], facts).items():
        text = texts_of(Path(i18n) / f"{tag}.json") + language.letters + language.own_letters + language.quotes
        text += language.native_name + language.short_name + "".join(language.calls.values())
        letters = set(text)
        letters |= {letter.upper() for letter in letters if len(letter.upper()) == 1}
        found[tag] = {letter for letter in letters if is_drawn(letter)}
    return found


def complaints(letters, missing):
    """For each language in words what it lacks."""
    for tag, own in letters.items():
        lacking = sorted(own & missing)
        if not lacking:
            continue
        named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking[:MOST_NAMED])
        more = f" and {len(lacking) - MOST_NAMED} more" if len(lacking) > MOST_NAMED else ""
        yield (f"i18n/{tag}.json: the language {tag} needs letters that the font Inter does not have, "
               f"which would be drawn as boxes: {named}{more}")


def main():
    what, i18n, facts, *rest = sys.argv[1:]
    letters = letters_of(i18n, read_facts(facts))
    if what == "all":
        print("".join(sorted(set().union(*letters.values()))), end="")
    else:
        missing = set(Path(rest[0]).read_text(encoding="utf-8"))
        for complaint in complaints(letters, missing):
            print(complaint, file=sys.stderr)


if __name__ == "__main__":
    main()

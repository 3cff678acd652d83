#!/usr/bin/env python3
"""Makes two languages: make_language.py I18N OUT writes the files of I18N and theirs into OUT.

qaa is English with every letter of a word but the first turned around in the alphabet, qab-Latn with
every one moved on by 13, so that none of their texts is like another language's. What messages are
steered by stays; of a plural's forms only `other`, which is all that Unicode gives a language of which
it knows nothing.
"""

import json
import re
import shutil
import sys
from pathlib import Path


def turned_around(place):
    return 25 - place


def moved_on(place):
    return (place + 13) % 26


LANGUAGES = {
    "qaa": (turned_around, {"native_name": "Qaaqa"}),
    "qab-Latn": (moved_on, {"native_name": "Qab tili", "short_name": "QAB", "territory": "KZ", "letters": "ɓ",
                            "quotes": "„“", "calls": {"kk": "Qazaq tili"}}),
}


def remade_letter(char, remade):
    first = ord("a" if char.islower() else "A")
    return chr(first + remade(ord(char) - first))


def remade_text(text, remade):
    out = ""
    depth = 0
    in_word = False
    for char in text:
        depth += {"{": 1, "}": -1}.get(char, 0)
        # {name, plural, other {text}}: at every second level stands text again.
        is_letter = char.isascii() and char.isalpha() and depth % 2 == 0
        out += remade_letter(char, remade) if is_letter and in_word else char
        in_word = is_letter
    return out


def only_other(text):
    return re.sub(r"\bone \{(?:[^{}]|\{[^{}]*\})*\} ", "", text)


def write(path, values):
    path.write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    shutil.rmtree(out, ignore_errors=True)
    (out / "languages").mkdir(parents=True)
    for path in [*source.glob("*.json"), *source.glob("languages/*.json")]:
        shutil.copyfile(path, out / path.relative_to(source))
    english = json.loads((source / "en.json").read_text(encoding="utf-8"))
    for tag, (remade, facts) in LANGUAGES.items():
        write(out / f"{tag}.json", {key: remade_text(only_other(text), remade) for key, text in english.items()})
        write(out / "languages" / f"{tag}.json", facts)

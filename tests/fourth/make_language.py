#!/usr/bin/env python3
"""Makes a language: make_language.py I18N OUT writes the files of I18N and qaa.json into OUT.

qaa is English with every letter of a word but the first turned around in the alphabet, so that none
of its texts is like another language's. What messages are steered by stays; of a plural's forms only
`other`, which is all that Unicode gives a language of which it knows nothing.
"""

import json
import re
import shutil
import sys
from pathlib import Path


def turned_letter(char):
    last, first = ("z", "a") if char.islower() else ("Z", "A")
    return chr(ord(last) - (ord(char) - ord(first)))


def turned(text):
    out = ""
    depth = 0
    in_word = False
    for char in text:
        depth += {"{": 1, "}": -1}.get(char, 0)
        # {name, plural, other {text}}: at every second level stands text again.
        is_letter = char.isascii() and char.isalpha() and depth % 2 == 0
        out += turned_letter(char) if is_letter and in_word else char
        in_word = is_letter
    return out


def only_other(text):
    return re.sub(r"\bone \{[^{}]*\} ", "", text)


if __name__ == "__main__":
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    for path in out.glob("*.json"):
        path.unlink()
    for path in source.glob("*.json"):
        shutil.copyfile(path, out / path.name)
    english = json.loads((source / "en.json").read_text(encoding="utf-8"))
    made = {key: turned(only_other(text)) for key, text in english.items()}
    (out / "qaa.json").write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

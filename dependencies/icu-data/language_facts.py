#!/usr/bin/env python3
"""What Unicode's data (CLDR) say of the app's languages: language_facts.py WHOLE.dat OUT.json TAG…

For each: `letters`, those of its alphabet and of its punctuation, and `calls`, how it calls each of
them. A language that CLDR does not know has neither.
"""

import json
import re
import sys
from pathlib import Path

from cut_data import Package, read_package, with_lesser


def letters_of(pattern):
    """The characters of a set as CLDR writes them: [a b {oʻ} а-я \\- 'x']. Ranges are spelled out."""
    pattern = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda found: chr(int(found[1], 16)), pattern.strip()[1:-1])
    letters, at, in_braces = [], 0, False
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "\\":
            letters.append(pattern[at])
            at += 1
        elif char in "{}":
            in_braces = char == "{"
        elif char == "-" and not in_braces and letters and at < len(pattern):
            letters += map(chr, range(ord(letters[-1]) + 1, ord(pattern[at]) + 1))
            at += 1
        elif char != " ":
            letters.append(char)
    return set(letters)


def facts_of(package, tag, tags):
    language = tag.replace("-", "_")
    said = package.of_language(language) or {}
    sets = [said.get(name, "[]") for name in ("ExemplarCharacters", "ExemplarCharactersPunctuation")]
    names = (package.of_language(language, "lang/") or {}).get("Languages", {})
    calls = {}
    for other in tags:
        calls[other] = next((names[name] for name in with_lesser(other.replace("-", "_")) if name in names), None)
    return {
        "letters": "".join(sorted(set().union(*map(letters_of, sets)))),
        "calls": {other: name for other, name in calls.items() if name},
    }


def main():
    whole, out, *tags = sys.argv[1:]
    package = Package(read_package(Path(whole).read_bytes())[0])
    facts = {tag: facts_of(package, tag, tags) for tag in tags}
    Path(out).write_text(json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

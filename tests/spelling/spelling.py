#!/usr/bin/env python3
"""Holds every text of the event and of the app to the dictionaries of hunspell.

    spelling.py SUMMIT-PACK PACK I18N
    spelling.py --packages I18N          which Debian packages the dictionaries are in: FILE=PACKAGE

I18N/languages/TAG.json names the dictionary of a language. Words that it lacks stand in
I18N/words.TAG.txt, one a line: names, terms, and forms that it does not know. Unknown words are
listed with their places; exit 1. The last line is "spelling: N passed, N failed, N skipped".
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def dictionaries(folder):
    """tag -> what I18N/languages/TAG.json says of its dictionary, nothing where it says nothing"""
    found = {}
    for path in sorted(folder.glob("*.json")):
        facts = folder / "languages" / path.name
        found[path.stem] = json.loads(facts.read_text(encoding="utf-8")).get("dictionary") if facts.exists() else None
    return found


def word_list(folder, language):
    path = folder / f"words.{language}.txt"
    if not path.exists():
        return []
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def texts_of(program, pack, folder, language):
    """(place, text) of everything in one language."""
    command = [program, "texts", "print", pack, "--texts", str(folder), "--lang", language]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    texts = (line.split("\t", 1) for line in lines)
    # Whose something is, no dictionary knows of names; other apostrophes it spells straight.
    return [(place, re.sub(r"’s\b", "", text).replace("’", "'").replace("\u2011", "-")) for place, text in texts]


def unknown_words(dictionary, words, text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(words) + "\n")
        file.flush()
        done = subprocess.run(["hunspell", "-i", "utf-8", "-l", "-d", dictionary, "-p", file.name],
                              input=text, capture_output=True, text=True, check=True,
                              env={"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": tempfile.gettempdir()})
    if "Can't open" in done.stderr:
        sys.exit(f"spelling: {done.stderr.strip()}")
    return set(done.stdout.split())


def main():
    if sys.argv[1] == "--packages":
        for dictionary in filter(None, dictionaries(Path(sys.argv[2])).values()):
            print(f"/usr/share/hunspell/{dictionary['name']}.dic={dictionary['package']}")
        return 0
    program, pack, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    passed = failed = skipped = 0
    known = dictionaries(folder)
    for language, dictionary in known.items():
        if not dictionary:
            print(f"{language}: {folder}/languages/{language}.json names no dictionary")
            skipped += 1
            continue
        words = word_list(folder, language)
        # Texts quote Latin names, which English knows best.
        english = (known.get("en") or dictionary)["name"]
        names = ",".join(dict.fromkeys([dictionary["name"], english]))
        # A slip that must be found: else the dictionary is not at work and nothing below means anything.
        right, wrong = dictionary["right"], dictionary["wrong"]
        if unknown_words(names, words, f"{right} {wrong}") == {wrong}:
            passed += 1
        else:
            print(f"{language}: the dictionary {names} does not tell {right} from {wrong}")
            failed += 1
        texts = texts_of(program, pack, folder, language)
        unknown = unknown_words(names, words, "\n".join(text for _, text in texts))
        for place, text in texts:
            for word in sorted(word for word in unknown if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)):
                print(f"{place}: {word}: neither hunspell nor {folder}/words.{language}.txt knows it")
        if unknown or not texts:
            failed += 1
        else:
            passed += 1
    print(f"spelling: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Adds an event's own languages to those of the app: add_languages.py I18N EVENT_I18N OUT.

An event may bring texts of the app in a language that the app does not have, EVENT/i18n/TAG.json, and what is
said of that language, EVENT/i18n/languages/TAG.json. OUT becomes a copy of I18N with them in it. What such a
file lacks stands in English for the time being: OUT/borrowed/TAG.json lists those keys, so that the app can
say that they are English. A language that the app has is its own: an event that brings it too is refused.
"""

import json
import shutil
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from make_message_table import read_messages, write_if_changed  # noqa: E402


def written(values):
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def main():
    i18n, event, out = map(Path, sys.argv[1:4])
    problems = []
    own = {path.stem: path for path in sorted(i18n.glob("*.json"))}
    more = {path.stem: path for path in sorted(event.glob("*.json"))}
    for tag in sorted(own.keys() & more.keys()):
        problems.append(f"{more[tag]}: the app itself has {tag}: texts for it stand in i18n/{tag}.json")
    english = read_messages(own["en"], "i18n/en.json", {}, problems) or {}
    files = {path.name: path.read_text("utf-8") for path in own.values()}
    files |= {f"languages/{path.name}": path.read_text("utf-8") for path in i18n.glob("languages/*.json")}
    for tag, path in more.items():
        messages = read_messages(path, str(path), {}, problems) or {}
        for key in sorted(messages.keys() - english.keys()):
            problems.append(f'{path}: key "{key}" is none of the app')
        borrowed = sorted(english.keys() - messages.keys())
        files[path.name] = written({key: messages.get(key, text) for key, text in english.items()})
        files[f"borrowed/{path.name}"] = written(borrowed)
    for path in event.glob("languages/*.json"):
        if path.stem in more:
            files[f"languages/{path.name}"] = path.read_text("utf-8")
    if problems:
        sys.exit("\n".join(problems))
    # Files of a language that is gone go too.
    for path in out.rglob("*.json"):
        if path.relative_to(out).as_posix() not in files:
            path.unlink()
    for name, text in files.items():
        write_if_changed(out / name, text)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main()

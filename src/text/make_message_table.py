#!/usr/bin/env python3
"""Turns i18n/*.json into C++: text/message_keys.h and message_table.cpp.

Every language is one file, i18n/LANGUAGE.json: a flat object of key and text, the text in ICU
MessageFormat. How the languages are called stands beside the texts: see language_files.py. All
mistakes of all files are listed and nothing is written; exit 1. Files are only touched when their
content changes, so that an unchanged text rebuilds nothing.
"""

import argparse
import json
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from language_files import LANGUAGE_TAG, read_facts, read_languages  # noqa: E402

KEY_NAME = re.compile(r"[a-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*\Z")
PLACEHOLDER_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
# What stands before the {…} of a branch: "few", "=0", "hall".
SELECTOR = re.compile(r"=\d+|[A-Za-z0-9_-]+")
CHOOSING_KINDS = ("plural", "selectordinal", "select")


class BadMessage(Exception):
    pass


class MessageReader:
    """Walks one message as ICU would and collects its placeholders: name -> set of kinds."""

    def __init__(self, text):
        self.text = text
        self.at = 0
        self.placeholders = {}

    def read(self):
        self.branch(nesting=0, in_plural=False, inside_plural=False)
        return self.placeholders

    def fail(self, what):
        raise BadMessage(f"{what} (at character {self.at + 1})")

    def branch(self, nesting, in_plural, inside_plural):
        """The text of one branch, up to the brace that closes it."""
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == "'":
                self.apostrophe(in_plural)
            elif char == "{":
                self.placeholder(nesting, inside_plural)
            elif char == "}":
                if nesting:
                    return
                self.fail("} without {")
            else:
                if char == "#" and inside_plural and not in_plural:
                    self.fail("# inside a select prints as #; put the select outside, the plural inside")
                self.at += 1
        if nesting:
            self.fail("{ without }")

    def apostrophe(self, in_plural):
        following = self.text[self.at + 1 : self.at + 2]
        if following and (following in "{}|" or following == "#" and in_plural):
            self.fail(f"' before {following} makes the rest literal; write ’ for an apostrophe")
        self.at += 2 if following == "'" else 1

    def spaces(self):
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1

    def up_to(self, stops):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in stops:
            self.at += 1
        if self.at == len(self.text):
            self.fail("{ without }")
        return self.text[start : self.at].strip()

    def placeholder(self, nesting, inside_plural):
        self.at += 1
        name = self.up_to(",{}")
        if not PLACEHOLDER_NAME.match(name):
            self.fail(f"{{{name}}} is not a name of a placeholder")
        kind = ""
        if self.text[self.at] == ",":
            self.at += 1
            kind = self.up_to(",{}")
            if kind not in CHOOSING_KINDS:
                self.fail(f"{{{name}, {kind}}}: only plural, selectordinal and select are used here; "
                          f"numbers and dates come ready made, write {{{name}}}")
            if self.text[self.at] != ",":
                self.fail(f"{{{name}, {kind}: a comma and the branches must follow")
            self.at += 1
            self.branches(name, kind, nesting, inside_plural)
        if self.text[self.at : self.at + 1] != "}":
            self.fail(f"}} is missing after {{{name}")
        self.at += 1
        self.placeholders.setdefault(name, set()).add(kind)

    def branches(self, name, kind, nesting, inside_plural):
        selectors = []
        counting = kind != "select"
        self.spaces()
        if counting and self.text.startswith("offset:", self.at):
            match = re.compile(r"offset:\s*\d+\s*").match(self.text, self.at)
            if not match:
                self.fail("offset: must be followed by a number")
            self.at = match.end()
        while True:
            self.spaces()
            if self.text[self.at : self.at + 1] == "}":
                break
            if self.at == len(self.text):
                self.fail("{ without }")
            match = SELECTOR.match(self.text, self.at)
            if not match:
                self.fail(f"{{{name}, {kind}, …}}: a branch such as “other {{…}}” must stand here")
            selector = match.group()
            self.at = match.end()
            self.spaces()
            if self.text[self.at : self.at + 1] != "{":
                self.fail(f"{selector} must be followed by {{…}}")
            if selector in selectors:
                self.fail(f"the branch {selector} is there twice")
            selectors.append(selector)
            self.at += 1
            self.branch(nesting + 1, counting, inside_plural or counting)
            self.at += 1
        if "other" not in selectors:
            self.fail(f"{{{name}, {kind}, …}} lacks the branch “other”")


def line_of_key(source, key, occurrence):
    """The line on which `key` stands for the nth time, counted from 1; 0 when it cannot be told."""
    spelled = re.compile(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:")
    for count, match in enumerate(spelled.finditer(source), start=1):
        if count == occurrence:
            return source.count("\n", 0, match.start()) + 1
    return 0


def read_messages(path, shown, wrong_letters, problems):
    """The messages of one file: key -> text. Mistakes go to `problems`; what is readable is kept.
    `wrong_letters`: those that look like a letter of the language, with the right one."""
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        problems.append(f"{shown}:{line}: not UTF-8")
        return None
    try:
        pairs = json.loads(source, object_pairs_hook=list)
    except json.JSONDecodeError as error:
        problems.append(f"{shown}:{error.lineno}: not JSON: {error.msg} (column {error.colno})")
        return None
    if not isinstance(pairs, list) or not source.lstrip().startswith("{"):
        problems.append(f"{shown}: must be one object of keys and texts")
        return None

    messages = {}
    seen = {}
    for key, text in pairs:
        seen[key] = seen.get(key, 0) + 1
        where = f'{shown}:{line_of_key(source, key, seen[key])}: key "{key}"'
        if seen[key] > 1:
            problems.append(f"{where} is there twice")
            continue
        messages[key] = text if isinstance(text, str) else ""
        if not KEY_NAME.match(key):
            problems.append(f"{where}: a key is made of Latin letters, digits, _, - and dots")
        if not isinstance(text, str):
            problems.append(f"{where}: the text must be in quotes")
        elif not text.strip():
            problems.append(f"{where}: the text is empty")
        elif text != text.strip():
            problems.append(f"{where}: the text begins or ends with a space")
        elif "\0" in text:
            problems.append(f"{where}: the text holds a NUL character")
        for wrong, right in wrong_letters.items():
            if wrong in messages[key]:
                problems.append(f"{where}: {named(wrong)} stands where {named(right)} belongs")
    return messages


def named(letter):
    return f"{letter} (U+{ord(letter):04X})"


def listed(languages):
    return ", ".join(languages) + (" has" if len(languages) == 1 else " have")


def check_against_each_other(languages, messages, shown, problems):
    """Every key and every placeholder in every language, or in none."""
    readable = [language for language in languages if messages[language] is not None]
    keys = sorted({key for language in readable for key in messages[language]})
    for key in keys:
        having = [language for language in readable if key in messages[language]]
        for language in readable:
            if language not in having:
                problems.append(f'{shown[language]}: key "{key}" is missing ({listed(having)} it)')

        placeholders = {}
        for language in having:
            try:
                placeholders[language] = MessageReader(messages[language][key]).read()
            except BadMessage as error:
                problems.append(f'{shown[language]}: key "{key}": {error}')
        for name in sorted({name for found in placeholders.values() for name in found}):
            using = [language for language in placeholders if name in placeholders[language]]
            for language in placeholders:
                if language not in using:
                    problems.append(f'{shown[language]}: key "{key}": placeholder {{{name}}} is missing '
                                    f"({listed(using)} it)")
            kinds = {kind for language in using for kind in placeholders[language][name]}
            if "select" in kinds and kinds & {"plural", "selectordinal"}:
                problems.append(f'key "{key}": {{{name}}} is a select in one place and a plural in another')


def c_string(text):
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(escapes.get(char, char) for char in text) + '"'


def c_strings(texts):
    return ", ".join(map(c_string, texts))


KEYS_HEADER = """\
// Made by src/text/make_message_table.py from i18n/. Edit those files, not this one.
#pragma once

#include <cstdint>
#include <string_view>

namespace text {{

inline constexpr std::uint16_t message_key_count = {count};

// Sorted by their bytes.
inline constexpr std::string_view message_key_names[] = {{
{names}}};

}}  // namespace text
"""

TABLE_SOURCE = """\
// Made by src/text/make_message_table.py from i18n/. Edit those files, not this one.
#include "text/message_table.h"

namespace text {{

namespace {{

{texts}
constexpr std::string_view languages[] = {{{languages}}};
constexpr const char* texts[] = {{{names}}};
constexpr std::string_view native_names[] = {{{native_names}}};
constexpr std::string_view short_names[] = {{{short_names}}};
{borrowed}constexpr std::string_view calls[][{count}] = {{
{calls}}};

}}  // namespace

std::span<const std::string_view> message_table_languages() {{ return languages; }}

const char* message_table_texts(std::size_t language_index) {{ return texts[language_index]; }}

std::string_view message_table_native_name(std::size_t language_index) {{ return native_names[language_index]; }}

std::string_view message_table_short_name(std::size_t language_index) {{ return short_names[language_index]; }}

std::span<const std::uint16_t> message_table_borrowed([[maybe_unused]] std::size_t language_index) {{ return {answer}; }}

std::string_view message_table_name(std::size_t language_index, std::size_t named_index) {{ return calls[language_index][named_index]; }}

}}  // namespace text
"""


def keys_header(keys):
    return KEYS_HEADER.format(count=len(keys), names="".join(f"    {c_string(key)},\n" for key in keys))


def table_source(languages, keys, messages, borrowed_keys=None):
    texts = ""
    names = []
    for language in languages:
        names.append("texts_" + language.replace("-", "_"))
        texts += f"constexpr char {names[-1]}[] =\n"
        # The NUL stands in a literal of its own, so that no digit behind it joins its escape.
        texts += "\n".join(f'    {c_string(messages[language][key])} "\\0"' for key in keys)
        texts += ";\n\n"
    known = languages.values()
    # Most builds have none, and cost nothing for them.
    borrowed = answer = ""
    for language, missing in (borrowed_keys or {}).items():
        at, name = list(languages).index(language), "borrowed_" + language.replace("-", "_")
        borrowed += f"constexpr std::uint16_t {name}[] = {{{', '.join(str(keys.index(key)) for key in missing if key in keys)}}};\n"
        answer += f"language_index == {at} ? std::span<const std::uint16_t>({name}) : "
    answer += "std::span<const std::uint16_t>()"
    calls = "".join(f"    {{{c_strings(language.calls[other] for other in languages)}}},\n" for language in known)
    return TABLE_SOURCE.format(
        texts=texts, languages=c_strings(languages), names=", ".join(names), borrowed=borrowed, answer=answer, count=len(languages), calls=calls,
        native_names=c_strings(language.native_name for language in known),
        short_names=c_strings(language.short_name for language in known))


def read_borrowed(i18n):
    """What add_languages.py has put in from English: language -> keys."""
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(i18n.glob("borrowed/*.json"))}
    return {language: keys for language, keys in found.items() if keys}


def write_if_changed(path, content):
    data = content.encode()
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--i18n", type=Path, required=True, help="folder of LANGUAGE.json files")
    parser.add_argument("--out-dir", type=Path, required=True, help="where the C++ files go")
    parser.add_argument("--without", action="append", default=[], metavar="PREFIX",
                        help="leave out the keys that begin so: what this program never shows")
    parser.add_argument("--facts", type=Path, help="what dependencies/icu-data/language_facts.py wrote")
    options = parser.parse_args()

    problems = []
    known = read_languages(options.i18n, problems, read_facts(options.facts))
    languages = list(known)
    shown = {language: f"i18n/{language}.json" for language in languages}
    if not languages:
        problems.append(f"{options.i18n}: no LANGUAGE.json files here")
    if languages and "en" not in languages:
        problems.append("i18n/en.json: missing; English is what unknown languages fall back to")
    messages = {}
    for language in languages:
        if not LANGUAGE_TAG.match(language):
            problems.append(f"{shown[language]}: the file name must be a language tag such as kk, pt-BR or zh-Hant")
        messages[language] = read_messages(
            options.i18n / f"{language}.json", shown[language], known[language].wrong_letters, problems)
    check_against_each_other(languages, messages, shown, problems)

    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    keys = sorted((key for key in messages["en"] if not key.startswith(tuple(options.without))), key=lambda key: key.encode())
    if not 0 < len(keys) < 0xFFFF:
        print("i18n/: the number of keys must be between 1 and 65534", file=sys.stderr)
        return 1
    write_if_changed(options.out_dir / "text" / "message_keys.h", keys_header(keys))
    write_if_changed(options.out_dir / "message_table.cpp", table_source(known, keys, messages, read_borrowed(options.i18n)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

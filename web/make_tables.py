#!/usr/bin/env python3
"""Makes the tables that C++ and JavaScript share, out of the C++ headers, so that each stands once.

make_tables.py -o FILE [--source DIR] writes a script of constants, which the build puts in front of
mirror.js and shell.js in the same file. It fails, with one line for each, when the scripts say nothing
about a value that C++ has: a role without an element, a step or a state that nobody applies, a key
without its name in browsers, a call of a function that is not there.
"""

import argparse
import re
import sys
from pathlib import Path


class Broken(Exception):
    pass


def without_comments(text):
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.S)


class Source:
    def __init__(self, root):
        self.root = Path(root)

    def read(self, name):
        return (self.root / name).read_text("utf-8")

    def enum(self, header, name):
        """The values of an enum by their names, in order. A name that ends in "_" is a word of C++ without it."""
        found = re.search(rf"\benum (?:class )?{name}\b[^{{;]*\{{(.*?)\}}", without_comments(self.read(header)), re.S)
        if not found:
            raise Broken(f"{header}: there is no enum {name}")
        values = {}
        following = 0
        for entry in filter(None, map(str.strip, found[1].split(","))):
            word, _, number = (part.strip() for part in entry.partition("="))
            following = int(number, 0) if number else following
            values[word.rstrip("_")] = following
            following += 1
        return values

    def text(self, header, name):
        found = re.search(rf"\b{name}\s*=\s*\"([^\"\\]*)\"\s*;", without_comments(self.read(header)))
        if not found:
            raise Broken(f"{header}: there is no text {name}")
        return found[1]


def camel(name):
    return re.sub(r"_(\w)", lambda letter: letter[1].upper(), name)


def in_order(values, name=lambda value: value):
    """A list in which each name stands at the place of its value; nothing where there is none."""
    names = [""] * (max(values.values()) + 1)
    for word, value in values.items():
        names[value] = name(word)
    return "[" + ", ".join(f"'{word}'" for word in names) + "]"


def by_name(values):
    return "{" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}"


# The files of the program by their names in boot.js, in the order in which it takes them.
def program_files(source):
    files = source.enum("src/platform/web/main.cpp", "FileIndex")
    files.pop("file_count")
    return {camel(name): index for name, index in files.items()}


def keys_of(script, name):
    """The keys of the object `name` of a script, whose end stands at the beginning of a line."""
    found = re.search(rf"^const {name} = \{{\n(.*?)^\}};", script, re.S | re.M)
    if not found:
        raise Broken(f"there is no object {name}")
    return set(re.findall(r"(?:^|[,{])\s*(\w+): ", without_comments(found[1])))


def make(source):
    enums = {
        "Role": source.enum("src/ui/semantics.h", "Role"),
        "KeyName": source.enum("src/ui/input.h", "KeyName"),
        "PointerPhase": source.enum("src/ui/input.h", "PointerPhase"),
        "PointerKind": source.enum("src/ui/input.h", "PointerKind"),
        "MirrorStep": source.enum("src/platform/mirror.h", "MirrorStep"),
        "MirrorType": source.enum("src/platform/mirror.h", "MirrorType"),
        "MirrorState": source.enum("src/platform/mirror.h", "MirrorState"),
        "EnvironmentValue": source.enum("src/platform/web/browser.h", "EnvironmentValue"),
        "Received": source.enum("src/app/session.h", "Received"),
    }
    enums["EnvironmentValue"].pop("count")
    lines = [
        "// Made by web/make_tables.py out of the C++ headers.",
        f"const ROLES = {in_order(enums['Role'])};",
        f"const STEPS = {in_order(enums['MirrorStep'])};",
        f"const TYPE = {by_name(enums['MirrorType'])};",
        f"const STATE = {by_name(enums['MirrorState'])};",
        f"const KEY_NAMES = {in_order(enums['KeyName'])};",
        f"const PHASES = {in_order(enums['PointerPhase'], lambda phase: 'pointer' + phase)};",
        f"const POINTERS = {in_order(enums['PointerKind'])};",
        f"const ENVIRONMENT = {in_order(enums['EnvironmentValue'])};",
        f"const FILES = {in_order(program_files(source))};",
        f"const RECEIVED = {in_order(enums['Received'])};",
        f"const VISITOR = '{source.text('src/app/start.h', 'visitor_text_name')}';",
        f"const FIRST_VISITOR = '{source.text('src/app/start.h', 'first_visitor_text_name')}';",
    ]
    return enums, "\n".join(lines) + "\n"


def problems(source, enums):
    """What the scripts lack, one a line."""
    mirror = without_comments(source.read("web/mirror.js"))
    shell = without_comments(source.read("web/shell.js"))
    main = source.read("src/platform/web/main.cpp")

    def unknown_to(script, file, enum, known):
        return [f"{file}: says nothing about {enum}::{name}" for name in enums[enum] if not known(name)]

    elements = keys_of(mirror, "ELEMENTS")
    keys = keys_of(shell, "KEYS")
    environment = keys_of(shell.replace("    const values = {", "const values = {").replace("\n    };", "\n};"), "values")
    quoted = lambda script: lambda name: f"'{name}'" in script
    found = []
    found += unknown_to(mirror, "web/mirror.js", "Role", lambda name: name in elements or f"role === '{name}'" in mirror)
    found += unknown_to(mirror, "web/mirror.js", "MirrorStep", quoted(mirror))
    found += unknown_to(mirror, "web/mirror.js", "MirrorType", lambda name: f"TYPE.{name}" in mirror)
    found += unknown_to(mirror, "web/mirror.js", "MirrorState", lambda name: f"STATE.{name}" in mirror or f"'{name}'" in mirror)
    found += unknown_to(shell, "web/shell.js", "KeyName", lambda name: name in keys)
    found += unknown_to(shell, "web/shell.js", "EnvironmentValue", lambda name: name in environment)
    found += [f"web/shell.js: {name}: is no value of KeyName" for name in sorted(keys - set(enums["KeyName"]))]
    found += [f"web/mirror.js: {name}: is no value of Role" for name in sorted(elements - set(enums["Role"]))]
    # Functions of the program, by their names without "summit_".
    functions = set(re.findall(r"EMSCRIPTEN_KEEPALIVE [^(]*\bsummit_(\w+)\(", main))
    called = set(re.findall(r"\bcall\('(\w+)'", shell)) | set(re.findall(r"\bwrite\(\w+, '(\w+)'", shell))
    found += [f"web/shell.js: calls {name}, which src/platform/web/main.cpp lacks" for name in sorted(called - functions)]
    found += [f"src/platform/web/main.cpp: nobody calls summit_{name}" for name in sorted(functions - called)]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("-o", dest="out", required=True, help="the script to write")
    parser.add_argument("--source", default=Path(__file__).resolve().parent.parent, help="the folder with src/ and web/")
    arguments = parser.parse_args()
    source = Source(arguments.source)
    try:
        enums, script = make(source)
        found = problems(source, enums)
    except Broken as broken:
        found = [str(broken)]
    if found:
        sys.exit("\n".join(found))
    out = Path(arguments.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(script, "utf-8")


if __name__ == "__main__":
    main()

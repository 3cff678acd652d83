#!/usr/bin/env python3
"""What each part of the app costs of a first visit: bytes.py [BUILD_OF_THE_WEB], which `./run bench` calls.

Links the browser's program once more, with the names of its functions, and says for each part how large its
functions are and by how much the packed program is smaller without them. That is less than they are packed by
themselves, for much is alike; and it is of the program as it is optimised: a function that is written into its
caller counts there.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
FOLDERS = {folder.name for folder in (TOP / "src").iterdir() if folder.is_dir()}

# Parts of the app, by their files in src/; first come first served.
PARTS = [
    ("agenda: grid of rooms over time", r"screens/(agenda_grid|board|board_on_wall)|ui/widgets/(time_grid|grid|board)|ui/cells|agenda/lanes"),
    ("agenda: list, days, filters", r"screens/(agenda\w*|session_rows|row_times|rows_by_link)|ui/widgets/timed_rows|agenda/(filter|breaks|programme)"),
    ("a session", r"screens/session"),
    ("my agenda", r"screens/(my\w*|today)|agenda/(plan|reminders|walking)|ui/widgets/(between_rows|time_plan)"),
    ("carried along, QR codes", r"carry/|screens/(brought|own_files)|ui/widgets/qr"),
    ("calendar files", r"calendar/|screens/calendar_files"),
    ("what has changed", r"screens/changes|content/(changes|known_changes|told\w*)|pack/change_values|model/changes"),
    ("door signs", r"screens/door|ui/widgets/sign"),
    ("map: plan", r"screens/map\w*|ui/widgets/floor_plan|pack/venue_values|screens/place_state"),
    ("map: ways and what is near", r"venue/|screens/(ways|near|codes)|content/(route_words|walks)|ui/widgets/steps"),
    ("desk", r"screens/(desk\w*|answer|shown)|ui/widgets/desk"),
]
LIBRARIES = [
    ("ICU", r"_76\b|_76::|\(anonymous namespace\)::_canonicalize|^u(loc|res|str|nums|data|hash|trie)|^res_|^umtx|^ucase|^utext"),
    ("JSON library", r"nlohmann"),
    ("Dear ImGui, its rasteriser of fonts", r"^(Im[A-Z]|stb)|^ImGui"),
    ("SDL", r"^(SDL|GLES2|SW_|GL_|Emscripten_|RLE|SetDrawState)|SDL_|^(Blit|blit)"),
    ("libsodium", r"blake2b|crypto_|sodium|SHA512|fe25519|ge25519|sc25519"),
    ("QR code library", r"^qrcodegen"),
]
OWN = re.compile(r"\b(%s)::((?:\(anonymous namespace\)::)?)(~?\w+)((?:::~?\w+)*)" % "|".join(sorted(FOLDERS)))


def definitions():
    """By folder and name, the files that define a function or a class of that name."""
    found = defaultdict(set)
    for file in (TOP / "src").rglob("*"):
        if file.suffix not in {".cpp", ".h"}:
            continue
        relative = file.relative_to(TOP / "src")
        text = file.read_text("utf-8")
        names = re.findall(r"^(?:class|struct) (\w+) (?:.* )?\{", text, re.M)
        if file.suffix == ".cpp":
            # A declaration ends with a semicolon before any brace.
            names += re.findall(r"^[A-Za-z][\w:<>,&*\[\] ]*?\b(\w+)\([^;{}]*(?:\{[^;{}]*\}[^;{}]*)*\{", text, re.M)
        for name in names:
            found[relative.parts[0], name].add(str(relative.with_suffix("")))
    return found


def part_of(name, defined):
    own = OWN.search(name)
    starts = own and (own.start() == 0 or "__function" in name or "lambda" in name or not name.startswith("std::"))
    if starts:
        files = set()
        for each in [own[3], *own[4].split("::")[1:]]:
            files = defined.get((own[1], each), set())
            if len(files) == 1:
                break
        for part, pattern in PARTS:
            if files and all(re.match(pattern, file) for file in files):
                return part
        return f"the rest of {own[1]}"
    for library, pattern in LIBRARIES:
        if re.search(pattern, name):
            return library
    return "called by the browser" if name.startswith("summit_") else "C and C++ libraries, small helpers"


class Program:
    """A program of WebAssembly: its functions with their names and bytes."""

    def __init__(self, path):
        self.bytes = Path(path).read_bytes()
        self.functions, self.data, names, imported = [], b"", {}, 0
        at = 8
        while at < len(self.bytes):
            section = self.bytes[at]
            size, at = self.number(at + 1)
            end = at + size
            if section == 2:
                imported = self.imports(at)
            elif section == 10:
                count, at = self.number(at)
                for _ in range(count):
                    length, at = self.number(at)
                    self.functions.append(self.bytes[at : at + length])
                    at += length
            elif section == 11:
                self.data = self.bytes[at:end]
            elif section == 0:
                length, at = self.number(at)
                if self.bytes[at : at + length] == b"name":
                    names = self.names(at + length, end)
            at = end
        self.names = [names.get(imported + i, "") for i in range(len(self.functions))]

    def number(self, at):
        value = shift = 0
        while True:
            byte = self.bytes[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value, at

    def imports(self, at):
        """How many functions come from outside. This program imports nothing else but memory."""
        functions = 0
        count, at = self.number(at)
        for _ in range(count):
            for _ in range(2):
                length, at = self.number(at)
                at += length
            kind = self.bytes[at]
            at += 1
            if kind == 0:
                functions += 1
                _, at = self.number(at)
            else:
                at += kind == 1
                flags = self.bytes[at]
                at += 1
                _, at = self.number(at)
                if flags & 1:
                    _, at = self.number(at)
        return functions

    def names(self, at, end):
        found = {}
        while at < end:
            kind = self.bytes[at]
            size, at = self.number(at + 1)
            if kind == 1:
                count, inner = self.number(at)
                for _ in range(count):
                    index, inner = self.number(inner)
                    length, inner = self.number(inner)
                    found[index] = self.bytes[inner : inner + length].decode()
                    inner += length
            at += size
        return found


def packed(data):
    return len(subprocess.run(["brotli", "-q", "11", "-w", "24", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout)


def linked(build, into):
    """The program with its names, linked as the build does it."""
    command = subprocess.run(["ninja", "-C", build, "-t", "commands", "summit"], stdout=subprocess.PIPE, text=True, check=True)
    link = command.stdout.strip().splitlines()[-1].replace("-o summit.js", f"--profiling-funcs -o {into}/summit.js")
    assert "--profiling-funcs" in link, link
    (into / "link").write_text(link)
    subprocess.run([TOP / "dependencies/emscripten.sh", "bash", into / "link"], cwd=build, check=True, stdout=subprocess.DEVNULL)


def row(name, plain, cost):
    print(f"  {name:40}{plain:12,}{cost:12,}")


def main():
    build = Path(sys.argv[1] if len(sys.argv) > 1 else TOP / "build/web").resolve()
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder)
        if len(sys.argv) > 2:  # one that was linked like that before
            into = Path(sys.argv[2])
        else:
            linked(build, into)
        program = Program(into / "summit.wasm")
        script = (into / "summit.js").read_text("utf-8")
    defined = definitions()
    parts = [part_of(name, defined) for name in program.names]
    if "--names" in sys.argv:
        for name, part, code in sorted(zip(program.names, parts, program.functions), key=lambda each: -len(each[2])):
            print(len(code), part, name[:140], sep="\t")
        return
    whole = b"".join(program.functions) + program.data
    all_packed = packed(whole)
    print("What each part costs of a first visit: bytes, and bytes by which it is smaller without it (brotli 11)")
    for part in sorted(set(parts), key=lambda each: (each.startswith("the rest"), each)):
        rest = b"".join(code for code, own in zip(program.functions, parts) if own != part)
        row(part, sum(len(code) for code, own in zip(program.functions, parts) if own == part), all_packed - packed(rest + program.data))
    row("data of the program: texts, tables", len(program.data), all_packed - packed(b"".join(program.functions)))
    row("the whole program", len(whole), all_packed)
    # Of the page's script what prints, which is a function of its own.
    begin = script.index("function listenToPrinter(")
    end = begin + script[begin:].index("{")
    depth = 0
    while True:
        depth += {"{": 1, "}": -1}.get(script[end], 0)
        end += 1
        if depth == 0:
            break
    row("printing, in JavaScript", end - begin, packed(script.encode()) - packed((script[:begin] + script[end:]).encode()))
    pack = next((build / "assets").glob("event.pack"), TOP / "build/native/assets/event.pack").read_bytes()
    event = json.loads(pack)
    without = {key: value for key, value in event.items() if key != "venue"}
    write = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    row("map: data in the event's pack", len(write(event)) - len(write(without)), packed(write(event)) - packed(write(without)))


main()

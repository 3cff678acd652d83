#!/usr/bin/env python3
"""Cuts ICU's data file down to what the app uses: cut_data.py WHOLE.dat RULES OUT.icu LANGUAGE…

The whole file (33 MB) knows every language; RULES says which parts stay (see keep.txt). Resource
bundles are decoded and written again without what goes, each with only its own strings, so that no
pool of everybody's strings has to come along. Needs nothing but Python, so that the result does not
depend on which ICU tools a machine happens to have.
"""

import datetime
import fnmatch
import struct
import sys
from pathlib import Path

# Resource types, as in ICU's uresdata.h.
STRING, BINARY, TABLE, ALIAS, TABLE32, TABLE16, STRING_V2, INT, ARRAY, ARRAY16, INT_VECTOR = (
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 14)


class Alias(str):
    """A resource that points at another one."""


class Bundle:
    """Decodes one .res file into dicts, lists, str, Alias, int, bytes and tuples (int vectors)."""

    def __init__(self, data, pool=None):
        self.header_size = struct.unpack_from("<H", data)[0]
        self.header = data[: self.header_size]
        self.data = data[self.header_size :]
        self.pool = pool
        self.root_resource = self.u32(0)
        lengths = self.u32(4)
        self.index_count = lengths & 0xFF
        index = [self.u32(4 + 4 * i) for i in range(self.index_count)]
        self.keys_end = index[1] * 4
        attributes = index[5]
        self.no_fallback = bool(attributes & 1)
        self.pool_limit = (lengths >> 8) | (attributes & 0xF000) << 12
        self.pool_limit16 = attributes >> 16
        self.uses_pool = bool(attributes & 4)
        self.units_start = self.keys_end
        # A bundle without keys of its own counts the pool's from nought.
        self.local_keys_end = self.keys_end if self.keys_end > 4 + 4 * self.index_count else 0

    def u16(self, at):
        return struct.unpack_from("<H", self.data, at)[0]

    def u32(self, at):
        return struct.unpack_from("<I", self.data, at)[0]

    def key_at(self, at):
        return self.data[at : self.data.index(0, at)].decode("ascii")

    def key16(self, offset):
        if not self.uses_pool or offset < self.local_keys_end:
            return self.key_at(offset)
        return self.pool.pool_key(offset - self.local_keys_end)

    def key32(self, offset):
        return self.pool.pool_key(offset & 0x7FFFFFFF) if offset & 0x80000000 else self.key_at(offset)

    def pool_key(self, offset):
        return self.key_at(4 + 4 * self.index_count + offset)

    def string_v2(self, offset):
        if offset < self.pool_limit:
            return self.pool.own_string(offset)
        return self.own_string(offset - self.pool_limit)

    def own_string(self, offset):
        at = self.units_start + 2 * offset
        first = self.u16(at)
        if first & 0xFC00 != 0xDC00:
            end = at
            while self.u16(end):
                end += 2
            return self.data[at:end].decode("utf-16-le", "surrogatepass")
        if first < 0xDFEF:
            length, start = first & 0x3FF, at + 2
        elif first < 0xDFFF:
            length, start = (first - 0xDFEF) << 16 | self.u16(at + 2), at + 4
        else:
            length, start = self.u16(at + 2) << 16 | self.u16(at + 4), at + 6
        return self.data[start : start + 2 * length].decode("utf-16-le", "surrogatepass")

    def item16(self, value):
        if value < self.pool_limit16:
            return self.pool.own_string(value)
        return self.own_string(value - self.pool_limit16)

    def resource(self, word):
        kind, offset = word >> 28, word & 0x0FFFFFFF
        at = 4 * offset
        if kind == STRING_V2:
            return self.string_v2(offset)
        if kind == INT:
            return offset - 0x10000000 if offset & 0x08000000 else offset
        if kind in (TABLE16, ARRAY16):
            at = self.units_start + 2 * offset
            count = self.u16(at)
            if kind == ARRAY16:
                return [self.item16(self.u16(at + 2 + 2 * i)) for i in range(count)]
            values = at + 2 + 2 * count
            return {
                self.key16(self.u16(at + 2 + 2 * i)): self.item16(self.u16(values + 2 * i))
                for i in range(count)
            }
        if offset == 0:  # the empty value of each type
            return {STRING: "", ALIAS: Alias(""), BINARY: b"", TABLE: {}, TABLE32: {}, ARRAY: [], INT_VECTOR: ()}[kind]
        if kind in (STRING, ALIAS):
            text = self.data[at + 4 : at + 4 + 2 * self.u32(at)].decode("utf-16-le", "surrogatepass")
            return Alias(text) if kind == ALIAS else text
        if kind == BINARY:
            return self.data[at + 4 : at + 4 + self.u32(at)]
        if kind == TABLE:
            count = self.u16(at)
            values = at + (2 + 2 * count + 3) // 4 * 4
            return {
                self.key16(self.u16(at + 2 + 2 * i)): self.resource(self.u32(values + 4 * i))
                for i in range(count)
            }
        if kind == TABLE32:
            count = self.u32(at)
            values = at + 4 + 4 * count
            return {
                self.key32(self.u32(at + 4 + 4 * i)): self.resource(self.u32(values + 4 * i))
                for i in range(count)
            }
        if kind == ARRAY:
            return [self.resource(self.u32(at + 4 + 4 * i)) for i in range(self.u32(at))]
        if kind == INT_VECTOR:
            return struct.unpack_from(f"<{self.u32(at)}i", self.data, at + 4)
        raise ValueError(f"resource type {kind}")

    def tree(self):
        return self.resource(self.root_resource)


class BundleWriter:
    """Encodes a tree as a .res file of its own, without a pool."""

    def __init__(self, header):
        self.header = header

    def encode(self, tree, no_fallback):
        keys, strings = set(), set()
        self.collect(tree, keys, strings)

        key_bytes = bytearray()
        self.key_offsets = {}
        for key in sorted(keys):
            self.key_offsets[key] = 36 + len(key_bytes)  # after the root word and eight indexes
            key_bytes += key.encode("ascii") + b"\0"
        if len(key_bytes) + 36 > 0xFFFF:
            raise ValueError("more keys than 16 bits can address")

        # Short strings first: those within reach of 16 bits make compact tables and arrays.
        self.units = bytearray(2)  # the empty string
        self.string_offsets = {"": 0}
        for text in sorted(strings - {""}, key=lambda s: (len(s), s)):
            self.string_offsets[text] = len(self.units) // 2
            units = text.encode("utf-16-le", "surrogatepass")
            if 0xDC <= units[1] <= 0xDF or "\0" in text:
                raise ValueError(f"a string that needs its length stored: {text!r}")
            self.units += units + b"\0\0"
        self.offsets = {}
        self.compact(tree)

        pad = -(36 + len(key_bytes)) % 4
        key_bytes += b"\xaa" * pad
        keys_end = 36 + len(key_bytes)
        self.units += b"\xaa" * (-len(self.units) % 4)
        self.start = keys_end + len(self.units)
        self.body = bytearray()
        self.seen = {}
        root = self.word(tree)
        end = self.start + len(self.body)
        index = [8, keys_end // 4, end // 4, end // 4, self.longest_table(tree),
                 1 if no_fallback else 0, self.start // 4, 0]
        return (self.header + struct.pack("<I8I", root, *index) + bytes(key_bytes) + bytes(self.units)
                + bytes(self.body))

    def collect(self, node, keys, strings):
        if isinstance(node, dict):
            keys.update(node)
            for child in node.values():
                self.collect(child, keys, strings)
        elif isinstance(node, list):
            for child in node:
                self.collect(child, keys, strings)
        elif isinstance(node, str) and not isinstance(node, Alias):
            strings.add(node)

    def longest_table(self, node):
        if isinstance(node, dict):
            return max([len(node)] + [self.longest_table(child) for child in node.values()])
        if isinstance(node, list):
            return max([0] + [self.longest_table(child) for child in node])
        return 0

    def fits16(self, node):
        """Only tables and arrays of near strings have a 16-bit form."""
        children = list(node.values()) if isinstance(node, dict) else node
        return bool(children) and all(
            isinstance(child, str) and not isinstance(child, Alias) and self.string_offsets[child] <= 0xFFFF
            for child in children)

    def compact(self, node):
        if not isinstance(node, (dict, list)):
            return
        if self.fits16(node):
            if isinstance(node, dict):
                names = sorted(node)
                values = [self.key_offsets[name] for name in names]
                values += [self.string_offsets[node[name]] for name in names]
            else:
                values = [self.string_offsets[child] for child in node]
            encoded = struct.pack(f"<{1 + len(values)}H", len(node), *values)
            place = (type(node), encoded)
            if place not in self.offsets:
                self.offsets[place] = len(self.units) // 2
                self.units += encoded
            self.offsets[id(node)] = self.offsets[place]
            return
        for child in node.values() if isinstance(node, dict) else node:
            self.compact(child)

    def word(self, node):
        if isinstance(node, bool):
            raise TypeError(node)
        if isinstance(node, int):
            return INT << 28 | node & 0x0FFFFFFF
        if isinstance(node, Alias):
            return self.block(ALIAS, struct.pack("<I", len(node)) + node.encode("utf-16-le") + b"\0\0")
        if isinstance(node, str):
            return STRING_V2 << 28 | self.string_offsets[node]
        if isinstance(node, bytes):
            return self.block(BINARY, struct.pack("<I", len(node)) + node, aligned=True)
        if isinstance(node, tuple):
            return self.block(INT_VECTOR, struct.pack(f"<I{len(node)}i", len(node), *node))
        if id(node) in self.offsets:
            return (TABLE16 if isinstance(node, dict) else ARRAY16) << 28 | self.offsets[id(node)]
        if not node:
            return (TABLE if isinstance(node, dict) else ARRAY) << 28
        if isinstance(node, list):
            words = [self.word(child) for child in node]
            return self.block(ARRAY, struct.pack(f"<I{len(words)}I", len(words), *words))
        names = sorted(node)
        words = [self.word(node[name]) for name in names]
        head = struct.pack(f"<{1 + len(names)}H", len(names), *[self.key_offsets[name] for name in names])
        head += b"\xaa" * (-len(head) % 4)
        return self.block(TABLE, head + struct.pack(f"<{len(words)}I", *words))

    def block(self, kind, encoded, aligned=False):
        place = (kind, encoded)
        if place not in self.seen:
            if aligned:  # the bytes after the length stand on 16
                self.body += b"\xaa" * (-(len(self.header) + self.start + len(self.body) + 4) % 16)
            self.seen[place] = (self.start + len(self.body)) // 4
            self.body += encoded + b"\xaa" * (-len(encoded) % 4)
        return kind << 28 | self.seen[place]


class Rules:
    """What keep.txt or order.txt asks for; the head of keep.txt explains the words."""

    def __init__(self, path, languages):
        self.keep, self.welcome, self.steps = [], [], []
        for line in self.lines(Path(path).read_text(), languages):
            words = line.split()
            if words and words[0] == "keep":
                self.keep += words[1:]
            elif words and words[0] == "welcome":
                self.welcome += words[1:]
            elif words and words[0] == "drop":
                self.steps += [("drop", words[1], [part]) for part in words[2:]]
            elif words and words[0] in ("only", "used", "zones"):
                self.steps.append((words[0], words[1], words[2:]))
            elif words:
                sys.exit(f"{path}: cannot read: {line}")
        self.idle = {(word, pattern, *arguments) for word, pattern, arguments in self.steps}

    @staticmethod
    def lines(text, languages):
        for line in text.splitlines():
            line = line.split("#")[0].replace("@languages@", " ".join(languages))
            if "@language@" in line:
                yield from (line.replace("@language@", language) for language in languages)
            else:
                yield line

    def cut(self, file, tree):
        for word, pattern, arguments in self.steps:
            if not fnmatch.fnmatchcase(file, pattern):
                continue
            before = repr(tree)
            if word == "drop":
                *parents, last = arguments[0].split("/")
                for table in find(tree, parents):
                    remove(table, lambda name: fnmatch.fnmatchcase(name, last))
            elif word == "only":
                for table in find(tree, arguments[0].split("/")):
                    remove(table, lambda name: not any(fnmatch.fnmatchcase(name, n) for n in arguments[1:]))
            elif word == "used":
                used = {value for by in arguments[1:] for value in tree[by].values()}
                remove(tree[arguments[0]], lambda name: name not in used)
            elif word == "zones":
                forget_old_clocks(tree, int(arguments[0]), set(arguments[1:]))
            if repr(tree) != before:
                self.idle.discard((word, pattern, *arguments))


def remove(table, unwanted):
    if isinstance(table, dict):
        for name in [name for name in table if unwanted(name)]:
            del table[name]


def forget_old_clocks(tree, year, whole):
    """Leaves out the clock changes before `year`, but for the zones of the countries in `whole`."""
    start = int(datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc).timestamp())
    for zone, region in zip(tree["Zones"], tree["Regions"]):
        if isinstance(zone, int) or region in whole or "typeMap" not in zone:  # an int is a second name
            continue
        # Changes in 32 bits and those before and after them, which are pairs of words.
        wide = [high << 32 | low & 0xFFFFFFFF for high, low in pairs(zone.pop("transPre32", ()))]
        times = wide + list(zone.pop("trans", ()))
        late = [high << 32 | low & 0xFFFFFFFF for high, low in pairs(zone.get("transPost32", ()))]
        kinds = zone.pop("typeMap")
        offsets = list(pairs(zone["typeOffsets"]))
        gone = sum(time < start for time in times)
        # The first offset holds until the first change.
        first = kinds[gone - 1] if gone else 0
        wanted = [first] + sorted(set(kinds[gone:]) - {first})
        zone["typeOffsets"] = tuple(value for kind in wanted for value in offsets[kind])
        if len(kinds) > gone:
            zone["typeMap"] = bytes(wanted.index(kind) for kind in kinds[gone:])
        if len(times) > gone:
            zone["trans"] = tuple(times[gone:])
        assert len(kinds) == len(times) + len(late)


def pairs(values):
    return zip(values[::2], values[1::2])


def find(node, path):
    """Every node that the path of patterns leads to."""
    if not path or path == ["."]:
        yield node
    elif isinstance(node, dict):
        for name, child in node.items():
            if fnmatch.fnmatchcase(name, path[0]):
                yield from find(child, path[1:])


class Package:
    """The resource bundles of the whole file, decoded when they are asked for."""

    def __init__(self, files):
        self.files, self.pools = files, {}

    def bundle(self, name):
        folder = name.rpartition("/")[0]
        pool_name = f"{folder}/pool.res" if folder else "pool.res"
        if pool_name not in self.pools:
            self.pools[pool_name] = Bundle(self.files[pool_name]) if pool_name in self.files else None
        return Bundle(self.files[name], self.pools[pool_name])

    def of_language(self, language, folder=""):
        """What a language says and, where it says nothing, what those say that it goes back to: uz_Latn
        to uz. Without the root, which is every language's; None when ICU knows no such language."""
        said = None
        while language and language != "root":
            tree = {}
            if f"{folder}{language}.res" in self.files:
                tree = self.bundle(f"{folder}{language}.res").tree()
                said = tree if said is None else merged(said, tree)
            parent = tree.get("%%ALIAS") or tree.get("%%Parent")
            language = parent or language.rpartition("_")[0]
        return said


def merged(first, then):
    """`first`, and what only `then` has."""
    if not (isinstance(first, dict) and isinstance(then, dict)):
        return first
    return {**then, **{name: merged(child, then[name]) if name in then else child for name, child in first.items()}}


def with_lesser(language):
    """uz_Latn_UZ, uz_Latn, uz"""
    while language:
        yield language
        language = language.rpartition("_")[0]


def language_in(file, languages):
    """The folder and the language of a file that one of the languages has: "coll/", "uz_Latn"; else empty."""
    folder, slash, name = file.rpartition("/")
    language = name.removesuffix(".res")
    return (folder + slash, language) if language in languages else ("", "")


def name_plurals(tree, languages):
    """Plurals have no names for languages with a script or a region, and none for those that CLDR has not
    looked into: these make no distinctions, which is what a name that is empty stands for."""
    for table in (tree["locales"], tree["locales_ordinals"]):
        for language in languages:
            table[language] = next((table[name] for name in with_lesser(language) if name in table), "")


def read_package(data):
    """The files of a .dat by name, the package's header and the prefix of its names."""
    header_size = struct.unpack_from("<H", data)[0]
    toc = header_size
    count = struct.unpack_from("<I", data, toc)[0]
    entries = [struct.unpack_from("<II", data, toc + 4 + 8 * i) for i in range(count)]
    ends = [start for _, start in entries[1:]] + [len(data) - toc]
    files, prefix = {}, ""
    for (name_at, start), end in zip(entries, ends):
        name = data[toc + name_at : data.index(0, toc + name_at)].decode("ascii")
        prefix, name = name.split("/", 1)
        files[name] = data[toc + start : toc + end]
    return files, data[:header_size], prefix


def write_package(files, header, prefix):
    names = sorted(f"{prefix}/{name}" for name in files)
    name_bytes = bytearray()
    name_at = []
    base = 4 + 8 * len(names)
    for name in names:
        name_at.append(base + len(name_bytes))
        name_bytes += name.encode("ascii") + b"\0"
    at = base + len(name_bytes)
    entries, body = bytearray(), bytearray()
    lead = -(len(header) + at) % 16
    for name, offset in zip(names, name_at):
        body += b"\0" * (-(len(header) + at + lead + len(body)) % 16)
        entries += struct.pack("<II", offset, at + lead + len(body))
        body += files[name.split("/", 1)[1]]
    return header + struct.pack("<I", len(names)) + entries + name_bytes + b"\0" * lead + body


def main():
    whole, rules_path, out, *languages = sys.argv[1:]
    files, header, prefix = read_package(Path(whole).read_bytes())
    rules = Rules(rules_path, languages)
    package = Package(files)
    result = {}
    for name in rules.keep + rules.welcome:
        folder, language = language_in(name, languages)
        unknown = package.of_language(language, folder) is None if language else name not in files
        if unknown and name in rules.welcome:
            continue
        if language and unknown:
            tag = language.replace("_", "-")
            sys.exit(f"i18n/{tag}.json: Unicode's data (CLDR, in {Path(whole).name}) know no language {tag}; "
                     "its file must be named by a BCP 47 tag such as uz, uz-Latn or pt-BR")
        if unknown:
            sys.exit(f"{rules_path}: {whole} has no {name}")
        data = files.get(name, b"")
        if name.endswith(".res"):
            # What a language has from others is made its own, so that the app need not know from whom.
            bundle = package.bundle("root.res" if language else name)
            tree = package.of_language(language, folder) if language else bundle.tree()
            if name == "plurals.res":
                name_plurals(tree, languages)
            rules.cut(name, tree)
            data = BundleWriter(bundle.header).encode(tree, bundle.no_fallback)
            if Bundle(data).tree() != tree:
                sys.exit(f"{name}: what was written does not read back")
        result[name] = data
    for rule in sorted(rules.idle):
        print(f"{rules_path}: nothing to do for: {' '.join(rule)}", file=sys.stderr)
    Path(out).write_bytes(write_package(result, header, prefix))


if __name__ == "__main__":
    main()

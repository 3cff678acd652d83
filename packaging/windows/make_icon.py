#!/usr/bin/env python3
"""Puts pictures into one icon file for Windows, which takes PNG as it is: make_icon.py OUT.ico PNG..."""
import struct
import sys


def icon(pictures):
    """The bytes of an icon file that holds these PNG files."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    entries, at = b"", len(head) + 16 * len(pictures)
    for png in pictures:
        width, height = struct.unpack(">II", png[16:24])
        # 256 is written as 0.
        entries += struct.pack("<BBBBHHII", width % 256, height % 256, 0, 0, 1, 32, len(png), at)
        at += len(png)
    return head + entries + b"".join(pictures)


if __name__ == "__main__":
    files = []
    for name in sys.argv[2:]:
        with open(name, "rb") as file:
            files.append(file.read())
    with open(sys.argv[1], "wb") as file:
        file.write(icon(files))

#!/usr/bin/env python3
"""Types into cells of a workbook that summit-pack wrote, as somebody in a spreadsheet would.

  edit_workbook.py FILE.xlsx SHEET CELL=TEXT...     CELL=- empties a cell; ROW=- takes out a row; =NAME renames the sheet
"""

import os
import re
import sys
import zipfile
from xml.sax.saxutils import escape


def main():
    file, sheet, *edits = sys.argv[1:]
    with zipfile.ZipFile(file) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    names = re.findall(r'<sheet name="([^"]*)"', parts["xl/workbook.xml"].decode())
    part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
    xml = parts[part].decode()
    for edit in edits:
        place, _, text = edit.partition("=")
        if not place:
            parts["xl/workbook.xml"], times = re.subn(f'<sheet name="{sheet}"'.encode(), f'<sheet name="{text}"'.encode(), parts["xl/workbook.xml"])
        elif place.isdigit():
            xml, times = re.subn(rf'<row r="{place}".*?</row>', "", xml)
        else:
            typed = "" if text == "-" else f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            xml, times = re.subn(rf'<c r="{place}"[^>]*?(?:/>|>.*?</c>)', typed, xml)
        if times != 1:
            sys.exit(f"{file}: {sheet}: there is no {place}")
    parts[part] = xml.encode()
    # As spreadsheets save: another file takes the place of the old one.
    with zipfile.ZipFile(file + ".tmp", "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    os.replace(file + ".tmp", file)


if __name__ == "__main__":
    main()

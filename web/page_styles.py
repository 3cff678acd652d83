"""The style sheet inside a page without the rules that nothing in that page can fall under.

One sheet is written for all pages (assemble.py), and each of them shows a few of the things that it is about.
"""

import re
from pathlib import Path

WEB = Path(__file__).resolve().parent
STYLE = re.compile(r"(?<=<style>)(.*?)(?=</style>)", re.S)
WORD = re.compile(r"[\w-]+")
# Innermost rules: those inside @media too, and @font-face, which has no class.
RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
# A custom property with its value, which may hold anything in quotation marks.
PROPERTY = re.compile(r'--([\w-]+):((?:"[^"]*"|[^;{}"])*)(?:;|(?=\}))')
READ = re.compile(r"var\(--([\w-]+)")

# Classes that scripts give to what they put into a page: those in boot.js stand in the page itself; paper.js lays out
# in these styles what is printed.
of_scripts = {word for found in re.findall(r"'([^'\n]*)'", (WEB / "paper.js").read_text("utf-8")) for word in WORD.findall(found)}

# Custom properties that are read by what comes beside a page: the sheet for the app, and scripts.
read_beside = {name for file in [WEB / "style.css", *WEB.glob("*.js")] for name in re.findall(r"--([\w-]+)", file.read_text("utf-8"))}


def split_outside(text):
    """The selectors of a list, which may hold lists in brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def needed_classes(selector):
    """Those without which it fits nothing: not those in brackets, of which one may do, or none."""
    while (shorter := re.sub(r"\([^()]*\)", "", selector)) != selector:
        selector = shorter
    return re.findall(r"\.([\w-]+)", selector)


def pruned(sheet, words):
    def kept(rule):
        selectors = [each for each in split_outside(rule[1]) if words.issuperset(needed_classes(each))]
        return f"{','.join(selectors)}{{{rule[2]}}}" if selectors else ""

    return re.sub(r"@media[^{}]*\{\s*\}\n?", "", RULE.sub(kept, sheet))


def without_unread(sheet, beside):
    """The sheet without custom properties that neither it nor what stands beside it reads."""
    while True:
        read = set(READ.findall(sheet)) | beside
        shorter = PROPERTY.sub(lambda found: found[0] if found[1] in read else "", sheet)
        if shorter == sheet:  # else those that only these have read may go too
            return sheet
        sheet = shorter


def with_own_styles(page):
    """The page with what it needs of its style sheet."""
    found = STYLE.search(page)
    if not found:
        return page
    beside = page[:found.start()] + page[found.end():]
    sheet = pruned(found[0], set(WORD.findall(beside)) | of_scripts)
    return page[:found.start()] + without_unread(sheet, set(READ.findall(beside)) | read_beside) + page[found.end():]

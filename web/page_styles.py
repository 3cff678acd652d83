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

# Classes that scripts give to what they put into a page: those in boot.js stand in the page itself; paper.js lays out
# in these styles what is printed.
of_scripts = {word for found in re.findall(r"'([^'\n]*)'", (WEB / "paper.js").read_text("utf-8")) for word in WORD.findall(found)}


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


def with_own_styles(page):
    """The page with what it needs of its style sheet."""
    found = STYLE.search(page)
    if not found:
        return page
    words = set(WORD.findall(page[:found.start()] + page[found.end():])) | of_scripts
    return page[:found.start()] + pruned(found[0], words) + page[found.end():]

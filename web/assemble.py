#!/usr/bin/env python3
"""Copies the files of the web site under names with a hash, and fills in the page's template.

assemble.py BUILD_DIR NATIVE_BUILD_DIR SITE_DIR, called by assemble.sh.
"""

import hashlib
import html
import json
import re
import sys
from pathlib import Path

WEB = Path(__file__).resolve().parent
LANGUAGES = ["kk", "ru", "en"]

# Name in boot.js and shell.js, folder, pattern of the file.
FILES = [
    ("program", "build", "summit.wasm"),
    ("script", "build", "summit.js"),
    ("icu", "native", "assets/summit.icu"),
    ("fontRegular", "native", "assets/text-400.[ot]tf"),
    ("fontBold", "native", "assets/text-600.[ot]tf"),
    ("fontIcons", "native", "assets/icons.[ot]tf"),
    ("pack", "native", "assets/event.pack"),
]


def find(folder, pattern):
    found = sorted(Path(folder).glob(pattern))
    if len(found) != 1:
        sys.exit(f"assemble: {folder}/{pattern}: {'not there' if not found else 'more than one: ' + str(found)}")
    return found[0]


def keep(source, site):
    """Copies a file to SITE/files/NAME-HASH.EXTENSION and answers its address."""
    content = source.read_bytes()
    name = f"{source.stem}-{hashlib.sha256(content).hexdigest()[:10]}{source.suffix}"
    (site / "files" / name).write_bytes(content)
    return f"/files/{name}", len(content)


def without_comments(text):
    """Style sheets and boot.js go into every page: comments and indentation stay here."""
    text = re.sub(r"/\*(?!\{\{).*?\*/", "", text, flags=re.S)
    text = re.sub(r"(^|\s)//[^\n]*", r"\1", text)
    return re.sub(r"\n\s*", "\n", text).strip()


def main():
    build, native, site = sys.argv[1:4]
    site = Path(site)
    messages = {
        language: json.loads((WEB.parent / "i18n" / f"{language}.json").read_text("utf-8")) for language in LANGUAGES
    }
    files = {}
    for key, folder, pattern in FILES:
        source = find(native if folder == "native" else build, pattern)
        url, size = keep(source, site)
        files[key] = {"name": source.name, "url": url, "size": size}
    shell_keys = sorted(key for key in messages["en"] if key.startswith("shell."))
    texts = {language: {key: messages[language][key] for key in shell_keys} for language in LANGUAGES}

    def script(value):
        # "</script>" in a text would end the script.
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")

    boot = without_comments((WEB / "boot.js").read_text("utf-8"))
    boot = boot.replace("/*{{texts}}*/ {}", script(texts)).replace("/*{{files}}*/ {}", script(files))
    fill = {
        "title": html.escape(messages["en"]["app.name"]),
        "icon": keep(WEB / "icon.svg", site)[0],
        "style": without_comments((WEB / "style.css").read_text("utf-8")),
        "boot": boot,
        "no_script": "\n".join(
            f'<p lang="{language}">{html.escape(messages[language]["shell.no_script"])}</p>' for language in LANGUAGES
        ),
    }
    page = (WEB / "index.html").read_text("utf-8")
    page = re.sub(r"<!-- .*?-->\n", "", page, count=1, flags=re.S)
    page = re.sub(r"\{\{(\w+)\}\}", lambda found: fill[found[1]], page)
    (site / "index.html").write_text(page, "utf-8")


main()

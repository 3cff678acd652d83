#!/usr/bin/env python3
"""Finishes a site whose pages are written: finish.py SITE_DIR WORKER NATIVE_BUILD_DIR FORMER_SITE_DIR, called by
assemble.sh before it compresses.

Each page keeps of its style sheet what it needs, and gets its policy (what may run, and from where), so that it has it
on any web server. The service
worker gets the list of what it keeps, each file with its hash. files.txt names the files of this version,
so that publish.py can tell them from those of former ones.
"""

import base64
import hashlib
import json
import re
import sys
from pathlib import Path

import page_styles
import update

# What the page itself does without: other origins, plug-ins, and code that is made of text.
POLICY = ("default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {script}; style-src 'self' {style}; "
          "img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'")
CHARSET = b'<meta charset="utf-8">\n'


def hashes(page):
    """The hashes of scripts and of styles inside a page, as its policy names them. Data for search engines is no script."""
    found = {"script": set(), "style": set()}
    for tag, attributes, body in re.findall(rb"<(script|style)\b([^>]*)>(.*?)</\1>", page, re.S):
        if b"src=" not in attributes and b"application/ld+json" not in attributes:
            digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
            found[tag.decode()].add(f"'sha256-{digest}'")
    return {tag: " ".join(sorted(of_tag)) for tag, of_tag in found.items()}


def with_policy(page):
    policy = POLICY.format(**hashes(page))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'.encode()
    return page.replace(CHARSET, CHARSET + meta, 1)


def entry(site, url):
    content = (site / url.lstrip("/")).read_bytes()
    digest = hashlib.sha384(content).digest()
    hashed = url.startswith("/files/")
    return {"url": url, "revision": None if hashed else digest.hex()[:12], "integrity": "sha384-" + base64.b64encode(digest).decode()}


def main():
    site, worker, native, former = map(Path, sys.argv[1:5])
    for page in site.rglob("*.html"):
        page.write_bytes(with_policy(page_styles.with_own_styles(page.read_text("utf-8")).encode()))
    names = sorted(f.name for f in (site / "files").iterdir())
    (site / "files.txt").write_text("\n".join(names) + "\n", "utf-8")

    shells = {f.parent.name: f"/{f.parent.name}/shell.html" for f in sorted(site.glob("*/shell.html"))}
    start = (site / "index.html").read_text("utf-8")
    manifest = {
        "files": [entry(site, url) for url in [f"/files/{name}" for name in names] + ["/index.html", *shells.values()]],
        "shells": shells,
        "start": "/index.html",
        "language": re.search(r'<html lang="([^"]+)"', start)[1],
    }
    update.publish(site, native / "assets/event.pack", native / "summit-pack", former)
    every = sorted(f.name for f in (site / "files").iterdir() if f.suffix not in (".br", ".gz"))
    (site / "files.txt").write_text("\n".join(every) + "\n", "utf-8")
    (site / "sw.js").write_text(f"const MANIFEST={json.dumps(manifest, separators=(',', ':'))};\n" + worker.read_text("utf-8"), "utf-8")


main()

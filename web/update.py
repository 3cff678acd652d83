#!/usr/bin/env python3
"""Publishes a new event pack on a site that is served, without a new app: pages that are open take it over.

  update.py SITE PACK [SUMMIT-PACK]

Beside PACK stands its signature, PACK.minisig. Both go into SITE; for whoever has one of the packs before, so
do the few bytes in which the new one is other. current.json, which says all of this, is written last and takes
the old one's place in one step. SUMMIT-PACK is that program, which makes those bytes; without it visitors
fetch the whole pack. SUMMIT_BROTLI says how hard brotli tries (11). The pages without JavaScript say what is new with the next site.
"""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

FORMER = 8  # packs before this one, of which most visitors have one


def hash_of(content):
    return hashlib.sha256(content).hexdigest()[:10]


def write(file, content):
    """Whole or not at all, with its compressed copies; whoever asks meanwhile gets the old ones."""
    made = {file: content, file.with_name(file.name + ".gz"): gzip.compress(content, 9, mtime=0)}
    if shutil.which("brotli"):
        made[file.with_name(file.name + ".br")] = subprocess.run(["brotli", "-q", os.environ.get("SUMMIT_BROTLI", "11"), "-c"], input=content, capture_output=True, check=True).stdout
    else:
        # Else the web server would go on with the compressed copy of what was there before.
        file.with_name(file.name + ".br").unlink(missing_ok=True)
    for name, bytes_ in reversed(made.items()):
        part = name.with_name(name.name + ".part")
        part.write_bytes(bytes_)
        # Web servers tell versions apart by size and second: two in one second must not look the same.
        newest = max(part.stat().st_mtime, int(name.stat().st_mtime) + 1 if name.exists() else 0)
        os.utime(part, (newest, newest))
        os.replace(part, name)


def publish(site, pack, summit_pack=None, former_site=None):
    """Answers the names of the files that it has written below files/."""
    content = pack.read_bytes()
    signature = pack.with_name(pack.name + ".minisig").read_text("utf-8")
    here = hash_of(content)
    name = f"event-{here}.pack"
    files = site / "files"
    if not (files / name).exists():
        write(files / name, content)
    names = [name]
    former = [f for folder in {site, former_site or site} for f in (folder / "files").glob("event-*.pack") if f.name != name]
    deltas = {}
    for old in sorted(former, key=lambda f: f.stat().st_mtime)[-FORMER:] if summit_pack else []:
        there = re.search(r"-([0-9a-f]{10})\.pack$", old.name)
        if not there:
            continue
        delta = files / f"event-{there[1]}-{here}.delta"
        subprocess.run([summit_pack, "delta", old, pack, "-o", delta], check=True)
        write(delta, delta.read_bytes())
        deltas[there[1]] = f"/files/{delta.name}"
        names.append(delta.name)
    said = dict(re.findall(r"(\w+):(\S+)", signature.splitlines()[2].removeprefix("trusted comment: ")))
    scripts = [line for line in (site / "files.txt").read_text("utf-8").split() if re.match(r"summit-.*\.js$", line)] if (site / "files.txt").exists() else []
    current = {
        **{key: said[key] for key in ("event", "revision", "issued") if key in said},
        "pack": f"/files/{name}",
        "size": len(content),
        "signature": "\n".join(signature.splitlines()) + "\n",
        **({"deltas": deltas} if deltas else {}),
        **({"app": f"/files/{scripts[0]}"} if scripts else {}),
    }
    write(site / "current.json", json.dumps(current, ensure_ascii=False, separators=(",", ":")).encode())
    return names


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    publish(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] if len(sys.argv) == 4 else None)


if __name__ == "__main__":
    main()

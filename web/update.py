#!/usr/bin/env python3
"""Publishes a new event pack on a site that is served, without a new app: pages that are open take it over.

  update.py SITE PACK [SUMMIT-PACK]

Beside PACK stands its signature, PACK.minisig. Both go into SITE; for whoever has one of the packs before, so
do the few bytes in which the new one is other. current.json, which says all of this, is written last and takes
the old one's place in one step. SUMMIT-PACK is that program, which makes those bytes; without it visitors
fetch the whole pack. A pack that nobody would take, as it is older or of another event, changes nothing. SUMMIT_BROTLI says how hard brotli tries (11). The pages without JavaScript say what is new with the next site.
"""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

FORMER = 8  # packs before this one, of which most visitors have one


def hash_of(content):
    return hashlib.sha256(content).hexdigest()[:10]


def name_of(content):
    return f"event-{hash_of(content)}.pack"


def signature_of(pack):
    return pack.with_name(pack.name + ".minisig")


def said_by(signature):
    """Event, revision and time, as they were signed."""
    comment = [line for line in signature.splitlines() if line.startswith("trusted comment: ")]
    return dict(re.findall(r"(\w+):(\S+)", comment[0].removeprefix("trusted comment: "))) if comment else {}


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


def event_of(site):
    """The id of the event that the site is of; None where nothing is published yet."""
    try:
        return json.loads((site / "current.json").read_text("utf-8"))["event"]
    except (OSError, ValueError, LookupError, TypeError):
        return None


def publish(site, pack, summit_pack=None, former_site=None):
    """Answers the names of the files that it has written below files/."""
    content = pack.read_bytes()
    signature = signature_of(pack).read_text("utf-8")
    here, name = hash_of(content), name_of(content)
    files = site / "files"
    if not (files / name).exists():
        write(files / name, content)
    names = [name]
    said = said_by(signature)
    former = [f for folder in {site, former_site or site} if event_of(folder) in (None, said.get("event"))
              for f in (folder / "files").glob("event-*.pack") if f.name != name]
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


def age(said):
    """Apps take no pack that is older by this (app/session.cpp)."""
    return int(said.get("revision", 0)), datetime.fromisoformat(said.get("issued", "0001-01-01T00:00Z").replace("Z", "+00:00"))


def why_not(site, pack):
    """What keeps this pack from this site, in words; nothing when it fits."""
    if not (site / "files").is_dir():
        return f"{site}: is no site; build/web/site is one"
    for file in (pack, signature_of(pack)):
        if not file.is_file():
            return f"{file}: is not there" + ("" if file == pack else f"; summit-pack sign {pack} --key … makes it")
    said = said_by(signature_of(pack).read_text("utf-8"))
    if not said:
        return f"{signature_of(pack)}: is no signature; summit-pack sign {pack} --key … makes it"
    if not (site / "current.json").exists():
        return None
    current = json.loads((site / "current.json").read_text("utf-8"))
    if current["event"] != said.get("event"):
        return f"{pack}: is of the event {said.get('event')}; the site is that of {current['event']}"
    if age(said) < age(current):
        return (f"{pack}: is older than what is published (revision {said.get('revision', 0)}, there {current['revision']}): nobody "
                "would take it. Build it with --since and the pack that was published last")
    return None


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    site, pack = Path(sys.argv[1]), Path(sys.argv[2])
    if why := why_not(site, pack):
        sys.exit(f"{why}\nnothing was changed")
    names = publish(site, pack, sys.argv[3] if len(sys.argv) == 4 else None)
    said = said_by(signature_of(pack).read_text("utf-8"))
    print(f"{site}: published: {said.get('event')}, revision {said.get('revision', 0)}; deltas from {len(names) - 1} former packs")


if __name__ == "__main__":
    main()

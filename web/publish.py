#!/usr/bin/env python3
"""Puts a site in the place of the one that is served, in one step.

  publish.py NEW SITE     NEW is a site as assemble.sh makes it, on the same disk; it becomes SITE. The former one
                          is kept as SITE.before
  publish.py --back SITE  takes it back: SITE and SITE.before change places

Whoever has a page of a former version open goes on: its hashed files stay for 30 days after they were in use
for the last time.
"""

import ctypes
import os
import shutil
import sys
import time
from pathlib import Path

from update import event_of

KEPT_S = 30 * 24 * 3600
RENAME_EXCHANGE = 2
AT_FDCWD = -100


def names_in_use(site):
    try:
        return set((site / "files.txt").read_text("utf-8").split())
    except OSError:
        return {f.name for f in (site / "files").iterdir()} if (site / "files").is_dir() else set()


def plain(name):
    """The file that a compressed one stands beside."""
    return name.removesuffix(".br").removesuffix(".gz")


def carry_over(old, new, now):
    """Former files that somebody may still ask for. The time of a file that is no longer in use is when that was.
    Packs of another event, which may be nobody's business, do not come along."""
    other_event = len({event_of(old), event_of(new)} - {None}) == 2
    in_use = names_in_use(old)
    new_names = names_in_use(new)
    for file in sorted((old / "files").iterdir()) if (old / "files").is_dir() else []:
        target = new / "files" / file.name
        if plain(file.name) in new_names or target.exists():
            continue
        if other_event and file.name.startswith("event-"):
            continue
        left_use = now if plain(file.name) in in_use else file.stat().st_mtime
        if now - left_use > KEPT_S:
            continue
        shutil.copyfile(file, target)
        os.utime(target, (left_use, left_use))


def exchange(one, other):
    """Two folders change places, with nothing in between where the system can do that."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 and renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return
    aside = one.with_name(one.name + ".aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    now = time.time()
    if arguments[0] == "--back":
        site = Path(arguments[1])
        before = site.with_name(site.name + ".before")
        if not before.is_dir():
            sys.exit(f"publish: {before}: there is no former site")
        carry_over(site, before, now)
        exchange(site, before)
        return
    new, site = map(Path, arguments)
    for name in ("index.html", "files.txt", "sw.js"):
        if not (new / name).is_file():
            sys.exit(f"publish: {new}/{name}: is not there; a whole site has it")
    if not site.exists():
        new.rename(site)
        return
    carry_over(site, new, now)
    before = site.with_name(site.name + ".before")
    exchange(site, new)
    shutil.rmtree(before, ignore_errors=True)
    new.rename(before)


if __name__ == "__main__":
    main(sys.argv[1:])

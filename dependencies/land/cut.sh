#!/bin/bash
# Prints the path of land_steps.h, the outlines of the continents; makes it if need be.
set -euo pipefail
# shellcheck source=../common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

here=$dependencies_dir/land
atlas=$("$dependencies_dir/fetch.sh" path world-atlas)
key=$({ basename "$atlas"; cat "$here/cut_land.py"; } | sha256sum | cut -c 1-12)
directory=$cache_dir/data/land-$key
if [[ ! -d $directory ]]; then
  (
    lock_cache land
    [[ ! -d $directory ]] || exit 0
    say "cutting the outlines of the continents"
    rm -rf "$directory.part"
    mkdir -p "$directory.part"
    python3 "$here/cut_land.py" "$atlas/land-110m.json" "$directory.part/land_steps.h"
    mv "$directory.part" "$directory"
  ) >&2
fi
printf '%s\n' "$directory"/*

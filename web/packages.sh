#!/bin/bash
# Prints the folder with what the web site takes of npm, in the versions and with the hashes of
# package-lock.json: Workbox, and esbuild, which makes scripts small. It is kept in the cache.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../dependencies/common.sh"
require_packages node=nodejs npm=npm

packages=$cache_dir/worker-$(cat "$here/package.json" "$here/package-lock.json" | sha256sum | cut -c 1-12)
if [[ ! -f $packages/.complete ]]; then
  (
    lock_cache worker
    [[ ! -f $packages/.complete ]] || exit 0
    rm -rf "$packages"
    mkdir -p "$packages"
    cp "$here/package.json" "$here/package-lock.json" "$packages/"
    npm ci --prefix "$packages" --ignore-scripts --no-audit --no-fund </dev/null >"$cache_dir/npm.log" 2>&1 ||
      { tail -n 5 "$cache_dir/npm.log" >&2; die "esbuild and Workbox could not be fetched from npm: is the network there?"; }
    touch "$packages/.complete"
  ) >&2
fi
echo "$packages"

#!/bin/bash
# Bundles the service worker with Workbox: worker.sh FILE. What it takes of npm, in the versions and with the
# hashes of package-lock.json, is kept in the cache.
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
      { tail -n 5 "$cache_dir/npm.log" >&2; die "Workbox could not be fetched from npm: is the network there?"; }
    touch "$packages/.complete"
  )
fi
# Two thirds of Workbox are messages for developers, which "production" leaves out.
NODE_PATH=$packages/node_modules "$packages/node_modules/.bin/esbuild" "$here/worker.js" --bundle --minify --format=iife \
  --target=chrome90,firefox90,safari15 '--define:process.env.NODE_ENV="production"' --log-level=warning --outfile="$1"

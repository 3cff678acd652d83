#!/bin/bash
# Bundles the service worker with Workbox: worker.sh FILE.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
packages=$("$here/packages.sh")
# Two thirds of Workbox are messages for developers, which "production" leaves out.
NODE_PATH=$packages/node_modules "$packages/node_modules/.bin/esbuild" "$here/worker.js" --bundle --minify --format=iife \
  --target=chrome90,firefox90,safari15 '--define:process.env.NODE_ENV="production"' --log-level=warning --outfile="$1"

#!/bin/bash
# Runs a command where `emcc` is new enough.
#
#   emscripten.sh COMMAND ARGUMENTS...   runs it, in this directory
#   emscripten.sh --prepare              only makes sure that it could
#   emscripten.sh --version              prints the compiler's version
#
# An emcc on the PATH is used when it will do. Otherwise a small Debian 13 is unpacked once into the
# cache and the command runs inside it: this directory, the project, the cache and /tmp are the same
# files inside and outside, everything else is Debian 13's.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

minimum=3.1.69
suite=trixie
packages=emscripten,cmake,ninja-build,python3,nodejs
root=$cache_dir/web-root-$(echo "$suite $packages" | sha256sum | cut -c 1-12)

emcc_version() { emcc --version 2>/dev/null | sed -n '1s/.* \([0-9][0-9.]*[0-9]\).*/\1/p'; }

own_emcc_will_do() {
  command -v emcc >/dev/null || return 1
  local version
  version=$(emcc_version)
  [[ -n $version ]] && dpkg --compare-versions "$version" ge "$minimum"
}

make_root() {
  require_packages mmdebstrap=mmdebstrap bwrap=bubblewrap flock=util-linux
  if [[ $(id -u) != 0 ]]; then require_packages newuidmap=uidmap; fi
  require_free_space 4 "the web compiler"
  say "unpacking the web compiler: Debian $suite with Emscripten (once, 2.6 GB)"
  local log=$cache_dir/logs/web-root.log
  mkdir -p "$cache_dir/logs"
  rm -rf "$root.part"
  # Documentation is left out; it would be a tenth of the whole.
  mmdebstrap --variant=minbase --include="$packages" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    "$suite" "$root.part" "$(debian_mirror)" >"$log" 2>&1 </dev/null || {
    tail -n 8 "$log" >&2
    die "the web compiler could not be unpacked: is the network there? (whole log: $log)"
  }
  mv "$root.part" "$root"
  in_root emcc --version | sed -n '1s/.* \([0-9][0-9.]*[0-9]\).*/\1/p' >"$root.version"
}

in_root() {
  mkdir -p "$cache_dir/web-home"
  local here=()
  [[ $PWD == / ]] || here=(--bind "$PWD" "$PWD")
  bwrap --bind "$root" / --dev /dev --proc /proc --bind /tmp /tmp \
    --bind "$project_dir" "$project_dir" --bind "$cache_dir" "$cache_dir" "${here[@]}" --chdir "$PWD" \
    --die-with-parent --clearenv --setenv PATH /usr/local/bin:/usr/bin:/bin \
    --setenv HOME "$cache_dir/web-home" \
    --setenv LC_ALL C.UTF-8 --setenv SUMMIT_CACHE "$cache_dir" --setenv SUMMIT_IN_WEB_ROOT 1 \
    --setenv SUMMIT_ASSETS "${SUMMIT_ASSETS:-}" --setenv SUMMIT_SOURCE "${SUMMIT_SOURCE:-}" \
    "$@"
}

if [[ -n ${SUMMIT_IN_WEB_ROOT:-} ]]; then
  if [[ $1 == --version ]]; then emcc_version; else exec "$@"; fi
elif own_emcc_will_do; then
  case $1 in
    --version) emcc_version ;;
    --prepare) ;;
    # Debian's Emscripten with a Node from elsewhere needs to be told where its modules are.
    *) NODE_PATH=${NODE_PATH:-/usr/share/nodejs} exec "$@" ;;
  esac
else
  if [[ ! -f $root.version ]]; then
    (
      lock_cache web-root
      [[ -f $root.version ]] || make_root
    ) >&2
  fi
  case $1 in
    --version) cat "$root.version" ;;
    --prepare) ;;
    *) in_root "$@" ;;
  esac
fi

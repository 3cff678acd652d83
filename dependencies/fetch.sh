#!/bin/bash
# Brings every package of libraries.txt into the cache, unpacked, as sources/NAME-VERSION.
#
#   fetch.sh [windows]  fetches what is missing; what is for Windows alone, when that is said
#   fetch.sh path NAME  prints the directory of one package, fetching nothing
#   fetch.sh moved      says in a line for each package that is not the version of libraries.txt
#
# Debian's packages come through apt with a private configuration: the signatures are checked with
# Debian's keyring, and the machine's own package lists are left alone.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

sources=$cache_dir/sources
downloads=$cache_dir/downloads
apt_dir=$cache_dir/apt

# field NAME COLUMN: a column of libraries.txt.
field() { awk -v name="$1" -v column="$2" '!/^#/ && $2 == name { print $column }' "$dependencies_dir/libraries.txt"; }
kind_of() { field "$1" 1; }
version_of() { field "$1" 4; }
least_version_of() { field "$1" 5; }

# Lines of libraries.txt, for every target and for the one that is built.
target=''
rows() { awk -v target="$target" '!/^#/ && NF && (NF < 6 || $6 == target)' "$dependencies_dir/libraries.txt"; }

# The unpacked version of libraries.txt; of Debian's else the newest that will do. Fails when there is none.
have() {
  local best='' directory version
  version=$(version_of "$1")
  if [[ -f $sources/$1-${version#*:}/.complete ]]; then
    echo "$sources/$1-${version#*:}"
    return
  fi
  [[ $(kind_of "$1") != npm ]] || return 1
  for directory in "$sources/$1"-[0-9]*; do
    [[ -f $directory/.complete ]] || continue
    version=$(<"$directory/.complete")
    dpkg --compare-versions "$version" ge "$(least_version_of "$1")" || continue
    if [[ -z $best ]] || dpkg --compare-versions "$version" gt "$(<"$best/.complete")"; then
      best=$directory
    fi
  done
  [[ -n $best ]] && echo "$best"
}

# apt with directories of its own; the rest of the machine's configuration (proxies) stays in force.
private_apt() {
  "$1" -q -o Dir::Etc::sourcelist="$apt_dir/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null \
    -o Dir::State::lists="$apt_dir/lists" -o Dir::State::status="$apt_dir/status" \
    -o Dir::Cache="$apt_dir/cache" -o Dir::Cache::pkgcache=packages.bin \
    -o Dir::Cache::srcpkgcache=sources.bin -o APT::Sandbox::User="$(id -un)" \
    -o APT::Get::List-Cleanup=false -o Acquire::Languages=none -o Acquire::Retries=3 \
    -o APT::Update::Post-Invoke=/bin/true "${@:2}" </dev/null
}

updated=''
update_lists() {
  [[ -z $updated ]] || return 0
  updated=yes
  local mirror suite
  mirror=$(debian_mirror)
  mkdir -p "$apt_dir/lists/partial" "$apt_dir/cache/archives/partial"
  : >"$apt_dir/status"
  for suite in $(rows | awk '$3 != "-" { gsub(",", "\n", $3); print $3 }' | sort -u); do
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
  done >"$apt_dir/sources.list"
  private_apt apt-get update >"$apt_dir/update.log" 2>&1 || {
    tail -n 5 "$apt_dir/update.log" >&2
    die "Debian's package lists could not be fetched: is the network there? (whole log: $apt_dir/update.log)"
  }
}

# find_versions KIND NAME: "SUITE VERSION" lines: the version of libraries.txt first, then those that will
# do, in the order of the suites.
find_versions() {
  local suite version listed
  listed=$(private_apt apt-cache madison "$2" | awk -F' *[|] *' -v kind="$1" '
    (kind != "binary") == ($3 ~ / Sources$/) { split($3, where, " "); split(where[2], s, "/"); print s[1], $2 }')
  for suite in $(field "$2" 3 | tr , ' '); do
    grep -Fx "$suite $(version_of "$2")" <<<"$listed" || true
  done
  for suite in $(field "$2" 3 | tr , ' '); do
    while read -r version; do
      [[ ${version#* } != "$(version_of "$2")" ]] || continue
      if dpkg --compare-versions "${version#* }" ge "$(least_version_of "$2")"; then echo "$version"; fi
    done < <(grep "^ *$suite " <<<"$listed")
  done
}

# fetch_version KIND NAME VERSION: one try.
fetch_version() {
  local kind=$1 name=$2 version=$3 directory=$sources/$2-${3#*:}
  rm -rf "$directory.part"
  mkdir -p "$downloads" "$sources"
  cd "$downloads" || return 1
  if [[ $kind == source ]]; then
    private_apt apt-get source --download-only --only-source "$name=$version" || return 1
    dpkg-source --no-check --no-copy -x "${name}_${version#*:}.dsc" "$directory.part" || return 1
  elif [[ $kind == original ]]; then
    local upstream=${version#*:} archive
    private_apt apt-get source --tar-only --download-only --only-source "$name=$version" || return 1
    archive=$(ls "${name}_${upstream%-*}.orig.tar."[a-z0-9]*z*) || return 1
    mkdir "$directory.part" && tar -xf "$archive" -C "$directory.part" --strip-components=1 || return 1
  else
    private_apt apt-get download "$name=$version" || return 1
    dpkg-deb -x "${name}_${version//:/%3a}"_*.deb "$directory.part" || return 1
  fi
  echo "$version" >"$directory.part/.complete"
  rm -rf "$directory"
  mv "$directory.part" "$directory"
}

# moved_on NAME VERSION: what to know when it is not the version of libraries.txt.
moved_on() {
  echo "Debian has moved on: $1 $2 is used in place of $(version_of "$1"), and may draw other pictures than those" \
    "in tests/pictures/kept. dependencies/libraries.txt says what to do."
}

# A mirror in the middle of an update may name a version that it does not hand out: go on with the
# next one then.
fetch_debian() {
  local kind=$1 name=$2 suite version log=$apt_dir/$2.log
  update_lists
  : >"$log"
  while read -r suite version; do
    say "fetching $name $version from Debian $suite"
    [[ $version == "$(version_of "$name")" ]] || say "  $(moved_on "$name" "$version")"
    if (fetch_version "$kind" "$name" "$version") >>"$log" 2>&1; then return; fi
    say "  that did not work, trying the next suite"
  done < <(find_versions "$kind" "$name")
  tail -n 5 "$log" >&2
  die "$name $(least_version_of "$name") or newer could not be had from $(field "$name" 3): is the network there?" \
    "If the package is gone, name another suite in dependencies/libraries.txt. (whole log: $log)"
}

fetch_npm() {
  local name=$1 version directory archive wanted got
  version=$(version_of "$name")
  wanted=$(field "$name" 5)
  mkdir -p "$downloads" "$sources"
  say "fetching $name $version from npm"
  archive=$(cd "$downloads" && npm pack --silent "$name@$version" </dev/null 2>"$cache_dir/npm.log" | tail -n 1) ||
    { tail -n 5 "$cache_dir/npm.log" >&2; die "$name $version could not be fetched from npm: is the network there?"; }
  got=sha512-$(openssl dgst -sha512 -binary "$downloads/$archive" | base64 -w 0)
  [[ $got == "$wanted" ]] ||
    die "$archive from npm is not the file that dependencies/libraries.txt names: its hash is $got, not $wanted"
  directory=$sources/$name-$version
  rm -rf "$directory" "$directory.part"
  mkdir -p "$directory.part"
  tar -xzf "$downloads/$archive" -C "$directory.part" --strip-components=1
  echo "$version" >"$directory.part/.complete"
  mv "$directory.part" "$directory"
}

case ${1:-} in
  path)
    have "$2" || die "$2 has not been fetched yet: run dependencies/fetch.sh"
    exit
    ;;
  windows) target=windows ;;
  moved)
    while read -r kind name _; do
      directory=$(have "$name") || continue
      [[ $(<"$directory/.complete") == "$(version_of "$name")" ]] || moved_on "$name" "$(<"$directory/.complete")"
    done < <(rows)
    exit
    ;;
esac

lock_cache sources
while read -r kind name _; do
  have "$name" >/dev/null && continue
  require_packages dpkg-source=dpkg-dev /usr/share/keyrings/debian-archive-keyring.gpg=debian-archive-keyring
  case $kind in
    source | original | binary) fetch_debian "$kind" "$name" ;;
    npm) fetch_npm "$name" ;;
  esac
done < <(rows)

#!/bin/bash
# Writes the licences of all that is inside the programs, one file for each.
#
#   licences.sh native|windows DIRECTORY
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=../dependencies/common.sh
. "$here/../dependencies/common.sh"

target=$1
out=$2
mkdir -p "$out"

# take NAME FILE...: of those files that are there, one behind the other.
take() {
  local name=$1 file found=''
  shift
  for file in "$@"; do
    [[ -f $file ]] || continue
    cat "$file"
    echo
    found=yes
  done >"$out/$name.txt"
  [[ -s $out/$name.txt ]] || die "the licence of $name was not found"
}
source_of() { "$dependencies_dir/fetch.sh" path "$1"; }

take summit-companion "$project_dir/LICENSE"
for name in icu libsdl2 imgui libsodium zlib pixman cairo python-mapbox-earcut lucide-static world-atlas; do
  directory=$(source_of "$name")
  take "$name" "$directory"/{LICENSE,LICENSE.txt,COPYING,COPYING-MPL-1.1,include/mapbox/LICENSE}
done
directory=$(source_of freetype)
take freetype "$directory/LICENSE.TXT" "$directory/docs/FTL.TXT"
directory=$(source_of qr-code-generator)
sed '/\*\//q' "$directory/c/qrcodegen.c" >"$out/qr-code-generator.txt"
for name in nlohmann-json3-dev libstb-dev fonts-inter; do
  take "$name" "$(source_of "$name")/usr/share/doc/$name/copyright"
done
case $target in
  native)
    take gettext /usr/share/doc/libgettextpo-dev/copyright
    take libunistring /usr/share/doc/libunistring-dev/copyright
    take gpl-3 /usr/share/common-licenses/GPL-3
    ;;
  windows)
    take mingw-w64 /usr/share/doc/mingw-w64-common/copyright
    take gcc /usr/share/doc/gcc-mingw-w64-base/copyright
    for name in pugixml libxlsxwriter libical3; do
      directory=$(source_of "$name")
      take "$name" "$directory"/{LICENSE.md,License.txt,LICENSE,LICENSE.MPL2.txt}
    done
    ;;
esac

#!/bin/bash
# Puts the packages for Windows together, of what has been built.
#
#   package.sh NATIVE BUILD OUT   NATIVE: build/native, for the event and the other assets, which are the same
#                                 everywhere; BUILD: build/windows; OUT: where the zip and the installer go
set -euo pipefail
# shellcheck source=../common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
native=$(cd "$1" && pwd)
begin "$2" "$3"

most_megabytes=12
folder=summit-companion-$version-windows-x86_64
rm -f "$out"/*-windows-*
umask 022

# --- The folder that both are made of ---------------------------------------------------------------

stage=$work/$folder
mkdir -p "$stage/assets"
for program in summit summit-pack; do
  cp "$build/$program.exe" "$stage/"
  x86_64-w64-mingw32-strip "$stage/$program.exe"
done
cp "$native"/assets/* "$stage/assets/"
rm -f "$stage"/assets/*.h
packaging/licences.sh windows "$stage/licences"
# As Notepad has always read lines.
filled packaging/README.txt VERSION="$version" PROGRAM=summit.exe PACK=summit-pack.exe GPL="" |
  sed 's/$/\r/' >"$stage/README.txt"
find "$stage" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +

# --- The zip: its names in one order, its times without a zone ----------------------------------------

(cd "$work" && find "$folder" -type f | LC_ALL=C sort | TZ=UTC zip -q -9 -X -@ "$out/$folder.zip")

# --- The installer ----------------------------------------------------------------------------------

packaging/windows/installer.sh "$stage" "$build/generated/icon.ico" "$version" "$out/$folder-setup.exe"

for file in "$out/$folder.zip" "$out/$folder-setup.exe"; do within "$file" "$most_megabytes"; done

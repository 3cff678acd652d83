#!/bin/bash
# Makes an installer of a folder.
#
#   installer.sh STAGE ICON VERSION OUT.exe   STAGE: the folder as it is to stand on the machine
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
stage=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What it takes away is what it brought, file by file: the folder may be one that has other files.
{
  (cd "$stage" && find . -type f | LC_ALL=C sort | sed -e 's|^\./||' -e 's|/|\\|g' -e 's|.*|Delete "$INSTDIR\\&"|')
  (cd "$stage" && find . -mindepth 1 -type d | LC_ALL=C sort -r | sed -e 's|^\./||' -e 's|/|\\|g' -e 's|.*|RMDir "$INSTDIR\\&"|')
} >"$work/delete.nsh"
makensis -V2 -WX -INPUTCHARSET UTF8 -DVERSION="$3" -DSTAGE="$stage" -DDELETE="$work/delete.nsh" \
  -DICON="$(realpath "$2")" -DOUT="$(realpath -m "$4")" -DKILOBYTES="$(du -sk --apparent-size "$stage" | cut -f 1)" \
  "$here/installer.nsi" >"$work/installer.log" 2>&1 ||
  { tail -n 20 "$work/installer.log" >&2; echo "$4: the installer could not be made" >&2; exit 1; }

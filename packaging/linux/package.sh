#!/bin/bash
# Puts the packages for Linux together, of what has been built.
#
#   package.sh BUILD OUT   BUILD: build/native; OUT: where the tarball and the .deb go
set -euo pipefail
# shellcheck source=../common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
begin "$1" "$2"

most_megabytes=12
machine=$(uname -m)
name=summit-companion

# --- What stands around the programs: CMake installs these folders as they are (cmake/packages.cmake) ---

beside=$work/beside
share=$work/share
mkdir -p "$beside" "$share"/{applications,metainfo,man/man1,lintian/overrides} "$share/doc/$name"
packaging/licences.sh native "$beside/licences"
filled packaging/README.txt VERSION="$version" PROGRAM=./summit PACK=./summit-pack GPL="
summit-pack is linked with GNU gettext's library for PO files: what holds for handing on that one program is the
GPL, version 3 or later (licences/gpl-3.txt)." >"$beside/README.txt"

cp packaging/linux/$name.desktop "$share/applications/"
filled packaging/linux/$name.metainfo.xml VERSION="$version" DATE="$date" \
  >"$share/metainfo/local.summit_companion.summit.metainfo.xml"
cp packaging/linux/overrides "$share/lintian/overrides/$name"
mkdir -p "$share/icons/hicolor/scalable/apps"
cp web/icon.svg "$share/icons/hicolor/scalable/apps/$name.svg"
for size in 16 24 32 48 64 128 256; do
  mkdir -p "$share/icons/hicolor/${size}x$size/apps"
  rsvg-convert -w "$size" -h "$size" web/icon.svg -o "$share/icons/hicolor/${size}x$size/apps/$name.png"
done

# What --help says, as a manual page has it.
for page in summit-companion:summit summit-pack:summit-pack; do
  options=$("$build/${page#*:}" --help | sed -e '1{/^summit: /d}' -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^[.']/\\\\\\&&/")
  filled "packaging/linux/${page%:*}.1" VERSION="$version" DATE="$date" OPTIONS="$options" |
    gzip -9n >"$share/man/man1/${page%:*}.1.gz"
done

{
  echo "The summit companion is under the licence MIT; summit-pack is linked with GNU gettext's library for PO"
  echo "files, so that what holds for it is the GPL, version 3 or later: /usr/share/common-licenses/GPL-3."
  for file in "$beside"/licences/*.txt; do
    [[ $file != */gpl-3.txt ]] || continue
    printf '\n\n======== %s\n\n' "$(basename "$file" .txt)"
    cat "$file"
  done
} >"$share/doc/$name/copyright"
printf '%s (%s) unstable; urgency=medium\n\n  * Packaged from its sources.\n\n -- %s  %s\n' "$name" "$version" \
  "$contact" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$share/doc/$name/changelog.gz"

# --- The tarball ------------------------------------------------------------------------------------

folder=$name-$version-linux-$machine
rm -f "$out"/*-linux-*.tar.gz "$out"/*.deb
umask 022
cmake --install "$build" --component portable --strip --prefix "$work/$folder" >"$work/install.log" ||
  die "the programs could not be installed into $work (log: $work/install.log)"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C "$work" -cf - "$folder" |
  gzip -9n >"$out/$folder.tar.gz"

# --- The .deb ---------------------------------------------------------------------------------------

(cd "$work" && cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/cpack" -D CPACK_PACKAGE_VERSION="$version" \
  -D CPACK_PACKAGE_CONTACT="$contact" -D CPACK_COMPONENTS_ALL=system) >"$work/cpack.log" 2>&1 ||
  { tail -n 20 "$work/cpack.log" >&2; die "the .deb could not be made (log: $work/cpack.log)"; }
mv "$work"/cpack/*.deb "$out/"

for file in "$out/$folder.tar.gz" "$out"/*.deb; do within "$file" "$most_megabytes"; done

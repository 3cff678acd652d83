#!/bin/bash
# Prints the paths of the fonts and of icons.h, cut to what the app shows; makes them if need be. Says
# which letters of a language the fonts do not have.
set -euo pipefail
# shellcheck source=../common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

here=$dependencies_dir/fonts
icons=$project_dir/assets/icons.txt
inter=$("$dependencies_dir/fetch.sh" path fonts-inter)
lucide=$("$dependencies_dir/fetch.sh" path lucide-static)
facts=$("$dependencies_dir/icu-data/language_facts.sh")
letters=$(python3 "$here/font_letters.py" all "$project_dir/i18n" "$facts")
key=$({ basename "$inter" "$lucide"; echo "$letters"; cat "$here/cut_fonts.py" "$icons"; } | sha256sum | cut -c 1-12)
directory=$cache_dir/data/fonts-$key
if [[ ! -d $directory ]]; then
  (
    lock_cache fonts
    [[ ! -d $directory ]] || exit 0
    require_packages /usr/lib/python3/dist-packages/fontTools=python3-fonttools
    say "cutting the fonts"
    rm -rf "$directory.part"
    mkdir -p "$directory.part"
    printf %s "$letters" >"$directory.letters"
    otf=$inter/usr/share/fonts/opentype/inter
    # Debian's Python has fontTools; another one that comes first on the PATH may not.
    cut=(/usr/bin/python3 "$here/cut_fonts.py")
    "${cut[@]}" text "$otf/Inter-Regular.otf" "$directory.letters" "$directory.part/text-400.otf" "$directory.missing"
    "${cut[@]}" text "$otf/Inter-SemiBold.otf" "$directory.letters" "$directory.part/text-600.otf" "$directory.missing"
    "${cut[@]}" icons "$lucide/font/lucide.ttf" "$lucide/font/codepoints.json" "$icons" \
      "$directory.part/icons.ttf" "$directory.part/icons.h" 2>"$cache_dir/logs/fonts.log" || {
      cat "$cache_dir/logs/fonts.log"
      exit 1
    }
    mv "$directory.part" "$directory"
  ) >&2
fi
python3 "$here/font_letters.py" missing "$project_dir/i18n" "$facts" "$directory.missing"
printf '%s\n' "$directory"/*

#!/bin/bash
# Prints the paths of the fonts and of icons.h, cut to what the app shows; makes them if need be. Says
# which letters of a language the fonts do not have.
set -euo pipefail
# shellcheck source=../common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

here=$dependencies_dir/fonts
icons=$project_dir/assets/icons.txt
i18n=${SUMMIT_I18N:-$project_dir/i18n}
inter=$("$dependencies_dir/fetch.sh" path fonts-inter)
lucide=$("$dependencies_dir/fetch.sh" path lucide-static)
facts=$("$dependencies_dir/icu-data/language_facts.sh")
letters=$(python3 "$here/font_letters.py" all "$i18n" "$facts")

# key_of TEXT...: of what the recipe and these texts make.
key_of() { { printf '%s\n' "$@"; cat "$here/cut_fonts.py" "$here/stroke_outlines.py"; } | sha256sum | cut -c 1-12; }

# The icons stand apart, so that a new letter does not compile again whatever shows an icon.
text_directory=$cache_dir/data/fonts-$(key_of "$(basename "$inter")" "$letters")
icons_directory=$cache_dir/data/icons-$(key_of "$(basename "$lucide")" "$(cat "$icons")")

# cut_into DIRECTORY COMMAND: makes it unless it is there, in DIRECTORY.part.
cut_into() {
  local directory=$1
  [[ -d $directory ]] && return
  (
    lock_cache fonts
    [[ ! -d $directory ]] || exit 0
    require_packages /usr/lib/python3/dist-packages/fontTools=python3-fonttools
    say "cutting the fonts"
    rm -rf "$directory.part"
    mkdir -p "$directory.part"
    "$2" "$directory"
    mv "$directory.part" "$directory"
  ) >&2
}

# Debian's Python has fontTools; another one that comes first on the PATH may not.
cut=(/usr/bin/python3 "$here/cut_fonts.py")

cut_text() {
  local otf=$inter/usr/share/fonts/opentype/inter
  printf %s "$letters" >"$1.letters"
  "${cut[@]}" text "$otf/Inter-Regular.otf" "$1.letters" "$1.part/text-400.otf" "$1.missing"
  "${cut[@]}" text "$otf/Inter-SemiBold.otf" "$1.letters" "$1.part/text-600.otf" "$1.missing"
}

cut_icons() {
  "${cut[@]}" icons "$lucide" "$icons" "$1.part/icons.otf" "$1.part/icons.h" 2>"$cache_dir/logs/fonts.log" || {
    cat "$cache_dir/logs/fonts.log"
    exit 1
  }
}

cut_into "$text_directory" cut_text
cut_into "$icons_directory" cut_icons
python3 "$here/font_letters.py" missing "$i18n" "$facts" "$text_directory.missing"
printf '%s\n' "$icons_directory"/* "$text_directory"/*

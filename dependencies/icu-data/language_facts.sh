#!/bin/bash
# Prints the path of language_facts.json, what Unicode's data say of the languages of the app; makes it
# if it is not there: see language_facts.py.
set -euo pipefail
# shellcheck source=../common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

here=$dependencies_dir/icu-data
icu=$("$dependencies_dir/fetch.sh" path icu)
languages=$(cd "${SUMMIT_I18N:-$project_dir/i18n}" && printf '%s\n' *.json | sed 's/\.json$//' | LC_ALL=C sort | tr '\n' ' ')
key=$({ basename "$icu"; echo "$languages"; cat "$here/language_facts.py" "$here/cut_data.py"; } | sha256sum | cut -c 1-12)
directory=$cache_dir/data/languages-$key
if [[ ! -d $directory ]]; then
  (
    lock_cache icu-data
    [[ ! -d $directory ]] || exit 0
    rm -rf "$directory.part"
    mkdir -p "$directory.part"
    # shellcheck disable=SC2086
    python3 "$here/language_facts.py" "$icu"/source/data/in/icudt*l.dat "$directory.part/language_facts.json" $languages
    mv "$directory.part" "$directory"
  ) >&2
fi
echo "$directory/language_facts.json"

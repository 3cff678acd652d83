#!/bin/bash
# Prints the paths of summit.icu, ICU's data cut to what the app needs, and of order.icu, what sorting by
# alphabets needs besides; makes them if they are not there.
set -euo pipefail
# shellcheck source=../common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

here=$dependencies_dir/icu-data
icu=$("$dependencies_dir/fetch.sh" path icu)
# The languages of the app. qaa to qtz are made-up ones, for tests, of which ICU knows nothing.
languages=$(cd "${SUMMIT_I18N:-$project_dir/i18n}" && printf '%s\n' *.json | sed -e 's/\.json$//' -e 's/-/_/g' -e '/^q[a-t][a-z]\(_\|$\)/d' | LC_ALL=C sort | tr '\n' ' ')
key=$({ basename "$icu"; echo "$languages"; cat "$here/keep.txt" "$here/order.txt" "$here/cut_data.py"; } | sha256sum | cut -c 1-12)
directory=$cache_dir/data/icu-$key
if [[ ! -d $directory ]]; then
  (
    lock_cache icu-data
    [[ ! -d $directory ]] || exit 0
    say "cutting ICU's data"
    rm -rf "$directory.part"
    mkdir -p "$directory.part"
    # shellcheck disable=SC2086
    python3 "$here/cut_data.py" "$icu"/source/data/in/icudt*l.dat "$here/keep.txt" "$directory.part/summit.icu" $languages
    # shellcheck disable=SC2086
    python3 "$here/cut_data.py" "$icu"/source/data/in/icudt*l.dat "$here/order.txt" "$directory.part/order.icu" $languages
    mv "$directory.part" "$directory"
  ) >&2
fi
printf '%s\n' "$directory/summit.icu" "$directory/order.icu"

# Shared by the scripts of this folder: what every package says of itself, and what they begin with. To be
# sourced, not run.

# shellcheck source=../dependencies/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../dependencies/common.sh"

# As git knows the last change, so that the same sources give the same packages; elsewhere as the clock does.
seconds=$(git -C "$project_dir" log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$seconds}
version=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y.%m.%d)
date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
# Who answers for the package, as Debian writes it: SUMMIT_CONTACT, else whoever made the last change.
contact=${SUMMIT_CONTACT:-$(git -C "$project_dir" log -1 --format='%an <%ae>' 2>/dev/null || true)}
contact=${contact:-$(id -un) <$(id -un)@$(hostname -f)>}

# begin BUILD OUT: the whole paths of both, OUT made, and `work`, an empty folder in BUILD; from here on the
# script is where the project is.
begin() {
  build=$(cd "$1" && pwd)
  mkdir -p "$2"
  out=$(cd "$2" && pwd)
  work=$build/package
  rm -rf "$work"
  cd "$project_dir" || die "$project_dir is gone"
}

# filled FILE NAME=VALUE...: the file with each @NAME@ replaced.
filled() {
  python3 - "$@" <<'PYTHON'
import sys
text = open(sys.argv[1], encoding="utf-8").read()
for pair in sys.argv[2:]:
    name, value = pair.split("=", 1)
    text = text.replace(f"@{name}@", value)
sys.stdout.write(text)
PYTHON
}

# within FILE MEGABYTES: what is carried on a stick and sent by mail stays small.
within() {
  local bytes
  bytes=$(stat -c %s "$1")
  printf '      %8.2f MB  %s\n' "$(awk "BEGIN { print $bytes / 1e6 }")" "$(basename "$1")"
  ((bytes <= $2 * 1000 * 1000)) || die "$1 has $bytes bytes, more than the $2 MB that a package may have"
}

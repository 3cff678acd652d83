# Shared by the scripts of this folder and by ./run: where things are kept, and how to say what
# happens. To be sourced, not run.

dependencies_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project_dir=$(dirname "$dependencies_dir")
cache_dir=${SUMMIT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/summit-companion}
cores=$(nproc 2>/dev/null || echo 2)

say() { printf '%s\n' "$*" >&2; }

die() {
  printf 'summit: %s\n' "$*" >&2
  exit 1
}

# lock_cache PART: one process at a time may add to this part of the cache; a second one waits, then
# finds the work done.
lock_cache() {
  mkdir -p "$cache_dir/locks"
  exec 9>"$cache_dir/locks/$1"
  if ! flock -n 9; then
    say "waiting: another build is making $1"
    flock 9
  fi
}

# require_free_space GIGABYTES WHY: stops early where a half-finished download would stop late.
require_free_space() {
  mkdir -p "$cache_dir"
  local free_kb
  free_kb=$(df -Pk "$cache_dir" | awk 'NR == 2 { print $4 }')
  if ((free_kb < $1 * 1024 * 1024)); then
    die "the disk with $cache_dir has $((free_kb / 1024 / 1024)) GB free, $1 GB are needed for $2." \
      "Free some space, or put the cache elsewhere: SUMMIT_CACHE=DIRECTORY ./run"
  fi
}

# missing_packages COMMAND-OR-FILE=PACKAGE...: the packages whose command or file is not there.
missing_packages() {
  local pair probe
  for pair in "$@"; do
    probe=${pair%%=*}
    case $probe in
      /*) [[ -e $probe ]] || echo "${pair#*=}" ;;
      *) command -v "$probe" >/dev/null || [[ -x /usr/sbin/$probe ]] || echo "${pair#*=}" ;;
    esac
  done | sort -u
}

# Installs what is missing when that is allowed, else says exactly what to type.
require_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  if [[ $(id -u) != 0 ]]; then
    die "some system packages are missing. Install them, then try again:
  sudo apt-get install ${missing[*]}"
  fi
  say "installing system packages: ${missing[*]}"
  local log=$cache_dir/apt-install.log
  mkdir -p "$cache_dir"
  if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    "${missing[@]}" </dev/null >"$log" 2>&1; then
    # A fresh machine has no package lists yet.
    apt-get update -q >"$log" 2>&1 </dev/null || { tail -n 5 "$log" >&2; die "apt-get update failed: is the network there?"; }
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
      "${missing[@]}" </dev/null >>"$log" 2>&1 || { tail -n 15 "$log" >&2; die "apt-get could not install: ${missing[*]} (whole log: $log)"; }
  fi
}

# Debian's mirror as this machine is set up to use it.
debian_mirror() {
  local mirror
  mirror=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' | awk '$1 == "Debian" { print $2; exit }')
  # Before the first `apt-get update` labels are unknown; then the suite's name has to tell.
  [[ -n $mirror ]] || mirror=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' |
    awk '$1 ~ /^(bookworm|trixie|forky|sid|stable|oldstable|testing|unstable)$/ { print $2; exit }')
  [[ -n $mirror ]] || die "apt knows no Debian mirror. Is this Debian, and is /etc/apt/sources.list in order?"
  echo "$mirror"
}

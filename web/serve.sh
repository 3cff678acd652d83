#!/bin/bash
# Serves a built site with nginx, in the foreground: serve.sh SITE_DIR STATE_DIR PORT
#
# Configuration, process id, temporary files and logs all stay in STATE_DIR, so that no system service
# is touched and no rights are needed.
set -euo pipefail
site=$(cd "$1" && pwd)
mkdir -p "$2"
state=$(cd "$2" && pwd)
port=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PATH=$PATH:/usr/sbin

# Each language has a page for what does not exist.
languages=$(cd "$site" && printf '%s\n' */404.html | sed 's#/404.html$##' | paste -sd '|')
# /KK/agenda/ is /kk/agenda/.
capitals=$(tr '|' '\n' <<<"$languages" | sed 's#.*#rewrite "^/(?!&(?:/|$))(?i:&)(/.*)?$" /&$1 permanent;#' | paste -sd ' ')
edits=(
  -e "s#@capitals@#${capitals//&/\\&}#"
  -e "s#@languages@#$languages#"
  -e "s#@site@#$site#" -e "s#@state@#$state#" -e "s#@port@#$port#"
  -e "s#@modules@#/usr/lib/nginx/modules#" -e "s#@user@#$(id -un)#"
)
# Only root may choose a user, and not every machine speaks IPv6.
[[ $(id -u) == 0 ]] || edits+=(-e '/^user /d')
[[ -e /proc/net/if_inet6 ]] || edits+=(-e '/listen \[::\]/d')
sed "${edits[@]}" "$here/nginx.conf" >"$state/nginx.conf"
exec nginx -p "$state" -e "$state/error.log" -c "$state/nginx.conf"

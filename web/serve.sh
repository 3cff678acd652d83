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

# Pages carry their first style and script inside them; the policy names these by their hashes.
hashes() {
  python3 - "$site" "$1" <<'PYTHON'
import base64, hashlib, pathlib, re, sys
site, tag = sys.argv[1:]
found = set()
for page in pathlib.Path(site).rglob("*.html"):
    for attributes, body in re.findall(rf"<{tag}([^>]*)>(.*?)</{tag}>", page.read_text("utf-8"), re.S):
        if "src=" not in attributes:
            digest = hashlib.sha256(body.encode()).digest()
            found.add("'sha256-" + base64.b64encode(digest).decode() + "'")
print(" ".join(sorted(found)))
PYTHON
}

edits=(
  -e "s#@site@#$site#" -e "s#@state@#$state#" -e "s#@port@#$port#"
  -e "s#@modules@#/usr/lib/nginx/modules#" -e "s#@user@#$(id -un)#"
  -e "s#@inline_scripts@#$(hashes script)#" -e "s#@inline_styles@#$(hashes style)#"
)
# Only root may choose a user, and not every machine speaks IPv6.
[[ $(id -u) == 0 ]] || edits+=(-e '/^user /d')
[[ -e /proc/net/if_inet6 ]] || edits+=(-e '/listen \[::\]/d')
sed "${edits[@]}" "$here/nginx.conf" >"$state/nginx.conf"
exec nginx -p "$state" -e "$state/error.log" -c "$state/nginx.conf"

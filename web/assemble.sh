#!/bin/bash
# Puts the web site together: assemble.sh BUILD_DIR NATIVE_BUILD_DIR SITE_DIR
#
# Programs come from BUILD_DIR, the event pack, the other data and the writer of the pages from
# NATIVE_BUILD_DIR (they are the same for all targets). Files whose content can change get a hash of it
# in their name, so that browsers may keep them for ever; each text and program also gets a .br and a
# .gz beside it. The new site takes the place of the old one in one step (publish.py). SUMMIT_ORIGIN says where the site will be, for the links that search engines and
# previews follow; by default http://localhost:8080. Prints what a first visit costs, and writes the
# same to SITE_DIR/../sizes.txt.
set -euo pipefail
build=$1
native=$2
site=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

rm -rf "$site.part"
mkdir -p "$site.part/files"
python3 "$here/assemble.py" "$build" "$native" "$site.part" "$site.template"
"$native/summit-pages" --pack "$native/assets/event.pack" --template "$site.template" \
  --origin "${SUMMIT_ORIGIN:-http://localhost:8080}" --out "$site.part"
rm -f "$site.template"
"$here/worker.sh" "$site.worker"
python3 "$here/finish.py" "$site.part" "$site.worker" "$native" "$site"
rm -f "$site.worker"

# Compressed files of the last time serve again where nothing changed: brotli 11 takes its time.
# Pictures are compressed already.
fresh=()
while IFS= read -r -d '' file; do
  old=$site/${file#"$site.part/"}
  if [[ -f $file.br ]]; then
    continue
  elif [[ -f $old.br && -f $old.gz ]] && cmp -s "$old" "$file"; then
    cp -p "$old.br" "$file.br"
    cp -p "$old.gz" "$file.gz"
  else
    fresh+=("$file")
  fi
done < <(find "$site.part" -type f ! -name '*.png' ! -name '*.br' ! -name '*.gz' -print0)
if ((${#fresh[@]})); then
  printf '%s\0' "${fresh[@]}" | xargs -0 -P2 -n 16 brotli -q 11 -k -f
  printf '%s\0' "${fresh[@]}" | xargs -0 -P2 -n 64 gzip -9 -n -k -f
fi

python3 "$here/publish.py" "$site.part" "$site"

python3 - "$site" <<'PYTHON' | tee "$(dirname "$site")/sizes.txt"
import pathlib, sys
site = pathlib.Path(sys.argv[1])
# What a first visit may cost; ./run test asks whether it was kept.
bound = 710_000
# The page of the dearest language.
home = max(site.glob("*/index.html"), key=lambda page: page.with_name(page.name + ".br").stat().st_size).relative_to(site).as_posix()
rows = [("wasm", "files/*.wasm"), ("JavaScript", "files/*.js"), ("ICU data", "files/*.icu"),
        ("fonts", "files/*.[ot]tf"), ("event pack", "files/*.pack"), ("HTML, CSS, icon", home), ("", "files/*.css")]
sums = {}
# Beside them lie files of former versions.
in_use = set((site / "files.txt").read_text("utf-8").split())
for name, pattern in rows:
    found = [f for f in site.glob(pattern) if f.parent.name != "files" or f.name in in_use]
    plain = sum(f.stat().st_size for f in found)
    packed = sum(f.with_name(f.name + ".br").stat().st_size for f in found)
    key = name or rows[5][0]
    sums[key] = [a + b for a, b in zip(sums.get(key, (0, 0)), (plain, packed))]
print(f"{'first visit, bytes':20}{'plain':>12}{'brotli 11':>12}")
for name, (plain, packed) in sums.items():
    print(f"{name:20}{plain:12,}{packed:12,}")
total = sum(packed for _, packed in sums.values())
print(f"{'total':20}{sum(plain for plain, _ in sums.values()):12,}{total:12,}")
print(f"bound {bound:,}: {'kept' if total <= bound else 'BROKEN'}")
PYTHON

#!/bin/bash
# Keeps the pictures as the screens look now: keep.sh BUILD_DIR (build/native by default).
# Look at what git says has changed before you commit it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rm -f tests/pictures/kept/*.png
SUMMIT_KEEP_PICTURES=1 "${1:-build/native}/tests/test-pictures" >/dev/null
# The program writes quickly; what is kept for long is packed as tightly as zlib can.
python3 - tests/pictures/kept <<'PYTHON'
import pathlib, struct, sys, zlib

for file in pathlib.Path(sys.argv[1]).glob("*.png"):
    png = file.read_bytes()
    at, chunks = 8, []
    while at < len(png):
        (size,) = struct.unpack(">I", png[at:at + 4])
        chunks.append((png[at + 4:at + 8], png[at + 8:at + 8 + size]))
        at += size + 12
    data = zlib.compress(zlib.decompress(b"".join(body for name, body in chunks if name == b"IDAT")), 9)
    packed = png[:8]
    for name, body in [(n, b) for n, b in chunks if n not in (b"IDAT", b"IEND")] + [(b"IDAT", data), (b"IEND", b"")]:
        packed += struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    file.write_bytes(packed)
PYTHON

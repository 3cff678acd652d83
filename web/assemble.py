#!/usr/bin/env python3
"""Copies the files of the web site under names with a hash, and writes the template of its pages.

assemble.py BUILD_DIR NATIVE_BUILD_DIR SITE_DIR TEMPLATE, called by assemble.sh. The pages themselves
are written by summit-pages.
"""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from make_tables import Source, program_files

WEB = Path(__file__).resolve().parent

# Name in boot.js and shell.js, folder, pattern of the file.
FILES = [
    ("program", "build", "summit.wasm"),
    ("script", "build", "summit.js"),
    ("icu", "native", "assets/summit.icu"),
    ("fontRegular", "native", "assets/text-400.[ot]tf"),
    ("fontBold", "native", "assets/text-600.[ot]tf"),
    ("fontIcons", "native", "assets/icons.[ot]tf"),
    ("pack", "native", "assets/event.pack"),
]


# What the program asks for by these names.
if missing := set(program_files(Source(WEB.parent))) - {name for name, *_ in FILES}:
    sys.exit(f"assemble: the program takes {', '.join(sorted(missing))}, which is no file of the site")


def find(folder, pattern):
    found = sorted(Path(folder).glob(pattern))
    if len(found) != 1:
        sys.exit(f"assemble: {folder}/{pattern}: {'not there' if not found else 'more than one: ' + str(found)}")
    return found[0]


def keep(source, site, content=None):
    """Copies a file to SITE/files/NAME-HASH.EXTENSION and answers its address and size."""
    content = source.read_bytes() if content is None else content
    name = f"{source.stem}-{hashlib.sha256(content).hexdigest()[:10]}{source.suffix}"
    (site / "files" / name).write_bytes(content)
    return f"/files/{name}", len(content)


# Name, size, and whether systems cut its edges off: then the picture fills all of it, and what matters is inside.
ICONS = [("192", 192, False), ("512", 512, False), ("maskable-512", 512, True), ("apple-180", 180, True)]


def draw_icons(site):
    """The icon as pictures, for the browsers that install the app."""
    svg = (WEB / "icon.svg").read_text("utf-8")
    # The ground of the icon without its round corners, and on it the icon at four fifths of its size.
    ground = re.search(r"<rect [^>]*?/>", svg)[0]
    inside = svg[svg.index(">") + 1:svg.rindex("</svg>")].replace(ground, "")
    filled = svg[:svg.index(">") + 1] + re.sub(r' rx="\d+"', "", ground) + f'<g transform="translate(6.4 6.4) scale(.8)">{inside}</g></svg>'
    (site / "icons").mkdir()
    for name, size, cut in ICONS:
        subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), "-o", site / "icons" / f"{name}.png"],
                       input=(filled if cut else svg).encode(), check=True)


def inside_page(svg):
    """The address of a picture that needs no request: it stands in the address."""
    return "data:image/svg+xml," + quote(svg.replace('"', "'"), safe="'/:=,.-")


def small_style(text):
    """Style sheets without comments and what is there for the eye."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S).strip()
    text = re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\n\s*", "\n", text))
    return re.sub(r"(?<=[\w-]):\s+", ":", text).replace(";}", "}")


def styles(native, files):
    """The style sheet of every page: what theme.h says, then web/page.css."""
    tokens = subprocess.run([Path(native) / "summit-pages", "--print-tokens"], check=True, capture_output=True, text=True).stdout
    media = dict(re.findall(r"@custom-media (--[\w-]+) (.*?);", tokens))
    tokens = re.sub(r"@custom-media .*?;\n", "", tokens)
    text = (WEB / "page.css").read_text("utf-8")
    text = re.sub(r"\((--[\w-]+)\)(?= *\{)", lambda found: media[found[1]], text)
    fonts = {"font_regular": "fontRegular", "font_bold": "fontBold", "font_icons": "fontIcons"}
    text = re.sub(r"\{\{(\w+)\}\}", lambda found: files[fonts[found[1]]]["url"], text)
    return tokens.strip() + "\n" + small_style(text)


# The browsers that src/platform/web/link_flags.cmake names; nothing of it is seen outside.
PROGRAM_SCRIPT = ["--target=chrome90,firefox90,safari15", "--format=iife"]


def small_script(text, *options):
    """A script by esbuild. What is filled in later, /*{{name}}*/ and what stands for it until then, becomes {{name}}."""
    text = re.sub(r"/\*\{\{(\w+)\}\}\*/ (\{\}|''|\[0, 0\])", r"FILL_\1", text)
    packages = subprocess.run([WEB / "packages.sh"], check=True, capture_output=True, text=True).stdout.strip()
    small = subprocess.run([Path(packages) / "node_modules/.bin/esbuild", "--minify", *options],
                           input=text, check=True, capture_output=True, text=True).stdout.strip()
    return re.sub(r"\bFILL_(\w+)", r"{{\1}}", small)


def signers(native):
    """The public keys of the organisers, one a line, without the comments that stand over them."""
    lines = (native / "assets/event.pub").read_text("utf-8").splitlines()
    keys = [line for line in lines if line and not line.startswith("untrusted comment:")]
    # A public key in minisign's format has 56 letters; a secret one is longer, and would be in every page.
    if not keys or not all(re.fullmatch(r"RW[A-Za-z0-9+/]{54}", key) for key in keys):
        sys.exit(f"{native}/assets/event.pub: is not a list of public keys")
    return "\n".join(keys)


def main():
    build, native, site, template = sys.argv[1:5]
    site, native = Path(site), Path(native)
    files = {}
    for key, folder, pattern in FILES:
        source = find(native if folder == "native" else build, pattern)
        # Emscripten keeps all names that stand at the top of the script.
        small = small_script(source.read_text("utf-8"), *PROGRAM_SCRIPT).encode() if key == "script" else None
        url, size = keep(source, site, small)
        files[key] = {"name": source.name, "url": url, "size": size}

    style = WEB / "style.css"
    url, size = keep(style, site, small_style(style.read_text("utf-8")).encode())
    files["style"] = {"name": style.name, "url": url, "size": size}

    draw_icons(site)

    # For browsers of any age.
    boot = small_script((WEB / "boot.js").read_text("utf-8"), "--target=es5")
    # The words and the time of the event are filled in by summit-pages.
    boot = boot.replace("{{files}}", json.dumps(files, separators=(",", ":")))
    boot = boot.replace("{{signers}}", json.dumps(signers(native)))
    fill = {
        "icon": inside_page((WEB / "icon.svg").read_text("utf-8").strip()),
        "font_regular": files["fontRegular"]["url"],
        "font_bold": files["fontBold"]["url"],
        "font_icons": files["fontIcons"]["url"],
        "style": styles(native, files),
        "boot": boot,
    }
    page = (WEB / "index.html").read_text("utf-8")
    page = re.sub(r"<!-- .*?-->\n", "", page, count=1, flags=re.S)
    page = re.sub(r"\{\{(\w+)\}\}", lambda found: fill.get(found[1], found[0]), page)
    Path(template).write_text(page, "utf-8")


main()

#!/usr/bin/env python3
"""Serves a built site and lets open browsers follow every change of the event's folder.

  watch.py EVENT SITE STATE PORT SUMMIT-PACK KEY

Works on a copy of SITE in STATE, in which every page takes in watch.js besides. Whenever a file in EVENT is
saved, SUMMIT-PACK builds the pack anew, KEY signs it and update.py publishes it, as on a real site; what is
open is told of it at /watch/events. Mistakes are told there and on the terminal, and what was good stays.
EVENT is only read. serve.sh, and with it nginx, ends when this ends.
"""

import json
import os
import re
import shutil
import signal
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import update

WEB = Path(__file__).resolve().parent
LOOK_EVERY_S = 0.25
SCRIPT = '<script src="/watch/watch.js" defer></script>'
# Where the page of a thing is, by the list it stands in.
PAGES = {"sessions": "agenda", "rooms": "map", "partners": "partners", "themes": "themes", "persons": "people", "stories": "news"}

LOCATION = """\
# No page of this site looks for what /watch/ says unless it was started to be watched.
location ^~ /watch/ {
  proxy_pass http://unix:@socket@;
  proxy_http_version 1.1;
  proxy_set_header Connection "";
  proxy_buffering off;
  proxy_read_timeout 1h;
}
"""


def link(source, target):
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copyfile(source, target)


def copy_site(site, copy):
    """Pages with the script that follows; all other files are the same on the disk, too."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(site, copy, copy_function=link)
    for page in copy.rglob("*.html"):
        text = page.read_text("utf-8")
        for old in (page, page.with_name(page.name + ".br"), page.with_name(page.name + ".gz")):
            old.unlink(missing_ok=True)
        page.write_text(text.replace("</body>", SCRIPT + "</body>", 1), "utf-8")
    # It holds pages to the hashes of those without the script.
    for worker in copy.glob("sw.js*"):
        worker.unlink()


def stamps(folder):
    """Which files there are, and when each was saved last."""
    found = {}
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            # What editors and office programs lay beside a file while it is open.
            if name.startswith((".", "~$")) or name.endswith(("~", ".part", ".swp", ".tmp")):
                continue
            try:
                at = os.stat(os.path.join(root, name))
            except OSError:
                continue
            found[os.path.join(root, name)] = (at.st_mtime_ns, at.st_size, at.st_ino)
    return found


def page_of(event, file, pointer):
    """The page on which a mistake is seen, without its language: "agenda/opening/"; empty when there is none."""
    steps = pointer.split("/")
    if len(steps) < 3 or steps[1] not in PAGES or not steps[2].isdigit():
        return ""
    try:
        thing = json.loads((event / file).read_text("utf-8"))[steps[1]][int(steps[2])]["id"]
    except (OSError, ValueError, LookupError, TypeError):
        return ""
    return f"{PAGES[steps[1]]}/{thing}/" if isinstance(thing, str) and re.fullmatch(r"[a-z0-9-]+", thing) else ""


def mistakes_of(event, lines):
    """What summit-pack has said, a line each."""
    found = []
    for line in lines.splitlines():
        said = re.fullmatch(r"(warning: )?([^:]+): (?:(/\S*): )?(.*)", line)
        if said:
            warning, file, pointer, reason = said.groups()
            found.append({"warning": bool(warning), "file": file, "pointer": pointer or "", "reason": reason,
                          "page": page_of(event, file, pointer or "")})
        elif line:
            found.append({"warning": False, "file": "", "pointer": "", "reason": line, "page": ""})
    return found


class Watcher:
    def __init__(self, event, site, state, summit_pack, key, say=print):
        self.event, self.site, self.state, self.summit_pack, self.key, self.say = event, site, state, summit_pack, key, say
        self.changed = threading.Condition()
        self.told = {"number": 0, "good": True, "mistakes": [], "texts": self.texts()}
        self.identity = self.identity_now()

    @staticmethod
    def texts():
        """What the page says of mistakes, by language."""
        texts = {}
        for path in (WEB.parent / "i18n/organisers").glob("*.json"):
            all_texts = json.loads(path.read_text("utf-8"))
            texts[path.stem] = {key: text for key, text in all_texts.items() if key.startswith("watch.")}
        return texts

    def identity_now(self):
        """What the pages were made for; another event, or another language, needs other pages."""
        try:
            event = json.loads((self.event / "event.json").read_text("utf-8"))
            return event["id"], tuple(event["languages"])
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def run(self, *words):
        return subprocess.run([self.summit_pack, *words], capture_output=True, text=True)

    def tell(self, good, mistakes):
        with self.changed:
            self.told = {**self.told, "number": self.told["number"] + 1, "good": good, "mistakes": mistakes}
            self.changed.notify_all()
        at = time.strftime("%H:%M:%S")
        self.say(f"{at}  {'published' if good else 'NOT published: what was good stays'}"
                 + (f"; {len(mistakes)} to look at:" if mistakes else ""), flush=True)
        for one in mistakes:
            place = ": ".join(part for part in (one["file"], one["pointer"], one["reason"]) if part)
            self.say(f"          {'warning: ' if one['warning'] else ''}{place}", flush=True)

    def publish(self):
        """Builds, signs and publishes what is in the folder now."""
        identity = self.identity_now()
        if identity and self.identity and identity != self.identity:
            return self.tell(False, [{"warning": False, "file": "event.json", "pointer": "", "page": "",
                                      "reason": "the id or the languages are others: end ./run and start it again"}])
        # Numbers go on from the last time: browsers that have kept its newest pack take no older one.
        last = self.state / f"last-{(identity or self.identity or ['event'])[0]}.pack"
        pack = self.state / "event.pack"
        since = ["--since", last] if last.exists() else []
        built = self.run("build", self.event, "-o", pack, "--issued", "now", *since)
        if built.returncode and since and any(line.startswith(str(last)) for line in built.stderr.splitlines()):
            built = self.run("build", self.event, "-o", pack, "--issued", "now")
        if built.returncode:
            return self.tell(False, mistakes_of(self.event, built.stderr))
        signed = self.run("sign", pack, "--key", self.key)
        if signed.returncode:
            return self.tell(False, mistakes_of(self.event, signed.stderr))
        update.publish(self.site, pack)  # whole: the way to this machine is short
        shutil.copyfile(pack, last)
        self.tell(True, mistakes_of(self.event, built.stderr))
        # The rules for texts take longer, and what was published is seen meanwhile.
        checked = self.run("check", self.event)
        mistakes = mistakes_of(self.event, checked.stderr)
        if mistakes != self.told["mistakes"]:
            self.tell(True, mistakes)

    def watch(self):
        # Before: what is saved while the first pack is made is published next.
        seen = stamps(self.event)
        self.publish()
        while True:
            time.sleep(LOOK_EVERY_S)
            now = stamps(self.event)
            if now == seen:
                continue
            # Whoever saves several files, or one in pieces, is not done yet.
            while (later := stamps(self.event)) != now:
                now = later
                time.sleep(LOOK_EVERY_S / 2)
            seen = now
            try:
                self.publish()
            except OSError as error:
                self.tell(False, [{"warning": False, "file": "", "pointer": "", "page": "", "reason": str(error)}])


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True

    def __init__(self, address, watcher):
        self.watcher = watcher
        super().__init__(address, Handler)

    def handle_error(self, request, client_address):
        pass  # a browser that has gone


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path == "/watch/watch.js":
            content = (WEB / "watch.js").read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript; charset=utf-8")
            self.send_header("Cache-Control", "no-cache")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        elif self.path == "/watch/events":
            self.events()
        else:
            self.send_error(404)

    def events(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Connection", "close")
        self.end_headers()
        watcher, last = self.server.watcher, -1
        while True:
            with watcher.changed:
                watcher.changed.wait_for(lambda: watcher.told["number"] != last, timeout=20)
                told = watcher.told
            # A line now and then shows whether anybody still listens.
            line = f"data: {json.dumps(told, ensure_ascii=False)}\n\n" if told["number"] != last else ": still here\n\n"
            last = told["number"]
            self.wfile.write(line.encode())
            self.wfile.flush()


def main():
    if len(sys.argv) != 7:
        sys.exit(__doc__)
    event, site, state, port, summit_pack, key = sys.argv[1:]
    event, site, state = Path(event).resolve(), Path(site).resolve(), Path(state).resolve()
    os.environ["SUMMIT_BROTLI"] = "1"  # the reader is on this machine
    state.mkdir(parents=True, exist_ok=True)
    copy = state / "site"
    copy_site(site, copy)
    # The names of sockets have to be short.
    sockets = tempfile.mkdtemp(prefix="summit-watch-")
    socket = os.path.join(sockets, "socket")
    (state / "nginx/locations").mkdir(parents=True, exist_ok=True)
    (state / "nginx/locations/watch.conf").write_text(LOCATION.replace("@socket@", socket), "utf-8")
    watcher = Watcher(event, copy, state, str(Path(summit_pack).resolve()), str(Path(key).resolve()))
    nginx = None

    def end(*_):
        if nginx:
            nginx.terminate()
        shutil.rmtree(sockets, ignore_errors=True)
        os._exit(0)

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    server = Server(socket, watcher)
    os.chmod(sockets, 0o755)
    os.chmod(socket, 0o666)  # nginx may be another user
    threading.Thread(target=server.serve_forever, daemon=True).start()
    nginx = subprocess.Popen([WEB / "serve.sh", copy, state / "nginx", port])
    threading.Thread(target=watcher.watch, daemon=True).start()
    status = nginx.wait()
    shutil.rmtree(sockets, ignore_errors=True)
    os._exit(status)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Serves a built site and lets open browsers follow every change of the event's folder.

  watch.py EVENT SITE STATE PORT SUMMIT-PACK KEY

Works on a copy of SITE in STATE, in which every page takes in watch.js besides. Whenever a file in EVENT is
saved, SUMMIT-PACK builds the pack anew, KEY signs it and update.py publishes it, as on a real site; what is
open is told of it at /watch/events. Mistakes are told there and on the terminal, and what was good stays.
The workbook of the event, in its folder or beside it, is brought into EVENT first whenever it is saved;
nothing else is written there. serve.sh, and with it nginx, ends when this ends.
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
import zipfile
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import update

WEB = Path(__file__).resolve().parent
LOOK_EVERY_S = 0.25
SCRIPT = '<script src="/watch/watch.js" defer></script>'
# Where the page of a thing is, by the list it stands in.
PAGES = {"sessions": "agenda", "rooms": "map", "partners": "partners", "themes": "themes", "persons": "people", "stories": "news"}
# Which of these lists a sheet of the workbook holds, and files that are not called like their list.
SHEETS = {"sessions": "sessions", "rooms": "rooms", "partners": "partners", "themes": "themes", "people": "persons"}
FILES = {"rooms": "places.json"}

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


def is_passing(name):
    """What editors and office programs lay beside a file while it is open."""
    return name.startswith((".", "~$")) or name.endswith(("~", ".part", ".swp", ".tmp"))


def stamps(folder, more=()):
    """Which files there are in the folder, and of `more` besides, and when each was saved last."""
    paths = [str(path) for path in more]
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [os.path.join(root, name) for name in names if not is_passing(name)]
    found = {}
    for path in paths:
        try:
            at = os.stat(path)
        except OSError:
            continue
        found[path] = (at.st_mtime_ns, at.st_size, at.st_ino)
    return found


def is_workbook(path):
    """Whether it is one that summit-pack wrote; other tables are no concern of this."""
    try:
        with zipfile.ZipFile(path) as book:
            sheets = set(re.findall(r'<sheet [^>]*name="([^"]*)"', book.read("xl/workbook.xml").decode("utf-8")))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return False
    return "summit-pack" in sheets or {"event", "sessions"} <= sheets


def beside(event):
    """Where a workbook may lie beside the folder: under its name, and under that of the one last read."""
    names = {event.name + ".xlsx"}
    try:
        names.add(Path(json.loads((event / "import.json").read_text("utf-8"))["places"]["workbook"]["file"]).name)
    except (OSError, ValueError, LookupError, TypeError):
        pass
    return [str(event.parent / name) for name in sorted(names) if name.endswith(".xlsx")]


def things(event, file, name):
    try:
        found = json.loads((event / file).read_text("utf-8"))[name]
    except (OSError, ValueError, LookupError, TypeError):
        return []
    return [one if isinstance(one, dict) else {} for one in found] if isinstance(found, list) else []


def page_of(event, file, place):
    """The page on which a mistake is seen, without its language: "agenda/opening/"; empty when there is none."""
    row = re.match(r"(\w+), row \d+ \(([a-z0-9-]+)\)", place)
    steps = place.split("/")
    if row and row[1] in SHEETS:
        name, wanted = SHEETS[row[1]], row[2]
        if all(one.get("id") != wanted for one in things(event, FILES.get(name, name + ".json"), name)):
            return ""
    elif len(steps) > 2 and steps[1] in PAGES and steps[2].isdigit():
        name, all_things = steps[1], things(event, file, steps[1])
        wanted = all_things[int(steps[2])].get("id") if int(steps[2]) < len(all_things) else None
    else:
        return ""
    return f"{PAGES[name]}/{wanted}/" if isinstance(wanted, str) and re.fullmatch(r"[a-z0-9-]+", wanted) else ""


def mistakes_of(event, lines):
    """What summit-pack has said, a line each."""
    found = []
    for line in lines.splitlines():
        # A place is a JSON pointer, or in the workbook "sessions, row 12 (opening), column start" or "sheet rooms".
        said = re.fullmatch(r"(warning: )?([^:]+): (?:(/\S*|[^:]+, (?:row|column|field) [^:]+|sheet [^:]+): )?(.*)", line)
        if said:
            warning, file, place, reason = said.groups()
            found.append({"warning": bool(warning), "file": file, "pointer": place or "", "reason": reason,
                          "page": page_of(event, file, place or "")})
        elif line:
            found.append({"warning": False, "file": "", "pointer": "", "reason": line, "page": ""})
    return found


class Watcher:
    def __init__(self, event, site, state, summit_pack, key, say=print):
        self.event, self.site, self.state, self.summit_pack, self.key, self.say = event, site, state, summit_pack, key, say
        self.changed = threading.Condition()
        self.told = {"number": 0, "good": True, "mistakes": [], "texts": self.texts()}
        self.identity = self.identity_now()
        self.beside = beside(event)
        # By path what there is to look at in a workbook, until it is saved anew.
        self.of_books = {}

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

    def take_in(self, book):
        """Brings a workbook into the folder; one with mistakes changes nothing there."""
        done = self.run("import", "xlsx", book, "--into", self.event)
        lines = [line for line in done.stderr.splitlines() if line != "nothing was changed"]
        self.of_books[book] = mistakes_of(self.event, "\n".join(lines))
        for line in done.stdout.splitlines():
            if line.startswith(("changed: ", "added: ", "removed: ", "kept: ")):
                self.say(f"          {os.path.basename(book)}: {line}", flush=True)
        return done.returncode == 0

    def mistakes_of_books(self):
        return [one for book, mistakes in self.of_books.items() if os.path.exists(book) for one in mistakes]

    def publish(self):
        """Builds, signs and publishes what is in the folder now."""
        in_books = self.mistakes_of_books()
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
            return self.tell(False, in_books + mistakes_of(self.event, built.stderr))
        signed = self.run("sign", pack, "--key", self.key)
        if signed.returncode:
            return self.tell(False, mistakes_of(self.event, signed.stderr))
        update.publish(self.site, pack)  # whole: the way to this machine is short
        shutil.copyfile(pack, last)
        self.tell(True, in_books + mistakes_of(self.event, built.stderr))
        # The rules for texts take longer, and what was published is seen meanwhile.
        checked = self.run("check", self.event)
        mistakes = in_books + mistakes_of(self.event, checked.stderr)
        if mistakes != self.told["mistakes"]:
            self.tell(True, mistakes)

    def stamps(self):
        return stamps(self.event, self.beside)

    def follow(self, changed, seen):
        """Takes in and publishes what was saved; answers with what there is then that needs no second look."""
        books = [path for path in changed if path.endswith(".xlsx") and os.path.exists(path)
                 and (path in self.of_books or is_workbook(path))]
        taken = all([self.take_in(book) for book in books])
        self.beside = beside(self.event)
        # What the import has written is no news to publish once more; a workbook saved meanwhile is.
        now = {**self.stamps(), **{book: seen.get(book) for book in books}}
        # A workbook that is wrong holds up nothing else.
        if taken or len(books) < len(changed):
            self.publish()
        else:
            self.tell(False, self.mistakes_of_books())
        return now

    def watch(self):
        # Before: what is saved while the first pack is made is published next.
        seen = self.stamps()
        newest = max((stamp[0] for path, stamp in seen.items() if path.endswith(".json")), default=0)
        # All files, of workbooks those that were saved after what they could say something new to.
        changed = [path for path, stamp in seen.items() if not path.endswith(".xlsx") or stamp[0] > newest]
        while True:
            try:
                seen = self.follow(changed, seen)
            except OSError as error:
                self.tell(False, [{"warning": False, "file": "", "pointer": "", "page": "", "reason": str(error)}])
            while (now := self.stamps()) == seen:
                time.sleep(LOOK_EVERY_S)
            # Whoever saves several files, or one in pieces, is not done yet.
            time.sleep(LOOK_EVERY_S / 2)
            while (later := self.stamps()) != now:
                now = later
                time.sleep(LOOK_EVERY_S / 2)
            changed = [path for path in now.keys() | seen.keys() if now.get(path) != seen.get(path)]
            seen = now


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

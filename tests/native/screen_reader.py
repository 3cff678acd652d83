#!/usr/bin/python3
"""Uses the native program as Orca does: by the accessibility bus of the desktop, and by nothing else.

screen_reader.py PROGRAM TEXTS: prints one line of JSON for each thing that was tried, {"name": …} and, where it
went wrong, "why". Wants a display, a bus of its own with at-spi-bus-launcher on it, and pyatspi.
"""
import json
import pathlib
import subprocess
import sys
import time
import traceback

import pyatspi
from gi.repository import GLib

program, texts = sys.argv[1], pathlib.Path(sys.argv[2])
PATIENCE_S = 60  # a busy machine, and one that draws with its processor alone

en, kk = (json.loads((texts / f"{language}.json").read_text()) for language in ("en", "kk"))
event = json.loads((texts.parent / "assets/res2026/event.json").read_text())
heard = []  # (kind, source's name, details)
told = []  # what notified by itself: (words, attributes of what did)


def listen(event):
    try:
        name = event.source.name if event.source else ""
    except GLib.Error:
        name = ""
    heard.append((str(event.type), name, event.detail1, event.any_data))
    if str(event.type) == "object:state-changed:showing" and event.detail1:
        try:
            if event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
                told.append((name, attributes(event.source)))
        except (GLib.Error, AttributeError):
            pass  # it has gone


def turn():
    """Lets what arrived on the bus in, which is what keeps pyatspi's own picture of the tree true."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def wait(what, found):
    end = time.monotonic() + PATIENCE_S
    while True:
        turn()
        try:
            if answer := found():
                return answer
        except (GLib.Error, LookupError, AttributeError, NotImplementedError):
            pass  # it has just gone, or is not whole yet
        if time.monotonic() > end:
            raise AssertionError(what)
        time.sleep(0.02)


def all_in(node):
    yield node
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from all_in(child)


def window():
    desktop = pyatspi.Registry.getDesktop(0)
    for application in desktop:
        if application is not None and application.name == "summit" and application.childCount:
            return application.getChildAtIndex(0)
    return None


def look_for(role, fits, inside=None):
    top = inside or window()
    for node in all_in(top):
        if node.getRole() == role and (fits(node.name) if callable(fits) else node.name == fits):
            return node
    return None


def find(role, fits, inside=None):
    return wait(f"no {role} {fits if isinstance(fits, str) else ''}", lambda: look_for(role, fits, inside))


def act(node):
    assert node.queryAction().doAction(0), f"nothing happens with {node.name}"


def press(role, fits, then, then_role=pyatspi.ROLE_HEADING):
    """Presses what is found once, and waits for what it leads to."""
    def pressed():
        node = look_for(role, fits)
        return node is not None and node.queryAction().doAction(0)

    wait(f"no {role} {fits if isinstance(fits, str) else ''} that could be pressed", pressed)
    find(then_role, then)


def has(node, state):
    return node.getState().contains(state)


def attributes(node):
    return dict(pair.split(":", 1) for pair in node.getAttributes())


def text_of(node):
    return node.queryText().getText(0, -1)


steps = []


def step(function):
    steps.append(function)
    return function


@step
def the_window_is_there_by_name_role_and_place():
    top = wait("no window", window)
    assert top.getRole() == pyatspi.ROLE_FRAME
    wait("no title", lambda: "Regional Ecological Summit" in top.name)
    wait("not active", lambda: has(top, pyatspi.STATE_ACTIVE) and has(top, pyatspi.STATE_SHOWING))
    box = top.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    assert (box.width, box.height) == (1180, 780), (box.x, box.y, box.width, box.height)
    landmarks = {attributes(node).get("xml-roles") for node in all_in(top) if node.getRole() == pyatspi.ROLE_LANDMARK}
    assert {"navigation", "main"} <= landmarks, landmarks
    # Whatever is seen lies in the window.
    for node in all_in(top):
        if has(node, pyatspi.STATE_SHOWING) and node.getRole() == pyatspi.ROLE_LINK:
            inner = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            assert inner.width > 0 and inner.x < box.x + box.width and inner.y < box.y + box.height, node.name


@step
def it_is_told_that_the_window_is_the_active_one():
    # To whoever knows the window by then: others forget it.
    wait("nobody was told", lambda: any(kind == "window:activate" for kind, *_ in heard))
    kinds = [(kind, name) for kind, name, *_ in heard]
    there = next(at for at, (kind, _) in enumerate(kinds) if kind == "object:children-changed:add")
    assert there < next(at for at, (kind, _) in enumerate(kinds) if kind == "window:activate"), kinds


@step
def keys_that_a_reader_keeps_are_none_of_the_programs():
    def xdotool(*words):
        doing = subprocess.Popen(["xdotool", *words], stdout=subprocess.PIPE, text=True)
        wait(f"xdotool {words}", lambda: doing.poll() is not None)
        return doing.communicate()[0]

    asked = []
    held = set()

    def on_key(event):
        pressed = event.type == pyatspi.KEY_PRESSED_EVENT
        asked.append((event.event_string, event.hw_code, pressed))
        (held.add if pressed else held.discard)(event.event_string)
        return "Insert" in held or event.event_string == "Insert"

    masks = list(pyatspi.allModifiers())
    pyatspi.Registry.registerKeystrokeListener(on_key, mask=masks, kind=(pyatspi.KEY_PRESSED_EVENT, pyatspi.KEY_RELEASED_EVENT))
    xdotool("windowfocus", xdotool("search", "--onlyvisible", "--pid", str(running.pid)).split()[0])
    home = window().name
    xdotool("keydown", "Insert", "key", "slash", "keyup", "Insert")
    wait("the reader was not asked", lambda: ("/", 61, True) in asked and ("Insert", 118, False) in asked)
    time.sleep(1)
    turn()
    assert window().name == home and look_for(pyatspi.ROLE_ENTRY, en["search.label"]) is None, window().name
    # The same without its command opens the search.
    xdotool("key", "slash")
    find(pyatspi.ROLE_ENTRY, en["search.label"])
    press(pyatspi.ROLE_LINK, en["nav.home"], event["name"]["en"])
    pyatspi.Registry.deregisterKeystrokeListener(on_key, mask=masks, kind=(pyatspi.KEY_PRESSED_EVENT, pyatspi.KEY_RELEASED_EVENT))


@step
def a_session_about_glaciers_is_found():
    press(pyatspi.ROLE_LINK, en["nav.search"], en["search.label"], pyatspi.ROLE_ENTRY)
    field = find(pyatspi.ROLE_ENTRY, en["search.label"])
    assert has(field, pyatspi.STATE_EDITABLE) and has(field, pyatspi.STATE_SINGLE_LINE)
    wait("the field did not get the focus", lambda: has(field, pyatspi.STATE_FOCUSED))
    editable = field.queryEditableText()
    assert editable.insertText(0, "glaczzrs", 8)
    wait("nothing was inserted", lambda: text_of(field) == "glaczzrs")
    editable.deleteText(4, 6)
    wait("nothing was deleted", lambda: text_of(field) == "glacrs")
    editable.setTextContents("glaciers")
    wait("nothing was written", lambda: text_of(field) == "glaciers")
    result = find(pyatspi.ROLE_LINK, lambda name: name.startswith("Glaciers: keeping our water"))
    text = field.queryText()
    wait("the caret did not go along", lambda: text.caretOffset == 8 and text.getText(2, 5) == "aci")
    # What stands on its row is heard with it.
    assert "16:30" in result.description or "16:30" in result.name, (result.name, result.description)
    wait("nobody was told what was inserted", lambda: any(kind.startswith("object:text-changed:insert") for kind, *_ in heard))
    act(result)
    heading = find(pyatspi.ROLE_HEADING, "Glaciers: keeping our water in the mountains")
    assert attributes(heading)["level"] == "1", attributes(heading)
    wait("reading does not begin at the heading", lambda: has(heading, pyatspi.STATE_FOCUSED))


@step
def texts_are_read_by_letters_and_words():
    text = find(pyatspi.ROLE_HEADING, "Glaciers: keeping our water in the mountains").queryText()
    assert text.characterCount == len("Glaciers: keeping our water in the mountains")
    assert text.getText(0, 8) == "Glaciers"
    assert text.getStringAtOffset(12, pyatspi.TEXT_GRANULARITY_WORD)[0] == "keeping "
    assert text.getStringAtOffset(0, pyatspi.TEXT_GRANULARITY_LINE)[0] == text.getText(0, -1)
    assert chr(text.getCharacterAtOffset(1)) == "l"


@step
def it_is_starred_and_that_is_told():
    star = find(pyatspi.ROLE_TOGGLE_BUTTON, en["session.star"])
    assert not has(star, pyatspi.STATE_PRESSED)
    heard.clear()
    act(star)
    wait("no star", lambda: has(look_for(pyatspi.ROLE_TOGGLE_BUTTON, en["session.star"])
                                or look_for(pyatspi.ROLE_TOGGLE_BUTTON, en["session.starred"]), pyatspi.STATE_PRESSED))
    # A toast stays for some seconds, which a busy machine may need to look for it: what was heard counts.
    wait("nobody was told", lambda: any(en["toast.starred"] in words for words, _ in told))
    assert all(how.get("live", "polite") == "polite" for words, how in told if en["toast.starred"] in words), told
    wait("nobody was told that it is pressed", lambda: any(kind == "object:state-changed:pressed" and on for kind, _, on, _ in heard))
    # Once: readers say both "pressed" and "checked" of it in the same words.
    assert not any(kind == "object:state-changed:checked" for kind, *_ in heard), heard
    names = [name for kind, name, *_ in heard if kind == "object:state-changed:pressed"]
    assert len(names) == len(set(names)), names


@step
def the_focus_goes_where_it_is_sent():
    link = find(pyatspi.ROLE_LINK, en["nav.agenda"])
    heard.clear()
    assert link.queryComponent().grabFocus()
    wait("no focus", lambda: has(link, pyatspi.STATE_FOCUSED))
    wait("nobody was told of it", lambda: any(kind == "object:state-changed:focused" and name == en["nav.agenda"] and on
                                              for kind, name, on, _ in heard))


@step
def the_language_is_switched_to_kazakh():
    press(pyatspi.ROLE_LINK, en["nav.more"], en["info.title"])
    press(pyatspi.ROLE_LINK, en["settings.title"], en["settings.title"])
    choice = find(pyatspi.ROLE_RADIO_BUTTON, "Қазақша")
    assert not has(choice, pyatspi.STATE_CHECKED)
    assert attributes(choice)["language"] == "kk"
    press(pyatspi.ROLE_RADIO_BUTTON, "Қазақша", kk["settings.title"])
    wait("not chosen", lambda: has(find(pyatspi.ROLE_RADIO_BUTTON, "Қазақша"), pyatspi.STATE_CHECKED))
    wait("the window has the old title", lambda: kk["settings.title"] in window().name)
    heading = find(pyatspi.ROLE_HEADING, kk["settings.title"])
    assert heading.objectLocale == "kk" and attributes(heading)["language"] == "kk"


@step
def the_star_is_in_my_agenda_and_its_room_opens():
    press(pyatspi.ROLE_LINK, kk["nav.home"], event["name"]["kk"])
    press(pyatspi.ROLE_LINK, kk["my.title"], kk["my.title"])
    press(pyatspi.ROLE_LINK, lambda name: "Мұздықтар: таудағы су қорын сақтаймыз" in name, "Мұздықтар: таудағы су қорын сақтаймыз")
    press(pyatspi.ROLE_LINK, lambda name: name.startswith("1\u2011зал"), lambda name: name.startswith("1\u2011зал"))


@step
def the_steps_of_the_way_are_followed():
    press(pyatspi.ROLE_LINK, kk["route.there"], lambda name: name.endswith(": 1\u2011зал"))
    entrance = lambda name: name.startswith("Басты кіреберіс")
    press(pyatspi.ROLE_LINK, "1\u2011қабат", entrance, pyatspi.ROLE_LINK)
    press(pyatspi.ROLE_LINK, entrance, kk["route.steps"], pyatspi.ROLE_LIST)
    steps_list = find(pyatspi.ROLE_LIST, kk["route.steps"])
    said = wait("no steps", lambda: [child.name for child in steps_list if child.name] or
                [node.name for node in all_in(steps_list) if node.getRole() == pyatspi.ROLE_PARAGRAPH])
    asked = subprocess.run([program, "--describe", "--page", "/kk/map/?from=main-entrance&to=hall-1", "--size", "1180x780"],
                           capture_output=True, check=True)

    def lists(node):
        if node["role"] == "list" and node["name"] == kk["route.steps"]:
            yield node
        for child in node["children"]:
            yield from lists(child)

    def names(node):
        own = [node["name"]] if node["role"] in ("listitem", "link", "paragraph", "button") and node["name"] else []
        return own + [name for child in node["children"] for name in names(child)]

    expected = names(next(lists(json.loads(asked.stdout))))
    assert len(said) >= 2, said
    wait(f"the steps are not {expected}", lambda: [node.name for node in all_in(steps_list)
                                                   if node.name and node.getRole() != pyatspi.ROLE_LIST] == expected)
    # Pressing a step shows it on the plan.
    pressable = [node for node in all_in(steps_list) if node.getRole() in (pyatspi.ROLE_LINK, pyatspi.ROLE_PUSH_BUTTON)]
    if pressable:
        second = pressable[1].name
        act(pressable[1])
        wait("the step is not shown", lambda: any(has(node, pyatspi.STATE_ACTIVE) and node.name == second
                                                  for node in all_in(find(pyatspi.ROLE_LIST, kk["route.steps"]))))


@step
def what_lies_behind_a_dialog_cannot_be_pressed():
    press(pyatspi.ROLE_LINK, kk["nav.more"], kk["info.title"])
    press(pyatspi.ROLE_LINK, kk["settings.title"], kk["settings.title"])
    press(pyatspi.ROLE_PUSH_BUTTON, kk["shortcuts.title"], lambda name: True, pyatspi.ROLE_DIALOG)
    dialog = find(pyatspi.ROLE_DIALOG, lambda name: True)
    assert has(dialog, pyatspi.STATE_MODAL)
    behind = look_for(pyatspi.ROLE_LINK, kk["nav.agenda"])
    wait("it is open to the visitor", lambda: not has(behind, pyatspi.STATE_SENSITIVE))
    before = window().name
    # The bus answers before anything is done: what counts is that nothing is.
    behind.queryAction().doAction(0)
    time.sleep(1)
    turn()
    assert window().name == before and look_for(pyatspi.ROLE_DIALOG, lambda name: True) is not None


@step
def at_rest_no_frame_is_drawn_and_no_processor_used():
    time.sleep(1)

    def ticks():
        fields = pathlib.Path(f"/proc/{running.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    # Some moment without a due minute or toast comes; ten seconds are waited for at most.
    for _ in range(5):
        before = ticks()
        time.sleep(2)
        if ticks() - before <= 1:
            return
    raise AssertionError("the processor is busy at rest")


# Listens before it comes, so that its first words are heard.
for kind in ("object:text-changed", "object:state-changed:showing", "object:state-changed:pressed",
             "object:state-changed:checked",
             "object:state-changed:focused", "object:children-changed", "object:property-change",
             "window:activate"):
    pyatspi.Registry.registerEventListener(listen, kind)
running = subprocess.Popen([program, "--lang", "en", "--page", "/en/", "--size", "1180x780"])
try:
    broken = False
    for function in steps:
        result = {"name": function.__name__.replace("_", " ")}
        if broken:
            result["why"] = "what comes before it did not work"
        else:
            try:
                function()
            except Exception as error:  # whatever it is, it is told with its step
                line = traceback.extract_tb(error.__traceback__)[1].lineno
                result["why"] = f"{type(error).__name__} in line {line}: {error}"
                broken = True
        print(json.dumps(result, ensure_ascii=False), flush=True)
    if running.poll() is not None:
        print(json.dumps({"name": "the program is still there", "why": f"it ended with {running.returncode}"}))
finally:
    running.terminate()
    running.wait(10)

#!/usr/bin/python3
"""A desktop that tells its settings by D-Bus, for tests: org.freedesktop.portal.Settings of one desktop that is light
until a line arrives on standard input. Each line is a number for org.freedesktop.appearance color-scheme (1 dark,
2 light, 0 no wish), which is told to whoever listens. Says "ready" when it can be asked, and "asked" for each question."""
import sys

from gi.repository import Gio, GLib

XML = """
<node><interface name="org.freedesktop.portal.Settings">
<method name="ReadAll"><arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/></method>
<signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>
"""
PATH = "/org/freedesktop/portal/desktop"
NAME = "org.freedesktop.portal.Settings"
scheme = int(sys.argv[1]) if len(sys.argv) > 1 else 2
loop = GLib.MainLoop()


def on_call(connection, sender, path, interface, method, parameters, invocation):
    groups = parameters.unpack()[0]
    told = {}
    if "org.freedesktop.appearance" in groups:
        told["org.freedesktop.appearance"] = {"color-scheme": GLib.Variant("u", scheme), "accent-color": GLib.Variant("(ddd)", (0, 0.5, 1))}
    if "org.gnome.desktop.interface" in groups:
        told["org.gnome.desktop.interface"] = {"text-scaling-factor": GLib.Variant("d", 1.0)}
    invocation.return_value(GLib.Variant("(a{sa{sv}})", (told,)))
    print("asked", flush=True)


def on_line(channel, condition):
    global scheme
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    scheme = int(line)
    # As desktops do: other settings change as well, and some are told wrapped twice.
    bus.emit_signal(None, PATH, NAME, "SettingChanged", GLib.Variant("(ssv)", ("org.gnome.desktop.interface", "cursor-size", GLib.Variant("i", 24))))
    bus.emit_signal(None, PATH, NAME, "SettingChanged", GLib.Variant("(ssv)", ("org.freedesktop.appearance", "color-scheme", GLib.Variant("u", scheme))))
    return True


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], on_call)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE, lambda *_: print("ready", flush=True), None)
GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, on_line)
loop.run()

# SPDX-License-Identifier: MIT
"""The program in its real window, driven from outside through the accessibility bus, as a screen reader would.

Controls are named by their English labels, whatever the language of the window: labels.py knows the other.
"""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from labels import label  # noqa: E402

PROGRAM = os.environ.get("NETASSISTANT") or os.path.join(os.path.dirname(__file__), "../../.build/netassistant")
PATIENCE = 30  # seconds until a test gives up on something that must come

# A busy machine answers late; that is no error, and how late is measured where it matters.
Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)


def wait_for(condition, what, seconds=PATIENCE):
    """The first true value that condition() gives."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s for {what() if callable(what) else what}")
        time.sleep(0.01)


def memory_folder():
    """A temporary folder that no disk is needed for, if the system has such: for a test of what is set just before an
    end, which is not waited for longer than five seconds."""
    place = "/dev/shm"
    return tempfile.TemporaryDirectory(dir=place if os.access(place, os.W_OK) else None)


class NetAssistant:
    """One running program. Its settings and cache are in `home`, a temporary folder unless one is given."""

    def __init__(self, *arguments, language="zh_CN", home=None, prefix=()):
        self.language = language
        self._own_home = home is None
        self.home = home or tempfile.mkdtemp(prefix="netassistant-test-")
        self.settings = os.path.join(self.home, "settings.json")
        self.cache = os.path.join(self.home, "cache")
        environment = dict(os.environ, XDG_CACHE_HOME=self.cache,
                           XDG_CONFIG_HOME=os.path.join(self.home, "config"))
        command = [*prefix, PROGRAM, "--settings", self.settings]
        if language is not None:
            command += ["--language", language]
        # What ends it is not ignored, as it is below nohup or in the background of a script.
        signals = ["env", "--default-signal=INT,TERM,HUP"]
        self.process = subprocess.Popen([*signals, *command, *arguments], env=environment)
        try:
            self.window = wait_for(self._find_window, "the window on the accessibility bus")
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Ends it whatever happens, and removes its folder."""
        if self.process.poll() is None:
            self.kill()
        if self._own_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    # --- finding ---

    def _find_window(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended at once with {self.process.returncode}")
        for application in children(Atspi.get_desktop(0)):
            try:
                if application.get_process_id() != self.process.pid:
                    continue
                # What is cached would be renewed by events, and nobody here waits for those.
                application.set_cache_mask(Atspi.Cache.NONE)
                for window in children(application):
                    if window.get_role_name() == "frame" and has_state(window, Atspi.StateType.SHOWING):
                        return window
            except GLib.Error:
                pass  # of one that has just gone, or is not ready
        return None

    def windows(self):
        """All windows of the program that are shown, by role: a modal box would be among them."""
        return [window for window in children(self.window.get_application())
                if has_state(window, Atspi.StateType.SHOWING)]

    def find(self, role, english, within=None):
        """The control that is shown with this role and label, or None; in the panel `within` where two have it."""
        wanted = label(role, english, self.language)
        root = self.window
        if within is not None:
            panel = label("panel", within, self.language)
            root = next((control for control in descendants(self.window)
                         if control.get_role_name() == "panel" and control.get_name() == panel), None)
            if root is None:
                return None
        for control in descendants(root):
            # On this bus the name of a combo box is what it shows; its label is the label beside it.
            if control.get_role_name() == role \
                    and (label_of(control) if role == "combo box" else control.get_name()) == wanted \
                    and has_state(control, Atspi.StateType.SHOWING):
                return control
        return None

    def control(self, role, english, within=None):
        found = wait_for(lambda: self.find(role, english, within), f"the {role} {english!r}")
        assert found is not None
        return found

    # --- reading ---

    def log(self):
        """The rows of the log that are in sight."""
        return text_of(self.control("text", "Data log"))

    def wait_log(self, pattern, seconds=PATIENCE):
        """The match of a regular expression in the log, as soon as there is one."""
        return wait_for(lambda: re.search(pattern, self.log(), re.MULTILINE),
                        lambda: f"{pattern!r} in the log, which is:\n{self.log()}", seconds)

    def status(self):
        """The message in the status bar."""
        return self.status_labels()[0]

    def counters(self):
        """Records received, records sent, bytes received, bytes sent."""
        text = " ".join(self.status_labels())
        match = re.search(r"(\d+)/(\d+) .*\bRX: (\d+).*\bTX: (\d+)", text)
        assert match, text
        return tuple(int(number) for number in match.groups())

    def wait_counters(self, received=None, sent=None, bytes_received=None, bytes_sent=None):
        """Until the counters given show these numbers: what is counted is shown on the next beat, not at once."""
        wanted = (received, sent, bytes_received, bytes_sent)
        wait_for(lambda: all(want in (None, shown) for want, shown in zip(wanted, self.counters())),
                 lambda: f"the counters {wanted}; they are {self.counters()}")

    def status_labels(self):
        """Message, counters and what else the status bar tells."""
        bar = next(child for child in children(self.window) if child.get_role_name() == "status bar")
        return [child.get_name() for child in children(bar) if child.get_role_name() == "label"]

    def value(self, role, english, within=None):
        """What a control shows: text, the entry of a combo box, or whether it is checked."""
        control = self.control(role, english, within)
        if role in ("check box", "radio button"):
            return has_state(control, Atspi.StateType.CHECKED)
        if role == "combo box":
            return control.get_name()
        return text_of(control)

    def options(self, english, within=None):
        """What a combo box offers."""
        return [entry.get_name() for entry in children(list_of(self.control("combo box", english, within)))]

    def is_enabled(self, role, english, within=None):
        return has_state(self.control(role, english, within), Atspi.StateType.ENABLED)

    def rss_peak(self):
        """Bytes of memory that the program has held at most."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(r"VmHWM:\s+(\d+) kB", status.read()).group(1)) * 1024

    # --- doing ---

    def press(self, english, within=None):
        button = self.control("push button", english, within)
        wait_for(lambda: has_state(button, Atspi.StateType.ENABLED), f"the button {english!r} to be enabled")
        do(button, "Press")
        # Qt shows it pressed for a moment and clicks then.
        wait_for(lambda: not has_state(button, Atspi.StateType.PRESSED), f"the button {english!r} to be clicked")

    def check(self, role, english, on=True, within=None):
        control = self.control(role, english, within)
        if has_state(control, Atspi.StateType.CHECKED) != on:
            do(control, "Toggle")
            wait_for(lambda: has_state(control, Atspi.StateType.CHECKED) == on, f"{english!r} to be switched")

    def write(self, role, english, text):
        """Replaces the content of a text, a spin button or an editable combo box."""
        control = self.control(role, english)
        if role == "combo box":
            control = next(child for child in children(control) if child.get_role_name() == "text")
        control.set_text_contents(text)
        wait_for(lambda: text_of(control) == text, f"{text!r} to stand in {english!r}")

    def choose(self, english, option, within=None):
        """Picks an entry of a combo box, with the keyboard: Qt's combo boxes offer no other way from outside."""
        combo = self.control("combo box", english, within)
        wanted = label("list item", option, self.language)
        if combo.get_name() == wanted:
            return
        entries = list_of(combo)
        index = [entry.get_name() for entry in children(entries)].index(wanted)
        self.activate()
        do(combo, "Press")
        wait_for(lambda: has_state(entries, Atspi.StateType.SHOWING), f"the list of {english!r}")
        self.keys("Home", *["Down"] * index, "Return")
        wait_for(lambda: combo.get_name() == wanted, f"{wanted!r} to be chosen in {english!r}")

    def focus(self, control):
        self.activate()
        do(control, "SetFocus")
        wait_for(lambda: has_state(control, Atspi.StateType.FOCUSED), "the keyboard focus")

    def keys(self, *names):
        subprocess.run(["xdotool", "key", "--delay", "1", *names], check=True, timeout=PATIENCE)

    def activate(self):
        """Makes it the window that the keyboard goes to."""
        if not has_state(self.window, Atspi.StateType.ACTIVE):
            subprocess.run(["xdotool", "windowactivate", "--sync", self._x_window()], check=True, timeout=PATIENCE,
                           stdout=subprocess.DEVNULL)
            wait_for(lambda: has_state(self.window, Atspi.StateType.ACTIVE), "the window to be active")

    def resize(self, width, height):
        """In pixels of the screen."""
        subprocess.run(["xdotool", "windowsize", "--sync", self._x_window(), str(width), str(height)], check=True,
                       timeout=PATIENCE)

    def place(self, x, y, width, height):
        self.resize(width, height)
        subprocess.run(["xdotool", "windowmove", self._x_window(), str(x), str(y)], check=True, timeout=PATIENCE)

    def toggle_maximised(self):
        """As with the mouse: a double click on the title. A busy machine may take it for two single ones: once more."""
        def place():
            extents = self.window.get_extents(Atspi.CoordType.SCREEN)
            return extents.x, extents.y, extents.width, extents.height
        before = place()
        end = time.monotonic() + 4 * PATIENCE
        while place() == before:
            assert time.monotonic() < end, f"the window is still at {before}"
            subprocess.run(["xdotool", "mousemove", "--sync", str(before[0] + 300), str(before[1] - 10),
                            "click", "--repeat", "2", "--delay", "50", "1"], check=True, timeout=PATIENCE)
            click = time.monotonic()
            while place() == before and time.monotonic() < click + PATIENCE:
                time.sleep(0.05)

    def picture(self, path):
        """The inside of the window as a PNG file; the mouse is out of the way, since it calls up hints."""
        subprocess.run(["xdotool", "mousemove", "--sync", "100%", "100%"], check=True, timeout=PATIENCE)
        subprocess.run(["import", "-window", self._x_window(), "-depth", "8", "-strip", path], check=True,
                       timeout=PATIENCE)

    def _x_window(self):
        command = ["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name",
                   self.window.get_name()]
        return wait_for(lambda: subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE,
                                               check=False).stdout.split(), "the window on the screen")[0]

    def menu(self, *path):
        """Triggers the entry at the end of a path through the menus."""
        item = next(child for child in children(self.window) if child.get_role_name() == "menu bar")
        for english in path:
            wanted = label("menu item", english, self.language)
            item = next(entry for entry in descendants(item, into_menus=True)
                        if entry.get_role_name() == "menu item" and entry.get_name() == wanted)
        do(item, "Press")

    def dialog(self, what):
        """The dialog that is open and that the keyboard goes to; waits for it."""
        return wait_for(lambda: next((window for window in self.windows()
                                      if window.get_role_name() in ("alert", "dialog", "file chooser")
                                      and has_state(window, Atspi.StateType.ACTIVE)), None), what)

    def in_dialog(self, dialog, role, english):
        """The control of a dialog with this role and label."""
        wanted = label(role, english, self.language)
        return wait_for(lambda: next((control for control in descendants(dialog)
                                      if control.get_role_name() == role and control.get_name() == wanted
                                      and has_state(control, Atspi.StateType.SHOWING)), None),
                        f"the {role} {english!r} of the dialog")

    def accept(self, dialog, path, button_names):
        """Writes the path into a file dialog and presses the button whose name begins so."""
        name = next(control for control in descendants(dialog) if control.get_role_name() == "text"
                    and has_state(control, Atspi.StateType.SHOWING) and has_state(control, Atspi.StateType.EDITABLE))
        name.set_text_contents(path)
        button = next(control for control in descendants(dialog)
                      if control.get_role_name() == "push button" and control.get_name().startswith(button_names))
        wait_for(lambda: has_state(button, Atspi.StateType.ENABLED), "the button that takes it")
        do(button, "Press")

    def save(self, entry, path):
        """File > entry, with that name in the dialog that comes. Waits until the file is whole."""
        self.menu("File", entry)
        self.accept(self.dialog("the file dialog"), path, ("Save", "保存"))
        wait_for(lambda: os.path.exists(path), f"the file {path}", 4 * PATIENCE)  # it is all on the disk then

    # --- conversations ---

    def listen(self, port=0, host="127.0.0.1"):
        """Opens a TCP server; the port that it got."""
        self.choose("Protocol", "TCP Server")
        self.write("combo box", "Local host", host)
        self.write("spin button", "Local port", str(port))
        self.press("Open")
        self.control("push button", "Close")
        return int(self.wait_log(r"# Listening on \S+:(\d+)$").group(1))

    def bind(self, port=0, host="127.0.0.1"):
        """Opens a UDP socket; the port that it got."""
        self.choose("Protocol", "UDP")
        self.write("combo box", "Local host", host)
        self.write("spin button", "Local port", str(port))
        self.press("Open")
        self.control("push button", "Close")
        return int(self.wait_log(r"# UDP socket bound to \S+:(\d+)$").group(1))

    def send_to(self, remote, text):
        """Through a UDP socket, to `ip:port`."""
        # The label is not the one that a TCP client's remote host has in Chinese.
        self.write("combo box", "远程主机" if self.language == "zh_CN" else "Remote host", remote)
        self.send(text)

    def connect(self, port, host="127.0.0.1"):
        self.choose("Protocol", "TCP Client")
        self.write("combo box", "Remote host", host)
        self.write("spin button", "Remote port", str(port))
        self.press("Connect")
        self.control("push button", "Disconnect")

    def send(self, text):
        """Types it into the box and presses Send."""
        self.write("text", "Data to send", text)
        self.press("Send")


def children(parent):
    for i in range(parent.get_child_count()):
        child = parent.get_child_at_index(i)
        if child is not None:
            yield child


def descendants(root, into_menus=False):
    """All controls below, in the order of the tree; not the entries of lists, of which there are many."""
    for child in children(root):
        yield child
        role = child.get_role_name()
        if role not in ("list", "tree", "table") and (into_menus or role != "menu bar"):
            yield from descendants(child, into_menus)


def has_state(control, state):
    return control.get_state_set().contains(state)


def text_of(control):
    return Atspi.Text.get_text(control, 0, -1)


def label_of(control):
    for relation in control.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name()
    return None


def list_of(combo):
    return next(child for child in children(combo) if child.get_role_name() == "list")


def do(control, action):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # one version of the bindings deprecates what another has nothing else for
        names = [control.get_action_name(i) for i in range(control.get_n_actions())]
    assert control.do_action(names.index(action)), (control.get_name(), action)

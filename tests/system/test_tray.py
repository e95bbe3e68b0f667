# SPDX-License-Identifier: MIT
"""The icon in the system tray, with a tray of the tests' own."""

import os
import re
import socket
import subprocess
import time
import unittest

from labels import label
from netassistant import PATIENCE, Atspi, NetAssistant, has_state, memory_folder, wait_for


class Tray:
    """A panel that holds tray icons."""

    def __init__(self):
        # It asks the window manager, and waits for ever for one that is not there yet.
        wait_for(lambda: subprocess.run(["xdotool", "get_desktop"], capture_output=True, timeout=PATIENCE,
                                        check=False).returncode == 0, "the window manager")
        self.process = subprocess.Popen(["trayer", "--edge", "bottom", "--align", "right", "--widthtype", "pixel",
                                         "--width", "200", "--height", "32"], stderr=subprocess.DEVNULL)
        # Its panel is on the screen, and then it takes icons.
        try:
            wait_for(lambda: windows_of(self.process.pid, "--name", "panel"), "the tray")
        except BaseException:
            self.end()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)


def windows_of(pid, *more):
    """The windows on the screen of this process, and what else they have to be."""
    found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(pid), *more],
                           capture_output=True, text=True, timeout=PATIENCE, check=False)
    return found.stdout.split()


def place_of(window):
    found = subprocess.run(["xdotool", "getwindowgeometry", window], capture_output=True, text=True, timeout=PATIENCE,
                           check=True)
    return re.search(r"Position: (\S+)", found.stdout).group(1)


def icon(app):
    def others():
        return [window for window in windows_of(app.process.pid) if window not in main_window(app)]
    return wait_for(others, "the icon in the tray")[0]


def click(app, button):
    time.sleep(0.5)  # two quick ones are one double click
    subprocess.run(["xdotool", "mousemove", "--window", icon(app), "8", "8", "click", str(button)],
                   check=True, timeout=PATIENCE)


def main_window(app):
    return windows_of(app.process.pid, "--name", label("frame", "Network Debugging Assistant", app.language))


def wait_shown(app, shown):
    wait_for(lambda: bool(main_window(app)) == shown, f"the window to be {'shown' if shown else 'hidden'}")


class TrayIcon(unittest.TestCase):
    def start(self, app):
        port = app.listen()
        app.menu("View", "Tray icon")
        icon(app)
        return port

    def test_hides_and_shows_and_keeps_the_conversation(self):
        for language in ("en", "zh_CN"):
            with self.subTest(language=language), Tray(), NetAssistant(language=language) as app:
                port = self.start(app)
                first = place_of(main_window(app)[0])
                app.place(60, 80, 1000, 700)
                wait_for(lambda: has_state(app.window, Atspi.StateType.ACTIVE), "the window to be active")
                place = wait_for(lambda: (lambda now: now if now != first else None)(place_of(main_window(app)[0])),
                                 "the window to be moved")
                click(app, 1)
                wait_shown(app, False)
                click(app, 1)
                wait_shown(app, True)
                wait_for(lambda: place_of(main_window(app)[0]) == place,
                         lambda: f"the window at {place_of(main_window(app)[0])} to be at {place} again")
                # Closed, it goes on.
                app.activate()
                app.keys("alt+F4")
                wait_shown(app, False)
                with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
                    client.sendall(b"while hidden\n")
                    click(app, 1)
                    wait_shown(app, True)
                    app.wait_log(r"^while hidden$")

    def test_quits_by_its_menu(self):
        for language in ("en", "zh_CN"):
            with self.subTest(language=language), Tray(), NetAssistant(language=language) as app:
                self.start(app)
                click(app, 1)
                wait_shown(app, False)
                click(app, 3)
                wait_for(lambda: len(windows_of(app.process.pid)) == 2, "the icon's menu")
                end = time.monotonic() + PATIENCE
                while app.process.poll() is None and time.monotonic() < end:
                    app.keys("Up", "Return")  # the menu is seen before it has the keyboard
                    asked = time.monotonic()
                    while app.process.poll() is None and time.monotonic() < asked + 1:
                        time.sleep(0.01)
                self.assertEqual(app.process.wait(PATIENCE), 0)
                self.assertEqual(windows_of(app.process.pid), [])
                self.assertEqual([name for _, _, names in os.walk(app.cache) for name in names], [])

    def test_window_comes_back_when_the_tray_goes(self):
        with Tray() as tray, NetAssistant(language="en") as app:
            self.start(app)
            click(app, 1)
            wait_shown(app, False)
            tray.end()
            wait_shown(app, True)

    def test_is_remembered(self):
        with Tray(), memory_folder() as home:
            with NetAssistant(language="en", home=home) as app:
                self.start(app)
                app.menu("File", "Quit")
                self.assertEqual(app.process.wait(PATIENCE), 0)
            with NetAssistant(language="en", home=home) as app:
                click(app, 1)
                wait_shown(app, False)


if __name__ == "__main__":
    unittest.main(verbosity=2)

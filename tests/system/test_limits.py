# SPDX-License-Identifier: MIT
"""What a conversation may take is chosen in View > Capture limit…, counts at once, and is remembered."""

import json
import os
import re
import socket
import tempfile
import unittest

from labels import label
from netassistant import PATIENCE, NetAssistant, descendants, do, has_state, text_of, wait_for
from gi.repository import Atspi

MIB = 1 << 20


class Limits:
    """The dialog, opened from the menu."""

    def __init__(self, app):
        self._app = app
        app.menu("View", "Capture limit…")
        title = label("dialog", "Capture limit", app.language)
        self._dialog = wait_for(lambda: next((window for window in app.windows() if window.get_name() == title), None),
                                "the dialog")

    def control(self, role, english):
        wanted = label(role, english, self._app.language)
        return next(control for control in descendants(self._dialog)
                    if control.get_role_name() == role and control.get_name() == wanted)

    def write(self, english, number):
        box = self.control("spin button", english)
        box.set_text_contents(str(number))
        wait_for(lambda: text_of(box).startswith(str(number)), f"{number} to stand in {english!r}")

    def choose_mib(self, app):
        unit = next(control for control in descendants(self._dialog) if control.get_role_name() == "combo box")
        wait_for(lambda: has_state(self._dialog, Atspi.StateType.ACTIVE), "the dialog to have the keyboard")
        wait_for(lambda: has_state(unit, Atspi.StateType.ENABLED), "a limit of one's own to be chosen")
        do(self.control("spin button", "Capture limit"), "SetFocus")
        app.keys("Tab")
        wait_for(lambda: has_state(unit, Atspi.StateType.FOCUSED), "the keyboard focus")
        app.keys("Home")
        wait_for(lambda: unit.get_name() == "MiB", "MiB to be chosen")

    def number(self, english):
        return int(re.match(r"\d+", text_of(self.control("spin button", english))).group())

    def close(self, button):
        do(self.control("push button", button), "Press")
        wait_for(lambda: not has_state(self._dialog, Atspi.StateType.SHOWING), "the dialog to go")


def settings_of(app):
    if not os.path.exists(app.settings):
        return {}
    with open(app.settings, encoding="utf-8") as file:
        return json.load(file)


class LimitsAreChosen(unittest.TestCase):
    def test_count_at_once_and_are_remembered(self):
        with NetAssistant(language="en") as app:
            app.resize(1560, 700)
            port = app.listen()
            clients = [socket.create_connection(("127.0.0.1", port), PATIENCE) for _ in range(3)]
            app.wait_log(r"connected \(3 clients\)$")

            # The window goes on while the dialog is open.
            dialog = Limits(app)
            clients[0].sendall(b"meanwhile\n")
            app.wait_log(r"^meanwhile$")
            do(dialog.control("radio button", "At most"), "Toggle")
            self.assertEqual(dialog.number("Capture limit"), 4)
            dialog.write("Capture limit", 1)  # GiB
            dialog.write("Clients", 3)
            dialog.write("Waiting to be sent", 1)  # MiB
            dialog.close("OK")
            wanted = {"captureBytes": 1 << 30, "clients": 3, "waitingBytes": MIB}
            wait_for(lambda: settings_of(app).get("limits") == wanted, "the limits to be remembered")

            # Nobody was disconnected; the fourth is turned away, and that is told.
            with socket.create_connection(("127.0.0.1", port), PATIENCE) as fourth:
                fourth.settimeout(PATIENCE)
                self.assertEqual(fourth.recv(1), b"")
            app.wait_log(rf"# Error: a new client was turned away at 127\.0\.0\.1:{port}, the limit is 3 clients: "
                         r"disconnect some or raise the limit$")
            # More than may wait is refused as a whole.
            app.send("x" * (MIB + 1))
            app.wait_log(rf"# Error: not sent to \S+: {MIB + 1} bytes are more than may wait \(limit {MIB}\)")
            app.send("ok")
            app.wait_counters(sent=1, bytes_received=len(b"meanwhile\n"), bytes_sent=3 * len("ok"))
            for client in clients:
                client.close()
            app.wait_log(r"disconnected \(0 clients\)$")

            # Cancelled: nothing changes.
            dialog = Limits(app)
            dialog.write("Clients", 77)
            dialog.close("Cancel")
            dialog = Limits(app)
            self.assertEqual([dialog.number(name) for name in ("Capture limit", "Clients", "Waiting to be sent")],
                             [1, 3, 1])
            dialog.close("Cancel")
            app.menu("File", "Quit")
            app.process.wait(PATIENCE)
            with NetAssistant(language="en", home=app.home) as again:
                dialog = Limits(again)
                self.assertEqual(dialog.number("Clients"), 3)
                dialog.close("Cancel")

    def test_oldest_go_and_this_is_told(self):
        with tempfile.TemporaryDirectory(prefix="netassistant-test-") as home:
            with open(os.path.join(home, "settings.json"), "w", encoding="utf-8") as file:
                json.dump({"limits": {"captureBytes": 8 * MIB}}, file)
            with NetAssistant(language="en", home=home) as app:
                port = app.listen()
                with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
                    for i in range(20):
                        client.sendall((b"%07d\n" % i) * (MIB // 8))
                        app.wait_log(rf"^{i:07d}$")
                    wait_for(lambda: app.counters()[2] == 20 * MIB, "all to be counted")
                    match = re.fullmatch(rf"Oldest data dropped: (\d+) bytes so far, the limit is {8 * MIB} bytes",
                                         app.status())
                    self.assertIsNotNone(match, app.status())
                    self.assertGreater(int(match.group(1)), 2 * MIB)
                # What is kept is the newest.
                path = os.path.join(home, "received.bin")
                app.save("Save received bytes as…", path)
                with open(path, "rb") as file:
                    kept = file.read()
                self.assertLess(len(kept), 9 * MIB)
                self.assertGreater(len(kept), 5 * MIB)
                whole = b"".join((b"%07d\n" % i) * (MIB // 8) for i in range(20))
                self.assertTrue(whole.endswith(kept))

    def test_lowered_it_keeps_the_newest(self):
        with tempfile.TemporaryDirectory(prefix="netassistant-test-") as home:
            with NetAssistant(language="en", home=home) as app:
                lines = b"".join(b"%011d\n" % i for i in range(3 * MIB))
                with socket.create_connection(("127.0.0.1", app.listen()), PATIENCE) as client:
                    client.sendall(lines)
                    wait_for(lambda: app.counters()[2] == len(lines), "all to be counted")
                    for limit in (20, 1):
                        dialog = Limits(app)
                        do(dialog.control("radio button", "At most"), "Toggle")
                        dialog.choose_mib(app)
                        dialog.write("Capture limit", limit)
                        dialog.close("OK")
                        match = re.fullmatch(r"Oldest data dropped: (\d+) bytes so far, the limit is (\d+) bytes",
                                             wait_for(lambda: f"limit is {limit * MIB} " in app.status() and app.status(),
                                                      "the note"))
                        path = os.path.join(home, f"{limit}.bin")
                        app.save("Save received bytes as…", path)
                        with open(path, "rb") as file:
                            kept = file.read()
                        self.assertGreaterEqual(len(kept), limit * MIB * 2 // 3)
                        self.assertLessEqual(len(kept), limit * MIB)
                        self.assertTrue(lines.endswith(kept))
                        self.assertAlmostEqual(int(match.group(1)), len(lines) - len(kept), delta=10_000)
                    client.sendall(b"the newest\n")
                    app.wait_log(r"^the newest$")


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""What has been set survives a kill a second later; damaged settings are told, kept and survived."""

import glob
import json
import os
import signal
import socket
import unittest

from netassistant import PATIENCE, NetAssistant, memory_folder, wait_for


def stored(app):
    try:
        with open(app.settings, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def values_in(settings):
    """All values, wherever in the file they stand."""
    if isinstance(settings, dict):
        return [value for inner in settings.values() for value in values_in(inner)]
    if isinstance(settings, list):
        return [value for inner in settings for value in values_in(inner)]
    return [settings]


def files_below(folder):
    return [os.path.join(path, name) for path, _, names in os.walk(folder) for name in names]


class KillAndRestart(unittest.TestCase):
    def setUp(self):
        folder = memory_folder()
        self.addCleanup(folder.cleanup)
        self.home = folder.name

    def start(self, language="zh_CN"):
        app = NetAssistant(home=self.home, language=language)
        self.addCleanup(app.close)
        return app

    def test_every_control_is_remembered(self):
        app = self.start()
        app.listen(host="127.0.0.2")
        app.press("Close")
        app.control("push button", "Open")
        app.write("combo box", "Local host", "127.0.0.3")
        changed = [("check box", "Log mode", "Receive", False), ("check box", "Auto line feed", "Receive", False),
                   ("check box", "Hide received data", "Receive", True), ("check box", "Parse escapes", "Send", False),
                   ("radio button", "HEX", "Receive", True), ("radio button", "HEX", "Send", True)]
        text = "0A 0b,FF"
        for role, english, panel, on in changed:
            app.check(role, english, on, panel)
        app.choose("Encoding", "Big5", "Receive")
        app.choose("Encoding", "Shift_JIS", "Send")
        app.choose("Append ending", "CRLF for AT commands", "Send")
        app.choose("Protocol", "TCP Client")
        app.write("combo box", "Remote host", "localhost")
        app.write("spin button", "Remote port", "60001")
        app.write("text", "Data to send", text)
        wait_for(lambda: text in values_in(stored(app)), "the last change in the settings file")
        app.kill()

        app = self.start()
        for role, english, panel, on in changed:
            self.assertEqual(app.value(role, english, panel), on, english)
        self.assertEqual(app.value("combo box", "Encoding", "Receive"), "Big5")
        self.assertEqual(app.value("combo box", "Encoding", "Send"), "Shift_JIS")
        self.assertEqual(app.value("combo box", "Append ending", "Send"), "AT 指令自动 CRLF")
        self.assertEqual(app.value("combo box", "Protocol"), "TCP 客户端")
        self.assertEqual(app.value("combo box", "Remote host"), "localhost")
        self.assertEqual(app.value("spin button", "Remote port"), "60001")
        self.assertEqual(app.value("text", "Data to send"), text)
        app.choose("Protocol", "TCP Server")
        self.assertEqual(app.value("combo box", "Local host"), "127.0.0.3")
        self.assertEqual(app.value("spin button", "Local port"), "0")
        self.assertIn("127.0.0.2", app.options("Local host"), "where it listened before is offered")

    def test_text_with_lines_and_chinese_is_remembered(self):
        text = "第一行\n\\x00 second\n\n𠮷"
        app = self.start()
        app.write("text", "Data to send", text)
        wait_for(lambda: text in values_in(stored(app)), "the text in the settings file")
        app.kill()
        self.assertEqual(self.start().value("text", "Data to send"), text)

    def test_settings_are_private(self):
        app = self.start()
        app.write("text", "Data to send", "AUTH secret")
        wait_for(lambda: "AUTH secret" in values_in(stored(app)), "the text in the settings file")
        self.assertEqual(os.stat(app.settings).st_mode & 0o077, 0)

    def test_damaged_settings_are_told_and_kept_aside(self):
        damaged = b'{"sendText": "half of i'
        path = os.path.join(self.home, "settings.json")
        with open(path, "wb") as file:
            file.write(damaged)
        app = self.start()
        aside = wait_for(lambda: glob.glob(path + ".damaged-*"), "the damaged file kept aside")
        self.assertEqual(len(aside), 1)
        with open(aside[0], "rb") as file:
            self.assertEqual(file.read(), damaged)
        # A line of the log is as long as it is, and the paths are long: rows are joined.
        joined = wait_for(lambda: "".join(app.log().splitlines()), "a line in the log")
        self.assertIn(f"# Settings file {path} was damaged: kept as {aside[0]}, started with defaults", joined)
        self.assertIn(aside[0], app.status())
        self.assertEqual(app.value("spin button", "Local port"), "8080")
        self.assertEqual(app.value("combo box", "Encoding", "Receive"), "GBK")
        app.write("text", "Data to send", "new")
        wait_for(lambda: "new" in values_in(stored(app)), "settings stored again")

    def test_what_has_just_been_set_survives_the_end_that_the_system_asks_for(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            app = self.start()
            on = not app.value("check box", "Log mode", "Receive")
            app.check("check box", "Log mode", on, "Receive")
            # A shell and its terminal both tell that they go.
            os.kill(app.process.pid, number)
            os.kill(app.process.pid, number)
            self.assertEqual(app.process.wait(PATIENCE), 0)
            app = self.start()
            self.assertEqual(app.value("check box", "Log mode", "Receive"), on)
            app.kill()

    def test_an_open_dialog_does_not_keep_it(self):
        app = self.start()
        app.menu("View", "Capture limit…")
        wait_for(lambda: len(app.windows()) > 1, "the dialog")
        app.process.send_signal(signal.SIGTERM)
        self.assertEqual(app.process.wait(PATIENCE), 0)

    def test_nothing_is_left_in_the_cache_after_a_kill(self):
        app = self.start()
        port = app.listen()
        size = 48 << 20
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(bytes(size))
            wait_for(lambda: app.counters()[2] == size, "all bytes")
        self.assertTrue(any(app.cache in os.path.realpath(link) for link in glob.glob(f"/proc/{app.process.pid}/fd/*")),
                        "what was received is in the cache folder")
        app.kill()
        self.start()
        self.assertEqual(files_below(app.cache), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)

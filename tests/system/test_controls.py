# SPDX-License-Identifier: MIT
"""Every control is found by its label, with its role and its value at the first start, in Chinese and in English,
and can be reached with the Tab key."""

import unittest

from labels import label
from netassistant import Atspi, NetAssistant, children, descendants, has_state, text_of, wait_for

# role, label, panel where the label alone does not tell, value at the first start (None: it has none)
SERVER = [
    ("combo box", "Protocol", "Network", "TCP Server"),
    ("combo box", "Local host", "Network", "127.0.0.1"),
    ("spin button", "Local port", "Network", "8080"),
    ("push button", "Open", "Network", None),
]
CLIENT = [
    ("combo box", "Protocol", "Network", "TCP Client"),
    ("combo box", "Remote host", "Network", "127.0.0.1"),
    ("spin button", "Remote port", "Network", "8080"),
    ("push button", "Connection…", "Network", None),
    ("push button", "Connect", "Network", None),
]
UDP = [
    ("combo box", "Protocol", "Network", "UDP"),
    ("combo box", "Local host", "Network", "127.0.0.1"),
    ("spin button", "Local port", "Network", "8080"),
    ("push button", "Open", "Network", None),
]
UDP_ONLY = [
    ("push button", "Clear peers", None, None),
    ("push button", "Multicast…", None, None),
]
COMMON = [
    ("radio button", "Text", "Receive", True),
    ("radio button", "HEX", "Receive", False),
    ("combo box", "Encoding", "Receive", {"zh_CN": "GBK", "en": "UTF-8"}),
    ("check box", "Log mode", "Receive", True),
    ("check box", "Auto line feed", "Receive", True),
    ("check box", "Hide received data", "Receive", False),
    ("check box", "Save to file…", "Receive", False),
    ("check box", "Auto scroll", "Receive", True),
    ("push button", "Clear", "Receive", None),
    ("radio button", "Text", "Send", True),
    ("radio button", "HEX", "Send", False),
    ("radio button", "File", "Send", False),
    ("combo box", "Encoding", "Send", "Same as receive"),
    ("check box", "Parse escapes", "Send", True),
    ("combo box", "Append ending", "Send", "None"),
    ("check box", "Append checksum…", "Send", False),
    ("push button", "Checksum settings", "Send", None),
    ("check box", "Repeat every", "Send", False),
    ("spin button", "Repeat period", "Send", "1000"),
    ("spin button", "Times", "Send", "unlimited"),
    ("push button", "Quick commands", "Send", None),
    ("push button", "History", "Send", None),
    ("text", "Data log", None, ""),
    ("push button", "Clear send", None, None),
    ("text", "Data to send", None, ""),
    ("push button", "Send", None, None),
    ("check box", "Collapse tools", None, True),
    ("push button", "Reset counters", None, None),
]
# in the tool column
COMMANDS = [
    ("combo box", "Page", None, {"zh_CN": "第 1 页", "en": "Page 1"}),
    ("push button", "New page", None, None),
    ("push button", "Rename page", None, None),
    ("push button", "Delete page", None, None),
    ("table", "List of quick commands", None, None),
    ("push button", "Add from box", None, None),
    ("push button", "Add empty", None, None),
    ("push button", "Duplicate", None, None),
    ("push button", "Delete", None, None),
    ("push button", "Move up", None, None),
    ("push button", "Move down", None, None),
    ("push button", "Import…", None, None),
    ("push button", "Export…", None, None),
    ("spin button", "Rounds", None, "1"),
    ("push button", "Run ticked", None, None),
]
HISTORY = [
    ("text", "Search the history", None, ""),
    ("table", "Past sends", None, None),
    ("check box", "Keep history", None, True),
    ("push button", "Clear history", None, None),
]
SERVER_ONLY = [
    ("combo box", "Client", None, "All clients (0)"),
    ("push button", "Disconnect", None, None),
]


class Controls(unittest.TestCase):
    def assert_controls(self, app, controls, encoding_of=None):
        for role, english, panel, first_value in controls:
            with self.subTest(role=role, label=english, panel=panel, language=app.language):
                if first_value is None:
                    self.assertIsNotNone(app.find(role, english, panel))
                    continue
                wanted = first_value
                if isinstance(wanted, dict):
                    wanted = wanted[encoding_of or app.language]
                if role in ("combo box", "spin button"):
                    wanted = label("list item", wanted, app.language)
                self.assertEqual(app.value(role, english, panel), wanted)

    def test_found_by_their_labels_with_their_first_values(self):
        for language in ("zh_CN", "en"):
            with self.subTest(language=language), NetAssistant(language=language) as app:
                self.assertEqual(app.window.get_name(), label("frame", "Network Debugging Assistant", language))
                self.assertEqual(app.status(), label("label", "Ready!", language))
                self.assertEqual(app.counters(), (0, 0, 0, 0))
                self.assert_controls(app, SERVER + COMMON + SERVER_ONLY)
                app.choose("Protocol", "TCP Client")
                self.assert_controls(app, CLIENT + COMMON)
                for role, english, panel, _ in SERVER_ONLY:
                    self.assertIsNone(app.find(role, english, panel), "only a server has clients")
                for role, english, panel, _ in UDP_ONLY:
                    self.assertIsNone(app.find(role, english, panel), "only UDP has remote hosts")
                app.choose("Protocol", "UDP")
                self.assert_controls(app, UDP + COMMON + UDP_ONLY)

    def test_tools_are_found_by_their_labels(self):
        for language in ("zh_CN", "en"):
            with self.subTest(language=language), NetAssistant(language=language) as app:
                for button, controls in (("Quick commands", COMMANDS), ("History", HISTORY)):
                    app.press(button)
                    self.assert_controls(app, controls)

    def test_chinese_when_the_locale_says_nothing(self):
        with NetAssistant(language=None) as app:  # under C.UTF-8
            self.assertEqual(app.window.get_name(), "网络调试助手")

    def test_language_changes_at_once_and_is_remembered(self):
        with NetAssistant(language="en") as app:
            app.write("text", "Data to send", "stays")
            for language, entry in (("zh_CN", "中文(简体)"), ("en", "English"), ("zh_CN", "中文(简体)")):
                app.menu("Language", entry)
                app.language = language
                title = label("frame", "Network Debugging Assistant", language)
                wait_for(lambda title=title: app.window.get_name() == title, "the other title")
                self.assertEqual(app.status(), label("label", "Ready!", language))
                # The encoding has been set by the language of the start, and is the person's from then on.
                self.assert_controls(app, [c for c in SERVER + COMMON + SERVER_ONLY if c[1] != "Data to send"], "en")
                self.assertEqual(app.value("text", "Data to send"), "stays")
            wait_for(lambda: '"zh_CN"' in read(app.settings), "the language in the settings")

    def test_choices_of_the_lists(self):
        with NetAssistant() as app:
            self.assertEqual(app.options("Protocol", "Network"), ["TCP 服务器", "TCP 客户端", "UDP"])
            self.assertEqual(app.options("Local host", "Network")[:4], ["127.0.0.1", "0.0.0.0", "::", "::1"])
            self.assertEqual(app.options("Append ending", "Send"), ["无", "CR", "LF", "CRLF", "AT 指令自动 CRLF"])
            receive = app.options("Encoding", "Receive")
            for name in ("UTF-8", "GBK", "GB18030", "Big5", "Shift_JIS", "EUC-KR", "UTF-16LE", "ISO-8859-1"):
                self.assertIn(name, receive)
            self.assertEqual(app.options("Encoding", "Send"), ["同接收", *receive])

    def test_network_settings_are_at_rest_only_while_closed(self):
        with NetAssistant() as app:
            fields = [("combo box", "Protocol"), ("combo box", "Local host"), ("spin button", "Local port")]
            app.listen()
            for field in fields:
                self.assertFalse(app.is_enabled(*field), field)
            app.press("Close")
            app.control("push button", "Open")
            for field in fields:
                self.assertTrue(app.is_enabled(*field), field)

    def test_send_needs_something_to_send_and_somebody_there(self):
        with NetAssistant() as app:
            self.assertFalse(app.is_enabled("push button", "Send"))
            app.write("text", "Data to send", "x")
            self.assertFalse(app.is_enabled("push button", "Send"))

    def test_every_control_is_reached_with_tab(self):
        with NetAssistant(language="en") as app:
            wanted = {(role, english, panel) for role, english, panel, _ in SERVER + COMMON + SERVER_ONLY
                      if app.is_enabled(role, english, panel)}
            # Within a group of radio buttons Tab goes to the one that is chosen, the arrow keys to the others.
            wanted -= {("radio button", "HEX", "Receive"), ("radio button", "HEX", "Send"),
                       ("radio button", "File", "Send")}
            controls = {key: app.control(*key) for key in wanted}
            app.activate()
            reached = set()
            walk = []
            first = wait_for(lambda: focused(app.window), "a control with the keyboard focus")
            now = first
            for _ in range(3 * len(wanted)):
                walk.append((now.get_role_name(), now.get_name()))
                reached |= {key for key, control in controls.items() if holds(control, now)}
                before = now
                app.keys("Tab")
                now = wait_for(lambda before=before: other(focused(app.window), before), "the focus to move on")
                if now == first:
                    break
            self.assertEqual(wanted - reached, set(), f"the walk was {walk}")
            self.assertEqual(now, first, "Tab comes back to where it began")

    def test_the_log_is_read_only_text(self):
        with NetAssistant() as app:
            log = app.control("text", "Data log")
            self.assertTrue(has_state(log, Atspi.StateType.READ_ONLY))
            self.assertFalse(has_state(log, Atspi.StateType.EDITABLE))
            self.assertEqual(text_of(log), "")


def focused(window):
    # Qt calls the tab in front focused even while its bar is hidden.
    return next((control for control in descendants(window) if has_state(control, Atspi.StateType.FOCUSED)
                 and has_state(control, Atspi.StateType.SHOWING)), None)


def other(control, before):
    return control if control is not None and control != before else None


def holds(control, focus):
    """A combo box that is edited has the focus in its text."""
    return control == focus or any(child == focus for child in children(control) if child.get_role_name() == "text")


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


if __name__ == "__main__":
    unittest.main(verbosity=2)

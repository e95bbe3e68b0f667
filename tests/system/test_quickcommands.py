# SPDX-License-Identifier: MIT
"""Quick commands and the history of sends in the real window, heard by a client."""

import os
import socket
import tempfile
import unittest

from labels import label
from netassistant import PATIENCE, Atspi, NetAssistant, descendants, do, has_state, wait_for

CSV = """名称,内容,模式,延时,勾选
读温度,01 03 00 00,HEX,20,是
问候,你好,文本,20,是
从不,NEVER,文本,0,否
再见,"再,见",文本,0,是
"""


def width(app):
    return app.window.get_extents(Atspi.CoordType.SCREEN).width


def received(client, size):
    """Exactly that many bytes, however they come."""
    client.settimeout(PATIENCE)
    bytes_ = b""
    while len(bytes_) < size:
        part = client.recv(size - len(bytes_))
        assert part, f"the end came after {bytes_!r}"
        bytes_ += part
    return bytes_


def import_file(app, path):
    """Import…, with that name in the dialog that comes."""
    app.press("Import…")
    dialog = wait_for(lambda: next((window for window in app.windows()
                                    if window.get_role_name() in ("dialog", "file chooser")), None), "the file dialog")
    name = next(control for control in descendants(dialog) if control.get_role_name() == "text"
                and has_state(control, Atspi.StateType.SHOWING) and has_state(control, Atspi.StateType.EDITABLE))
    name.set_text_contents(path)
    button = next(control for control in descendants(dialog)
                  if control.get_role_name() == "push button" and control.get_name().startswith(("Open", "&Open", "打开")))
    wait_for(lambda: has_state(button, Atspi.StateType.ENABLED), "the button that opens")
    do(button, "Press")


class QuickCommands(unittest.TestCase):
    def test_command_from_the_box_is_sent_by_enter(self):
        with NetAssistant() as app, socket.create_connection(("127.0.0.1", app.listen())) as client:
            app.wait_log(r"\(1 client\)$")
            app.write("text", "Data to send", "你好\\n")
            before = width(app)
            app.press("Quick commands")
            wait_for(lambda: width(app) > before + 200, "the window to become wider with the tools")
            app.press("Add from box")
            app.write("text", "Data to send", "")
            # A table itself cannot be given the focus from outside: it is behind this button.
            app.focus(app.control("push button", "Delete page"))
            app.keys("Tab")
            app.keys("Return")
            self.assertEqual(received(client, 5), "你好\n".encode("gbk"))
            app.keys("Return", "Return")
            self.assertEqual(received(client, 10), "你好\n你好\n".encode("gbk"))
            app.menu("View", "Show tool column")
            wait_for(lambda: width(app) == before, "the window to become narrower again")

    def test_imported_sequence_runs_and_all_is_there_after_a_restart(self):
        with tempfile.TemporaryDirectory() as home:
            path = os.path.join(home, "阀门.csv")
            with open(path, "w", encoding="gbk") as file:
                file.write(CSV)
            with NetAssistant(home=home) as app, socket.create_connection(("127.0.0.1", app.listen())) as client:
                app.wait_log(r"\(1 client\)$")
                app.press("Quick commands")
                import_file(app, path)
                wait_for(lambda: app.value("combo box", "Page") == "阀门", "the page of the file")
                app.write("spin button", "Rounds", "3")
                app.press("Run ticked")
                one_round = b"\x01\x03\x00\x00" + "你好再,见".encode("gbk")
                self.assertEqual(received(client, 3 * len(one_round)), 3 * one_round)
                app.control("push button", "Run ticked")
                app.wait_counters(sent=9)

                app.write("spin button", "Rounds", "0")
                app.press("Run ticked")
                received(client, 5 * len(one_round))
                client.close()
                app.control("push button", "Run ticked")
                app.wait_log(r"Sequence “阀门” stopped: nobody is there to send to$")
                wait_for(lambda: "阀门" in read(app.settings) and '"rounds": 0' in read(app.settings),
                         "the commands in the settings")
                app.kill()
            with NetAssistant(home=home) as app:
                self.assertEqual(app.value("combo box", "Page"), "阀门")
                self.assertEqual(app.value("spin button", "Rounds"), "直到停止")

    def test_a_command_has_a_checksum_of_its_own(self):
        for language in ("zh_CN", "en"):
            with self.subTest(language), tempfile.TemporaryDirectory() as home:
                path = os.path.join(home, "commands.csv")
                with open(path, "w", encoding="utf-8") as file:
                    file.write("mode,content,checksum\nhex,01 03 00 00 00 02,\nhex,01 03,CRC-16/MODBUS\n")
                with NetAssistant(home=home, language=language) as app, \
                        socket.create_connection(("127.0.0.1", app.listen())) as client:
                    app.wait_log(r"\(1 client\)$")
                    app.press("Quick commands")
                    import_file(app, path)
                    wait_for(lambda: app.value("combo box", "Page") == "commands", "the page of the file")
                    table = app.control("table", "List of quick commands")
                    shown = [table.get_child_at_index(i).get_name() for i in range(table.get_child_count())]
                    self.assertIn(label("table column header", "Checksum", language), shown)
                    self.assertIn("CRC-16/MODBUS", " ".join(shown))
                    # From the first cell to that of the checksum.
                    app.focus(app.control("push button", "Delete page"))
                    app.keys("Tab", *["Right"] * 6, "F2", "space", "End", "Return")
                    dialog = app.dialog("the checksum dialog")
                    self.assertEqual(dialog.get_name(), label("dialog", "Checksum settings", language))
                    app.keys("Return")
                    wait_for(lambda: len(app.windows()) == 1, "the dialog to go")
                    app.keys("Return", "Down", "Return")
                    self.assertEqual(received(client, 12), bytes.fromhex("010300000002C40B" "01034021"))
                    wait_for(lambda: read(app.settings).count('"algorithm": "CRC-16/MODBUS"') >= 2,
                             "the checksums in the settings")

    def test_a_file_that_is_none_is_told(self):
        with tempfile.TemporaryDirectory() as home, NetAssistant(home=home, language="en") as app:
            app.resize(1560, 700)
            path = os.path.join(home, "bad.csv")
            with open(path, "w", encoding="utf-8") as file:
                file.write("name,content,delay\nok,1,5\nbad,2,soon\n")
            app.press("Quick commands")
            import_file(app, path)
            # The end of the line is wrapped.
            line = app.wait_log(r"# (Error: quick commands not imported: .*, line 3, “soon” does not fit)")
            self.assertTrue(app.status().startswith(line.group(1)), app.status())


class History(unittest.TestCase):
    def test_is_walked_and_kept_across_a_restart(self):
        with tempfile.TemporaryDirectory() as home:
            with NetAssistant(home=home) as app, socket.create_connection(("127.0.0.1", app.listen())) as client:
                app.wait_log(r"\(1 client\)$")
                for text in ("一", "二", "三"):
                    app.send(text)
                received(client, 6)
                app.write("text", "Data to send", "typed")
                app.focus(app.control("text", "Data to send"))
                app.keys("ctrl+Up", "ctrl+Up")
                wait_for(lambda: app.value("text", "Data to send") == "二", "the send before the last")
                app.keys("ctrl+Down", "ctrl+Down")
                wait_for(lambda: app.value("text", "Data to send") == "typed", "what was typed")
                wait_for(lambda: "三" in read(app.settings), "the history in the settings")
                app.kill()
            with NetAssistant(home=home) as app:
                app.press("History")
                search = app.control("text", "Search the history")
                search.set_text_contents("一")
                app.focus(search)
                app.keys("Return")
                wait_for(lambda: app.value("text", "Data to send") == "一", "the oldest send in the box")
                app.check("check box", "Keep history", False)
                app.press("Clear history")
                do(app.in_dialog(app.dialog("the question"), "push button", "Clear history"), "Press")
                wait_for(lambda: "三" not in read(app.settings) and '"enabled": false' in read(app.settings),
                         "the history to be gone from the settings")


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


if __name__ == "__main__":
    unittest.main(verbosity=2)

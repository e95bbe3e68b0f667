# SPDX-License-Identifier: MIT
"""A TCP client that is to reconnect finds its server again when that is started anew."""

import socket
import unittest

from labels import label
from netassistant import PATIENCE, NetAssistant, descendants, do, wait_for


def listening(port=0):
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("127.0.0.78", port))  # nobody else takes a port of it while nobody listens
    server.listen()
    server.settimeout(PATIENCE)
    return server


def choose_reconnecting(app):
    app.choose("Protocol", "TCP Client")
    app.press("Connection…")
    title = label("dialog", "Connection options", app.language)
    dialog = wait_for(lambda: next((window for window in app.windows() if window.get_name() == title), None),
                      "the dialog")

    def control(role, english):
        return next(each for each in descendants(dialog)
                    if each.get_role_name() == role and each.get_name() == label(role, english, app.language))

    do(control("check box", "Reconnect automatically"), "Toggle")
    do(control("push button", "OK" if app.language == "en" else "确定"), "Press")
    wait_for(lambda: title not in [window.get_name() for window in app.windows()], "the dialog to go")


class Reconnect(unittest.TestCase):
    def test_a_restarted_server_is_found_again(self):
        with NetAssistant() as app:
            choose_reconnecting(app)
            server = listening()
            port = server.getsockname()[1]
            app.connect(port, host="127.0.0.78")
            first = server.accept()[0]
            server.close()
            first.close()
            app.wait_log(rf"# Disconnected from 127\.0\.0\.78:{port}$")
            app.wait_log(rf"# Next attempt to connect to 127\.0\.0\.78:{port} in 1 s$")
            app.control("push button", "Connecting")
            app.wait_log(rf"# Error: connection to 127\.0\.0\.78:{port} refused: is a server listening there\?$")
            app.wait_log(rf"# Next attempt to connect to 127\.0\.0\.78:{port} in 2 s$")
            with listening(port) as again:
                second = again.accept()[0]
                app.control("push button", "Disconnect")
                second.sendall("我回来了\n".encode("gbk"))
                app.wait_log(r"^我回来了$")
                app.send("ok")
                second.settimeout(PATIENCE)
                self.assertEqual(second.recv(2), b"ok")
                second.close()
            # A click ends it.
            app.press("Connecting")
            app.wait_log(rf"# Connecting to 127\.0\.0\.78:{port} cancelled$")
            app.control("push button", "Connect")

    def test_picking_what_was_before_fills_in_both_fields(self):
        with NetAssistant(language="en") as app:
            with listening() as server:
                port = server.getsockname()[1]
                app.connect(port, host="127.0.0.78")
                server.accept()[0].close()
            app.control("push button", "Connect")
            self.assertIn(f"127.0.0.78:{port}", app.options("Remote host"))
            app.write("spin button", "Remote port", "1")
            app.write("combo box", "Remote host", "elsewhere")
            combo = app.control("combo box", "Remote host")
            do(combo, "Press")
            app.keys("Home", "Return")
            wait_for(lambda: app.value("spin button", "Remote port") == str(port), "the port to be filled in")
            self.assertEqual(app.value("combo box", "Remote host"), "127.0.0.78")


if __name__ == "__main__":
    unittest.main(verbosity=2)

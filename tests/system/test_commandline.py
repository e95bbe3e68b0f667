# SPDX-License-Identifier: MIT
"""The command line: what it answers without a window, what it refuses, and what it sets and opens in the window."""

import os
import re
import socket
import subprocess
import unittest

from netassistant import PATIENCE, PROGRAM, NetAssistant


def run(*arguments, **variables):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=PATIENCE, check=False,
                          env=dict(os.environ, **variables))


class WithoutWindow(unittest.TestCase):
    def test_version(self):
        for option in ("--version", "-v"):
            done = run(option)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertRegex(done.stdout, r"\Anetassistant \d+\.\d+\.\d+\n\Z")

    def test_help_names_every_option(self):
        done = run("--help")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(done.stdout.startswith("Usage: netassistant [options]\n"), done.stdout)
        for option in ("--tcp-server", "--tcp-client", "--encoding", "--hex", "--language", "--settings", "--version",
                       "--help"):
            self.assertIn(option, done.stdout)

    def test_answers_where_there_is_no_screen(self):
        for option in ("--version", "--help"):
            self.assertEqual(run(option, DISPLAY="").returncode, 0)
        self.assertEqual(run("--nonsense", DISPLAY="").returncode, 2)

    def test_wrong_arguments(self):
        for arguments in (["--nonsense"], ["file.txt"], ["--tcp-server"], ["--tcp-server", "127.0.0.1"],
                          ["--tcp-server", "127.0.0.1:65536"], ["--tcp-server", "127.0.0.1:x"],
                          ["--tcp-client", "127.0.0.1:0"], ["--tcp-client", ":80"],
                          ["--tcp-server", "[::1]:1", "--tcp-client", "[::1]:2"], ["--encoding", "EBCDIC-Klingon"],
                          ["--language", "fr"], ["--settings", ""], ["--encoding", "a\nb"]):
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stdout, "")
                self.assertRegex(done.stderr, r"\Anetassistant: [^\n]+\n\Z")


class InTheWindow(unittest.TestCase):
    def test_server_at_a_free_port_shows_the_real_one(self):
        for host, shown in (("127.0.0.1", "127.0.0.1"), ("[::1]", "[::1]")):
            with self.subTest(host=host), NetAssistant("--tcp-server", f"{host}:0") as app:
                port = int(app.wait_log(rf"# Listening on {re.escape(shown)}:(\d+)$").group(1))
                self.assertNotEqual(port, 0)
                app.control("push button", "Close")
                self.assertEqual(app.value("combo box", "Local host"), host.strip("[]"))
                with socket.create_connection((host.strip("[]"), port), PATIENCE):
                    app.wait_log(r"# Client .* connected \(1 client\)$")

    def test_client(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            with NetAssistant("--tcp-client", f"localhost:{port}") as app:
                app.wait_log(rf"# Connected to 127\.0\.0\.1:{port} from 127\.0\.0\.1:\d+$")
                app.control("push button", "Disconnect", "Network")
                self.assertEqual(app.value("combo box", "Remote host"), "localhost")
                self.assertEqual(app.value("spin button", "Remote port"), str(port))

    def test_encoding_and_hex(self):
        with NetAssistant("--encoding", "big5", "--hex", "--tcp-server", "127.0.0.1:0") as app:
            self.assertEqual(app.value("combo box", "Encoding", "Receive"), "Big5")
            self.assertTrue(app.value("radio button", "HEX", "Receive"))
            port = int(app.wait_log(r"# Listening on .*:(\d+)$").group(1))
            with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
                client.sendall("網".encode("big5"))
                app.wait_log(r"RECV HEX/2 from .*<<<\nBA F4$")
                app.check("radio button", "Text", within="Receive")
                app.wait_log(r"RECV Big5/2 from .*<<<\n網$")

    def test_language(self):
        for language, title in (("zh_CN", "网络调试助手"), ("en", "Network Debugging Assistant")):
            with NetAssistant(language=language) as app:
                self.assertEqual(app.window.get_name(), title)


if __name__ == "__main__":
    unittest.main(verbosity=2)

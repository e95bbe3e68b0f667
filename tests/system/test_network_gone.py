# SPDX-License-Identifier: MIT
"""Addresses that come and go under the program, and names that stand for several: in a network of our own."""

import os
import re
import subprocess
import sys
import tempfile
import time
import unittest

ADDRESS = "10.98.76.54"
NAME = "several-addresses.test"

if __name__ == "__main__" and "OWN_NETWORK" not in os.environ:
    # Nobody else's network is touched: it, and which names there are, is ours alone and ends with this process.
    mine = [] if os.geteuid() == 0 else ["--map-current-user", "--keep-caps"]
    os.environ["OWN_NETWORK"] = "1"
    os.execvp("unshare", ["unshare", *mine, "--net", "--mount", "--", sys.executable, *sys.argv])

from fault_peer import Peer, descriptors, wait_descriptors  # noqa: E402
from netassistant import NetAssistant, has_state, wait_for  # noqa: E402
from gi.repository import Atspi  # noqa: E402
import socket  # noqa: E402


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True)


def setUpModule():
    ip("link", "set", "lo", "up")
    with tempfile.NamedTemporaryFile("w", encoding="ascii", suffix="-hosts", delete=False) as hosts:
        hosts.write(f"127.0.0.1 localhost\n127.0.0.9 {NAME}\n127.0.0.1 {NAME}\n")
    os.chmod(hosts.name, 0o644)
    subprocess.run(["mount", "--bind", hosts.name, "/etc/hosts"], check=True)
    os.unlink(hosts.name)


class AddressGone(unittest.TestCase):
    def setUp(self):
        ip("address", "add", f"{ADDRESS}/32", "dev", "lo")
        self.is_there = True
        self.addCleanup(lambda: self.is_there and self.take_away())

    def take_away(self):
        ip("address", "delete", f"{ADDRESS}/32", "dev", "lo")
        self.is_there = False

    def give_back(self):
        ip("address", "add", f"{ADDRESS}/32", "dev", "lo")
        self.is_there = True

    def test_while_listening_and_connected(self):
        with NetAssistant(language="en") as app:
            app.resize(1560, 900)
            port = app.listen(host=ADDRESS)
            with Peer(port, host=ADDRESS) as peer:
                app.wait_log(r"connected \(1 client\)$")
                peer.send(b"before\n")
                app.wait_log(r"^before$")
                self.take_away()
                # What is sent now is on its way until the address is back; the window goes on.
                app.send("meanwhile")
                wait_for(lambda: app.counters()[3] == len("meanwhile"), "the bytes to be taken by the system")
                time.sleep(1)
                self.assertEqual(app.value("combo box", "Client"), "All clients (1)")
                self.assertNotIn("Error", app.log())
                self.give_back()
                self.assertEqual(peer.read(9), b"meanwhile")
                peer.send(b"after\n")
                app.wait_log(r"^after$")
            app.wait_log(r"disconnected \(0 clients\)$")
            app.wait_counters(2, 1, 13, 9)

            # Gone for good: closing works at once, and opening again says what is wrong.
            with Peer(port, host=ADDRESS):
                app.wait_log(r"connected \(1 client\)$")
                self.take_away()
                app.press("Close")
                app.control("push button", "Open")
                app.wait_log(rf"# Stopped listening on {re.escape(ADDRESS)}:{port}$")
                app.press("Open")
                app.wait_log(rf"# Error: {re.escape(ADDRESS)} is not an address of this machine: choose one from "
                             "the list$")
                self.assertTrue(has_state(app.control("push button", "Open"), Atspi.StateType.ENABLED))
            self.assertEqual([window.get_role_name() for window in app.windows()], ["frame"], "no box in front of it")
            app.write("combo box", "Local host", "127.0.0.1")
            app.press("Open")
            match = app.wait_log(r"# Listening on 127\.0\.0\.1:(\d+)$")
            with Peer(int(match.group(1))) as peer:
                peer.send(b"here\n")
                app.wait_log(r"^here$")

    def test_while_connected_as_a_client(self):
        with NetAssistant(language="en") as app, socket.create_server((ADDRESS, 0)) as server:
            app.resize(1560, 900)
            idle = descriptors(app)
            app.connect(server.getsockname()[1], host=ADDRESS)
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"before\n")
                app.wait_log(r"^before$")
                self.take_away()
                app.send("into the void")
                time.sleep(1)
                self.assertNotIn("Error", app.log())
                app.press("Disconnect")
                app.control("push button", "Connect")
                app.wait_log(rf"# Disconnected from {re.escape(ADDRESS)}:\d+$")
                # Nobody is there to answer, so a new attempt ends, by itself or by a click.
                app.press("Connect")
                wait_for(lambda: app.find("push button", "Connecting") or re.search("# Error: .*unreachable", app.log()),
                         "an attempt or an error")
                if app.find("push button", "Connecting"):
                    app.press("Connecting")
                app.control("push button", "Connect")
            wait_descriptors(app, idle + 1)  # and the segment's file


class SeveralAddresses(unittest.TestCase):
    def setUp(self):
        self.addresses = [found[4][0] for found in socket.getaddrinfo(NAME, 1, type=socket.SOCK_STREAM)]
        self.assertEqual(sorted(self.addresses), ["127.0.0.1", "127.0.0.9"])

    def test_next_one_is_tried_and_told(self):
        first, second = self.addresses
        for language in ("en", "zh_CN"):
            with self.subTest(language=language), NetAssistant(language=language) as app, \
                    socket.create_server((second, 0)) as server:
                app.resize(1560, 900)
                port = server.getsockname()[1]
                app.connect(port, host=NAME)
                connection, _ = server.accept()
                with connection:
                    app.wait_log(rf"# No connection to {re.escape(first)}:{port} \(Connection refused\), "
                                 rf"trying {re.escape(second)}:{port}$")
                    app.wait_log(rf"# Connected to {re.escape(second)}:{port} from ")
                    self.assertNotIn("Error", app.log())
                    app.send("found")
                    self.assertEqual(connection.recv(100), b"found")
                app.control("push button", "Connect")

    def test_all_of_them_refuse(self):
        with NetAssistant(language="en") as app, socket.socket() as nobody:
            app.resize(1560, 900)
            nobody.bind(("127.0.0.1", 0))
            port = nobody.getsockname()[1]
            app.choose("Protocol", "TCP Client")
            app.write("combo box", "Remote host", NAME)
            app.write("spin button", "Remote port", str(port))
            app.press("Connect")
            app.wait_log(rf"trying {re.escape(self.addresses[1])}:{port}$")
            app.wait_log(rf"# Error: connection to \S+:{port} refused: is a server listening there\?$")
            app.control("push button", "Connect")


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""UDP in the real window, with netcat and socat at the other end."""

import json
import os
import re
import socket
import subprocess
import tempfile
import unittest

from gi.repository import Atspi

from labels import label
from netassistant import PATIENCE, NetAssistant, children, descendants, do, has_state, label_of, wait_for


class Program:
    """An outside program that talks on its standard input and output."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        os.set_blocking(self.process.stdout.fileno(), False)
        self._heard = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait(PATIENCE)
        self.process.stdin.close()
        self.process.stdout.close()

    def say(self, data):
        self.process.stdin.write(data)

    def wait_heard(self, data):
        def all_there():
            self._heard += self.process.stdout.read() or b""
            return data in self._heard
        wait_for(all_there, lambda: f"{data!r} to be heard; so far {self._heard!r}")


def free_port(family=socket.AF_INET, host="127.0.0.1"):
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        probe.bind((host, 0))
        return probe.getsockname()[1]


def is_bound(port):
    """Whether some UDP socket of this machine has the port."""
    wanted = f":{port:04X} "
    text = ""
    for table in ("/proc/net/udp", "/proc/net/udp6"):
        with open(table, encoding="ascii") as file:
            text += file.read()
    return wanted in text


class Udp(unittest.TestCase):
    def test_netcat_and_an_answer(self):
        with NetAssistant() as app:
            port = app.bind()
            with Program("nc", "-u", "127.0.0.1", str(port)) as nc:
                nc.say("你好\n".encode("gbk"))
                peer = app.wait_log(r"# RECV GBK/5 from (127\.0\.0\.1:\d+) <<<\n你好$").group(1)
                # Whoever was heard is offered.
                wait_for(lambda: peer in app.options("远程主机"), "the peer to be offered")
                app.send_to(peer, "收到\\n")
                nc.wait_heard("收到\n".encode("gbk"))
                app.wait_log(rf"# SEND GBK/5 to {re.escape(peer)} >>>\n收到$")
            app.wait_counters(1, 1, 5, 5)
            app.press("Clear peers")
            wait_for(lambda: app.options("远程主机") == [], "no peer to be offered")
            app.press("Close")
            app.wait_log(rf"# UDP socket at 127\.0\.0\.1:{port} closed$")

    def test_two_peers_and_an_empty_datagram(self):
        with NetAssistant(language="en") as app:
            port = app.bind()
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as a, \
                    socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as b:
                for peer in (a, b):
                    peer.bind(("127.0.0.1", 0))
                    peer.settimeout(PATIENCE)
                names = [f"127.0.0.1:{peer.getsockname()[1]}" for peer in (a, b)]
                a.sendto(b"one", ("127.0.0.1", port))
                app.wait_log(rf"# RECV UTF-8/3 from {names[0]} <<<\none$")
                b.sendto(b"", ("127.0.0.1", port))
                app.wait_log(rf"# RECV UTF-8/0 from {names[1]} <<<$")
                app.wait_counters(2, 0, 3, 0)
                # And one goes out: the box is empty.
                app.send_to(names[1], "")
                self.assertEqual(b.recvfrom(10)[0], b"")
                app.wait_log(rf"# SEND UTF-8/0 to {names[1]} >>>$")

    def test_socat_over_ipv6(self):
        with NetAssistant() as app:
            port = app.bind(host="::1")
            with Program("socat", "-", f"UDP6:[::1]:{port}") as socat:
                socat.say(b"six\n")
                peer = app.wait_log(r"# RECV GBK/4 from (\[::1\]:\d+) <<<\nsix$").group(1)
                app.send_to(peer, "back")
                socat.wait_heard(b"back")

    def test_broadcast(self):
        with NetAssistant() as app:
            port = app.bind(host="0.0.0.0")
            with Program("socat", "-", f"UDP4-DATAGRAM:127.255.255.255:{port},broadcast") as socat:
                socat.say(b"to everybody\n")
                app.wait_log(r"# RECV GBK/13 from 127\.0\.0\.1:\d+ <<<\nto everybody$")
            other = free_port()
            with Program("socat", "-u", f"UDP4-RECV:{other},bind=0.0.0.0", "-") as socat:
                wait_for(lambda: is_bound(other), "socat to be there")
                app.send_to(f"127.255.255.255:{other}", "everybody?")
                socat.wait_heard(b"everybody?")

    def test_refused_and_too_large(self):
        with NetAssistant() as app:
            app.bind()
            nobody = free_port()
            app.send_to(f"127.0.0.1:{nobody}", "anybody?")
            app.wait_log(rf"# Error: datagram to 127\.0\.0\.1:{nobody} refused: no program listens there$")
            self.assertIn("被拒绝", app.status())
            app.write("text", "Data to send", "x" * 65508)
            wait_for(lambda: not app.is_enabled("push button", "Send"), "Send to be disabled")
            hint = [control.get_name() for control in descendants(app.window) if control.get_role_name() == "label"]
            self.assertIn("65508 字节超过一个数据报的上限：最多 65507 字节", hint)

    def test_a_file_to_nobody_and_a_repetition_that_is_closed(self):
        with tempfile.TemporaryDirectory() as folder, NetAssistant(language="en") as app:
            app.resize(1560, 900)
            app.bind()
            path = os.path.join(folder, "a.bin")
            with open(path, "wb") as file:
                file.write(b"x" * 5000)
            nobody = free_port()
            app.write("combo box", "Remote host", f"127.0.0.1:{nobody}")
            app.check("radio button", "File")
            app.write("text", "File to send", path)
            app.press("Send")
            app.wait_log(rf"# Error: file {path} may not have reached 127\.0\.0\.1:{nobody} whole: at least \d "
                         "datagrams to it were refused while the file's 4 went$")
            self.assertNotRegex(app.log(), r"# File .* sent to")
            app.check("radio button", "Text", within="Send")
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
                peer.bind(("127.0.0.1", 0))
                app.write("combo box", "Remote host", f"127.0.0.1:{peer.getsockname()[1]}")
                app.check("check box", "Repeat every")
                app.write("text", "Data to send", "again")
                app.press("Send")
                app.wait_log(r">>>\nagain$")
                app.press("Close")
                app.wait_log(r"# Repeating stopped, \d+ sent: the UDP socket is closed$")

    def test_multicast(self):
        with NetAssistant(language="en") as app:
            port = app.bind(host="0.0.0.0")
            app.press("Multicast…")
            title = label("dialog", "Multicast", app.language)
            dialog = wait_for(lambda: next((each for each in app.windows() if each.get_name() == title), None),
                              "the dialog")

            def control(role, english):
                return next(each for each in descendants(dialog) if each.get_role_name() == role
                            and (label_of(each) if role == "combo box" else each.get_name()) == english)

            def choose_lo(english):
                combo = control("combo box", english)
                entries = next(each for each in children(combo) if each.get_role_name() == "list")
                names = [each.get_name() for each in children(entries)]
                row = next(i for i, name in enumerate(names) if name.startswith("lo "))
                do(combo, "Press")
                wait_for(lambda: has_state(entries, Atspi.StateType.SHOWING), "the list")
                app.keys("Home", *["Down"] * row, "Return")
                wait_for(lambda: combo.get_name().startswith("lo "), "lo to be chosen")

            subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", title, "windowactivate", "--sync"],
                           check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)
            choose_lo("Interface")
            control("text", "Group address").set_text_contents("239.1.2.3")
            do(control("push button", "Join"), "Press")
            app.wait_log(r"# Joined group 239\.1\.2\.3 \(lo\)$")
            choose_lo("Send through")
            with Program("socat", "-", f"UDP4-DATAGRAM:239.1.2.3:{port},ip-multicast-if=127.0.0.1") as socat:
                socat.say(b"to the group\n")
                app.wait_log(r"# RECV UTF-8/13 from 127\.0\.0\.1:\d+ <<<\nto the group$")
            other = free_port()
            with Program("socat", "-u", f"UDP4-RECVFROM:{other},ip-add-membership=239.1.2.4:127.0.0.1", "-") as socat:
                wait_for(lambda: is_bound(other), "socat to be there")
                app.send_to(f"239.1.2.4:{other}", "members only")
                socat.wait_heard(b"members only")
            # Remembered, and joined again.
            def remembered():
                if not os.path.exists(app.settings):
                    return False
                with open(app.settings, encoding="utf-8") as file:
                    multicast = json.load(file).get("multicast", {})
                return multicast.get("groups") == [{"address": "239.1.2.3", "interface": "lo"}] \
                    and multicast.get("sendInterface") == "lo"
            wait_for(remembered, "the group to be remembered")
            app.kill()
            with NetAssistant("--udp", f"0.0.0.0:{port}", language="en", home=app.home) as again:
                again.wait_log(rf"# UDP socket bound to 0\.0\.0\.0:{port}$")
                again.wait_log(r"# Joined group 239\.1\.2\.3 \(lo\)$")


if __name__ == "__main__":
    unittest.main(verbosity=2)

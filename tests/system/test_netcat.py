# SPDX-License-Identifier: MIT
"""netcat and socat at the other end, over IPv4 and IPv6."""

import re
import socket
import subprocess
import unittest

from netassistant import PATIENCE, NetAssistant, wait_for


class Peer:
    """Another program with its standard input and output."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def end_of_input(self):
        self.process.stdin.close()

    def read(self, count):
        return self.process.stdout.read(count)


def free_port(family, host):
    with socket.socket(family) as probe:
        probe.bind((host, 0))
        return probe.getsockname()[1]


def is_listening(port):
    """Looked up and not tried out: a server for one connection would take the trial for it."""
    lines = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with open(table, encoding="ascii") as file:
            lines += file.readlines()
    return any(re.match(rf"\s*\d+: [0-9A-F]+:{port:04X} [0-9A-F:]+ 0A ", line) for line in lines)


class OtherPrograms(unittest.TestCase):
    def talk_as_server(self, app, command, label):
        with Peer(*command) as peer:
            app.wait_log(rf"# Client {label}:\d+ connected \(1 client\)$")
            peer.write("来自外面\n".encode("gbk"))
            app.wait_log(rf"RECV GBK/9 from {label}:\d+ <<<\n来自外面$")
            app.send("到外面去")
            self.assertEqual(peer.read(8), "到外面去".encode("gbk"))
        app.wait_log(rf"# Client {label}:\d+ disconnected \(0 clients\)$")

    def talk_as_client(self, command, port, host, label):
        with Peer(*command) as peer, NetAssistant() as app:
            wait_for(lambda: is_listening(port), f"{command[0]} to listen")
            app.connect(port, host)
            app.wait_log(rf"# Connected to {label}:{port} from {label}:\d+$")
            app.send("到外面去")
            self.assertEqual(peer.read(8), "到外面去".encode("gbk"))
            peer.write("来自外面\n".encode("gbk"))
            app.wait_log(rf"RECV GBK/9 from {label}:{port} <<<\n来自外面$")
            app.press("Disconnect", "Network")
            app.control("push button", "Connect")

    def test_clients_over_ipv4(self):
        with NetAssistant() as app:
            port = app.listen()
            self.talk_as_server(app, ["nc", "127.0.0.1", str(port)], r"127\.0\.0\.1")
            app.press("Clear", "Receive")
            self.talk_as_server(app, ["socat", "-", f"TCP4:127.0.0.1:{port}"], r"127\.0\.0\.1")

    def test_clients_over_ipv6(self):
        with NetAssistant() as app:
            port = app.listen(host="::1")
            self.talk_as_server(app, ["socat", "-", f"TCP6:[::1]:{port}"], r"\[::1\]")

    def test_both_families_at_once(self):
        with NetAssistant() as app:
            port = app.listen(host="::")
            self.talk_as_server(app, ["socat", "-", f"TCP6:[::1]:{port}"], r"\[::1\]")
            app.press("Clear", "Receive")
            self.talk_as_server(app, ["socat", "-", f"TCP4:127.0.0.1:{port}"], r"127\.0\.0\.1")

    def test_netcat_as_server(self):
        port = free_port(socket.AF_INET, "127.0.0.1")
        self.talk_as_client(["nc", "-l", "127.0.0.1", str(port)], port, "127.0.0.1", r"127\.0\.0\.1")

    def test_socat_as_server(self):
        port = free_port(socket.AF_INET, "127.0.0.1")
        self.talk_as_client(["socat", "-", f"TCP4-LISTEN:{port},bind=127.0.0.1,reuseaddr"], port, "127.0.0.1",
                            r"127\.0\.0\.1")

    def test_socat_as_server_over_ipv6(self):
        port = free_port(socket.AF_INET6, "::1")
        self.talk_as_client(["socat", "-", f"TCP6-LISTEN:{port},bind=[::1],reuseaddr"], port, "::1", r"\[::1\]")

    def test_what_was_said_before_half_close_is_all_there(self):
        with NetAssistant() as app:
            port = app.listen()
            with Peer("nc", "-N", "127.0.0.1", str(port)) as peer:
                peer.write(b"last words")
                peer.end_of_input()
                app.wait_log(r"RECV GBK/10 from .* <<<\nlast words$")
                app.wait_log(r"# Client 127\.0\.0\.1:\d+ disconnected \(0 clients\)$")
                self.assertEqual(peer.process.wait(PATIENCE), 0)
            self.assertNotIn("Error", app.log(), "an orderly end is no reset")


if __name__ == "__main__":
    unittest.main(verbosity=2)

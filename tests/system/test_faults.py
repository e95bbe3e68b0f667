# SPDX-License-Identifier: MIT
"""Peers that do everything wrong, at the real window: what is told, what is counted, and that nothing stays behind."""

import re
import socket
import time
import unittest

from fault_peer import MIB, Flood, Peer, connect_and_close, descriptors, reset, wait_descriptors
from netassistant import PATIENCE, NetAssistant, descendants, text_of, wait_for


class Faults(unittest.TestCase):
    def listening(self, **options):
        """A window that listens, and its port; how many descriptors it has open is in self.descriptors."""
        app = NetAssistant(**options)
        self.addCleanup(app.close)
        app.resize(1560, 900)
        port = app.listen()
        with Peer(port) as peer:  # all that is opened once is open then
            peer.send(b"first")
            app.wait_log(r"^first$")
        app.wait_log(r"disconnected \(0 clients\)$")
        app.press("Clear", "Receive")
        app.press("Reset counters")
        wait_for(lambda: app.log() == "" and app.counters() == (0, 0, 0, 0), "all to be as at the start")
        self.descriptors = descriptors(app)
        return app, port

    def assert_at_rest(self, app, port):
        """The server listens, nobody is connected, nothing is left open, and the next client is served."""
        wait_for(lambda: app.value("combo box", "Client") == "所有客户端 (0)", "the list of clients to be empty")
        app.press("Clear", "Receive")  # the files of the log go as well
        wait_for(lambda: app.log() == "", "the log to be empty")
        wait_descriptors(app, self.descriptors)
        received, sent = app.counters()[2:]
        with Peer(port) as peer:
            wait_for(lambda: app.value("combo box", "Client") == "所有客户端 (1)", "the next client")
            peer.send(b"next")
            wait_for(lambda: app.counters()[2] == received + 4, "what the next one says")
            app.send("served")
            self.assertEqual(peer.read(6), b"served")
            wait_for(lambda: app.counters()[3] == sent + 6, "the answer to be counted")
        wait_for(lambda: app.value("combo box", "Client") == "所有客户端 (0)", "the next one to go")
        self.assertEqual([window.get_role_name() for window in app.windows()], ["frame"], "no box in front of it")
        app.press("Clear", "Receive")
        wait_for(lambda: app.log() == "", "the log to be empty")
        app.press("Close")
        app.wait_log(rf"# Stopped listening on 127\.0\.0\.1:{port}$")

    def test_resets_in_a_character(self):
        app, port = self.listening()
        peer = Peer(port)
        name = re.escape(peer.name)
        peer.send("你好".encode("gbk")[:3])
        app.wait_log(r"^你\\xBA$")
        peer.reset()
        app.wait_log(rf"# Error: connection reset by {name}: the other program broke it off$")
        app.wait_log(rf"# Client {name} disconnected \(0 clients\)$")
        self.assertRegex(app.log(), r"(?m)^你\\xBA$")
        wait_for(lambda: app.counters() == (1, 0, 3, 0), app.counters)
        self.assert_at_rest(app, port)

    def test_stalls_and_sends_byte_by_byte(self):
        app, port = self.listening()
        text = "一个字节一个字节地来 byte by byte"
        with Peer(port) as peer:
            app.check("check box", "Log mode", False)
            app.check("check box", "Auto line feed", False)
            for byte in text.encode("gbk"):
                peer.send(bytes([byte]))
                time.sleep(0.02)
            app.wait_log("^" + re.escape(text) + "$")
            wait_for(lambda: app.counters()[2] == len(text.encode("gbk")), "all to be counted")
            app.check("check box", "Log mode")
        self.assert_at_rest(app, port)

    def test_finishes_and_still_reads(self):
        app, port = self.listening()
        with Peer(port, receive_buffer=4096) as peer:
            peer.send(b"question")
            app.wait_log(r"^question$")
            text = "0123456789abcde\n" * (4 * MIB // 16)
            app.write("text", "Data to send", text)
            app.press("Send")
            peer.finish_sending()
            self.assertEqual(peer.read(5 * MIB), text.encode("ascii"))
        wait_for(lambda: app.counters() == (1, 1, 8, len(text)), "all to be counted")
        app.wait_log(r"disconnected \(0 clients\)$")
        self.assertNotIn("Error", app.log())
        app.press("Clear send")
        self.assert_at_rest(app, port)

    def test_ten_thousand_connect_and_close(self):
        app, port = self.listening()
        began = time.monotonic()
        connect_and_close(port, 10_000)
        wait_for(lambda: app.value("combo box", "Client") == "所有客户端 (0)", "the list of clients to be empty")
        app.wait_log(r"disconnected \(0 clients\)$")
        print(f"10 000 clients came and went in {time.monotonic() - began:.1f} s")
        wait_for(lambda: app.counters() == (0, 0, 0, 0), app.counters)
        self.assert_at_rest(app, port)

    def test_floods_while_the_user_types(self):
        app, port = self.listening()
        flood = Flood(port)
        with Peer(port) as reader:
            wait_for(lambda: app.counters()[2] > 4 * MIB, "the flood")
            box = app.control("text", "Data to send")
            app.focus(box)
            typed, longest = "", 0.0
            for word in "the quick brown fox jumps over the lazy dog while data pours in".split():
                for letter in word + " ":
                    app.keys("space" if letter == " " else letter)
                    typed += letter
                began = time.monotonic()
                wait_for(lambda typed=typed: text_of(box) == typed, f"{typed!r} in the box")
                longest = max(longest, time.monotonic() - began)
            print(f"the longest wait for a typed word: {longest * 1000:.0f} ms")
            before = app.counters()[2]
            wait_for(lambda: app.counters()[2] > before, "the flood going on all the while")
            app.choose("Client", reader.name)
            app.focus(box)
            app.keys("ctrl+Return")
            self.assertEqual(reader.read(len(typed)), typed.encode("ascii"))
            sent = flood.stop()
            wait_for(lambda: app.counters()[2] == sent, lambda: f"all {sent} bytes; {app.counters()[2]} came")
        app.press("Clear send")
        app.press("Clear", "Receive")
        self.assert_at_rest(app, port)

    def test_closes_while_a_send_waits(self):
        app, port = self.listening()
        text = "0123456789abcde\n" * (16 * MIB // 16)
        app.write("text", "Data to send", text)
        for is_reset in (True, False):
            with self.subTest(is_reset=is_reset):
                peer = Peer(port, receive_buffer=4096)
                name = re.escape(peer.name)
                wait_for(lambda: app.value("combo box", "Client") == "所有客户端 (1)", "the client")
                app.press("Send")
                wait_for(lambda: waiting(app) > 0, "bytes to wait")
                peer.reset() if is_reset else peer.close()
                match = app.wait_log(rf"# (\d+) bytes waiting for {name} were not sent$")
                wait_for(lambda: app.value("combo box", "Client") == "所有客户端 (0)", "the client to go")
                self.assertLessEqual(int(match.group(1)), len(text))
                wait_for(lambda: waiting(app) == 0, "nothing to wait any more")
        app.press("Clear send")
        self.assert_at_rest(app, port)

    def test_server_that_never_answers(self):
        with NetAssistant() as app, socket.create_server(("127.0.0.1", 0), backlog=1) as server:
            app.resize(1560, 900)
            app.connect(server.getsockname()[1])
            connection, _ = server.accept()
            idle = descriptors(app)
            app.send("hello?")
            wait_for(lambda: app.counters()[3] == 6, "the question to be sent")
            time.sleep(1)
            self.assertNotIn("Error", app.log())
            app.press("Disconnect")
            app.control("push button", "Connect")
            app.wait_log(r"# Disconnected from 127\.0\.0\.1:\d+$")
            connection.settimeout(PATIENCE)
            self.assertEqual(connection.recv(100), b"hello?")
            self.assertEqual(connection.recv(100), b"", "an orderly end")
            connection.close()
            wait_descriptors(app, idle - 1)

            # And one that accepts no more: a click ends the attempt.
            waiters = []
            while True:
                waiter = socket.socket()
                waiters.append(waiter)
                waiter.settimeout(0.3)
                try:
                    waiter.connect(server.getsockname())
                except TimeoutError:
                    break
            app.press("Connect")
            app.press("Connecting")
            app.wait_log(r"# Connecting to 127\.0\.0\.1:\d+ cancelled$")
            app.control("push button", "Connect")
            wait_descriptors(app, idle - 1)
            for waiter in waiters:
                reset(waiter)

    def test_descriptors_run_out(self):
        limit = 120
        app, port = self.listening(prefix=("prlimit", f"--nofile={limit}:{limit}"))
        peers = [Peer(port) for _ in range(limit // 2)]
        app.wait_log(rf"connected \({len(peers)} clients\)$")
        peers += [Peer(port) for _ in range(limit // 2)]
        app.wait_log(rf"# Error: a new client could not be accepted at 127\.0\.0\.1:{port}: Too many open files")
        wait_for(lambda: re.match(rf"错误：.*127\.0\.0\.1:{port}.*打开的文件太多", app.status()), app.status)
        self.assertLess(descriptors(app), limit - 16, "some are left for the program itself")
        # Those who are in are served; the others wait.
        peers[0].send("第一个".encode("gbk"))
        app.wait_log(r"^第一个$")
        app.choose("Client", peers[0].name)
        app.send("在")
        self.assertEqual(peers[0].read(2), "在".encode("gbk"))
        app.press("Clear", "Receive")
        # As soon as some go, those who wait come in, with what they have said.
        peers[-1].send(b"at last")
        for peer in peers[1:limit // 2]:
            peer.close()
        app.wait_log(r"^at last$")
        for peer in peers:
            peer.close()
        app.wait_log(r"disconnected \(0 clients\)$")
        app.press("Clear", "Receive")
        self.assert_at_rest(app, port)


def waiting(app):
    """What the line below the box says."""
    for control in descendants(app.window):
        if control.get_role_name() == "label":
            match = re.search(r"(\d+) 字节等待发送", control.get_name())
            if match:
                return int(match.group(1))
    return 0


if __name__ == "__main__":
    unittest.main(verbosity=2)

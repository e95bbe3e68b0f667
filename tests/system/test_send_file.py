# SPDX-License-Identifier: MIT
"""Files are sent through the real window: whole, to all at their own pace, with blocks, cancelled; and loaded into the
box."""

import hashlib
import os
import random
import re
import socket
import struct
import threading
import unittest

from netassistant import PATIENCE, NetAssistant, wait_for

MIB = 1 << 20


class Receiver(threading.Thread):
    """A client that reads all the time, or only when told to."""

    def __init__(self, port, reads=True):
        super().__init__(daemon=True)
        self._socket = socket.socket()
        if not reads:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._socket.connect(("127.0.0.1", port))
        self._go = threading.Event()
        self.count = 0
        self.hash = hashlib.sha256()
        if reads:
            self._go.set()
        self.start()

    def run(self):
        self._go.wait()
        try:
            while data := self._socket.recv(MIB):
                self.hash.update(data)
                self.count += len(data)
        except OSError:
            pass

    def read(self):
        self._go.set()

    def reset(self):
        """Breaks the connection off. An orderly end would leave it open to the other side until all is delivered."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()
        self._go.set()

    def close(self):
        self._go.set()
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.join(PATIENCE)
        self._socket.close()


class SendFile(unittest.TestCase):
    def make(self, app, name, size, seed=1):
        path = os.path.join(app.home, name)
        with open(path, "wb") as file:
            source = random.Random(seed)
            for _ in range(0, size, MIB):
                file.write(source.randbytes(min(MIB, size - file.tell())))
        with open(path, "rb") as file:
            return path, hashlib.sha256(file.read()).digest()

    def connect(self, port, reads=True):
        receiver = Receiver(port, reads)
        self.addCleanup(receiver.close)
        return receiver

    def test_whole_and_the_same(self):
        for language in ("zh_CN", "en"):
            with self.subTest(language=language), NetAssistant(language=language) as app:
                app.resize(1560, 900)
                path, digest = self.make(app, "数据 50.bin", 50 * MIB + 3)
                receiver = self.connect(app.listen())
                app.wait_log(r"connected \(1 client\)$")
                app.check("radio button", "File", within="Send")
                self.assertIsNone(app.find("text", "Data to send"), "the panel is in the box's place")
                self.assertFalse(app.is_enabled("push button", "Send"))
                app.write("text", "File to send", f'"{path}"')  # as Windows copies paths
                app.press("Send")
                wait_for(lambda: receiver.count == 50 * MIB + 3, "the whole file", 120)
                self.assertEqual(receiver.hash.digest(), digest)
                app.wait_log(rf"# File {re.escape(path)} sent to 1 client: {50 * MIB + 3} bytes each$")
                app.wait_counters(bytes_sent=50 * MIB + 3)
                self.assertLess(app.rss_peak(), 250 * MIB)
                # And back to what the box holds.
                app.check("radio button", "Text", within="Send")
                app.send("text")
                wait_for(lambda: receiver.count == 50 * MIB + 7, "the text behind it")

    def test_to_all_at_their_own_pace_and_cancelled(self):
        with NetAssistant() as app:
            app.resize(1560, 900)  # no line that is looked for is wrapped
            path, digest = self.make(app, "data.bin", 20 * MIB)
            port = app.listen()
            fast, slow = self.connect(port), self.connect(port, reads=False)
            app.wait_log(r"connected \(2 clients\)$")
            app.check("radio button", "File", within="Send")
            app.write("text", "File to send", path)
            app.press("Send")
            wait_for(lambda: fast.count == 20 * MIB, "the file at the client that reads", 120)
            self.assertEqual(fast.hash.digest(), digest)
            self.assertIsNotNone(app.find("progress bar", "Progress of the file"))
            self.assertFalse(app.is_enabled("push button", "Send"), "one file at a time")
            # What is sent from the box meanwhile goes behind the file, for each.
            app.check("radio button", "Text", within="Send")
            app.send("behind")
            wait_for(lambda: fast.count == 20 * MIB + 6, "the text at the client that reads")
            slow.read()
            wait_for(lambda: slow.count == 20 * MIB + 6, "the same at the other one", 120)
            self.assertEqual(slow.hash.digest(), fast.hash.digest())
            app.wait_log(r"sent to 2 clients: \d+ bytes each$")

            lazy = self.connect(port, reads=False)
            app.wait_log(r"connected \(3 clients\)$")
            app.check("radio button", "File", within="Send")
            app.press("Send")
            app.press("Cancel")
            told = app.wait_log(r"# Sending file .* cancelled: (\d+) of (\d+) bytes went$")
            self.assertLess(int(told.group(1)), int(told.group(2)))
            self.assertIsNone(app.find("push button", "Cancel"))
            self.assertIn("已取消发送文件", app.status())
            del lazy

    def test_in_blocks(self):
        with NetAssistant() as app:
            app.resize(1560, 900)  # no line that is looked for is wrapped
            path, digest = self.make(app, "data.bin", 3000)
            receiver = self.connect(app.listen())
            app.wait_log(r"connected \(1 client\)$")
            app.check("radio button", "File", within="Send")
            app.write("text", "File to send", path)
            app.check("check box", "In blocks")
            app.write("spin button", "Block (bytes)", "500")
            app.write("spin button", "Every (ms)", "20")
            app.press("Send")
            wait_for(lambda: receiver.count == 3000, "the whole file")
            self.assertEqual(receiver.hash.digest(), digest)
            wait_for(lambda: app.counters()[1] == 6, "a record for each block")
            # Remembered, and not sent by itself.
            home = app.home
            wait_for(lambda: '"blockBytes": 500' in read(app.settings), "the settings")
            app.kill()
            with NetAssistant(home=home) as again:
                self.assertTrue(again.value("radio button", "File", within="Send"))
                self.assertEqual(again.value("text", "File to send"), path)
                self.assertEqual(again.value("spin button", "Block (bytes)"), "500")
                self.assertTrue(again.value("check box", "In blocks"))

    def test_the_client_goes_midway(self):
        with NetAssistant() as app:
            app.resize(1560, 900)  # no line that is looked for is wrapped
            path, _ = self.make(app, "data.bin", 30 * MIB)
            lazy = self.connect(app.listen(), reads=False)
            app.wait_log(r"connected \(1 client\)$")
            app.check("radio button", "File", within="Send")
            app.write("text", "File to send", path)
            app.press("Send")
            app.control("push button", "Cancel")
            lazy.reset()
            app.wait_log(rf"# Error: 127\.0\.0\.1:\d+ went while file {re.escape(path)} was being sent to it: "
                         rf"it got \d+ of {30 * MIB} bytes$")
            wait_for(lambda: app.find("push button", "Cancel") is None, "the end of it")

    def test_loaded_into_the_box(self):
        with NetAssistant() as app:
            app.resize(1560, 900)  # no line that is looked for is wrapped
            text = os.path.join(app.home, "text.txt")
            with open(text, "wb") as file:
                file.write("你好\n世界".encode("gbk"))
            self.load(app, text)
            wait_for(lambda: app.value("text", "Data to send") == "你好\n世界", "the text in the box")

            binary = os.path.join(app.home, "binary")
            with open(binary, "wb") as file:
                file.write(bytes(range(0x80, 0x100)) + bytes([0xFF]))
            self.load(app, binary)
            wait_for(lambda: app.value("text", "Data to send").startswith("80 81 82"), "HEX in the box")
            self.assertTrue(app.value("radio button", "HEX", within="Send"))

            large = os.path.join(app.home, "large")
            with open(large, "wb") as file:
                file.truncate(MIB // 4 + 1)
            self.load(app, large)
            wait_for(lambda: f"{MIB // 4 + 1} 字节，发送框最多 {MIB // 4} 字节" in app.status(), "the refusal")
            self.assertTrue(app.value("text", "Data to send").startswith("80 81 82"), "the box keeps what it had")

    @staticmethod
    def load(app, path):
        app.menu("File", "Load file into box…")
        dialog = app.dialog("the file dialog")
        app.accept(dialog, path, ("Open", "打开"))


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


if __name__ == "__main__":
    unittest.main(verbosity=2)

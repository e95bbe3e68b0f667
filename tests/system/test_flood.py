# SPDX-License-Identifier: MIT
"""200 MiB from one connection, followed in the real window: it stays alive, and every byte is kept."""

import hashlib
import os
import random
import socket
import threading
import time
import unittest

from netassistant import PATIENCE, NetAssistant, wait_for

MIB = 1 << 20
SIZE = 200 * MIB


class Flood(threading.Thread):
    """A client that sends lines of text, long and short, in bytes of all kinds."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self.hash = hashlib.sha256()

    def run(self):
        source = random.Random(2026)
        lines = []
        size = 0
        while size < 4 * MIB:
            line = source.choice((b"plain text %d\n", "汉字文本 %d\n".encode("gbk"), b"\xff\x00\x1b %d\r\n"))
            line = line % source.getrandbits(32) * source.choice((1, 1, 1, 40))
            lines.append(line)
            size += len(line)
        block = b"".join(lines)
        left = SIZE
        while left > 0:
            part = block[:min(left, source.randrange(1, len(block)))]
            self.hash.update(part)
            self._socket.sendall(part)
            left -= len(part)
        self._socket.close()


class WholeAndAlive(unittest.TestCase):
    def test_200_mib(self):
        with NetAssistant() as app:
            port = app.listen()
            log = app.control("text", "Data log")
            flood = Flood(port)
            began = time.monotonic()
            flood.start()
            longest, asked, received = 0.0, 0, 0
            while received < SIZE:
                self.assertLess(time.monotonic() - began, 300, f"{received} bytes have come")
                before = time.monotonic()
                log.get_character_count()  # answered by the thread that receives, stores and paints
                longest = max(longest, time.monotonic() - before)
                asked += 1
                if asked % 20 == 0:
                    received = app.counters()[2]
            took = time.monotonic() - began
            flood.join(PATIENCE)
            self.assertEqual(received, SIZE)
            app.wait_log(r"# Client .* disconnected \(0 clients\)$")
            peak = app.rss_peak()
            print(f"{SIZE // MIB} MiB in {took:.1f} s; {asked} questions, the longest wait for an answer "
                  f"{longest * 1000:.0f} ms; peak of resident memory {peak // MIB} MiB")
            self.assertLess(longest, 20, "the window answers while data pours in")
            self.assertLess(peak, 250 * MIB)

            path = os.path.join(app.home, "received.bin")
            app.save("Save received bytes as…", path)
            wait_for(lambda: os.path.getsize(path) == SIZE, "the whole file")
            with open(path, "rb") as file:
                self.assertEqual(hashlib.file_digest(file, "sha256").digest(), flood.hash.digest())
            self.assertLess(app.rss_peak(), 250 * MIB)


if __name__ == "__main__":
    unittest.main(verbosity=2)

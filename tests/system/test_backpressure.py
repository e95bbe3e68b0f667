# SPDX-License-Identifier: MIT
"""A client that never reads: what waits for it is seen and bounded, and the others get theirs at once."""

import hashlib
import re
import socket
import threading
import unittest

from netassistant import PATIENCE, NetAssistant, descendants, wait_for

MIB = 1 << 20


class Reader(threading.Thread):
    """A client that reads all the time."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._socket.settimeout(None)
        self.count = 0
        self.hash = hashlib.sha256()
        self.start()

    def run(self):
        while data := self._socket.recv(MIB):
            self.hash.update(data)
            self.count += len(data)

    def close(self):
        self._socket.shutdown(socket.SHUT_RDWR)
        self.join(PATIENCE)
        self._socket.close()


def waiting_bytes(app):
    """What the line below the box says."""
    for control in descendants(app.window):
        if control.get_role_name() == "label":
            match = re.search(r"(\d+) 字节等待发送", control.get_name())
            if match:
                return int(match.group(1))
    return 0


class Backpressure(unittest.TestCase):
    def test_who_does_not_read_holds_up_only_itself(self):
        with NetAssistant() as app, socket.socket() as lazy:
            app.resize(1500, 900)
            port = app.listen()
            lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            lazy.connect(("127.0.0.1", port))
            reader = Reader(port)
            self.addCleanup(reader.close)
            app.wait_log(r"connected \(2 clients\)$")

            text = "\n".join(f"{i:0127d}" for i in range(2 * MIB // 128)) + "\n"  # 2 MiB in lines
            app.write("text", "Data to send", text)
            sent, times = hashlib.sha256(), 12
            for turn in range(1, times + 1):
                app.press("Send")
                sent.update(text.encode("ascii"))
                # All of it is there while the other one's still waits.
                wait_for(lambda turn=turn: reader.count == turn * len(text), f"send {turn} at the client that reads")
            self.assertEqual(reader.hash.digest(), sent.digest())

            # The system itself takes a few MiB for a socket; the rest waits here, and says so.
            most = times * len(text)
            wait_for(lambda: app.counters()[3] + waiting_bytes(app) == 2 * most, "all to be sent or waiting: nothing is lost")
            waiting = waiting_bytes(app)
            self.assertLessEqual(waiting, most)
            self.assertGreater(waiting, most - 10 * MIB)

            # Sending on ends at the limit, for that client alone, and is told.
            turn = times
            while not app.status().startswith("错误"):
                turn += 1
                self.assertLess(turn, 50, "there is a limit")
                app.press("Send")
                wait_for(lambda turn=turn: reader.count == turn * len(text), f"send {turn} at the client that reads")
            name = re.escape("127.0.0.1:%d" % lazy.getsockname()[1])
            self.assertRegex(app.status(), rf"^错误：没有发给 {name}：已有 \d+ 字节在等待，加上它会超过上限 \d+；对方没有读取$")
            waiting, limit = (int(number) for number in re.findall(r"已有 (\d+) 字节在等待，加上它会超过上限 (\d+)；", app.status())[0])
            self.assertLessEqual(waiting, limit)
            self.assertGreater(waiting + len(text), limit)
            peak = app.rss_peak()
            print(f"peak of resident memory: {peak // MIB} MiB")
            self.assertLess(peak, 250 * MIB)

            # Once it reads, it gets all that was accepted for it, in order and whole.
            accepted = (turn - 1) * len(text)
            lazy.settimeout(PATIENCE)
            got = hashlib.sha256()
            left = accepted
            while left > 0:
                data = lazy.recv(min(left, MIB))
                got.update(data)
                left -= len(data)
            self.assertEqual(got.digest(), hashlib.sha256(text.encode("ascii") * (turn - 1)).digest())
            wait_for(lambda: waiting_bytes(app) == 0, "nothing to wait any more")
            app.wait_counters(bytes_sent=accepted + turn * len(text))


if __name__ == "__main__":
    unittest.main(verbosity=2)

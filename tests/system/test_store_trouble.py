# SPDX-License-Identifier: MIT
"""Where the log cannot be stored: told once, receiving goes on, the newest 64 MiB are kept, and it recovers."""

import os
import random
import re
import shutil
import socket
import subprocess
import tempfile
import unittest

from netassistant import PATIENCE, NetAssistant, wait_for

MIB = 1 << 20
KEPT = 64 * MIB  # the newest bytes in memory


def pour(connection, app, block, count, before):
    """Sends the block so many times and waits until all of it is in."""
    for _ in range(count):
        connection.sendall(block)
    total = before + count * len(block)
    wait_for(lambda: app.counters()[2] == total, f"{total} bytes received", 120)
    return total


def saved_log(app, name):
    path = os.path.join(app.home, name)
    app.save("Save log as…", path)
    with open(path, encoding="utf-8") as file:
        return file.read()


def trouble(log):
    """What the log tells of its store, in order; not that the disk was too slow for a while, as this one may be."""
    told = re.findall(r"# (?:Error: )?(the log cannot be stored|The log is stored|Oldest data dropped|"
                      r"the disk of \S+ does not take the log for now)", log)
    kept, is_slow = [], False
    for words in told:
        if words.startswith("the disk of"):
            is_slow = True
        elif is_slow and words == "The log is stored":
            is_slow = False
        else:
            kept.append(words)
    return kept


class StoreTrouble(unittest.TestCase):
    def test_disk_that_takes_no_more(self):
        with NetAssistant() as app, socket.socket() as client:
            client.connect(("127.0.0.1", app.listen()))
            source = random.Random(5)
            block = source.randbytes(MIB)
            received = pour(client, app, block, 20, 0)
            # From now on no file can grow: the system says so as it does on a full disk.
            pid = str(app.process.pid)
            subprocess.run(["prlimit", "--pid", pid, "--fsize=4096:"], check=True, timeout=PATIENCE)
            # What is on its way to the disk is still kept: the next write after it is the one that tells.
            for _ in range(64):
                received = pour(client, app, block, 1, received)
                if re.match("错误：日志无法保存到 ", app.status()):
                    break
            self.assertRegex(app.status(), "^错误：日志无法保存到 ")
            received = pour(client, app, block, 130, received)
            self.assertIsNone(app.process.poll(), "it lives")
            self.assertLess(app.rss_peak(), 350 * MIB)
            app.send("still here")
            client.settimeout(PATIENCE)
            self.assertEqual(client.recv(100), b"still here")

            subprocess.run(["prlimit", "--pid", pid, "--fsize=unlimited:"], check=True, timeout=PATIENCE)
            received = pour(client, app, block, 40, received)
            path = os.path.join(app.home, "received.bin")
            app.save("Save received bytes as…", path)
            wait_for(lambda: os.path.getsize(path) >= KEPT, "the file")
            size = wait_for(lambda: self.settled(path), "the whole file")
            with open(path, "rb") as file:
                kept = file.read()
            print(f"{received // MIB} MiB received, {size / MIB:.1f} MiB kept, peak of resident memory "
                  f"{app.rss_peak() // MIB} MiB")
            # What was kept is the newest, without a gap: the memory's before, and all since there is room.
            self.assertGreater(size, KEPT + 40 * MIB - 8 * MIB)
            whole = block * (size // MIB + 1)
            self.assertEqual(kept, whole[-size:])
            app.check("radio button", "HEX", within="Receive")  # whatever the bytes are, each note is a line of its own
            told = trouble(saved_log(app, "log.txt"))
            self.assertEqual([t for t in told if t != "Oldest data dropped"], ["The log is stored"],
                             "the failure itself was told so long ago that it is not kept; not once more since")

    @staticmethod
    def settled(path):
        """The size, if it has stayed the same for a moment."""
        before = os.path.getsize(path)
        try:
            wait_for(lambda: os.path.getsize(path) != before, "a change", 1)
        except AssertionError:
            return before
        return None

    def test_folder_that_cannot_be_made(self):
        home = tempfile.mkdtemp(prefix="netassistant-test-")
        self.addCleanup(shutil.rmtree, home, ignore_errors=True)
        blocked = os.path.join(home, "cache", "netassistant", "capture")
        os.makedirs(os.path.dirname(blocked))
        with open(blocked, "wb"):
            pass  # a file where the folder should be
        with NetAssistant(home=home) as app, socket.socket() as client:
            client.connect(("127.0.0.1", app.listen()))
            client.sendall("你好\r\n".encode("gbk"))
            app.wait_log(r"^你好$")
            app.wait_log(r"# Error: the log cannot be stored in ")
            self.assertIn(blocked, app.status())
            received = pour(client, app, b"x" * 127 + b"\n", 100000, 6)
            self.assertEqual(trouble(saved_log(app, "log1.txt")), ["the log cannot be stored"])
            os.remove(blocked)
            pour(client, app, b"y" * 127 + b"\n", 400000, received)
            app.wait_log(r"^y+$")
            log = saved_log(app, "log2.txt")
            self.assertEqual(trouble(log), ["the log cannot be stored", "The log is stored"])
            self.assertIn("你好", log)
            path = os.path.join(app.home, "received.bin")
            app.save("Save received bytes as…", path)
            whole = "你好\r\n".encode("gbk") + (b"x" * 127 + b"\n") * 100000
            whole += (b"y" * 127 + b"\n") * 400000
            wait_for(lambda: os.path.getsize(path) >= len(whole), "the whole file")
            with open(path, "rb") as file:
                self.assertTrue(file.read() == whole, "nothing was lost on the way")
            self.assertEqual(os.listdir(blocked), [], "nothing with a name")


if __name__ == "__main__":
    unittest.main(verbosity=2)

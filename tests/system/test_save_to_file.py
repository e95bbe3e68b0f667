# SPDX-License-Identifier: MIT
"""What is received is saved to files as it comes: bytes, a file for each peer, or the log; and a disk that takes no
more switches it off and nothing else."""

import os
import random
import re
import shutil
import signal
import socket
import subprocess
import unittest

from netassistant import PATIENCE, Atspi, NetAssistant, do, has_state, wait_for

MIB = 1 << 20


def load(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return b""


class SaveToFile(unittest.TestCase):
    def start(self, app, path, kind="Received bytes", begin=None):
        app.check("check box", "Save to file…")
        dialog = app.dialog("the dialog")
        do(app.in_dialog(dialog, "radio button", kind), "Toggle")
        field = app.in_dialog(dialog, "text", "File")
        field.set_text_contents(path)
        if begin is not None:
            do(app.in_dialog(dialog, "radio button", begin), "Toggle")
        button = app.in_dialog(dialog, "push button", "Start saving")
        wait_for(lambda: has_state(button, Atspi.StateType.ENABLED), "the button that starts")
        # The note that it has begun, not one of an earlier time.
        begun = re.compile(r"# Saving to file (?!.* stopped: )")
        before = len(begun.findall(app.log()))
        do(button, "Press")
        wait_for(lambda: len(begun.findall(app.log())) > before, "saving to begin")

    @staticmethod
    def is_on(app):
        return app.value("check box", "Save to file…")

    def client(self, port):
        connection = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self.addCleanup(connection.close)
        return connection

    def test_bytes_as_they_come(self):
        with NetAssistant() as app:
            app.resize(1560, 900)  # no line that is looked for is wrapped
            path = os.path.join(app.home, "接收.bin")
            client = self.client(app.listen())
            client.sendall(b"before")
            app.wait_log(r"^before$")
            self.start(app, path)
            data = random.Random(3).randbytes(20 * MIB)
            client.sendall(data)
            wait_for(lambda: os.path.getsize(path) == len(data), "all of it in the file", 60)
            self.assertEqual(load(path), data)
            wait_for(lambda: f"文件: {len(data)}" in app.status_labels(), "the size in the status bar")
            app.check("check box", "Save to file…", False)
            app.wait_log(rf"# Saving to file .* stopped: {len(data)} bytes written$")
            client.sendall(b"\nnot any more")
            app.wait_log(r"^not any more$")
            self.assertEqual(load(path), data)

            # Appended to, or begun anew.
            self.start(app, path, begin="Append")
            client.sendall(b"appended")
            wait_for(lambda: load(path) == data + b"appended", "what was appended")
            app.check("check box", "Save to file…", False)
            wait_for(lambda: not any(text.startswith("文件") for text in app.status_labels()), "the end of it")
            app.press("Clear", "Receive")
            self.start(app, path, begin="Overwrite")
            client.sendall(b"new")
            wait_for(lambda: load(path) == b"new", "the new file")

            # The path is remembered, saving does not go on by itself.
            wait_for(lambda: "接收.bin" in load(app.settings).decode(), "the settings")
            home = app.home
            app.kill()
            with NetAssistant(home=home) as again:
                self.assertFalse(self.is_on(again))
                again.check("check box", "Save to file…")
                dialog = again.dialog("the dialog")
                field = again.in_dialog(dialog, "text", "File")
                self.assertEqual(Atspi.Text.get_text(field, 0, -1), path)
                do(again.in_dialog(dialog, "push button", "Cancel"), "Press")
                wait_for(lambda: not self.is_on(again), "the box to be off again")
            self.assertEqual(load(path), b"new")

    def test_the_end_that_the_system_asks_for_comes_after_the_last_bytes(self):
        data = random.Random(4).randbytes(3 * MIB)
        for _ in range(3):  # a disk that takes half a second is not waited for
            with NetAssistant() as app:
                app.resize(1560, 900)  # no line that is looked for is wrapped
                path = os.path.join(app.home, "saved.bin")
                client = self.client(app.listen())
                app.wait_log(r"\(1 client\)$")
                self.start(app, path)
                client.sendall(data)
                wait_for(lambda: app.counters()[2] == len(data), "all of it to come")
                app.process.send_signal(signal.SIGINT)
                self.assertEqual(app.process.wait(PATIENCE), 0)
                if load(path) == data:
                    return
        self.fail("what came last is not in the file")

    def test_a_file_for_each_peer(self):
        with NetAssistant(language="en") as app:
            app.resize(1560, 900)
            port = app.listen()
            clients = [self.client(port) for _ in range(3)]
            app.wait_log(r"\(3 clients\)$")
            self.start(app, os.path.join(app.home, "saved.bin"), "Received bytes, a file for each peer")
            for turn in range(3):
                for number, client in enumerate(clients):
                    client.sendall(b"%d of %d;" % (turn, number))
            for number, client in enumerate(clients):
                path = os.path.join(app.home, "saved-127.0.0.1-%d.bin" % client.getsockname()[1])
                wanted = b"".join(b"%d of %d;" % (turn, number) for turn in range(3))
                wait_for(lambda path=path, wanted=wanted: load(path) == wanted, path)

    def test_the_log(self):
        with NetAssistant() as app:
            app.resize(1560, 900)  # no line that is looked for is wrapped
            path = os.path.join(app.home, "log.txt")
            client = self.client(app.listen())
            app.wait_log(r"\(1 client\)$")
            self.start(app, path, "The log as it is shown")
            app.check("check box", "Hide received data")
            cut = "你好服务端".encode("gbk")
            received = r"\]# RECV GBK/5 from 127\.0\.0\.1:\d+ <<<\n"
            for turn in range(10):  # the rest of a cut character is waited for half a second: on a busy machine it is late
                client.sendall(cut[:5])
                app.wait_counters(bytes_received=10 * turn + 5)
                client.sendall(cut[5:])
                app.wait_counters(bytes_received=10 * turn + 10)
                app.send(f"收到 {turn}")
                wait_for(lambda turn=turn: f"收到 {turn}\n" in load(path).decode(), "the answer in the file")
                text = load(path).decode()
                if re.search(f"{received}你好\n(?s:.)*{received}服务端\n", text):
                    break
            else:
                self.fail(text)
            self.assertRegex(text, r"# Saving to file ")

    def test_a_disk_that_takes_no_more(self):
        with NetAssistant() as app:
            app.resize(1560, 900)  # no line that is looked for is wrapped
            path = os.path.join(app.home, "saved.bin")
            client = self.client(app.listen())
            self.start(app, path)
            client.sendall(b"x" * 5000)
            wait_for(lambda: os.path.getsize(path) == 5000, "the first bytes")
            subprocess.run(["prlimit", "--pid", str(app.process.pid), "--fsize=4096:"], check=True, timeout=PATIENCE)
            client.sendall(b"y\n")
            wait_for(lambda: not self.is_on(app), "the box to go off")
            self.assertIn(f"保存到文件 {path} 已中止（已写入 5000 字节）", "\n".join(app.log().splitlines()))
            subprocess.run(["prlimit", "--pid", str(app.process.pid), "--fsize=unlimited:"], check=True,
                           timeout=PATIENCE)
            client.sendall(b"goes on\n")
            app.wait_log(r"^goes on$")
            app.send("answer")
            self.assertEqual(client.recv(100), b"answer")
            self.assertEqual(load(path), b"x" * 5000)

    def test_full_device_and_vanished_folder(self):
        with NetAssistant() as app:
            app.resize(1560, 900)  # no line that is looked for is wrapped
            client = self.client(app.listen())
            self.start(app, "/dev/full")
            client.sendall(b"x\n")
            wait_for(lambda: not self.is_on(app), "the box to go off")
            app.wait_log(r"# Error: saving to file /dev/full stopped after 0 bytes: No space left on device$")

            folder = os.path.join(app.home, "folder")
            os.mkdir(folder)
            app.press("Clear", "Receive")
            self.start(app, os.path.join(folder, "saved.bin"))
            shutil.rmtree(folder)
            wait_for(lambda: not self.is_on(app), "the box to go off again")
            app.wait_log(r"# Error: saving to file .* another program has removed or replaced the file$")
            client.sendall(b"goes on\n")
            app.wait_log(r"^goes on$")


if __name__ == "__main__":
    unittest.main(verbosity=2)

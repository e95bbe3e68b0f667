# SPDX-License-Identifier: MIT
"""The sockets lesson, in both roles, with the programs a pupil writes."""

import os
import re
import subprocess
import sys
import unittest

from netassistant import PATIENCE, NetAssistant

HERE = os.path.dirname(os.path.abspath(__file__))
TIME = r"^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\]# "


class Pupil:
    """A program of the pupil's, as a process of its own."""

    def __init__(self, name, *arguments):
        self._process = subprocess.Popen([sys.executable, os.path.join(HERE, name), *arguments], text=True,
                                         encoding="utf-8", stdout=subprocess.PIPE,
                                         env=dict(os.environ, PYTHONIOENCODING="utf-8"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()

    def line(self):
        """The next line it prints."""
        return self._process.stdout.readline().rstrip("\n")

    def result(self):
        return self._process.wait(PATIENCE)


class Lesson(unittest.TestCase):
    def test_window_is_the_server(self):
        with NetAssistant() as app:
            port = app.listen()
            with Pupil("lesson_client.py", str(port)) as client:
                peer = re.escape(f"127.0.0.1:{client.line()}")
                question = "你好服务端,我是客户端小黑!"
                size = len(question.encode("gbk"))
                app.wait_log(TIME + rf"RECV GBK/{size} from {peer} <<<\n{question}$")

                answer = "收到,我在听。"
                app.send(answer)
                self.assertEqual(client.line(), answer)
                self.assertEqual(client.result(), 0)
                app.wait_log(TIME + rf"SEND GBK/{len(answer.encode('gbk'))} to .*>>>\n{answer}$")
                app.wait_log(TIME + rf"Client {peer} disconnected \(0 clients\)$")
            app.wait_counters(1, 1, size, len(answer.encode("gbk")))

    def test_window_is_the_client(self):
        with NetAssistant() as app, Pupil("lesson_server.py") as server:
            port = server.line()
            app.connect(port)
            app.wait_log(TIME + rf"Connected to 127\.0\.0\.1:{port} from 127\.0\.0\.1:\d+$")
            app.send("老师,在吗?")
            self.assertEqual(server.line(), "老师,在吗?")
            answer = "ok, 问题正在处理中..."
            app.wait_log(TIME + rf"RECV GBK/{len(answer.encode('gbk'))} from 127\.0\.0\.1:{port} <<<\n"
                         + re.escape(answer) + "$")
            app.wait_log(TIME + rf"Disconnected from 127\.0\.0\.1:{port}$")
            self.assertEqual(server.result(), 0)
            app.control("push button", "Connect")


if __name__ == "__main__":
    unittest.main(verbosity=2)

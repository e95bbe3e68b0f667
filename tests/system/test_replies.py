# SPDX-License-Identifier: MIT
"""Automatic replies in the real window: rules, echo, and two programs that answer each other."""

import json
import os
import socket
import tempfile
import time
import unittest

from labels import label
from netassistant import PATIENCE, Atspi, NetAssistant, descendants, do, has_state, wait_for


def write_settings(home, replies, encoding="UTF-8", page_shown=True):
    with open(os.path.join(home, "settings.json"), "w", encoding="utf-8") as file:
        json.dump({"receive": {"encoding": encoding}, "replies": replies,
                   "window": {"toolColumn": {"shown": page_shown, "page": "replies"}}}, file)


def rule(kind, pattern, reply, **more):
    mode = more.pop("reply_mode", "text")
    return {"kind": kind, "pattern": pattern, "reply": {"text": reply, "mode": mode}, **more}


def receive(client, size):
    got = b""
    while len(got) < size:
        piece = client.recv(size - len(got))
        assert piece, got
        got += piece
    return got


def ask_until(client, question, wanted):
    """Asks again and again until just this is the answer: what is changed in a rule counts after a pause in typing."""
    end = time.monotonic() + PATIENCE
    while True:
        client.sendall(question)
        answer = b""
        client.settimeout(0.5)
        try:
            while piece := client.recv(1000):
                answer += piece
        except TimeoutError:
            pass
        client.settimeout(PATIENCE)
        if answer == wanted:
            return
        assert time.monotonic() < end, f"{question!r} is answered {answer!r}, not {wanted!r}"


class AutomaticReplies(unittest.TestCase):
    def test_rules_from_the_settings(self):
        rules = [rule("contains", "ping", "pong\\n"),
                 rule("expression", r"get (\w+)\r\n", "${1}=1\\r\\n"),
                 rule("contains", "AA ?? BB", "BB ${1} AA", mode="hex", reply_mode="hex"),
                 rule("equals", "你好", "收到", encoding="GBK"),
                 rule("contains", "late", "at last", delayMs=50)]
        with tempfile.TemporaryDirectory() as home:
            write_settings(home, {"enabled": True, "rules": rules})
            with NetAssistant(language="en", home=home) as app:
                port = app.listen()
                app.check("check box", "Hide received data")  # replies do not depend on what is shown
                with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
                    client.settimeout(PATIENCE)
                    for piece in (b"p", b"in", b"g"):
                        client.sendall(piece)
                        time.sleep(0.05)
                    self.assertEqual(receive(client, 5), b"pong\n")
                    client.sendall(b"get speed\r\n")
                    self.assertEqual(receive(client, 9), b"speed=1\r\n")
                    client.sendall(b"\xaa\x12\xbb")
                    self.assertEqual(receive(client, 3), b"\xbb\x12\xaa")
                    time.sleep(0.1)
                    client.sendall("你好".encode("gbk"))
                    self.assertEqual(receive(client, 6), "收到".encode())
                    client.sendall(b"late")
                    self.assertEqual(receive(client, 7), b"at last")
                    peer = rf"127\.0\.0\.1:{client.getsockname()[1]}"
                    app.wait_log(rf"# SEND UTF-8/7 to {peer} \(automatic\) >>>\nat last$")

    def test_echo_and_a_rule_made_by_hand(self):
        with tempfile.TemporaryDirectory() as home:
            write_settings(home, {})
            with NetAssistant(language="zh_CN", home=home) as app:
                port = app.listen()
                with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
                    client.settimeout(PATIENCE)
                    app.check("check box", "Reply automatically")
                    app.check("check box", "Echo")
                    client.sendall(b"hello")
                    self.assertEqual(receive(client, 5), b"hello")
                    app.check("check box", "Echo", False)
                    app.press("Add")
                    app.write("text", "Pattern", "hello")
                    app.write("text", "Reply", "world")
                    ask_until(client, b"hello", b"world")

    def test_a_reply_with_a_checksum(self):
        modbus = {"algorithm": "CRC-16/MODBUS", "order": "low", "from": 0, "minus": 0}
        made = rule("contains", "read", "01 03 02", reply_mode="hex")
        made["reply"]["checksum"] = modbus
        with tempfile.TemporaryDirectory() as home:
            write_settings(home, {"enabled": True, "rules": [made]})
            with NetAssistant(language="zh_CN", home=home) as app:
                app.resize(1560, 1000)
                port = app.listen()
                with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
                    client.settimeout(PATIENCE)
                    client.sendall(b"read")
                    self.assertEqual(receive(client, 5), bytes.fromhex("010302 A131"))
                    # The form is behind the send settings, which have one too.
                    wanted = label("check box", "Append checksum…", "zh_CN")
                    boxes = [control for control in descendants(app.window)
                             if control.get_role_name() == "check box" and control.get_name() == wanted]
                    self.assertEqual([has_state(box, Atspi.StateType.CHECKED) for box in boxes], [False, True])
                    do(boxes[1], "Toggle")
                    ask_until(client, b"read", bytes.fromhex("010302"))
                    do(boxes[1], "Toggle")
                    dialog = app.dialog("the checksum dialog")
                    self.assertEqual(dialog.get_name(), "附加位设置")
                    app.keys("Return")
                    wait_for(lambda: len(app.windows()) == 1, "the dialog to go")
                    ask_until(client, b"read", bytes.fromhex("010302 A131"))

    def test_two_windows_do_not_storm(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            for home in (one, two):
                write_settings(home, {"enabled": True, "rules": [rule("contains", "x", "x", name="x", perSecond=2)]},
                               page_shown=False)
            with NetAssistant(language="en", home=one) as server, NetAssistant(language="en", home=two) as client:
                client.connect(server.listen())
                server.wait_log(r"\(1 client\)$")
                began = time.monotonic()
                client.send("x")
                held = "# Automatic replies held back: rule x may"  # a long line goes on in the next row
                end = time.monotonic() + PATIENCE
                while held not in server.log() + client.log():
                    self.assertLess(time.monotonic(), end, "nobody was held back")
                    time.sleep(0.05)
                seconds = int(time.monotonic() - began) + 1
                time.sleep(1.5)  # longer than a second: nothing goes on by itself
                before = server.counters(), client.counters()
                time.sleep(0.5)
                self.assertEqual((server.counters(), client.counters()), before)
                self.assertLessEqual(before[0][1] + before[1][1], 1 + 2 * 2 * seconds)


if __name__ == "__main__":
    unittest.main(verbosity=2)

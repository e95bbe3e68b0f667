# SPDX-License-Identifier: MIT
"""Two clients speak at the same time, each character cut at every byte: each text is shown whole, once."""

import socket
import unittest

from netassistant import NetAssistant, wait_for

# encoding as the window calls it, as Python does, what one client says, what the other does
CASES = [
    ("UTF-8", "utf-8", "你é😀", "网络x好"),
    ("GBK", "gbk", "你好黑", "服务端"),
    ("GB18030", "gb18030", "𠮷好", "吃𠮷"),
    ("Big5", "big5", "網路", "助手"),
    ("Shift_JIS", "shift_jis", "ソ表ア", "能ｱ日"),
    ("UTF-16LE", "utf-16-le", "你𠮷", "a好"),
]


class CutCharacters(unittest.TestCase):
    def setUp(self):
        self.app = NetAssistant()
        self.addCleanup(self.app.close)
        self.app.resize(1500, 1150)
        self.port = self.app.listen()

    def start_anew(self, encoding):
        """An empty log and two new clients: in which unit of two or four bytes a byte stands is counted from the
        beginning of a connection."""
        self.app.press("Clear", "Receive")
        wait_for(lambda: self.app.log() == "", "the log to be empty")
        self.app.choose("Encoding", encoding, "Receive")
        self.clients = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(2)]
        for client in self.clients:
            self.addCleanup(client.close)
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        wait_for(lambda: self.app.log().count(" connected (") == 2, "both clients in the log")
        self.ports = [client.getsockname()[1] for client in self.clients]

    def say_by_turns(self, texts):
        """A byte of one, a byte of the other; the next only when that one has arrived."""
        arrived = 0
        for i in range(max(len(text) for text in texts)):
            for client, text in zip(self.clients, texts):
                if i < len(text):
                    client.sendall(text[i:i + 1])
                    arrived += 1
                    wait_for(lambda: self.app.log().count("RECV ") == arrived, f"record {arrived} in the log")

    def payload_of(self, log, port):
        """What the log shows of one client, its records joined."""
        rows, mine = [], False
        for row in log.splitlines():
            if "# RECV " in row:
                mine = f"from 127.0.0.1:{port} <<<" in row
            elif row.startswith("[20"):
                mine = False
            elif mine:
                rows.append(row)
        return rows

    def test_each_text_whole_and_once(self):
        for name, codec, *texts in CASES:
            with self.subTest(encoding=name):
                self.start_anew(name)
                self.say_by_turns([text.encode(codec) for text in texts])
                wait_for(lambda texts=texts: all(text[-1] in self.app.log() for text in texts), "the last characters")
                log = self.app.log()
                for port, text in zip(self.ports, texts):
                    self.assertEqual("".join(self.payload_of(log, port)), text)
                    # Each character in the record that completes it, none anywhere else.
                    self.assertEqual(self.payload_of(log, port), list(text))
                self.assertNotIn("\\x", log)
                self.assertNotIn("\ufffd", log)
                self.assertEqual(log.count(f"RECV {name}/1 from "), sum(len(text.encode(codec)) for text in texts))

    def test_the_encoding_there_and_back(self):
        self.start_anew("UTF-8")
        name, codec, *texts = CASES[0]
        self.say_by_turns([text.encode(codec) for text in texts])
        wait_for(lambda: all(text[-1] in self.app.log() for text in texts), "the last characters")
        before = self.app.log()
        for other in ("GBK", "UTF-16LE", "ISO-8859-1"):
            self.app.choose("Encoding", other, "Receive")
            wait_for(lambda other=other: f"RECV {other}/" in self.app.log(), "the log in the other encoding")
            self.assertNotEqual(self.app.log(), before)
            self.app.choose("Encoding", name, "Receive")
            wait_for(lambda: self.app.log() == before, "the log as it was")

    def test_hex_shows_each_byte_where_it_arrived(self):
        self.start_anew("GB18030")
        self.app.check("radio button", "HEX", within="Receive")
        _, codec, *texts = CASES[2]
        self.say_by_turns([text.encode(codec) for text in texts])
        size = sum(len(text.encode(codec)) for text in texts)
        wait_for(lambda: len(self.app.log().splitlines()) == 2 + 2 * size, "a row for each byte")
        log = self.app.log()
        for port, text in zip(self.ports, texts):
            self.assertEqual(self.payload_of(log, port), [f"{byte:02X}" for byte in text.encode(codec)])


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""A real Redis server, spoken to by hand."""

import socket
import unittest

from netassistant import PATIENCE, NetAssistant, wait_for
from own_server import OwnServer


class Redis(OwnServer):
    """One that stores nothing."""

    def command_line(self, folder):
        return ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
                "--dir", folder]

    def probe(self):
        if self.command(b"PING") != b"+PONG\r\n":
            raise ConnectionError("it loads still")

    def command(self, line):
        """What the server answers to a line, asked by another client."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as client:
            client.sendall(line + b"\r\n")
            client.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: client.recv(4096), b""))


class SpokenByHand(unittest.TestCase):
    def test_text_with_crlf_ending(self):
        with Redis() as redis, NetAssistant() as app:
            app.connect(redis.port)
            app.choose("Append ending", "CRLF", "Send")
            app.send("PING")
            peer = rf"127\.0\.0\.1:{redis.port}"
            app.wait_log(rf"SEND GBK/6 to {peer} >>>\nPING$")
            app.wait_log(rf"RECV GBK/7 from {peer} <<<\n\+PONG$")

            value = "网络调试助手"
            stored = value.encode("gbk")
            app.send(f"SET 名字 {value}")
            app.wait_log(rf"RECV GBK/5 from {peer} <<<\n\+OK$")
            self.assertEqual(redis.command(b"GET " + "名字".encode("gbk")),
                             b"$%d\r\n%b\r\n" % (len(stored), stored))
            app.send("GET 名字")
            app.wait_log(rf"<<<\n\${len(stored)}\n{value}$")

    def test_hex(self):
        with Redis() as redis, NetAssistant() as app:
            app.connect(redis.port)
            app.check("radio button", "HEX", within="Receive")
            app.check("radio button", "HEX", within="Send")
            app.send(b"PING\r\n".hex(" ").upper())
            peer = rf"127\.0\.0\.1:{redis.port}"
            app.wait_log(rf"SEND HEX/6 to {peer} >>>\n50 49 4E 47 0D 0A$")
            app.wait_log(rf"RECV HEX/7 from {peer} <<<\n2B 50 4F 4E 47 0D 0A$")

            value = bytes(byte for byte in range(256))  # whatever the bytes, in Redis' own framing
            app.send((b"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$256\r\n" + value + b"\r\n").hex())
            app.wait_log(r"<<<\n2B 4F 4B 0D 0A$")
            self.assertEqual(redis.command(b"GET k"), b"$256\r\n" + value + b"\r\n")

            gbk = "中文".encode("gbk")
            app.send((b"SET name " + gbk + b"\r\n").hex(","))
            wait_for(lambda: redis.command(b"GET name") == b"$4\r\n" + gbk + b"\r\n", "the value to be stored")
            app.send(b"GET name\r\n".hex())
            app.wait_log("<<<\n" + (b"$4\r\n" + gbk + b"\r\n").hex(" ").upper() + "$")


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""A real MQTT broker, spoken to by HEX, with another client listening in."""

import os
import socket
import unittest

from netassistant import PATIENCE, NetAssistant
from own_server import OwnServer

# Debian has it where only root's path leads.
MOSQUITTO = next((path for path in ("/usr/sbin/mosquitto", "/usr/bin/mosquitto") if os.path.exists(path)), "mosquitto")


def text(value):
    """A string as MQTT has it: two bytes of length before it."""
    return len(value).to_bytes(2, "big") + value


def packet(kind, body):
    assert len(body) < 128
    return bytes([kind, len(body)]) + body


def connect(name):
    return packet(0x10, text(b"MQTT") + b"\x04\x02\x00\x3C" + text(name))


CONNECTED = b"\x20\x02\x00\x00"
TOPIC = "灯/状态".encode()


class Broker(OwnServer):
    """For anybody, storing nothing."""

    def command_line(self, folder):
        settings = os.path.join(folder, "mosquitto.conf")
        with open(settings, "w", encoding="ascii") as file:
            file.write(f"listener {self.port} 127.0.0.1\nallow_anonymous true\n")
        return [MOSQUITTO, "-c", settings]

    def probe(self):
        Client(self.port, b"probe").close()


class Client:
    def __init__(self, port, name):
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._socket.sendall(connect(name))
        self.expect(CONNECTED)

    def send(self, data):
        self._socket.sendall(data)

    def expect(self, data):
        got = self._socket.recv(len(data), socket.MSG_WAITALL)
        assert got == data, got

    def close(self):
        self._socket.close()


class ByHex(unittest.TestCase):
    def test_connect_subscribe_publish(self):
        with Broker() as broker, NetAssistant() as app:
            app.connect(broker.port)
            for group in ("Receive", "Send"):
                app.check("radio button", "HEX", within=group)
            peer = rf"127\.0\.0\.1:{broker.port}"

            def received(data):
                shown = data.hex(" ").upper()
                app.wait_log(rf"RECV HEX/{len(data)} from {peer} <<<\n{shown}$")

            app.send(connect(b"by hand").hex(" "))
            received(CONNECTED)

            # What the other publishes comes to the one who has subscribed.
            app.send(packet(0x82, b"\x00\x01" + text(TOPIC) + b"\x00").hex())
            received(b"\x90\x03\x00\x01\x00")
            other = Client(broker.port, b"other")
            self.addCleanup(other.close)
            message = packet(0x30, text(TOPIC) + "开".encode())
            other.send(message)
            received(message)

            # And the other way round.
            other.send(packet(0x82, b"\x00\x02" + text(b"by/hand") + b"\x00"))
            other.expect(b"\x90\x03\x00\x02\x00")
            message = packet(0x30, text(b"by/hand") + bytes(range(32)))
            app.send(message.hex(","))
            other.expect(message)

            app.send("C0 00")  # a ping
            received(b"\xD0\x00")
            app.send("E0 00")  # the orderly end, after which the broker closes
            app.wait_log(rf"# Disconnected from {peer}$")


if __name__ == "__main__":
    unittest.main(verbosity=2)

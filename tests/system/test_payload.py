# SPDX-License-Identifier: MIT
"""What goes out besides what was typed: checksums against a Modbus RTU-over-TCP server, repetition against a sink
that counts, and dynamic content as a peer sees it."""

import socket
import socketserver
import threading
import time
import unittest

from labels import label
from netassistant import PATIENCE, Atspi, NetAssistant, descendants, do, has_state, wait_for


def crc_modbus(frame):
    crc = 0xFFFF
    for byte in frame:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc.to_bytes(2, "little")


class ModbusServer(socketserver.ThreadingTCPServer):
    """Answers "read holding registers" with the register's own number; frames with a wrong CRC get no answer."""

    daemon_threads = True

    def __init__(self):
        self.wrong = []
        super().__init__(("127.0.0.1", 0), ModbusConnection)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def port(self):
        return self.server_address[1]


class ModbusConnection(socketserver.BaseRequestHandler):
    def handle(self):
        while frame := self.request.recv(256):
            unit, function, start, count = frame[0], frame[1], int.from_bytes(frame[2:4], "big"), int.from_bytes(frame[4:6], "big")
            if crc_modbus(frame[:-2]) != frame[-2:] or function != 3:
                self.server.wrong.append(frame)
                continue
            values = b"".join((start + i).to_bytes(2, "big") for i in range(count))
            answer = bytes([unit, function, len(values)]) + values
            self.request.sendall(answer + crc_modbus(answer))


class Sink(socketserver.ThreadingTCPServer):
    """Keeps what it gets; ends its connections when asked to."""

    daemon_threads = True

    def __init__(self):
        self.received = bytearray()
        self.connections = []
        super().__init__(("127.0.0.1", 0), SinkConnection)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def port(self):
        return self.server_address[1]

    def hang_up(self):
        for connection in self.connections:
            connection.shutdown(socket.SHUT_RDWR)


class SinkConnection(socketserver.BaseRequestHandler):
    def handle(self):
        self.server.connections.append(self.request)
        while data := self.request.recv(65536):
            self.server.received += data


def dialog_of(app):
    title = label("dialog", "Checksum settings", app.language)
    return next((window for window in app.windows() if window.get_name() == title), None)


def press_in(dialog, names):
    button = next(control for control in descendants(dialog)
                  if control.get_role_name() == "push button" and control.get_name().startswith(names))
    wait_for(lambda: has_state(button, Atspi.StateType.ENABLED), f"{names} to be enabled")
    do(button, "Press")


class Payload(unittest.TestCase):
    def test_modbus_by_hex_and_checksum(self):
        for language in ("zh_CN", "en"):
            with self.subTest(language=language), ModbusServer() as server, NetAssistant(language=language) as app:
                app.connect(server.port())
                app.check("radio button", "HEX", within="Send")
                app.check("radio button", "HEX", within="Receive")
                app.write("text", "Data to send", "01 03 00 05 00 02")
                # Ticking asks which; Cancel takes the tick back.
                tick = app.control("check box", "Append checksum…")
                do(tick, "Toggle")
                dialog = wait_for(lambda: dialog_of(app), "the dialog")
                press_in(dialog, ("Cancel", "取消"))
                wait_for(lambda: not app.value("check box", "Append checksum…"), "the tick to go")
                do(tick, "Toggle")
                dialog = wait_for(lambda: dialog_of(app), "the dialog")
                # It begins with the most common one, and shows the bytes that would go out.
                texts = [control.get_name() for control in descendants(dialog)]
                self.assertTrue(any("CRC-16/MODBUS" in text and "8005" in text and "FFFF" in text for text in texts),
                                texts)
                crc = crc_modbus(bytes.fromhex("010300050002")).hex(" ").upper()
                self.assertTrue(any(f"01 03 00 05 00 02 {crc}" in text for text in texts), texts)
                press_in(dialog, ("OK", "确定"))
                wait_for(lambda: dialog_of(app) is None, "the dialog to close")
                self.assertTrue(app.value("check box", "Append checksum…"))
                app.press("Send")
                app.wait_log(rf"SEND HEX/8 to .* >>>\n01 03 00 05 00 02 {crc}$")
                app.wait_log(r"RECV HEX/9 from .* <<<\n01 03 04 00 05 00 06 [0-9A-F]{2} [0-9A-F]{2}$")
                # Without it the server says nothing.
                app.check("check box", "Append checksum…", False)
                app.press("Send")
                wait_for(lambda: server.wrong == [bytes.fromhex("010300050002")], "the frame without a CRC")
                # The same by a placeholder.
                app.write("text", "Data to send", "01 03 00 05 00 01 ${checksum CRC-16/MODBUS order=low}")
                app.press("Send")
                app.wait_log(r"RECV HEX/7 from .* <<<\n01 03 02 00 05 78 47$")

    def test_repeats_so_many_times(self):
        with Sink() as sink, NetAssistant() as app:
            app.connect(sink.port())
            app.write("text", "Data to send", r"${counter width=4}\n")
            app.write("spin button", "Repeat period", "5")
            app.write("spin button", "Times", "20")
            app.check("check box", "Repeat every")
            app.press("Send")
            expected = b"".join(b"%04d\n" % i for i in range(1, 21))
            wait_for(lambda: len(sink.received) >= len(expected), "twenty sends")
            app.control("push button", "Send")  # it has stopped by itself
            self.assertEqual(bytes(sink.received), expected)
            app.wait_counters(sent=20)

    def test_repeats_until_stopped(self):
        with Sink() as sink, NetAssistant() as app:
            app.connect(sink.port())
            app.write("text", "Data to send", "tick")
            app.write("spin button", "Repeat period", "10")
            app.check("check box", "Repeat every")
            app.press("Send")
            app.control("push button", "Stop")
            wait_for(lambda: sink.received.count(b"tick") >= 5, "five sends")
            # An edit counts from the next tick on.
            app.write("text", "Data to send", "tock")
            wait_for(lambda: sink.received.count(b"tock") >= 5, "five of the other")
            app.press("Stop")
            app.control("push button", "Send")
            time.sleep(0.3)
            wait_for(lambda: len(sink.received) == app.counters()[3], "all that was sent")
            sent = app.counters()[3]
            time.sleep(0.3)
            self.assertEqual((len(sink.received), app.counters()[3]), (sent, sent), "nothing goes on")
            self.assertNotIn(b"ticktocktick", bytes(sink.received))

    def test_repeating_ends_with_the_connection_and_with_an_error(self):
        with Sink() as sink, NetAssistant() as app:
            app.connect(sink.port())
            app.write("text", "Data to send", "x")
            app.write("spin button", "Repeat period", "20")
            app.check("check box", "Repeat every")
            app.press("Send")
            wait_for(lambda: sink.received, "a send")
            app.write("text", "Data to send", r"x\q")
            app.wait_log(r"# Repeating stopped, \d+ sent: the send box holds an error")
            app.write("text", "Data to send", "x")
            app.press("Send")
            app.control("push button", "Stop")
            sink.hang_up()
            app.wait_log(r"# Repeating stopped, \d+ sent: nobody is connected any more$")
            app.control("push button", "Send")

    def test_each_client_gets_its_own(self):
        with NetAssistant() as app:
            port = app.listen()
            with socket.create_connection(("127.0.0.1", port), PATIENCE) as one, \
                    socket.create_connection(("127.0.0.1", port), PATIENCE) as other:
                app.wait_log(r"\(2 clients\)$")
                app.send(r"${counter} ${peer} ${length width=3}\n")
                for client in (one, other):
                    host, own_port = client.getsockname()
                    line = client.makefile("r", newline="\n").readline()
                    self.assertEqual(line, f"1 {host}:{own_port} {len(line):03}\n")
                app.send(r"${counter}\n")
                for client in (one, other):
                    self.assertEqual(client.recv(100), b"2\n")
                # What is unknown is said, with its place, and nothing goes out.
                app.write("text", "Data to send", "ab ${nothing}")
                self.assertFalse(app.is_enabled("push button", "Send"))
                app.send("ab")
                app.wait_counters(sent=4)


if __name__ == "__main__":
    unittest.main(verbosity=2)

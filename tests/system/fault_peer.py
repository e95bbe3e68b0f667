# SPDX-License-Identifier: MIT
"""Peers that do everything wrong, and how much a program holds."""

import os
import re
import socket
import struct
import threading

from netassistant import PATIENCE, wait_for

MIB = 1 << 20


class Peer:
    """A client that does what a test says, and nothing by itself."""

    def __init__(self, port, host="127.0.0.1", receive_buffer=None):
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.settimeout(PATIENCE)
        self.socket.connect((host, port))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    @property
    def name(self):
        return "{}:{}".format(*self.socket.getsockname())

    def send(self, data):
        self.socket.sendall(data)

    def read(self, size):
        """Exactly so many bytes, or what came until the end."""
        data = bytearray()
        while len(data) < size:
            piece = self.socket.recv(min(size - len(data), MIB))
            if not piece:
                break
            data += piece
        return bytes(data)

    def finish_sending(self):
        self.socket.shutdown(socket.SHUT_WR)

    def reset(self):
        reset(self.socket)

    def close(self):
        self.socket.close()


class Flood(threading.Thread):
    """Sends lines as fast as they are taken, until it is stopped."""

    def __init__(self, port, block=None):
        super().__init__(daemon=True)
        self._peer = Peer(port)
        self._block = block or b"".join(b"flood %d \xff\x00\r\n" % i for i in range(4000))
        self._stopped = threading.Event()
        self.sent = 0
        self.start()

    def run(self):
        while not self._stopped.is_set():
            self._peer.send(self._block)
            self.sent += len(self._block)

    def stop(self):
        """All that was sent, in bytes."""
        self._stopped.set()
        self.join(PATIENCE)
        assert not self.is_alive()
        self._peer.close()
        return self.sent


def reset(connected):
    """Breaks the connection off (RST)."""
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connected.close()


def connect_and_close(port, times):
    """In a tight loop, by turns in good order and not."""
    for i in range(times):
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as connected:
            if i % 2:
                reset(connected)


def descriptors(app):
    """How many the program has open, but for those by which its threads wake each other: these come and go."""
    folder = f"/proc/{app.process.pid}/fd"
    count = 0
    for name in os.listdir(folder):
        try:
            count += os.readlink(os.path.join(folder, name)) != "anon_inode:[eventfd]"
        except FileNotFoundError:
            pass  # just closed
    return count


def resident(app):
    """Bytes of memory that the program holds now and shares with nobody: no program, no library, no font."""
    with open(f"/proc/{app.process.pid}/status", encoding="ascii") as status:
        return int(re.search(r"RssAnon:\s+(\d+) kB", status.read()).group(1)) * 1024


def wait_descriptors(app, count):
    wait_for(lambda: descriptors(app) <= count, lambda: f"{count} descriptors; {descriptors(app)} are open")

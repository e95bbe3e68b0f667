# SPDX-License-Identifier: MIT
"""soak.py [SECONDS [SEED]]: a long day of the program, at its real window: clients of all kinds, floods, switches of
encoding and view, clears, opens and closes, at random. At the end of each round every byte is accounted for; at the
end of all, memory, descriptors and temporary files are where they were.
"""

import json
import os
import random
import select
import socket
import sys
import tempfile
import threading
import time
import traceback

from fault_peer import MIB, Peer, connect_and_close, descriptors, resident
from netassistant import PATIENCE, NetAssistant, descendants, has_state, wait_for
from gi.repository import Atspi

LONG = 120  # seconds until what is under way must be through
CAPTURE_LIMIT = 64 * MIB
MORE_MEMORY = 48 * MIB  # what an allocator may keep for later, and glyphs never drawn before
REST_EVERY = 8  # rounds
# Always the same: Qt keeps the picture of each character that was ever drawn, and fonts have a hundred thousand.
NOISE = random.Random(1).randbytes(251)
TEXTS = ["hello, world\n", "你好服务端,我是客户端\r\n", "\t\x00\x1b[31m 混合 mixed ", "a" * 3000]


class Talker(threading.Thread):
    """Says and hears until it is told to finish: then it ends its sending, and hears the rest. What it says comes in
    pieces of `piece` bytes at most, `pause` seconds apart."""

    def __init__(self, connected, seed, piece, pause, most, slow_reader=False):
        super().__init__(daemon=True)
        self._socket = connected
        self._random = random.Random(seed)
        self._piece, self._pause, self._left, self._slow = piece, pause, most, slow_reader
        self._finishing = threading.Event()
        self.sent = 0
        self.got = 0
        self.error = None
        self.start()

    def run(self):
        try:
            self._talk()
        except OSError as error:
            self.error = error

    def _talk(self):
        text = "".join(TEXTS).encode("gbk") * (1 + self._piece // 3000)
        sending, due = True, 0.0
        while True:
            if sending and self._finishing.is_set():
                self._socket.shutdown(socket.SHUT_WR)
                sending = False
            wants = sending and self._left > 0 and time.monotonic() >= due
            readable, writable, _ = select.select([self._socket], [self._socket] if wants else [], [], 0.02)
            if readable:
                data = self._socket.recv(4096 if self._slow else MIB)
                if not data:
                    break
                self.got += len(data)
                if self._slow:
                    time.sleep(0.002)
            if writable:
                size = min(self._left, self._random.randint(1, self._piece))
                count = self._socket.send(text[:size], socket.MSG_DONTWAIT)
                self.sent += count
                self._left -= count
                due = time.monotonic() + self._pause
        self._socket.close()

    def finish(self):
        self._finishing.set()


class Soak:
    def __init__(self, app, seed):
        self.app = app
        self.random = random.Random(seed)
        self.talkers = []
        self.port = None
        self.total_in = self.total_out = self.rounds = 0

    # --- what happens at random ---

    def clients(self):
        """How many the window shows."""
        text = self.app.value("combo box", "Client")
        return int(text.rsplit("(", 1)[1].rstrip(")")) if "(" in text else -1

    def join(self, *arguments, **options):
        connected = Peer(self.port, receive_buffer=options.pop("receive_buffer", None)).socket
        connected.settimeout(None)
        self.talkers.append(Talker(connected, self.random.random(), *arguments, **options))

    def chatter(self):
        self.join(400, 0.01, 1 << 40)

    def dribble(self):
        self.join(1, 0.02, 1 << 40)

    def flood(self):
        self.join(256 * 1024, 0, self.random.randint(1, 48) * MIB)

    def slow_reader(self):
        self.join(100, 0.1, 1 << 40, slow_reader=True, receive_buffer=4096)

    def come_and_go(self):
        connect_and_close(self.port, self.random.randint(1, 300))

    def send(self):
        app = self.app
        text = "".join(self.random.choice(["你好 hello\n", "0123456789", "中文"]) for _ in range(self.random.choice((3, 300))))
        app.write("text", "Data to send", text)
        if self.talkers:
            app.press("Send")

    def send_much(self):
        if self.talkers and len(self.talkers) <= 8:
            self.app.write("text", "Data to send", "0123456789abcdef" * (16384 * self.random.randint(1, 4)))
            self.app.press("Send")

    def encoding(self):
        self.app.choose("Encoding", self.random.choice(["GBK", "UTF-8", "GB18030", "Big5", "UTF-16LE"]), "Receive")

    def hex_or_text(self):
        self.app.check("radio button", self.random.choice(["HEX", "Text"]), within="Receive")

    def switch(self):
        name = self.random.choice(["Log mode", "Auto line feed", "Hide received data", "Auto scroll"])
        self.app.check("check box", name, self.random.random() < 0.5)

    def clear(self):
        self.app.press("Clear", "Receive")

    def resize(self):
        self.app.resize(self.random.randint(800, 1500), self.random.randint(560, 1000))

    def scroll(self):
        self.app.focus(self.app.control("text", "Data log"))
        self.app.keys(*(self.random.choice(["Prior", "Next", "Home", "End", "Up"]) for _ in range(8)))

    def look_and_rest(self):
        self.app.log()
        time.sleep(self.random.random())

    # --- rounds ---

    def play(self, actions, count):
        for _ in range(count):
            self.random.choice(actions)()
            if self.app.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.app.process.returncode}")

    def view(self):
        """What is done with the window alone."""
        return [self.encoding, self.hex_or_text, self.switch, self.clear, self.resize, self.scroll, self.look_and_rest]

    def reset_counters(self):
        self.app.press("Reset counters")
        wait_for(lambda: self.app.counters() == (0, 0, 0, 0), "the counters to be reset")

    def close_server(self):
        self.app.press("Close")
        self.app.control("push button", "Open")

    def drain(self):
        """Everybody finishes; every byte is accounted for."""
        for talker in self.talkers:
            talker.finish()
        for talker in self.talkers:
            talker.join(LONG)
            assert not talker.is_alive(), "a peer is still waiting for its end"
            assert talker.error is None, talker.error
        sent = sum(talker.sent for talker in self.talkers)
        got = sum(talker.got for talker in self.talkers)
        wait_for(lambda: self.app.counters()[2:] == (sent, got),
                 lambda: f"(RX, TX) to be {(sent, got)}; they are {self.app.counters()[2:]}")
        self.total_in += sent
        self.total_out += got
        self.talkers.clear()

    def as_server(self):
        self.port = self.listen()
        self.reset_counters()
        people = [self.chatter, self.dribble, self.flood, self.slow_reader]
        self.play([*people, *people, self.come_and_go, self.send, self.send, self.send_much, *self.view()],
                  self.random.randint(15, 40))
        self.drain()
        wait_for(lambda: self.clients() == 0, "the list of clients to be empty")
        self.close_server()

    def as_client(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            self.app.connect(server.getsockname()[1])
            connection, _ = server.accept()
        self.reset_counters()
        kind = self.random.choice([(400, 0.01, 1 << 40), (256 * 1024, 0, 64 * MIB)])
        self.talkers.append(Talker(connection, self.random.random(), *kind))
        self.play([self.send, self.send_much, *self.view()], self.random.randint(10, 25))
        self.drain()
        self.app.control("push button", "Connect")
        self.app.choose("Protocol", "TCP Server")

    def as_server_of_the_wrong(self):
        """Here bytes may be lost on the way, but none is invented, and nothing stays behind."""
        self.port = self.listen()
        self.reset_counters()
        peers = []
        most = 0
        for _ in range(self.random.randint(3, 12)):
            peer = Peer(self.port, receive_buffer=4096)
            peers.append(peer)
            piece = (NOISE * 1000)[:self.random.randint(1, 200_000)]
            most += len(piece)
            peer.send(piece)
        self.play([self.send_much, self.send_something_anyway, *self.view()], self.random.randint(4, 10))
        for peer in peers[::2]:
            self.random.choice([peer.reset, peer.close])()
        self.play(self.view(), 2)
        self.close_server()
        for peer in peers[1::2]:
            peer.close()
        assert self.app.counters()[2] <= most, (self.app.counters(), most)
        wait_for(lambda: waiting(self.app) == 0, "nothing to wait any more")

    def send_something_anyway(self):
        self.app.write("text", "Data to send", "0123456789abcdef" * (65536 * 2))
        self.app.press("Send")

    def listen(self):
        app = self.app
        app.choose("Protocol", "TCP Server")
        app.check("check box", "Log mode")
        app.check("radio button", "Text", within="Receive")
        app.check("check box", "Auto scroll")
        app.resize(1500, 900)
        self.clear()
        return app.listen()

    def round(self):
        kind = self.random.choices([self.as_server, self.as_client, self.as_server_of_the_wrong], [5, 2, 2])[0]
        kind()
        self.rounds += 1
        return kind.__name__

    def rest(self):
        """As a program that nobody uses: the log empty, nobody connected. @return (memory, descriptors)"""
        self.app.press("Clear send")  # and what could be undone there
        self.app.check("check box", "Log mode")
        self.clear()
        wait_for(lambda: self.app.log() == "", "the log to be empty")
        time.sleep(3)  # what was closed in good order has had its time
        return resident(self.app), descriptors(self.app)


def waiting(app):
    """Whether the line below the box says that bytes wait."""
    return sum("字节等待发送" in control.get_name() and has_state(control, Atspi.StateType.SHOWING)
               for control in descendants(app.window) if control.get_role_name() == "label")


def files_of(app):
    """Files with a name that the program has made for its log."""
    return [name for _, _, names in os.walk(app.cache) for name in names if name.endswith(".segment")]


def soak(seconds, seed):
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="netassistant-soak-") as home:
        with open(os.path.join(home, "settings.json"), "w", encoding="utf-8") as file:
            json.dump({"limits": {"captureBytes": CAPTURE_LIMIT}}, file)
        with NetAssistant(home=home) as app:
            run = Soak(app, seed)
            for kind in (run.as_server, run.as_client, run.as_server_of_the_wrong):  # all that is made once is made
                kind()
            memory, count = run.rest()
            print(f"at first: {memory / MIB:.0f} MiB, {count} descriptors", flush=True)
            most = memory
            while time.monotonic() < end:
                began = time.monotonic()
                kind = run.round()
                most = max(most, resident(app))
                print(f"{time.strftime('%H:%M:%S')} {kind}: {time.monotonic() - began:.0f} s, "
                      f"{resident(app) / MIB:.0f} MiB", flush=True)
                if run.rounds % REST_EVERY == 0:
                    between = run.rest()
                    print(f"at rest: {between[0] / MIB:.0f} MiB, {between[1]} descriptors", flush=True)
            last_memory, last_count = run.rest()
            print(f"after {run.rounds} rounds: {run.total_in / MIB:.0f} MiB in, {run.total_out / MIB:.0f} MiB out, all "
                  f"accounted for; {last_memory / MIB:.0f} MiB of memory (most {most / MIB:.0f}), {last_count} "
                  "descriptors", flush=True)
            assert last_memory <= memory + MORE_MEMORY, "memory has grown"
            assert last_count <= count, "descriptors have been left open"
            assert not files_of(app), files_of(app)
            app.menu("File", "Quit")
            assert app.process.wait(PATIENCE) == 0
            assert not files_of(app), files_of(app)


def main():
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 20 * 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(1 << 32)
    print(f"soak for {seconds} s, seed {seed}", flush=True)
    try:
        soak(seconds, seed)
    except BaseException:
        traceback.print_exc()
        print(f"failed with seed {seed}\n0 passed, 1 failed", flush=True)
        return 1
    print("1 passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())

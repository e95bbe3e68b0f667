# SPDX-License-Identifier: MIT
"""Server programs that tests talk to."""

import socket
import subprocess
import tempfile

from netassistant import PATIENCE, wait_for


class OwnServer:
    """A server of its own on a free port of this machine, with a folder that goes with it. What it is, its heirs say."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory()
        for _ in range(10):  # another program may take the port between asking for it and using it
            with socket.create_server(("127.0.0.1", 0)) as free:
                self.port = free.getsockname()[1]
            self._process = subprocess.Popen(self.command_line(self._folder.name), stdout=subprocess.DEVNULL,
                                             stderr=subprocess.DEVNULL)
            if wait_for(self._state, f"the server on port {self.port}") == "up":
                return
        raise AssertionError("no server came up")

    def command_line(self, folder):
        """What starts it on self.port."""
        raise NotImplementedError

    def probe(self):
        """Talks to it; an OSError says that it is not there yet."""
        raise NotImplementedError

    def _state(self):
        if self._process.poll() is not None:
            return "ended"
        try:
            self.probe()
            return "up"
        except OSError:
            return ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._folder.cleanup()

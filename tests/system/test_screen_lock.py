# SPDX-License-Identifier: MIT
"""Behind a locked screen nothing is laid out; what has come is there when it is unlocked."""

import contextlib
import socket
import subprocess
import time
import unittest

from netassistant import PATIENCE, NetAssistant


def tell(desktop, active):
    """What a desktop says when its screen is locked, and unlocked."""
    subprocess.run(["dbus-send", "--session", "--type=signal", f"/org/{desktop}/ScreenSaver",
                    f"org.{desktop}.ScreenSaver.ActiveChanged", f"boolean:{str(active).lower()}"],
                   check=True, timeout=PATIENCE)


@contextlib.contextmanager
def talking():
    """A window with a client that has said something."""
    with NetAssistant() as app:
        with socket.create_connection(("127.0.0.1", app.listen()), PATIENCE) as client:
            client.sendall(b"before\n")
            app.wait_log(r"before$")
            time.sleep(0.5)  # it listens to the desktop soon after its start
            yield app, client


class ScreenLock(unittest.TestCase):
    def comes_unseen(self, app, client, word):
        """Sends lines until one is not shown: what the desktop tells takes a moment to get there. That line."""
        for turn in range(10):
            line = f"{word} {turn}"
            records = app.counters()[0]
            client.sendall(f"{line}\n".encode())
            app.wait_counters(received=records + 1)
            time.sleep(0.5)  # time enough to be shown
            if line not in app.log():
                return line
        raise AssertionError(f"all of {word!r} are shown")

    def test_behind_it_nothing_is_laid_out(self):
        with talking() as (app, client):
            for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"):
                tell(desktop, True)
                time.sleep(0.2)
                line = self.comes_unseen(app, client, f"behind {desktop}")
                tell(desktop, False)
                app.wait_log(rf"{line}$")

    def test_a_lock_that_never_tells_its_end_is_not_believed_for_ever(self):
        with talking() as (app, client):
            subprocess.run(["xdotool", "mousemove", "0", "0"], check=True, timeout=PATIENCE)
            tell("gnome", True)
            time.sleep(0.2)
            line = self.comes_unseen(app, client, "behind")
            app.focus(app.control("push button", "Close"))
            app.keys("Tab")
            app.wait_log(rf"{line}$")


if __name__ == "__main__":
    unittest.main()

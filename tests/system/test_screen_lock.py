# SPDX-License-Identifier: MIT
"""Behind a locked screen nothing is laid out; what has come is there when it is unlocked."""

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


class ScreenLock(unittest.TestCase):
    def test_behind_it_nothing_is_laid_out(self):
        with NetAssistant() as app:
            port = app.listen()
            with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
                client.sendall(b"before\n")
                app.wait_log(r"before$")
                time.sleep(0.5)  # it listens to the desktop soon after its start
                for turn, desktop in enumerate(("freedesktop", "gnome", "cinnamon", "mate", "xfce")):
                    word = f"behind {desktop}"
                    tell(desktop, True)
                    time.sleep(0.2)
                    client.sendall(f"{word}\n".encode())
                    app.wait_counters(received=2 + turn)
                    time.sleep(0.2)
                    self.assertNotIn(word, app.log())
                    tell(desktop, False)
                    app.wait_log(rf"{word}$")

    def test_a_lock_that_never_tells_its_end_is_not_believed_for_ever(self):
        with NetAssistant() as app:
            port = app.listen()
            with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
                client.sendall(b"before\n")
                app.wait_log(r"before$")
                time.sleep(0.5)
                subprocess.run(["xdotool", "mousemove", "0", "0"], check=True, timeout=PATIENCE)
                tell("gnome", True)
                time.sleep(0.2)
                client.sendall(b"behind\n")
                app.wait_counters(received=2)
                time.sleep(0.2)
                self.assertNotIn("behind", app.log())
                app.focus(app.control("push button", "Close"))
                app.keys("Tab")
                app.wait_log(r"behind$")


if __name__ == "__main__":
    unittest.main()

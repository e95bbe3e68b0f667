# SPDX-License-Identifier: MIT
"""The window on a notebook's screen of 1366 × 768 (see CMakeLists.txt): all of it can be seen."""

import unittest

from netassistant import PATIENCE, Atspi, NetAssistant, children, memory_folder, wait_for

WIDTH, HEIGHT = 1366, 768


def place_of(control):
    """Left, top, right, bottom on the screen."""
    area = control.get_extents(Atspi.CoordType.SCREEN)
    return area.x, area.y, area.x + area.width, area.y + area.height


class SmallScreen(unittest.TestCase):
    def assert_seen(self, app):
        """The frame's title and the last row of the window."""
        bar = next(child for child in children(app.window) if child.get_role_name() == "status bar")

        def is_seen():
            left, top, right, _ = place_of(app.window)
            return left >= 0 and top > 0 and right <= WIDTH and 0 < place_of(bar)[3] <= HEIGHT

        wait_for(is_seen, lambda: f"all of the window on the screen; it is at {place_of(app.window)}, "
                                  f"its last row at {place_of(bar)}")

    def test_first_start_and_after_it_was_larger_than_the_screen(self):
        with memory_folder() as home:
            with NetAssistant(home=home) as app:
                self.assert_seen(app)
                app.place(300, 200, 1500, 1100)  # as if on a larger screen
                wait_for(lambda: place_of(app.window)[0] >= 300 and place_of(app.window)[3] >= 1300,
                         "the window to reach over the edge")
                app.menu("File", "Quit")
                app.process.wait(PATIENCE)
            with NetAssistant(home=home) as app:
                self.assert_seen(app)

    def test_one_that_was_maximised_fits_when_it_no_longer_is(self):
        with memory_folder() as home:
            with NetAssistant(home=home) as app:
                app.place(300, 200, 1500, 1100)
                wait_for(lambda: place_of(app.window)[0] >= 300 and place_of(app.window)[3] >= 1300,
                         "the window to reach over the edge")
                app.toggle_maximised()
                self.assert_seen(app)
                app.menu("File", "Quit")
                app.process.wait(PATIENCE)
            with NetAssistant(home=home) as app:
                wait_for(lambda: place_of(app.window)[2] == WIDTH, "the window to be maximised")
                app.toggle_maximised()
                wait_for(lambda: place_of(app.window)[0] > 0, "the window not to be maximised")
                self.assert_seen(app)

    def test_place_is_kept(self):
        with memory_folder() as home:
            with NetAssistant(home=home) as app:
                first = place_of(app.window)
                app.place(100, 60, 900, 600)
                wait_for(lambda: place_of(app.window)[2:] != first[2:] and place_of(app.window)[:2] != first[:2]
                         and app.window.get_extents(Atspi.CoordType.SCREEN).width == 900, "the window to be elsewhere")
                before = place_of(app.window)
                app.menu("File", "Quit")
                app.process.wait(PATIENCE)
            with NetAssistant(home=home) as app:
                wait_for(lambda: place_of(app.window) == before,
                         lambda: f"the window at {before}; it is at {place_of(app.window)}")


if __name__ == "__main__":
    unittest.main(verbosity=2)

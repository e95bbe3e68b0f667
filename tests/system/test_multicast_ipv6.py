# SPDX-License-Identifier: MIT
"""Groups of IPv6 in the real window, with socat at the other end of a cable: in a network of our own, since the
loopback interface has no multicast."""

import os
import subprocess
import sys
import unittest

if __name__ == "__main__" and "OWN_NETWORK" not in os.environ:
    # Nobody else's network is touched: it is ours alone and ends with this process.
    mine = [] if os.geteuid() == 0 else ["--map-current-user", "--keep-caps"]
    os.environ["OWN_NETWORK"] = "1"
    os.execvp("unshare", ["unshare", *mine, "--net", "--", sys.executable, *sys.argv])

from netassistant import NetAssistant, descendants, do, wait_for  # noqa: E402
from test_udp import Program, free_port, is_bound  # noqa: E402
import socket  # noqa: E402


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True)


def setUpModule():
    ip("link", "set", "lo", "up")
    ip("link", "add", "near0", "type", "veth", "peer", "name", "far0")
    for end, address in (("near0", "fe80::a/64"), ("far0", "fe80::b/64")):
        ip("link", "set", end, "addrgenmode", "none")  # no address of its own, which could be taken instead
        ip("link", "set", end, "up")
        ip("-6", "address", "add", address, "dev", end, "nodad")


def has_joined(interface, group):
    packed = socket.inet_pton(socket.AF_INET6, group).hex()
    with open("/proc/net/igmp6", encoding="ascii") as groups:
        return any(line.split()[1:3] == [interface, packed] for line in groups)


class Groups(unittest.TestCase):
    def join(self, app, group):
        app.press("Multicast…")
        dialog = app.dialog("the groups")
        app.in_dialog(dialog, "text", "Group address").set_text_contents(group)
        do(app.in_dialog(dialog, "push button", "Join"), "Press")
        app.wait_log(rf"# Joined group {group}$")
        listed = app.in_dialog(dialog, "list", "Groups")
        wait_for(lambda: [entry.get_name() for entry in descendants(listed)] == [group], "the group to be listed")
        do(next(control for control in descendants(dialog) if control.get_role_name() == "push button"
                and control.get_name().replace("&", "") in ("Close", "关闭")), "Press")
        wait_for(lambda: len(app.windows()) == 1, "the dialog to go")

    def test_a_group_is_joined_heard_answered_and_sent_to(self):
        group = "ff02::1234"
        for language in ("en", "zh_CN"):
            with self.subTest(language=language), NetAssistant(language=language) as app:
                app.resize(1560, 900)
                port = app.bind(host="::")
                self.join(app, f"{group}%near0")
                with Program("socat", "-", f"UDP6-DATAGRAM:[{group}%far0]:{port}") as socat:
                    socat.say(b"to the group\n")
                    peer = app.wait_log(r"# RECV \S+/13 from (\[fe80::b%near0\]:\d+) <<<\nto the group$").group(1)
                    app.send_to(peer, "answer")
                    socat.wait_heard(b"answer")
                other = free_port(socket.AF_INET6, "::")
                with Program("socat", "-u", f"UDP6-RECVFROM:{other},ipv6-join-group=[ff02::4321]:far0", "-") as socat:
                    wait_for(lambda: is_bound(other) and has_joined("far0", "ff02::4321"), "socat to be there")
                    app.send_to(f"[ff02::4321%near0]:{other}", "members only")
                    socat.wait_heard(b"members only")
                self.assertNotIn("Error", app.log())


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""The port opened again and again with clients connected; and what the network refuses, in one sentence each."""

import os
import re
import socket
import struct
import unittest

from labels import label
from netassistant import PATIENCE, NetAssistant, wait_for

FOREIGN_ADDRESS = "203.0.113.1"  # reserved for documentation: no machine has it
# Too long a label for any name: known to be no host without asking anybody.
NO_SUCH_HOST = "nobody" * 11


def wide(**options):
    """A window in which a log line stays one row."""
    app = NetAssistant(**options)
    app.resize(1560, 700)
    return app


class Reopen(unittest.TestCase):
    def test_works_at_once_with_clients_connected(self):
        with NetAssistant() as app:
            host = "127.0.0.77"  # nobody else takes a port of it meanwhile
            port = app.listen(host=host)
            app.press("Close")
            app.control("push button", "Open")
            app.write("spin button", "Local port", str(port))
            for turn in range(12):
                app.press("Open")
                app.control("push button", "Close")
                app.wait_log(rf"# Listening on {re.escape(host)}:{port}$")
                clients = [socket.create_connection((host, port), PATIENCE) for _ in range(3)]
                app.wait_log(r"connected \(3 clients\)$")
                for client in clients:
                    client.sendall(b"x")
                wait_for(lambda turn=turn: app.counters()[2] == 3 * (turn + 1), "what the clients said")
                app.press("Close")
                app.control("push button", "Open")
                for client in clients:
                    self.assertEqual(client.recv(1), b"", "an orderly end")
                    client.close()
                self.assertNotIn("Error", app.log())
                app.press("Clear", "Receive")
                wait_for(lambda: app.log() == "", "the log to be empty")


class Refused(unittest.TestCase):
    def assert_told(self, app, english, chinese, button):
        """In the log in English, with the sentence in Chinese below it in a Chinese window; in the status bar; and
        the window is at rest, with nothing in front of it."""
        line = app.wait_log("# (Error: " + re.escape(english) + ")$").group(1)
        sentence = "错误：" + chinese if app.language == "zh_CN" else line
        rows = app.log().splitlines()
        index = next(i for i, row in enumerate(rows) if row.endswith(line))
        if app.language == "zh_CN":
            self.assertEqual(rows[index + 1], sentence)
        self.assertEqual(app.log().count(line), 1, "told once")
        self.assertEqual(app.status(), sentence)
        app.control("push button", button)
        self.assertTrue(app.is_enabled("combo box", "Protocol"))
        self.assertEqual([window.get_role_name() for window in app.windows()], ["frame"], "no box in front of it")

    def test_port_in_use(self):
        with NetAssistant() as first:
            port = first.listen()
            for language in ("zh_CN", "en"):
                with self.subTest(language=language), wide(language=language) as second:
                    second.write("spin button", "Local port", str(port))
                    second.press("Open")
                    self.assert_told(
                        second, f"127.0.0.1:{port} is in use by another program: close it or choose another port",
                        f"127.0.0.1:{port} 已被其他程序占用：请关闭该程序，或换一个端口", "Open")
            # And the first goes on as before.
            with socket.create_connection(("127.0.0.1", port)) as client:
                client.sendall(b"still there")
                first.wait_log(r"^still there$")

    def test_address_of_another_machine(self):
        for language in ("zh_CN", "en"):
            with self.subTest(language=language), wide(language=language) as app:
                app.write("combo box", "Local host", FOREIGN_ADDRESS)
                app.press("Open")
                self.assert_told(app, f"{FOREIGN_ADDRESS}:8080 is not an address of this machine: choose one from the "
                                 "list", f"{FOREIGN_ADDRESS}:8080 不是本机地址：请从列表中选择", "Open")

    def test_no_address_at_all(self):
        for language in ("zh_CN", "en"):
            with self.subTest(language=language), wide(language=language) as app:
                app.write("combo box", "Local host", "300.1.2.3")
                app.press("Open")
                self.assert_told(app, "“300.1.2.3” is not an address: write one like 127.0.0.1 or ::1",
                                 "“300.1.2.3”不是地址：请写成 127.0.0.1 或 ::1 这样的形式", "Open")

    def test_no_permission_for_the_port(self):
        # Root may use every port unless this is taken from it.
        without = ["setpriv", "--bounding-set", "-net_bind_service", "--inh-caps", "-net_bind_service"]
        with open("/proc/sys/net/ipv4/ip_unprivileged_port_start", encoding="ascii") as file:
            free_for_all = int(file.read()) <= 1
        for language in ("zh_CN", "en"):
            with self.subTest(language=language), \
                    wide(language=language, prefix=without if os.geteuid() == 0 else ()) as app:
                app.write("spin button", "Local port", "1")
                app.press("Open")
                if free_for_all:  # a machine where no port needs permission, so that there is nothing to refuse
                    app.wait_log(r"# Listening on 127\.0\.0\.1:1$")
                    continue
                self.assert_told(app, "no permission for 127.0.0.1:1: choose a port from 1024 up or ask the "
                                 "administrator",
                                 "没有使用 127.0.0.1:1 的权限：请选择 1024 及以上的端口，或联系管理员", "Open")

    def test_connection_refused(self):
        for language in ("zh_CN", "en"):
            with self.subTest(language=language), wide(language=language) as app, \
                    socket.socket() as nobody:
                nobody.bind(("127.0.0.1", 0))  # bound and not listening: refused, and nobody else's meanwhile
                port = nobody.getsockname()[1]
                app.choose("Protocol", "TCP Client")
                app.write("spin button", "Remote port", str(port))
                app.press("Connect")
                self.assert_told(app, f"connection to 127.0.0.1:{port} refused: is a server listening there?",
                                 f"127.0.0.1:{port} 拒绝连接：那里有服务器在监听吗？", "Connect")

    def test_no_such_host(self):
        for language in ("zh_CN", "en"):
            with self.subTest(language=language), wide(language=language) as app:
                app.choose("Protocol", "TCP Client")
                app.write("combo box", "Remote host", NO_SUCH_HOST)
                app.press("Connect")
                self.assert_told(app, f"host of {NO_SUCH_HOST}:8080 not found: check the name and the network",
                                 f"找不到 {NO_SUCH_HOST}:8080 的主机：请检查主机名和网络", "Connect")

    def test_reset_by_the_other_program(self):
        for language in ("zh_CN", "en"):
            with self.subTest(language=language), wide(language=language) as app, \
                    socket.create_server(("127.0.0.1", 0)) as server:
                port = server.getsockname()[1]
                app.connect(port)
                connection, _ = server.accept()
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.close()
                line = app.wait_log(rf"# (Error: connection reset by 127\.0\.0\.1:{port}: .*)$").group(1)
                self.assertEqual(line, f"Error: connection reset by 127.0.0.1:{port}: the other program broke it off")
                if language == "zh_CN":
                    app.wait_log(rf"^错误：连接被 127\.0\.0\.1:{port} 重置：对方程序强行断开了连接$")
                app.control("push button", "Connect")
                self.assertEqual([window.get_name() for window in app.windows()],
                                 [label("frame", "Network Debugging Assistant", language)])


if __name__ == "__main__":
    unittest.main(verbosity=2)

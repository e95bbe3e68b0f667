# SPDX-License-Identifier: MIT
"""A pupil's first server: prints the port it listens at, then what a client says, and answers in GBK."""

import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 0))
server.listen(128)
print(server.getsockname()[1], flush=True)
connection, address = server.accept()
question = connection.recv(1024)
print(question.decode("gbk"), flush=True)
connection.send("ok, 问题正在处理中...".encode("gbk"))
connection.close()
server.close()

# SPDX-License-Identifier: MIT
"""A pupil's first client: says hello in GBK and prints the answer. Argument: the port."""

import socket
import sys

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("127.0.0.1", int(sys.argv[1])))
print(client.getsockname()[1], flush=True)
client.send("你好服务端,我是客户端小黑!".encode("gbk"))
answer = client.recv(1024)
print(answer.decode("gbk"), flush=True)
client.close()

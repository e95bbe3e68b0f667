# SPDX-License-Identifier: MIT
"""The window's labels: what each control is called, in English and in Chinese.

Written down here by hand and not read from the program's catalogue, so that a label that changes is noticed.
"""

CHINESE = {
    ("frame", "Network Debugging Assistant"): "网络调试助手",
    ("panel", "Network"): "网络设置",
    ("combo box", "Protocol"): "协议类型",
    ("combo box", "Local host"): "本地主机地址",
    ("combo box", "Remote host"): "远程主机地址",
    ("spin button", "Local port"): "本地主机端口",
    ("spin button", "Remote port"): "远程主机端口",
    ("push button", "Open"): "打开",
    ("push button", "Close"): "关闭",
    ("push button", "Connect"): "连接",
    ("push button", "Connecting"): "正在连接",
    ("push button", "Disconnect"): "断开",
    ("panel", "Receive"): "接收设置",
    ("radio button", "Text"): "文本",
    ("combo box", "Encoding"): "字符编码",
    ("check box", "Log mode"): "按日志模式显示",
    ("check box", "Auto line feed"): "接收区自动换行",
    ("check box", "Hide received data"): "接收数据不显示",
    ("check box", "Auto scroll"): "自动滚屏",
    ("push button", "Clear"): "清除接收",
    ("panel", "Send"): "发送设置",
    ("check box", "Parse escapes"): "自动解析转义符",
    ("combo box", "Append ending"): "追加结尾",
    ("combo box", "Client"): "客户端",
    ("push button", "Clear send"): "清除发送",
    ("text", "Data to send"): "发送内容",
    ("push button", "Send"): "发送",
    ("text", "Data log"): "数据日志",
    ("push button", "Reset counters"): "复位计数",
    ("push button", "Connection…"): "连接选项…",
    ("push button", "Clear peers"): "清除",
    ("push button", "Multicast…"): "组播…",
    # the connection options
    ("dialog", "Connection options"): "连接选项",
    ("combo box", "Connect from host"): "绑定本地地址",
    ("spin button", "Connect from port"): "绑定本地端口",
    ("spin button", "Give up after"): "连接超时",
    ("check box", "Reconnect automatically"): "断线自动重连",
    ("spin button", "First attempt after"): "重连间隔",
    ("check box", "Keep alive"): "保持连接 (Keep-Alive)",
    # the groups
    ("dialog", "Multicast"): "组播",
    ("text", "Group address"): "组播地址",
    ("combo box", "Interface"): "网卡",
    ("push button", "Join"): "加入",
    ("list", "Groups"): "组播组",
    ("push button", "Leave"): "离开",
    ("combo box", "Send through"): "发送网卡",
    ("spin button", "Hops (TTL)"): "跳数 (TTL)",
    ("check box", "Loopback"): "本机回环",
    ("check box", "Share port"): "端口共享",
    # what the lists offer
    ("list item", "TCP Server"): "TCP 服务器",
    ("list item", "TCP Client"): "TCP 客户端",
    ("list item", "All clients (0)"): "所有客户端 (0)",
    ("list item", "Same as receive"): "同接收",
    ("list item", "None"): "无",
    ("list item", "CRLF for AT commands"): "AT 指令自动 CRLF",
    # the menus
    ("menu item", "File"): "文件",
    ("menu item", "Save log as…"): "日志另存为…",
    ("menu item", "Save received bytes as…"): "接收数据另存为…",
    ("menu item", "Quit"): "退出",
    ("menu item", "View"): "视图",
    ("menu item", "Capture limit…"): "存储上限…",
    ("menu item", "Language"): "语言",
    ("menu item", "Help"): "帮助",
    # the limits
    ("dialog", "Limits"): "上限",
    ("radio button", "Automatic: 4 GiB, or a quarter of the free disk space if that is less"):
        "自动：4 GiB 或磁盘可用空间的四分之一，取较小者",
    ("radio button", "At most"): "最多",
    ("spin button", "Capture limit"): "存储上限",
    ("spin button", "Clients"): "客户端数",
    ("spin button", "Waiting to be sent"): "等待发送",
    # the status bar
    ("label", "Ready!"): "就绪!",
}


def label(role, english, language):
    """What the control of this role is called in that language. HEX, CRLF and their like are the same in both."""
    return CHINESE.get((role, english), english) if language == "zh_CN" else english

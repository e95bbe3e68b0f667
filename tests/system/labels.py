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
    ("check box", "Collapse tools"): "收起工具",
    ("push button", "Quick commands"): "快捷指令",
    ("push button", "History"): "历史发送",
    # the tools at the right
    ("page tab", "Quick commands"): "快捷指令",
    ("page tab", "History"): "历史发送",
    ("combo box", "Page"): "页",
    ("push button", "New page"): "新建页",
    ("push button", "Rename page"): "重命名页",
    ("push button", "Delete page"): "删除页",
    ("table", "List of quick commands"): "快捷指令列表",
    ("push button", "Add from box"): "从发送区添加",
    ("push button", "Add empty"): "新建指令",
    ("push button", "Duplicate"): "复制",
    ("push button", "Delete"): "删除",
    ("push button", "Move up"): "上移",
    ("push button", "Move down"): "下移",
    ("push button", "Import…"): "导入…",
    ("push button", "Export…"): "导出…",
    ("spin button", "Rounds"): "循环次数",
    ("push button", "Run ticked"): "依次发送",
    ("push button", "Stop"): "停止",
    ("text", "Search the history"): "搜索历史",
    ("table", "Past sends"): "历史列表",
    ("check box", "Keep history"): "记录历史",
    ("push button", "Clear history"): "清空历史",
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
    ("menu item", "Show tool column"): "显示工具栏",
    ("menu item", "Language"): "语言",
    ("menu item", "Help"): "帮助",
    # the status bar
    ("label", "Ready!"): "就绪!",
}


def label(role, english, language):
    """What the control of this role is called in that language. HEX, CRLF and their like are the same in both."""
    return CHINESE.get((role, english), english) if language == "zh_CN" else english

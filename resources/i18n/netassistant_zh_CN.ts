<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Note</name>
    <message>
        <source>Listening on %1</source>
        <translation>正在监听 %1</translation>
    </message>
    <message>
        <source>Stopped listening on %1</source>
        <translation>已停止监听 %1</translation>
    </message>
    <message>
        <source>Client %1 connected (%2 %9)</source>
        <translation>客户端 %1 已连接（共 %2 个客户端）</translation>
    </message>
    <message>
        <source>Client %1 disconnected (%2 %9)</source>
        <translation>客户端 %1 已断开（共 %2 个客户端）</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>Connected to %1 from %2</source>
        <translation>已连接到 %1，本地 %2</translation>
    </message>
    <message>
        <source>Disconnected from %1</source>
        <translation>已与 %1 断开</translation>
    </message>
    <message>
        <source>Connecting to %1 cancelled</source>
        <translation>已取消连接 %1</translation>
    </message>
    <message>
        <source>%2 bytes waiting for %1 were not sent</source>
        <translation>等待发往 %1 的 %2 字节没有发出</translation>
    </message>
    <message>
        <source>Oldest data dropped: %1 bytes so far, the limit is %2 bytes</source>
        <translation>最早的数据已丢弃：至今 %1 字节，上限为 %2 字节</translation>
    </message>
    <message>
        <source>Settings file %1 was damaged: kept as %2, started with defaults</source>
        <translation>设置文件 %1 已损坏：原文件保留为 %2，本次使用默认设置</translation>
    </message>
    <message>
        <source>%1 is in use by another program: close it or choose another port</source>
        <translation>%1 已被其他程序占用：请关闭该程序，或换一个端口</translation>
    </message>
    <message>
        <source>no permission for %1: choose a port from 1024 up or ask the administrator</source>
        <translation>没有使用 %1 的权限：请选择 1024 及以上的端口，或联系管理员</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine: choose one from the list</source>
        <translation>%1 不是本机地址：请从列表中选择</translation>
    </message>
    <message>
        <source>“%1” is not an address: write one like 127.0.0.1 or ::1</source>
        <translation>“%1”不是地址：请写成 127.0.0.1 或 ::1 这样的形式</translation>
    </message>
    <message>
        <source>“%1” is not a port: write a number from 1 to 65535</source>
        <translation>“%1”不是端口：请填写 1 到 65535 之间的数</translation>
    </message>
    <message>
        <source>host of %1 not found: check the name and the network</source>
        <translation>找不到 %1 的主机：请检查主机名和网络</translation>
    </message>
    <message>
        <source>connection to %1 refused: is a server listening there?</source>
        <translation>%1 拒绝连接：那里有服务器在监听吗？</translation>
    </message>
    <message>
        <source>connection to %1 timed out: check the address and the firewall</source>
        <translation>连接 %1 超时：请检查地址和防火墙</translation>
    </message>
    <message>
        <source>%1 is unreachable: check the address and the network</source>
        <translation>无法到达 %1：请检查地址和网络</translation>
    </message>
    <message>
        <source>connection reset by %1: the other program broke it off</source>
        <translation>连接被 %1 重置：对方程序强行断开了连接</translation>
    </message>
    <message>
        <source>connection at %1 failed: %2</source>
        <translation>%1 的连接失败：%2</translation>
    </message>
    <message>
        <source>a new client could not be accepted at %1: %2</source>
        <translation>%1 无法接受新的客户端：%2</translation>
    </message>
    <message>
        <source>not sent to %1: %2 bytes wait already (limit %3), the peer does not read</source>
        <translation>没有发给 %1：已有 %2 字节在等待（上限 %3），对方没有读取</translation>
    </message>
    <message>
        <source>not sent: nobody is connected</source>
        <translation>没有发送：当前没有任何连接</translation>
    </message>
    <message>
        <source>The log is stored in %1 again</source>
        <translation>日志已恢复保存到 %1</translation>
    </message>
    <message>
        <source>encoding %1 is not available on this machine: choose another one</source>
        <translation>本机不支持字符编码 %1：请选择其他编码</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>settings cannot be saved in %1: %2</source>
        <translation>无法将设置保存到 %1：%2</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>No connection to %1 (%3), trying %2</source>
        <translation>无法连接 %1（%3），正在尝试 %2</translation>
    </message>
    <message>
        <source>a new client was turned away at %1, the limit is %2 %9: disconnect some or raise the limit</source>
        <translation>%1 已拒绝新客户端，上限为 %2 个：请断开一些客户端或调高上限</translation>
    </message>
    <message>
        <source>not sent to %1 more peers: too many bytes wait already (limit %2 for each)</source>
        <translation>另有 %1 个对方没有发送：等待发送的字节过多（每个上限 %2）</translation>
    </message>
    <message>
        <source>not sent to %1: %2 bytes are more than may wait (limit %3): send less at once or raise the limit</source>
        <translation>没有发给 %1：%2 字节超过了允许等待的上限（%3）：请每次少发一些，或调高上限</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>the log cannot be stored in %1 (%2): make room or allow writing there; meanwhile only the newest %3 bytes are kept</source>
        <translation>日志无法保存到 %1（%2）：请在那里腾出空间或允许写入；在此期间只保留最新的 %3 字节</translation>
    </message>
    <message>
        <source>%2 quick commands imported from %1</source>
        <translation>从 %1 导入了 %2 条快捷指令</translation>
    </message>
    <message>
        <source>%2 shortcut keys of %1 cannot be had, or are in use, and were left out</source>
        <translation>%1 中有 %2 个快捷键不可用或已被占用，未导入</translation>
    </message>
    <message>
        <source>Sequence “%1” stopped: nobody is there to send to</source>
        <translation>指令序列“%1”已停止：没有可发送的对象</translation>
    </message>
    <message>
        <source>“%1” not sent: correct its content at line %2, column %3</source>
        <translation>“%1”未发送：请改正其内容的第 %2 行第 %3 列</translation>
    </message>
    <message>
        <source>“%1” not sent: it has no content</source>
        <translation>“%1”未发送：内容为空</translation>
    </message>
    <message>
        <source>not sent: the client that was chosen has gone: choose another one, or all clients</source>
        <translation>未发送：所选客户端已断开，请另选一个或选择所有客户端</translation>
    </message>
    <message>
        <source>quick commands cannot be read from %1: %2</source>
        <translation>无法从 %1 读取快捷指令：%2</translation>
    </message>
    <message>
        <source>quick commands not imported: %1 is longer than %2 bytes</source>
        <translation>未导入快捷指令：%1 超过 %2 字节</translation>
    </message>
    <message>
        <source>quick commands not imported from %1: there may be %2 at most</source>
        <translation>未从 %1 导入快捷指令：总数最多 %2 条</translation>
    </message>
    <message>
        <source>there are no quick commands in %1: choose a file that was exported, or a CSV file</source>
        <translation>%1 中没有快捷指令：请选择导出的文件或 CSV 文件</translation>
    </message>
    <message>
        <source>quick commands not imported: %1 is no valid JSON, see line %2</source>
        <translation>未导入快捷指令：%1 不是有效的 JSON，请检查第 %2 行</translation>
    </message>
    <message>
        <source>quick commands not imported: in %1, a quotation mark of line %2 is not closed</source>
        <translation>未导入快捷指令：%1 第 %2 行的引号没有闭合</translation>
    </message>
    <message>
        <source>quick commands not imported: in %1, line %2, “%3” does not fit its column</source>
        <translation>未导入快捷指令：%1 第 %2 行的“%3”不符合所在的列</translation>
    </message>
</context>
<context>
    <name>Payload</name>
    <message>
        <source>no hexadecimal digits behind “%1”</source>
        <translation>“%1”后面没有十六进制数字</translation>
    </message>
    <message>
        <source>%1 hexadecimal digits are not whole bytes</source>
        <translation>%1 个十六进制数字不能组成整数个字节</translation>
    </message>
    <message>
        <source>“%1” is not a hexadecimal digit</source>
        <translation>“%1”不是十六进制数字</translation>
    </message>
    <message>
        <source>U+%1 is only half of a character</source>
        <translation>U+%1 只是半个字符</translation>
    </message>
    <message>
        <source>%1 does not have the character “%2”</source>
        <translation>%1 中没有字符“%2”</translation>
    </message>
    <message>
        <source>the backslash at the end escapes nothing; write \\ for a backslash</source>
        <translation>末尾的反斜杠后面没有内容；反斜杠本身请写成 \\</translation>
    </message>
    <message>
        <source>\x needs two hexadecimal digits</source>
        <translation>\x 后面需要两个十六进制数字</translation>
    </message>
    <message>
        <source>an octal byte has three digits, from \000 to \377</source>
        <translation>八进制字节为三位数字，从 \000 到 \377</translation>
    </message>
    <message>
        <source>\u needs four hexadecimal digits</source>
        <translation>\u 后面需要四个十六进制数字</translation>
    </message>
    <message>
        <source>\U needs eight hexadecimal digits</source>
        <translation>\U 后面需要八个十六进制数字</translation>
    </message>
    <message>
        <source>the last character is \U0010FFFF</source>
        <translation>最大的字符是 \U0010FFFF</translation>
    </message>
    <message>
        <source>“\%1” is not an escape; write \\ for a backslash</source>
        <translation>“\%1”不是转义符；反斜杠本身请写成 \\</translation>
    </message>
    <message>
        <source>%1 cannot stand as %2 text; parse escapes, or stay with HEX</source>
        <translation>%1 不能作为 %2 文本；请解析转义符，或继续使用 HEX</translation>
    </message>
</context>
<context>
    <name>SystemWords</name>
    <message>
        <source>it is not a file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>无法创建文件夹 %1</translation>
    </message>
</context>
<context>
    <name>netassist::AboutDialog</name>
    <message>
        <source>About Network Debugging Assistant</source>
        <translation>关于网络调试助手</translation>
    </message>
    <message>
        <source>Network Debugging Assistant</source>
        <translation>网络调试助手</translation>
    </message>
    <message>
        <source>Plays one end of a network conversation by hand: a TCP server or a TCP client.</source>
        <translation>手动充当网络通信的一端：TCP 服务器或 TCP 客户端。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>自由软件，采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Qt %1 (built with %2), under the GNU LGPL, version 3</source>
        <translation>Qt %1（编译时为 %2），采用 GNU LGPL 第 3 版</translation>
    </message>
    <message>
        <source>utf8proc, under the MIT licence; Unicode data under the Unicode licence</source>
        <translation>utf8proc，采用 MIT 许可证；Unicode 数据采用 Unicode 许可证</translation>
    </message>
    <message>
        <source>There is no warranty, to the extent that the law permits.</source>
        <translation>在法律允许的范围内，不提供任何担保。</translation>
    </message>
</context>
<context>
    <name>netassist::ClientListModel</name>
    <message>
        <source>All clients (%1)</source>
        <translation>所有客户端 (%1)</translation>
    </message>
</context>
<context>
    <name>netassist::CollapseStrip</name>
    <message>
        <source>Collapse settings</source>
        <translation>收起设置</translation>
    </message>
    <message>
        <source>Show the settings column</source>
        <translation>显示左侧的设置栏</translation>
    </message>
    <message>
        <source>Hide the settings column</source>
        <translation>收起左侧的设置栏</translation>
    </message>
    <message>
        <source>Show the tool column</source>
        <translation>显示右侧的工具栏</translation>
    </message>
    <message>
        <source>Hide the tool column</source>
        <translation>收起右侧的工具栏</translation>
    </message>
    <message>
        <source>Collapse tools</source>
        <translation>收起工具</translation>
    </message>
</context>
<context>
    <name>netassist::CommandShortcuts</name>
    <message>
        <source>“%1” is not a key</source>
        <translation>“%1”不是按键</translation>
    </message>
    <message>
        <source>%1 is needed for typing: take a key with Ctrl or Alt, or a function key</source>
        <translation>%1 要用来输入文字：请使用带 Ctrl 或 Alt 的组合键，或功能键</translation>
    </message>
    <message>
        <source>%1 is needed for editing and moving about: choose another key</source>
        <translation>%1 要用于编辑和移动焦点：请换一个键</translation>
    </message>
    <message>
        <source>%1 belongs to the menu (%2): choose another key</source>
        <translation>%1 已用于菜单（%2）：请换一个键</translation>
    </message>
    <message>
        <source>%1 sends “%2” of %3 already: choose another key</source>
        <translation>%1 已用于发送“%3”中的“%2”：请换一个键</translation>
    </message>
</context>
<context>
    <name>netassist::HistoryModel</name>
    <message>
        <source>HEX</source>
        <translation>HEX</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text without escapes</source>
        <translation>文本（不解析转义符）</translation>
    </message>
    <message>
        <source>Same as receive</source>
        <translation>同接收</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>字符编码</translation>
    </message>
</context>
<context>
    <name>netassist::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>历史发送</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史</translation>
    </message>
    <message>
        <source>Only sends that contain this are shown; Enter puts the first one into the box</source>
        <translation>只显示包含此内容的历史；按回车将第一条放回发送区</translation>
    </message>
    <message>
        <source>Past sends</source>
        <translation>历史列表</translation>
    </message>
    <message>
        <source>A click or Enter puts it back into the send box; Ctrl+Up and Ctrl+Down in the box do it too</source>
        <translation>单击或按回车放回发送区；在发送区按 Ctrl+↑、Ctrl+↓ 也可以</translation>
    </message>
    <message>
        <source>Keep history</source>
        <translation>记录历史</translation>
    </message>
    <message>
        <source>What is sent from the box is remembered, also for the next start</source>
        <translation>记住从发送区发送的内容，下次启动仍可使用</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>清空历史</translation>
    </message>
    <message>
        <source>Forget all past sends</source>
        <translation>删除所有历史发送</translation>
    </message>
</context>
<context>
    <name>netassist::Lamp</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
</context>
<context>
    <name>netassist::LogView</name>
    <message>
        <source>Data log</source>
        <translation>数据日志</translation>
    </message>
    <message>
        <source>New data below ↓</source>
        <translation>下方有新数据 ↓</translation>
    </message>
    <message>
        <source>Go to the end and follow it</source>
        <translation>跳到末尾并跟随</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as HEX</source>
        <translation>复制为 HEX</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Auto scroll</source>
        <translation>自动滚屏</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除接收</translation>
    </message>
</context>
<context>
    <name>netassist::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Open or close</source>
        <translation>打开/关闭</translation>
    </message>
    <message>
        <source>Begin or end listening, or the connection</source>
        <translation>开始或结束监听（或连接）</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send what is in the box (Ctrl+Enter)</source>
        <translation>发送输入框中的内容（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Save &amp;log as…</source>
        <translation>日志另存为…</translation>
    </message>
    <message>
        <source>Write the log as it is shown to a file in UTF-8, not only what is in sight</source>
        <translation>将显示的全部日志（不只是当前可见部分）以 UTF-8 写入文件</translation>
    </message>
    <message>
        <source>Save &amp;received bytes as…</source>
        <translation>接收数据另存为…</translation>
    </message>
    <message>
        <source>Write all received bytes to a file, exactly as they came</source>
        <translation>将收到的全部字节原样写入文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close the window and all connections</source>
        <translation>关闭窗口和所有连接</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Larger letters in the log</source>
        <translation>放大日志文字</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Smaller letters in the log</source>
        <translation>缩小日志文字</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>恢复默认大小</translation>
    </message>
    <message>
        <source>Letters of the usual size in the log</source>
        <translation>日志文字恢复默认大小</translation>
    </message>
    <message>
        <source>Always on &amp;top</source>
        <translation>窗口置顶</translation>
    </message>
    <message>
        <source>Keep this window in front of the others</source>
        <translation>让本窗口始终位于其他窗口之前</translation>
    </message>
    <message>
        <source>&amp;Show settings column</source>
        <translation>显示设置栏</translation>
    </message>
    <message>
        <source>Show or hide the settings at the left</source>
        <translation>显示或收起左侧的设置栏</translation>
    </message>
    <message>
        <source>&amp;Clear log</source>
        <translation>清除日志</translation>
    </message>
    <message>
        <source>Clear the log, with all that was received and sent (Ctrl+L)</source>
        <translation>清除日志，包括所有收发的数据（Ctrl+L）</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>&amp;About Network Debugging Assistant</source>
        <translation>关于网络调试助手</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt</translation>
    </message>
    <message>
        <source>The toolkit this program is built with</source>
        <translation>本程序所用的开发框架</translation>
    </message>
    <message>
        <source>Show t&amp;ool column</source>
        <translation>显示工具栏</translation>
    </message>
    <message>
        <source>Show or hide the tools at the right</source>
        <translation>显示或收起右侧的工具</translation>
    </message>
</context>
<context>
    <name>netassist::MainWindow</name>
    <message>
        <source>About Qt</source>
        <translation>关于 Qt</translation>
    </message>
    <message>
        <source>This program uses Qt version %1.</source>
        <translation>本程序使用 Qt %1。</translation>
    </message>
    <message>
        <source>Qt is a C++ toolkit for programs on many systems, under the GNU LGPL, version 3: &lt;a href=&quot;https://www.qt.io/&quot;&gt;www.qt.io&lt;/a&gt;</source>
        <translation>Qt 是跨平台的 C++ 开发框架，采用 GNU LGPL 第 3 版：&lt;a href=&quot;https://www.qt.io/&quot;&gt;www.qt.io&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Network Debugging Assistant</source>
        <translation>网络调试助手</translation>
    </message>
</context>
<context>
    <name>netassist::NetworkPanel</name>
    <message>
        <source>Network</source>
        <translation>网络设置</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议类型</translation>
    </message>
    <message>
        <source>TCP Server</source>
        <translation>TCP 服务器</translation>
    </message>
    <message>
        <source>TCP Client</source>
        <translation>TCP 客户端</translation>
    </message>
    <message>
        <source>Wait for connections (server), or connect to a server (client)</source>
        <translation>等待连接（服务器），或连接到服务器（客户端）</translation>
    </message>
    <message>
        <source>Local host</source>
        <translation>本地主机地址</translation>
    </message>
    <message>
        <source>Remote host</source>
        <translation>远程主机地址</translation>
    </message>
    <message>
        <source>Address to listen on; 0.0.0.0 or :: for all of this machine&apos;s addresses</source>
        <translation>监听的地址；0.0.0.0 或 :: 表示本机所有地址</translation>
    </message>
    <message>
        <source>Name or address of the server to connect to</source>
        <translation>要连接的服务器的主机名或地址</translation>
    </message>
    <message>
        <source>Local port</source>
        <translation>本地主机端口</translation>
    </message>
    <message>
        <source>Remote port</source>
        <translation>远程主机端口</translation>
    </message>
    <message>
        <source>Port to listen on, 1 to 65535; 0 takes any free one</source>
        <translation>监听的端口，1 到 65535；0 表示任选空闲端口</translation>
    </message>
    <message>
        <source>Port of the server to connect to, 1 to 65535</source>
        <translation>要连接的服务器端口，1 到 65535</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Start listening (F5)</source>
        <translation>开始监听（F5）</translation>
    </message>
    <message>
        <source>Connect to the server (F5)</source>
        <translation>连接到服务器（F5）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stop listening and disconnect all clients (F5)</source>
        <translation>停止监听并断开所有客户端（F5）</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Connecting to the server; click to cancel (F5)</source>
        <translation>正在连接服务器，点击取消（F5）</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>End the connection (F5)</source>
        <translation>断开连接（F5）</translation>
    </message>
</context>
<context>
    <name>netassist::PayloadEdit</name>
    <message>
        <source>Data to send</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>What is sent; Ctrl+Enter sends it, Ctrl+Up and Ctrl+Down bring back what was sent before</source>
        <translation>要发送的内容；Ctrl+回车发送，Ctrl+↑、Ctrl+↓ 翻看以前发送的内容</translation>
    </message>
</context>
<context>
    <name>netassist::PayloadHint</name>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>第 %1 列：%2</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>Cannot be converted to HEX. %1</source>
        <translation>无法转换为 HEX。%1</translation>
    </message>
    <message>
        <source>Cannot be converted to text. %1</source>
        <translation>无法转换为文本。%1</translation>
    </message>
    <message>
        <source>%1 waiting to be sent</source>
        <translation>%1等待发送</translation>
    </message>
</context>
<context>
    <name>netassist::QuickCommandFiles</name>
    <message>
        <source>Import quick commands</source>
        <translation>导入快捷指令</translation>
    </message>
    <message>
        <source>Quick commands (*.json *.csv *.txt)</source>
        <translation>快捷指令 (*.json *.csv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Export quick commands</source>
        <translation>导出快捷指令</translation>
    </message>
</context>
<context>
    <name>netassist::QuickCommandModel</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Send this one now (Enter)</source>
        <translation>立即发送此条（回车）</translation>
    </message>
    <message>
        <source>Part of the sequence: %1</source>
        <translation>加入指令序列：%1</translation>
    </message>
    <message>
        <source>Ticked ones are run as a sequence; a click here ticks all or none</source>
        <translation>勾选的指令将依次发送；单击此处全选或全不选</translation>
    </message>
    <message>
        <source>A click sends that one; so does Enter in its row</source>
        <translation>单击发送该条；在该行按回车也可以</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>What it is called; free to choose</source>
        <translation>指令的名称，可任意填写</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Whether the content is text, with or without escapes, or HEX</source>
        <translation>内容是文本（是否解析转义符）还是 HEX</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>What is sent; while it is edited, Shift+Enter begins a new line</source>
        <translation>要发送的内容；编辑时按 Shift+回车换行</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is appended: as in the send settings, or its own</source>
        <translation>追加的结尾：同发送设置，或单独指定</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>Encoding of text: as in the send settings, or its own</source>
        <translation>文本的字符编码：同发送设置，或单独指定</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>字符编码</translation>
    </message>
    <message>
        <source>Milliseconds until the next one of a sequence</source>
        <translation>序列中到下一条的间隔，单位毫秒</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延时</translation>
    </message>
    <message>
        <source>A key that sends it, anywhere in the window; Backspace takes it away</source>
        <translation>在窗口任何位置按下即发送；按退格键取消</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text without escapes</source>
        <translation>文本（不解析转义符）</translation>
    </message>
    <message>
        <source>HEX</source>
        <translation>HEX</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>CRLF for AT commands</source>
        <translation>AT 指令自动 CRLF</translation>
    </message>
    <message>
        <source>As in send settings</source>
        <translation>同发送设置</translation>
    </message>
    <message>
        <source>Same as receive</source>
        <translation>同接收</translation>
    </message>
</context>
<context>
    <name>netassist::QuickCommandTable</name>
    <message>
        <source>List of quick commands</source>
        <translation>快捷指令列表</translation>
    </message>
    <message>
        <source>Enter sends, F2 edits, Space ticks, Delete removes, Alt+Up and Alt+Down move; rows can be dragged</source>
        <translation>回车发送，F2 编辑，空格勾选，Delete 删除，Alt+↑、Alt+↓ 移动；也可以拖动行</translation>
    </message>
</context>
<context>
    <name>netassist::QuickCommandsPage</name>
    <message>
        <source>There are %1 quick commands already: delete some first</source>
        <translation>快捷指令已达 %1 条：请先删除一些</translation>
    </message>
    <message>
        <source>There are %1 pages already: delete one first</source>
        <translation>已有 %1 页：请先删除一页</translation>
    </message>
    <message>
        <source>Rename page</source>
        <translation>重命名页</translation>
    </message>
    <message>
        <source>Name of the page:</source>
        <translation>页的名称：</translation>
    </message>
    <message>
        <source>Delete page</source>
        <translation>删除页</translation>
    </message>
    <message>
        <source>Delete “%1” with the commands on it?</source>
        <translation>删除“%1”及其中的所有指令?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Quick commands</source>
        <translation>快捷指令</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Quick commands are kept on pages; this one is shown</source>
        <translation>快捷指令分页存放，这里选择显示哪一页</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>新建页</translation>
    </message>
    <message>
        <source>Add an empty page</source>
        <translation>添加一个空白页</translation>
    </message>
    <message>
        <source>Give this page another name</source>
        <translation>给这一页改名</translation>
    </message>
    <message>
        <source>Delete this page with the commands on it</source>
        <translation>删除这一页及其中的指令</translation>
    </message>
    <message>
        <source>Add from box</source>
        <translation>从发送区添加</translation>
    </message>
    <message>
        <source>Make a command of what stands in the send box</source>
        <translation>把发送区的内容添加为指令</translation>
    </message>
    <message>
        <source>Add empty</source>
        <translation>新建指令</translation>
    </message>
    <message>
        <source>Add an empty command and write its content</source>
        <translation>添加一条空白指令并填写内容</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Add copies of the selected commands</source>
        <translation>复制所选指令</translation>
    </message>
    <message>
        <source>Delete the selected commands</source>
        <translation>删除所选指令</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the selected commands up by one row</source>
        <translation>将所选指令上移一行</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the selected commands down by one row</source>
        <translation>将所选指令下移一行</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Add the commands of a file: JSON as exported, or CSV</source>
        <translation>从文件添加指令：导出的 JSON 或 CSV</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the commands of all pages to a JSON file</source>
        <translation>将所有页的指令写入 JSON 文件</translation>
    </message>
</context>
<context>
    <name>netassist::ReceivePanel</name>
    <message>
        <source>Receive</source>
        <translation>接收设置</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Show the log as text</source>
        <translation>以文本显示日志</translation>
    </message>
    <message>
        <source>HEX</source>
        <translation>HEX</translation>
    </message>
    <message>
        <source>Show each byte of the log as two hexadecimal digits</source>
        <translation>日志中每个字节显示为两位十六进制数</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>字符编码</translation>
    </message>
    <message>
        <source>Encoding in which the log is shown, also what has been received already</source>
        <translation>显示日志所用的字符编码，对已收到的数据同样有效</translation>
    </message>
    <message>
        <source>Log mode</source>
        <translation>按日志模式显示</translation>
    </message>
    <message>
        <source>Time, direction, size and peer above each burst of data, and notes between them</source>
        <translation>每批数据上方显示时间、方向、大小和对方地址，并显示连接等提示</translation>
    </message>
    <message>
        <source>Auto line feed</source>
        <translation>接收区自动换行</translation>
    </message>
    <message>
        <source>Each burst of data starts a new line; matters only while log mode is off</source>
        <translation>每收到一批数据另起一行；仅在不按日志模式显示时起作用</translation>
    </message>
    <message>
        <source>Hide received data</source>
        <translation>接收数据不显示</translation>
    </message>
    <message>
        <source>Received data is counted and kept, but not shown until this is switched off again</source>
        <translation>收到的数据照常计数和保存，但不显示，取消后恢复显示</translation>
    </message>
    <message>
        <source>Auto scroll</source>
        <translation>自动滚屏</translation>
    </message>
    <message>
        <source>Keep the newest data in sight; scrolling up in the log stops it</source>
        <translation>始终显示最新数据；在日志中向上滚动即停止</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除接收</translation>
    </message>
    <message>
        <source>Clear the log, with all that was received and sent (Ctrl+L)</source>
        <translation>清除日志，包括所有收发的数据（Ctrl+L）</translation>
    </message>
</context>
<context>
    <name>netassist::SaveAs</name>
    <message>
        <source>Save log as</source>
        <translation>日志另存为</translation>
    </message>
    <message>
        <source>Save received bytes as</source>
        <translation>接收数据另存为</translation>
    </message>
</context>
<context>
    <name>netassist::SendArea</name>
    <message>
        <source>a text box cannot hold the character U+%1 as it is</source>
        <translation>文本框无法原样容纳字符 U+%1</translation>
    </message>
    <message>
        <source>Nothing is sent while the box holds an error: the line below says which</source>
        <translation>输入框内容有错，不能发送：错误见下方</translation>
    </message>
    <message>
        <source>There is nothing to send: type it into the box</source>
        <translation>没有可发送的内容：请在输入框中输入</translation>
    </message>
    <message>
        <source>There is nobody to send to: no client is connected</source>
        <translation>没有发送对象：还没有客户端连接</translation>
    </message>
    <message>
        <source>There is nobody to send to: connect to a server first</source>
        <translation>没有发送对象：请先连接服务器</translation>
    </message>
    <message>
        <source>Send what is in the box (Ctrl+Enter)</source>
        <translation>发送输入框中的内容（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>The client that was chosen has gone: choose another one, or all clients</source>
        <translation>选中的客户端已经离开：请另选一个，或选所有客户端</translation>
    </message>
</context>
<context>
    <name>netassist::SendPanel</name>
    <message>
        <source>Send</source>
        <translation>发送设置</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The box holds text; what it holds is converted</source>
        <translation>输入框中是文本；切换时转换已有内容</translation>
    </message>
    <message>
        <source>HEX</source>
        <translation>HEX</translation>
    </message>
    <message>
        <source>The box holds bytes as hexadecimal digits; what it holds is converted</source>
        <translation>输入框中是十六进制字节；切换时转换已有内容</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>字符编码</translation>
    </message>
    <message>
        <source>Same as receive</source>
        <translation>同接收</translation>
    </message>
    <message>
        <source>Encoding in which text is sent</source>
        <translation>发送文本所用的字符编码</translation>
    </message>
    <message>
        <source>Parse escapes</source>
        <translation>自动解析转义符</translation>
    </message>
    <message>
        <source>In text, \n, \xFF and their like stand for the character or byte they name</source>
        <translation>文本中的 \n、\xFF 等转义符表示相应的字符或字节</translation>
    </message>
    <message>
        <source>Escapes</source>
        <translation>转义符列表</translation>
    </message>
    <message>
        <source>Show the list of escapes</source>
        <translation>显示转义符列表</translation>
    </message>
    <message>
        <source>&lt;tr&gt;&lt;td&gt;&lt;code&gt;\\&lt;/code&gt;&lt;/td&gt;&lt;td&gt;a backslash&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\n &amp;nbsp; \r &amp;nbsp; \t&lt;/code&gt;&lt;/td&gt;&lt;td&gt;LF, CR, tab&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\a &amp;nbsp; \b &amp;nbsp; \f &amp;nbsp; \v&lt;/code&gt;&lt;/td&gt;&lt;td&gt;bell, backspace, form feed, vertical tab&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\e &amp;nbsp; \0&lt;/code&gt;&lt;/td&gt;&lt;td&gt;escape (1B), NUL (00)&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\xHH&lt;/code&gt;&lt;/td&gt;&lt;td&gt;the byte HH, in every encoding&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\ooo&lt;/code&gt;&lt;/td&gt;&lt;td&gt;the byte with the octal number ooo, up to 377&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\uXXXX &amp;nbsp; \UXXXXXXXX&lt;/code&gt;&lt;/td&gt;&lt;td&gt;the character with that Unicode number&lt;/td&gt;&lt;/tr&gt;</source>
        <translation>&lt;tr&gt;&lt;td&gt;&lt;code&gt;\\&lt;/code&gt;&lt;/td&gt;&lt;td&gt;反斜杠&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\n &amp;nbsp; \r &amp;nbsp; \t&lt;/code&gt;&lt;/td&gt;&lt;td&gt;换行 LF、回车 CR、制表符&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\a &amp;nbsp; \b &amp;nbsp; \f &amp;nbsp; \v&lt;/code&gt;&lt;/td&gt;&lt;td&gt;响铃、退格、换页、垂直制表&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\e &amp;nbsp; \0&lt;/code&gt;&lt;/td&gt;&lt;td&gt;ESC（1B）、NUL（00）&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\xHH&lt;/code&gt;&lt;/td&gt;&lt;td&gt;字节 HH，与字符编码无关&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\ooo&lt;/code&gt;&lt;/td&gt;&lt;td&gt;八进制数 ooo 表示的字节，最大 377&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\uXXXX &amp;nbsp; \UXXXXXXXX&lt;/code&gt;&lt;/td&gt;&lt;td&gt;该 Unicode 码点的字符&lt;/td&gt;&lt;/tr&gt;</translation>
    </message>
    <message>
        <source>Append ending</source>
        <translation>追加结尾</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>CRLF for AT commands</source>
        <translation>AT 指令自动 CRLF</translation>
    </message>
    <message>
        <source>Bytes sent behind the content of the box</source>
        <translation>附加在输入框内容之后一起发送的字节</translation>
    </message>
    <message>
        <source>Quick commands</source>
        <translation>快捷指令</translation>
    </message>
    <message>
        <source>Show the quick commands at the right: messages that are sent with one click</source>
        <translation>在右侧显示快捷指令：一键发送的内容</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史发送</translation>
    </message>
    <message>
        <source>Show at the right what was sent before</source>
        <translation>在右侧显示以前发送的内容</translation>
    </message>
</context>
<context>
    <name>netassist::SendRow</name>
    <message>
        <source>Send data</source>
        <translation>数据发送</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Who gets what is sent: all clients, or one of them</source>
        <translation>发送对象：所有客户端，或其中一个</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>End the connection with the client chosen, or with all of them</source>
        <translation>断开所选的客户端，或全部客户端</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除接收</translation>
    </message>
    <message>
        <source>Clear the log, with all that was received and sent (Ctrl+L)</source>
        <translation>清除日志，包括所有收发的数据（Ctrl+L）</translation>
    </message>
    <message>
        <source>Clear send</source>
        <translation>清除发送</translation>
    </message>
    <message>
        <source>Empty the send box</source>
        <translation>清空发送框</translation>
    </message>
    <message>
        <source>gone: choose anew</source>
        <translation>已离开，请重新选择</translation>
    </message>
</context>
<context>
    <name>netassist::SequenceBar</name>
    <message>
        <source>Nothing is ticked: tick those that are to be sent one after the other</source>
        <translation>没有勾选：请勾选要依次发送的指令</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>第 %1/%2 条：%3</translation>
    </message>
    <message>
        <source>Round %1, %2</source>
        <translation>第 %1 轮，%2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>已停止于%1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Run ticked</source>
        <translation>依次发送</translation>
    </message>
    <message>
        <source>Stop the sequence</source>
        <translation>停止依次发送</translation>
    </message>
    <message>
        <source>Send the ticked ones of this page one after the other, each with its delay</source>
        <translation>按各自的延时依次发送本页勾选的指令</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>循环次数</translation>
    </message>
    <message>
        <source>Until stopped</source>
        <translation>直到停止</translation>
    </message>
    <message>
        <source>How often the ticked ones are run; 0: until stopped</source>
        <translation>勾选的指令循环几轮；0 表示直到停止</translation>
    </message>
</context>
<context>
    <name>netassist::SessionView</name>
    <message>
        <source>Data log</source>
        <translation>数据日志</translation>
    </message>
    <message>
        <source>“%1” not sent: line %2, column %3: %4</source>
        <translation>“%1”未发送：第 %2 行第 %3 列：%4</translation>
    </message>
</context>
<context>
    <name>netassist::StatusLine</name>
    <message>
        <source>Ready!</source>
        <translation>就绪!</translation>
    </message>
    <message>
        <source>1 byte is not valid in %1</source>
        <translation>有 1 字节不是有效的 %1</translation>
    </message>
    <message>
        <source>%1 bytes are not valid in %2</source>
        <translation>有 %1 字节不是有效的 %2</translation>
    </message>
    <message>
        <source>Show as %1</source>
        <translation>用 %1 显示</translation>
    </message>
    <message>
        <source>Reset counters</source>
        <translation>复位计数</translation>
    </message>
    <message>
        <source>Set the counters to zero; the log stays</source>
        <translation>将计数清零，日志保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop writing the file and leave what was there before</source>
        <translation>停止写入文件，保留原有内容</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Records received / sent</source>
        <translation>接收/发送的次数</translation>
    </message>
    <message>
        <source>Bytes received, and how many a second while they come</source>
        <translation>收到的字节数，以及接收时的速率</translation>
    </message>
    <message>
        <source>Bytes sent, and how many a second while they go</source>
        <translation>发出的字节数，以及发送时的速率</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>收到的字节数</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>发出的字节数</translation>
    </message>
    <message>
        <source>Show the log in the encoding in which all of it is valid</source>
        <translation>改用能完整解码全部日志的字符编码显示</translation>
    </message>
    <message>
        <source>This looks like %1</source>
        <translation>看起来是 %1</translation>
    </message>
</context>
<context>
    <name>netassist::ToolColumn</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>向左滚动</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>向右滚动</translation>
    </message>
</context>
</TS>

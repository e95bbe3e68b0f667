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
        <source>Oldest records dropped: %1 so far, the limit is %2 records</source>
        <translation>最早的记录已丢弃：共 %1 条，上限为 %2 条</translation>
    </message>
    <message>
        <source>UDP socket bound to %1</source>
        <translation>UDP 已绑定 %1</translation>
    </message>
    <message>
        <source>UDP socket at %1 closed</source>
        <translation>UDP 已关闭 %1</translation>
    </message>
    <message>
        <source>Joined group %1</source>
        <translation>已加入组播组 %1</translation>
    </message>
    <message>
        <source>Left group %1</source>
        <translation>已离开组播组 %1</translation>
    </message>
    <message>
        <source>Next attempt to connect to %1 in %2 s</source>
        <translation>%2 秒后再次连接 %1</translation>
    </message>
    <message>
        <source>not sent: “%1” is not a host with its port: write it like 127.0.0.1:8080 or [::1]:8080</source>
        <translation>未发送：“%1”不是带端口的主机地址：请写成 127.0.0.1:8080 或 [::1]:8080 的形式</translation>
    </message>
    <message>
        <source>not sent: the UDP socket is not open: open it first</source>
        <translation>未发送：UDP 尚未打开：请先打开</translation>
    </message>
    <message>
        <source>not sent to %1: it cannot be reached from %2, one is IPv4 and the other IPv6: choose another local host</source>
        <translation>未发送到 %1：从 %2 无法到达，一方是 IPv4，另一方是 IPv6：请换一个本地主机地址</translation>
    </message>
    <message>
        <source>not sent to %1: %2 bytes are more than a datagram holds (%3): send less at once</source>
        <translation>未发送到 %1：%2 字节超过一个数据报的上限（%3）：请减少一次发送的数据</translation>
    </message>
    <message>
        <source>not sent to %1: %2: check the remote host and the local host</source>
        <translation>未发送到 %1：%2：请检查远程主机和本地主机地址</translation>
    </message>
    <message>
        <source>datagram to %1 refused: no program listens there</source>
        <translation>发往 %1 的数据报被拒绝：那里没有程序在接收</translation>
    </message>
    <message>
        <source>datagram to %1 not delivered: %2</source>
        <translation>发往 %1 的数据报未送达：%2</translation>
    </message>
    <message>
        <source>datagrams lost at %1: %2, they came faster than they could be taken</source>
        <translation>%1 丢失了 %2 个数据报：到达太快，来不及接收</translation>
    </message>
    <message>
        <source>group %1 cannot be joined: %2</source>
        <translation>无法加入组播组 %1：%2</translation>
    </message>
    <message>
        <source>group %1 cannot be heard at %2: close, and open with local host %3</source>
        <translation>在 %2 收不到组播组 %1：请关闭后以本地主机地址 %3 重新打开</translation>
    </message>
    <message>
        <source>“%1” is not a group: write an address from 224.0.0.0 to 239.255.255.255, or one that begins with ff</source>
        <translation>“%1”不是组播地址：请填写 224.0.0.0 到 239.255.255.255 之间、或以 ff 开头的地址</translation>
    </message>
    <message>
        <source>there is no network interface %1: choose another one</source>
        <translation>没有网卡 %1：请另选一个</translation>
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
    <message>
        <source>Plays one end of a network conversation by hand: a TCP server, a TCP client or a UDP socket.</source>
        <translation>用手扮演网络对话的一端：TCP 服务器、TCP 客户端或 UDP。</translation>
    </message>
</context>
<context>
    <name>netassist::ClientChoice</name>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>gone: choose anew</source>
        <translation>已离开，请重新选择</translation>
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
</context>
<context>
    <name>netassist::ConnectionDialog</name>
    <message>
        <source>Connection options</source>
        <translation>连接选项</translation>
    </message>
    <message>
        <source>Connect from host</source>
        <translation>绑定本地地址</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Address of this machine to connect from; empty: the system chooses</source>
        <translation>从本机的哪个地址发起连接；留空由系统选择</translation>
    </message>
    <message>
        <source>Connect from port</source>
        <translation>绑定本地端口</translation>
    </message>
    <message>
        <source>Port of this machine to connect from; 0 takes any free one</source>
        <translation>从本机的哪个端口发起连接；0 表示任意空闲端口</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>How long each address of the server may take to answer</source>
        <translation>等待服务器每个地址响应的最长时间</translation>
    </message>
    <message>
        <source>Reconnect automatically</source>
        <translation>断线自动重连</translation>
    </message>
    <message>
        <source>Try again when no connection comes about or the server ends it, until the button is clicked</source>
        <translation>连接失败或被服务器断开后自动再试，直到点击按钮为止</translation>
    </message>
    <message>
        <source>First attempt after</source>
        <translation>重连间隔</translation>
    </message>
    <message>
        <source>Each further attempt waits twice as long, up to 30 s</source>
        <translation>之后每次等待时间加倍，最长 30 秒</translation>
    </message>
    <message>
        <source>Keep alive</source>
        <translation>保持连接 (Keep-Alive)</translation>
    </message>
    <message>
        <source>Let the system ask a silent server now and then whether it is still there (SO_KEEPALIVE); counts from the next connection on</source>
        <translation>由系统定时探测没有动静的服务器是否还在（SO_KEEPALIVE）；从下一次连接起生效</translation>
    </message>
</context>
<context>
    <name>netassist::InterfaceCombo</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
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
    <name>netassist::LimitsDialog</name>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Capture limit</source>
        <translation>存储上限</translation>
    </message>
    <message>
        <source>Automatic: 4 GiB, or a quarter of the free disk space if that is less</source>
        <translation>自动：4 GiB 或磁盘可用空间的四分之一，取较小者</translation>
    </message>
    <message>
        <source>Keep as much data as the disk comfortably takes</source>
        <translation>按磁盘可用空间决定保留多少数据</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Keep no more data than this</source>
        <translation>保留的数据不超过这个大小</translation>
    </message>
    <message>
        <source>How much sent and received data is kept at most</source>
        <translation>收发的数据最多保留多少</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unit of the capture limit</source>
        <translation>存储上限的单位</translation>
    </message>
    <message>
        <source>Sent and received data is kept on disk. Past the limit the oldest goes, and the log says so.</source>
        <translation>收发的数据存放在磁盘上。超过上限时丢弃最早的数据，并在日志中说明。</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端数</translation>
    </message>
    <message>
        <source>How many clients may be connected to the server at once</source>
        <translation>最多允许多少个客户端同时连接到服务器</translation>
    </message>
    <message>
        <source>Connected to the server at once. Past the limit newcomers are turned away; nobody is disconnected.</source>
        <translation>同时连接到服务器的客户端。超过上限时拒绝新来的客户端，已连接的不会断开。</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>How much may wait for each peer that does not read</source>
        <translation>对方不读取时，每个对方最多有多少数据在等待</translation>
    </message>
    <message>
        <source>In memory, for each peer that does not read. Past the limit sends to it are refused.</source>
        <translation>对方不读取时，数据在内存中等待，按对方分别计算。超过上限时拒绝再向它发送。</translation>
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
        <source>Capture li&amp;mit…</source>
        <translation>存储上限…</translation>
    </message>
    <message>
        <source>How much data is kept, how many clients may connect, how much may wait to be sent</source>
        <translation>保留多少数据、允许多少客户端连接、允许多少数据等待发送</translation>
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
    <name>netassist::MulticastDialog</name>
    <message>
        <source>%1: not joined, the log says why</source>
        <translation>%1：未加入，原因见日志</translation>
    </message>
    <message>
        <source>Groups are left when the socket closes, and joined again when it opens.</source>
        <translation>关闭时离开组播组，再次打开时重新加入。</translation>
    </message>
    <message>
        <source>The socket is closed: groups are joined when it opens.</source>
        <translation>UDP 尚未打开：打开时加入组播组。</translation>
    </message>
    <message>
        <source>Multicast</source>
        <translation>组播</translation>
    </message>
    <message>
        <source>Group address</source>
        <translation>组播地址</translation>
    </message>
    <message>
        <source>224.0.0.0 to 239.255.255.255, or an IPv6 address that begins with ff</source>
        <translation>224.0.0.0 到 239.255.255.255，或以 ff 开头的 IPv6 地址</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Network interface on which to be in the group</source>
        <translation>在哪个网卡上加入组播组</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Receive what is sent to the group</source>
        <translation>接收发往该组播组的数据</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组播组</translation>
    </message>
    <message>
        <source>The groups that the socket is in while it is open</source>
        <translation>打开期间加入的组播组</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave the groups that are selected</source>
        <translation>离开选中的组播组</translation>
    </message>
    <message>
        <source>Send through</source>
        <translation>发送网卡</translation>
    </message>
    <message>
        <source>Network interface through which what is sent to groups goes out</source>
        <translation>发往组播组的数据从哪个网卡发出</translation>
    </message>
    <message>
        <source>Hops (TTL)</source>
        <translation>跳数 (TTL)</translation>
    </message>
    <message>
        <source>How many networks what is sent to groups may cross: 0 stays on this machine, 1 in this network</source>
        <translation>发往组播组的数据最多经过几个网络：0 只在本机，1 只在本网段</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>本机回环</translation>
    </message>
    <message>
        <source>What is sent to groups comes to members on this machine too</source>
        <translation>发往组播组的数据，本机的成员也能收到</translation>
    </message>
    <message>
        <source>Share port</source>
        <translation>端口共享</translation>
    </message>
    <message>
        <source>Other programs that allow it too may use the same port; counts from the next opening on</source>
        <translation>允许同样设置了共享的其他程序使用同一端口；从下一次打开起生效</translation>
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
    <message>
        <source>Wait for connections (server), connect to a server (client), or exchange datagrams (UDP)</source>
        <translation>等待连接（服务器）、连接到服务器（客户端），或收发数据报（UDP）</translation>
    </message>
    <message>
        <source>Name or address of the server to connect to; the list has those of before, with their ports</source>
        <translation>要连接的服务器的域名或地址；列表中有以前连接过的地址和端口</translation>
    </message>
    <message>
        <source>Address to receive at and to send from; 0.0.0.0 or :: for all of this machine&apos;s addresses</source>
        <translation>收发数据所用的本机地址；0.0.0.0 或 :: 表示本机所有地址</translation>
    </message>
    <message>
        <source>Port to receive at and to send from, 1 to 65535; 0 takes any free one</source>
        <translation>收发数据所用的本机端口，1 到 65535；0 表示任意空闲端口</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>连接选项…</translation>
    </message>
    <message>
        <source>Where to connect from, how long to try, and whether to connect again</source>
        <translation>从哪里发起连接、连接超时，以及是否自动重连</translation>
    </message>
    <message>
        <source>Open the UDP socket (F5)</source>
        <translation>打开 UDP (F5)</translation>
    </message>
    <message>
        <source>Close the UDP socket and leave all groups (F5)</source>
        <translation>关闭 UDP 并离开所有组播组 (F5)</translation>
    </message>
</context>
<context>
    <name>netassist::PayloadEdit</name>
    <message>
        <source>Data to send</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>What is sent; Ctrl+Enter sends it</source>
        <translation>要发送的内容；按 Ctrl+Enter 发送</translation>
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
    <message>
        <source>%1 bytes are more than a datagram holds: at most %2</source>
        <translation>%1 字节超过一个数据报的上限：最多 %2 字节</translation>
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
    <message>
        <source>The box holds more than fits into a datagram: the line below says how much</source>
        <translation>发送框的内容放不进一个数据报：见下方提示</translation>
    </message>
    <message>
        <source>The UDP socket is not open: open it first</source>
        <translation>UDP 尚未打开：请先打开</translation>
    </message>
    <message>
        <source>The remote host is not complete: write it like 127.0.0.1:8080</source>
        <translation>远程主机不完整：请写成 127.0.0.1:8080 的形式</translation>
    </message>
    <message>
        <source>Send an empty datagram (Ctrl+Enter)</source>
        <translation>发送一个空数据报 (Ctrl+Enter)</translation>
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
</context>
<context>
    <name>netassist::SendRow</name>
    <message>
        <source>Send data</source>
        <translation>数据发送</translation>
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
</context>
<context>
    <name>netassist::SessionView</name>
    <message>
        <source>Data log</source>
        <translation>数据日志</translation>
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
    <name>netassist::UdpPeerChoice</name>
    <message>
        <source>Remote host</source>
        <translation>远程主机</translation>
    </message>
    <message>
        <source>Who gets what is sent: address or name, colon, port; the list has all that were heard. 255.255.255.255 is everybody in this network</source>
        <translation>发送对象：地址或域名、冒号、端口；列表中有收到过数据的所有主机。255.255.255.255 表示本网段所有主机</translation>
    </message>
    <message>
        <source>Clear peers</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Empty the list of remote hosts</source>
        <translation>清空远程主机列表</translation>
    </message>
    <message>
        <source>Multicast…</source>
        <translation>组播…</translation>
    </message>
    <message>
        <source>Join and leave multicast groups, and how to send to them</source>
        <translation>加入和离开组播组，设置如何向组播组发送</translation>
    </message>
</context>
</TS>

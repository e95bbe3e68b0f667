<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Checksum</name>
    <message>
        <source>poly %1</source>
        <translation>多项式 %1</translation>
    </message>
    <message>
        <source>init %1</source>
        <translation>初值 %1</translation>
    </message>
    <message>
        <source>reflected</source>
        <translation>输入输出反转</translation>
    </message>
    <message>
        <source>input reflected</source>
        <translation>输入反转</translation>
    </message>
    <message>
        <source>output reflected</source>
        <translation>输出反转</translation>
    </message>
    <message>
        <source>xor %1</source>
        <translation>结果异或 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>SUM8 (sum of all bytes, 8 bits)</source>
        <translation>SUM8 累加和（正校验，8 位）</translation>
    </message>
    <message>
        <source>SUM16 (sum of all bytes, 16 bits)</source>
        <translation>SUM16 累加和（16 位）</translation>
    </message>
    <message>
        <source>SUM32 (sum of all bytes, 32 bits)</source>
        <translation>SUM32 累加和（32 位）</translation>
    </message>
    <message>
        <source>LRC (negative of the 8-bit sum)</source>
        <translation>LRC 累加和取负（负校验，8 位）</translation>
    </message>
    <message>
        <source>XOR / BCC (exclusive or of all bytes)</source>
        <translation>XOR / BCC 异或校验</translation>
    </message>
    <message>
        <source>Fixed bytes (%1)</source>
        <translation>固定字节（%1）</translation>
    </message>
</context>
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
        <source>not sent to %1: %2 bytes wait already, with it there would be more than %3; the peer does not read</source>
        <translation>没有发给 %1：已有 %2 字节在等待，加上它会超过上限 %3；对方没有读取</translation>
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
        <source>Sending file %1 (%2 bytes) to %3</source>
        <translation>正在发送文件 %1（%2 字节）给 %3</translation>
    </message>
    <message>
        <source>Sending file %1 (%3 bytes) to all %2 %9</source>
        <translation>正在发送文件 %1（%3 字节）给全部 %2 个客户端</translation>
    </message>
    <message>
        <source>File %1 sent to %3: %2 bytes</source>
        <translation>文件 %1 已发送给 %3：%2 字节</translation>
    </message>
    <message>
        <source>File %1 sent to %2 %9: %3 bytes each</source>
        <translation>文件 %1 已发送给 %2 个客户端，每个客户端 %3 字节</translation>
    </message>
    <message>
        <source>Sending file %1 cancelled: %2 of %3 bytes went</source>
        <translation>已取消发送文件 %1：共 %3 字节，发出 %2 字节</translation>
    </message>
    <message>
        <source>Saving to file %1</source>
        <translation>开始保存到文件 %1</translation>
    </message>
    <message>
        <source>Saving to file %1 stopped: %2 bytes written</source>
        <translation>已停止保存到文件 %1：写入 %2 字节</translation>
    </message>
    <message>
        <source>file %1 cannot be read: %2</source>
        <translation>无法读取文件 %1：%2</translation>
    </message>
    <message>
        <source>file %1 is empty: there is nothing to send</source>
        <translation>文件 %1 是空的：没有可发送的内容</translation>
    </message>
    <message>
        <source>file %1 is not loaded: it has %2 bytes, the box takes %3: send it as a file instead</source>
        <translation>文件 %1 没有载入：它有 %2 字节，发送框最多 %3 字节，请改用“文件”方式发送</translation>
    </message>
    <message>
        <source>not sent: file %1 is still being sent: wait for it or cancel it</source>
        <translation>没有发送：文件 %1 还在发送，请等待或取消</translation>
    </message>
    <message>
        <source>sending file %1 broken off, %3 of %4 bytes went: %2</source>
        <translation>发送文件 %1 中断，共 %4 字节，发出 %3 字节：%2</translation>
    </message>
    <message>
        <source>sending file %1 broken off, %2 of %3 bytes went: another program has made the file shorter</source>
        <translation>发送文件 %1 中断，共 %3 字节，发出 %2 字节：文件被其他程序截短</translation>
    </message>
    <message>
        <source>file %1 changed while it was being sent: old and new may be mixed, send it again</source>
        <translation>文件 %1 在发送过程中被修改：发出的内容可能新旧混杂，请重新发送</translation>
    </message>
    <message>
        <source>file %1 was removed while it was being sent: what it held is sent as far as it can be read</source>
        <translation>文件 %1 在发送过程中被删除：原有内容只要还能读到就继续发送</translation>
    </message>
    <message>
        <source>%1 went while file %2 was being sent to it: it got %3 of %4 bytes</source>
        <translation>%1 在接收文件 %2 时断开：共 %4 字节，已发 %3 字节</translation>
    </message>
    <message>
        <source>%2 more %9 went while file %1 was being sent to them</source>
        <translation>另有 %2 个客户端在接收文件 %1 时断开</translation>
    </message>
    <message>
        <source>saving to file %1 stopped after %3 bytes: %2</source>
        <translation>保存到文件 %1 已中止（已写入 %3 字节）：%2</translation>
    </message>
    <message>
        <source>saving to file %1 stopped after %2 bytes: another program has removed or replaced the file</source>
        <translation>保存到文件 %1 已中止（已写入 %2 字节）：文件被其他程序删除或替换</translation>
    </message>
    <message>
        <source>%2 bytes of the log were dropped before they could be saved to file %1: the disk is too slow</source>
        <translation>日志中有 %2 字节还没保存到文件 %1 就被丢弃：磁盘太慢</translation>
    </message>
    <message>
        <source>%2 quick commands imported from %1</source>
        <translation>从 %1 导入了 %2 条快捷指令</translation>
    </message>
    <message>
        <source>Sequence “%1” stopped: nobody is there to send to</source>
        <translation>指令序列“%1”已停止：没有可发送的对象</translation>
    </message>
    <message>
        <source>Automatic replies held back: rule %1 may answer %2 times a second; raise its limit if that is meant</source>
        <translation>自动应答已限制：规则 %1 每秒最多应答 %2 次；如需更多请提高上限</translation>
    </message>
    <message>
        <source>Automatic replies held back: %1 a second is the limit of all; raise it if that is meant</source>
        <translation>自动应答已限速：全部规则合计每秒最多 %1 次；如确有需要，请调高上限</translation>
    </message>
    <message>
        <source>Automatic replies: %1 sends faster than rules can be looked for, some of it is not looked at</source>
        <translation>自动应答：%1 发送太快，来不及匹配规则，部分数据未参与匹配</translation>
    </message>
    <message>
        <source>Automatic replies held back: %1 wait for their delay already</source>
        <translation>自动应答已限制：已有 %1 条应答在等待延时</translation>
    </message>
    <message>
        <source>automatic reply rule %1 takes too long to look for and was stopped: make its expression simpler</source>
        <translation>自动应答规则 %1 匹配耗时过长，已停用：请简化其表达式</translation>
    </message>
    <message>
        <source>automatic reply of rule %1 cannot be sent: its row in Automatic replies says why</source>
        <translation>规则 %1 的自动应答无法发送：原因见“自动应答”页中的该行</translation>
    </message>
    <message>
        <source>“%1” not sent: correct its content at line %2, column %3</source>
        <translation>“%1”未发送：请改正其内容的第 %2 行第 %3 列</translation>
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
    <message>
        <source>Repeating stopped, %1 sent: nobody is connected any more</source>
        <translation>循环发送已停止，共发送 %1 次：已没有连接</translation>
    </message>
    <message>
        <source>Repeating stopped, %1 sent: the send box holds an error, see the line below it</source>
        <translation>循环发送已停止，共发送 %1 次：发送框内容有误，见其下方提示</translation>
    </message>
    <message>
        <source>Repeating stopped, %1 sent: the send box is empty</source>
        <translation>循环发送已停止，共发送 %1 次：发送框为空</translation>
    </message>
    <message>
        <source>Repeating stopped, %1 sent: the next one could not be sent</source>
        <translation>循环发送已停止，共发送 %1 次：下一次未能发送</translation>
    </message>
    <message>
        <source>%2 shortcut keys of %1 cannot be had, or are in use, and were left out</source>
        <translation>%1 中有 %2 个快捷键不可用或已被占用，未导入</translation>
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
    <message>
        <source>Repeating stopped, %1 sent: the UDP socket is closed</source>
        <translation>循环发送已停止，共发送 %1 次：UDP 已关闭</translation>
    </message>
    <message>
        <source>not copied: it would be more than %1 characters: select less, or save the log as a file</source>
        <translation>未复制：复制结果将超过 %1 个字符，请少选一些，或将日志另存为文件</translation>
    </message>
    <message>
        <source>copied with a gap: up to %1 records went from the log, dropped or cleared, before they could be copied: copy less at once, or raise the capture limit</source>
        <translation>复制的内容有缺失：最多 %1 条记录还没复制就已从日志中丢弃或清除：请一次少复制一些，或调高存储上限</translation>
    </message>
    <message>
        <source>saved as %1 with a gap: up to %2 records were dropped from the log before they could be written: raise the capture limit</source>
        <translation>已保存为 %1，但内容有缺失：最多 %2 条记录还没写入就已从日志中丢弃：请调高存储上限</translation>
    </message>
    <message>
        <source>file %1 may not have reached %2 whole: at least %3 datagrams to it were refused while the file&apos;s %4 went</source>
        <translation>文件 %1 可能未完整到达 %2：发送其 %4 个数据报期间，至少有 %3 个发往该地址的数据报被拒绝</translation>
    </message>
    <message>
        <source>the disk of %1 does not take the log for now: receiving, and files being sent, wait until it does</source>
        <translation>%1 所在的磁盘暂时写不进日志：在它恢复之前，接收和正在发送的文件都会等待</translation>
    </message>
    <message>
        <source>Saving as %1 was given up; nothing there has changed</source>
        <translation>已取消保存到 %1，原有内容未变</translation>
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
    <message>
        <source>a single “?” is half a byte: write ?? for any byte</source>
        <translation>单个“?”只是半个字节：任意字节请写 ??</translation>
    </message>
    <message>
        <source>%1 bytes are too many to look for, the limit is %2</source>
        <translation>要匹配的内容有 %1 字节，超过上限 %2 字节</translation>
    </message>
    <message>
        <source>there is nothing to look for</source>
        <translation>没有填写要匹配的内容</translation>
    </message>
    <message>
        <source>%1 is a number from %2 to %3</source>
        <translation>%1 应为 %2 到 %3 之间的数</translation>
    </message>
    <message>
        <source>%1 is one of: %2</source>
        <translation>%1 只能是：%2</translation>
    </message>
    <message>
        <source>“%1” is one value too many for ${%2}</source>
        <translation>${%2} 的参数过多，“%1”是多余的</translation>
    </message>
    <message>
        <source>${%1} knows no “%2”; it takes: %3</source>
        <translation>${%1} 没有参数“%2”；可用参数：%3</translation>
    </message>
    <message>
        <source>%1 is given twice</source>
        <translation>%1 重复给出</translation>
    </message>
    <message>
        <source>more than %1 placeholders in one text</source>
        <translation>一段文本中的占位符超过 %1 个</translation>
    </message>
    <message>
        <source>the content becomes larger than %1 bytes</source>
        <translation>展开后的内容超过 %1 字节</translation>
    </message>
    <message>
        <source>a name is missing behind ${; there are %1</source>
        <translation>${ 后缺少名称；可用：%1</translation>
    </message>
    <message>
        <source>there is no ${%1}; there are %2; for the characters write $${</source>
        <translation>没有 ${%1}；可用：%2；若要 ${ 本身请写成 $${</translation>
    </message>
    <message>
        <source>the counter never gets from %1 to %2</source>
        <translation>计数器无法从 %1 走到 %2</translation>
    </message>
    <message>
        <source>max is less than min</source>
        <translation>max 小于 min</translation>
    </message>
    <message>
        <source>there is nothing to choose from</source>
        <translation>没有可供选择的值</translation>
    </message>
    <message>
        <source>“%1” is no checksum; there are SUM8, SUM16, SUM32, LRC, XOR and the CRCs by their names, like CRC-16/MODBUS</source>
        <translation>“%1”不是校验算法；可用 SUM8、SUM16、SUM32、LRC、XOR 以及各 CRC 的名称，如 CRC-16/MODBUS</translation>
    </message>
    <message>
        <source>only bytes have an order: add as=bytes</source>
        <translation>只有字节才有先后顺序：请加上 as=bytes</translation>
    </message>
    <message>
        <source>%1 is negative and has no bytes</source>
        <translation>%1 是负数，不能表示为字节</translation>
    </message>
    <message>
        <source>“%1” is not hexadecimal digits (%2); as=text sends characters</source>
        <translation>“%1”不是十六进制数字（%2）；加上 as=text 则按字符发送</translation>
    </message>
    <message>
        <source>the content has only %1 bytes</source>
        <translation>内容只有 %1 字节</translation>
    </message>
    <message>
        <source>only %1 bytes stand before it</source>
        <translation>它前面只有 %1 字节</translation>
    </message>
    <message>
        <source>the checksum leaves out %1 bytes, but the content has only %2</source>
        <translation>附加位设置跳过 %1 字节，而内容只有 %2 字节</translation>
    </message>
    <message>
        <source>a } is missing behind ${; for the characters write $${</source>
        <translation>${ 后缺少 }；若要 ${ 本身请写成 $${</translation>
    </message>
    <message>
        <source>a blank or } is missing behind the quotes; a quote inside them is doubled</source>
        <translation>引号后缺少空格或 }；引号内的引号要写两个</translation>
    </message>
    <message>
        <source>the quotes are not closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>a payload of its own for each of %1 peers would be more than %2 bytes: choose one of them</source>
        <translation>为 %1 个对方各生成一份内容，总量将超过 %2 字节：请选择其中一个</translation>
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
    <name>netassist::AppearanceMenu</name>
    <message>
        <source>&amp;Font…</source>
        <translation>字体(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose the font of the log and the send box</source>
        <translation>选择日志区和发送框的字体</translation>
    </message>
    <message>
        <source>&amp;Default font</source>
        <translation>默认字体(&amp;D)</translation>
    </message>
    <message>
        <source>The system&apos;s font of equal widths in the log and the send box again</source>
        <translation>日志区和发送框恢复使用系统等宽字体</translation>
    </message>
    <message>
        <source>Choose the colours of received and sent data in the log</source>
        <translation>选择日志中接收和发送数据的颜色</translation>
    </message>
    <message>
        <source>Default te&amp;xt…</source>
        <translation>默认发送内容(&amp;X)…</translation>
    </message>
    <message>
        <source>What the send box holds at the start, where nothing was left in it</source>
        <translation>启动时发送框为空则填入的内容</translation>
    </message>
    <message>
        <source>Tra&amp;y icon</source>
        <translation>托盘图标(&amp;Y)</translation>
    </message>
    <message>
        <source>Closing the window leaves it in the system tray, and connections open</source>
        <translation>关闭窗口时缩到系统托盘，连接保持不断</translation>
    </message>
    <message>
        <source>Colo&amp;urs…</source>
        <translation>颜色(&amp;U)…</translation>
    </message>
    <message>
        <source>This desktop has no system tray</source>
        <translation>此桌面没有系统托盘</translation>
    </message>
</context>
<context>
    <name>netassist::BoxContent</name>
    <message>
        <source>what ${…} is filled in with has another meaning there; the box stays as it is</source>
        <translation>${…} 展开的内容在两种模式下含义不同，发送框保持不变</translation>
    </message>
    <message>
        <source>a text box cannot hold the character U+%1 as it is</source>
        <translation>文本框无法原样容纳字符 U+%1</translation>
    </message>
</context>
<context>
    <name>netassist::ChecksumDialog</name>
    <message>
        <source>Fixed bytes</source>
        <translation>固定字节（固定位）</translation>
    </message>
    <message>
        <source>CRC of your own</source>
        <translation>自定义 CRC</translation>
    </message>
    <message>
        <source>The fixed bytes are hexadecimal digits, at least one byte</source>
        <translation>固定字节请用十六进制填写，至少一个字节</translation>
    </message>
    <message>
        <source>Polynomial, start value and final XOR are hexadecimal digits of at most %1 bits</source>
        <translation>多项式、初始值和结果异或值请用十六进制填写，不超过 %1 位</translation>
    </message>
    <message>
        <source>Checksum settings</source>
        <translation>附加位设置</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>What is computed; manuals differ in the names, so compare the parameters</source>
        <translation>计算方法；各手册的叫法不同，请核对括号中的参数</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>位宽</translation>
    </message>
    <message>
        <source>Bits of the CRC</source>
        <translation>CRC 的位数</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>In hexadecimal, highest power first and left out: 8005, not A001</source>
        <translation>十六进制，高次在前且省略最高次项：写 8005，而不是 A001</translation>
    </message>
    <message>
        <source>Start value</source>
        <translation>初始值</translation>
    </message>
    <message>
        <source>What the CRC begins with, in hexadecimal</source>
        <translation>CRC 的初始值，十六进制</translation>
    </message>
    <message>
        <source>Final XOR</source>
        <translation>结果异或值</translation>
    </message>
    <message>
        <source>What the result is combined with at the end, in hexadecimal</source>
        <translation>最后与结果异或的值，十六进制</translation>
    </message>
    <message>
        <source>Input reflected</source>
        <translation>输入反转</translation>
    </message>
    <message>
        <source>Each byte is taken lowest bit first</source>
        <translation>每个字节从最低位开始计算</translation>
    </message>
    <message>
        <source>Output reflected</source>
        <translation>输出反转</translation>
    </message>
    <message>
        <source>The result is turned round, bit by bit</source>
        <translation>结果按位反转</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Always these bytes, in hexadecimal</source>
        <translation>总是附加这些字节，十六进制</translation>
    </message>
    <message>
        <source>Byte order</source>
        <translation>字节顺序</translation>
    </message>
    <message>
        <source>Which byte of the checksum goes first</source>
        <translation>校验码的哪个字节在前</translation>
    </message>
    <message>
        <source>High byte first</source>
        <translation>高字节在前</translation>
    </message>
    <message>
        <source>Low byte first</source>
        <translation>低字节在前</translation>
    </message>
    <message>
        <source>From byte</source>
        <translation>起始字节</translation>
    </message>
    <message>
        <source>The first byte of the content that counts; 0 is the very first</source>
        <translation>从内容的第几个字节开始计算；0 为第一个字节</translation>
    </message>
    <message>
        <source>To the end minus</source>
        <translation>末尾不计字节数</translation>
    </message>
    <message>
        <source>So many bytes at the end of the content do not count</source>
        <translation>内容末尾有这么多字节不参与计算</translation>
    </message>
    <message>
        <source>What would be sent now</source>
        <translation>当前将发送的内容</translation>
    </message>
    <message>
        <source>The end of the content, the checksum, and the ending</source>
        <translation>内容末尾、附加位（粗体）和追加结尾</translation>
    </message>
</context>
<context>
    <name>netassist::ChecksumRow</name>
    <message>
        <source>Append checksum…</source>
        <translation>自动发送附加位…</translation>
    </message>
    <message>
        <source>A checksum of the content is sent behind it, before the ending</source>
        <translation>在内容之后、追加结尾之前自动发送校验码</translation>
    </message>
    <message>
        <source>Checksum settings</source>
        <translation>附加位设置</translation>
    </message>
    <message>
        <source>Which checksum, of which bytes</source>
        <translation>选择校验算法和计算范围</translation>
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
    <name>netassist::ColorsDialog</name>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Received data</source>
        <translation>接收数据</translation>
    </message>
    <message>
        <source>Choose the colour of received data in the log</source>
        <translation>选择日志中接收数据的颜色</translation>
    </message>
    <message>
        <source>Sent data</source>
        <translation>发送数据</translation>
    </message>
    <message>
        <source>Choose the colour of sent data in the log</source>
        <translation>选择日志中发送数据的颜色</translation>
    </message>
    <message>
        <source>Where a colour could not be read on the log&apos;s background, a lighter or darker one is shown.</source>
        <translation>如果所选颜色在日志背景上看不清，会自动调亮或调暗显示。</translation>
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
    <name>netassist::DefaultTextDialog</name>
    <message>
        <source>Default text</source>
        <translation>默认发送内容</translation>
    </message>
    <message>
        <source>Text in the send box at the start, if nothing was left in it:</source>
        <translation>启动时如果发送框为空，则填入：</translation>
    </message>
    <message>
        <source>Put into the send box at the start if it is empty; Ctrl+Enter accepts it</source>
        <translation>启动时发送框为空则填入；Ctrl+Enter 确定</translation>
    </message>
</context>
<context>
    <name>netassist::EndingCombo</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>CRLF for AT commands</source>
        <translation>AT 指令自动 CRLF</translation>
    </message>
</context>
<context>
    <name>netassist::EscapeList</name>
    <message>
        <source>Escapes</source>
        <translation>转义符列表</translation>
    </message>
    <message>
        <source>Show the list of escapes</source>
        <translation>显示转义符列表</translation>
    </message>
    <message>
        <source>&lt;tr&gt;&lt;td&gt;&lt;code&gt;\\&lt;/code&gt;&lt;/td&gt;&lt;td&gt;a backslash&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\n &amp;nbsp; \r &amp;nbsp; \t&lt;/code&gt;&lt;/td&gt;&lt;td&gt;LF, CR, tab&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\a &amp;nbsp; \b &amp;nbsp; \f &amp;nbsp; \v&lt;/code&gt;&lt;/td&gt;&lt;td&gt;bell, backspace, form feed, vertical tab&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\e &amp;nbsp; \0&lt;/code&gt;&lt;/td&gt;&lt;td&gt;escape (1B), NUL (00)&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\xHH&lt;/code&gt;&lt;/td&gt;&lt;td&gt;the byte HH, in every encoding&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\ooo&lt;/code&gt;&lt;/td&gt;&lt;td&gt;the byte with the octal number ooo, up to 377&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\uHHHH &amp;nbsp; \UHHHHHHHH&lt;/code&gt;&lt;/td&gt;&lt;td&gt;the character with that Unicode number&lt;/td&gt;&lt;/tr&gt;</source>
        <translation>&lt;tr&gt;&lt;td&gt;&lt;code&gt;\\&lt;/code&gt;&lt;/td&gt;&lt;td&gt;反斜杠&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\n &amp;nbsp; \r &amp;nbsp; \t&lt;/code&gt;&lt;/td&gt;&lt;td&gt;换行 LF、回车 CR、制表符&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\a &amp;nbsp; \b &amp;nbsp; \f &amp;nbsp; \v&lt;/code&gt;&lt;/td&gt;&lt;td&gt;响铃、退格、换页、垂直制表&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\e &amp;nbsp; \0&lt;/code&gt;&lt;/td&gt;&lt;td&gt;ESC（1B）、NUL（00）&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\xHH&lt;/code&gt;&lt;/td&gt;&lt;td&gt;字节 HH，与字符编码无关&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\ooo&lt;/code&gt;&lt;/td&gt;&lt;td&gt;八进制数 ooo 表示的字节，最大 377&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;\uHHHH &amp;nbsp; \UHHHHHHHH&lt;/code&gt;&lt;/td&gt;&lt;td&gt;该 Unicode 码点的字符&lt;/td&gt;&lt;/tr&gt;</translation>
    </message>
    <message>
        <source>&lt;tr&gt;&lt;td colspan=&apos;2&apos;&gt;&lt;b&gt;Filled in at each send&lt;/b&gt; (in HEX too; &lt;code&gt;$${&lt;/code&gt; is the characters &lt;code&gt;${&lt;/code&gt;)&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${counter}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;1, 2, 3 …: start step width base last name&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${date yyyyMMdd} ${time HH:mm:ss}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;the moment of the send&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${unix}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;seconds since 1970; unit=ms&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${random 1 100}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;a number by chance, from min to max&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${bytes 4}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;four random bytes&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${choice on off &quot;half on&quot;}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;one of them by chance&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${length}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;bytes of the content: from minus add&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${peer}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;who gets it: host, port or all&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${checksum XOR}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;of what stands before it: from minus order&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td colspan=&apos;2&apos;&gt;Values without a name are taken in this order. Numbers: width=4 base=16 order=low.&lt;br&gt;In text they are characters, as=bytes makes bytes of them; in HEX they are bytes, as=text makes characters.&lt;/td&gt;&lt;/tr&gt;</source>
        <translation>&lt;tr&gt;&lt;td colspan=&apos;2&apos;&gt;&lt;b&gt;每次发送时自动填入&lt;/b&gt;（HEX 模式也有效；&lt;code&gt;$${&lt;/code&gt; 表示字符 &lt;code&gt;${&lt;/code&gt; 本身）&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${counter}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;计数 1、2、3…：start step width base last name&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${date yyyyMMdd} ${time HH:mm:ss}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;发送时的日期和时间&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${unix}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;1970 年以来的秒数；unit=ms 为毫秒&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${random 1 100}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;随机数，从 min 到 max&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${bytes 4}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;四个随机字节&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${choice on off &quot;half on&quot;}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;随机取其中一个&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${length}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;内容的字节数：from minus add&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${peer}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;对方地址：host、port 或 all&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;code&gt;${checksum XOR}&lt;/code&gt;&lt;/td&gt;&lt;td&gt;它前面内容的校验码：from minus order&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td colspan=&apos;2&apos;&gt;不写参数名时按以上顺序取值。数值可加：width=4 base=16 order=low。&lt;br&gt;文本模式下填入字符，as=bytes 改为字节；HEX 模式下填入字节，as=text 改为字符。&lt;/td&gt;&lt;/tr&gt;</translation>
    </message>
</context>
<context>
    <name>netassist::FilePanel</name>
    <message>
        <source>Choose the file to send</source>
        <translation>选择要发送的文件</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 / %2 字节</translation>
    </message>
    <message>
        <source>to %1 clients</source>
        <translation>发给 %1 个客户端</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Choose a file, drop it here, or paste its path</source>
        <translation>选择文件、拖放到这里或粘贴路径</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>This is not a file</source>
        <translation>这不是文件</translation>
    </message>
    <message>
        <source>File to send</source>
        <translation>发送文件</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>文件路径</translation>
    </message>
    <message>
        <source>The file that is sent, exactly as it is; it can be dropped here too</source>
        <translation>要发送的文件，按原样发送；也可以拖放到这里</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>In blocks</source>
        <translation>分块发送</translation>
    </message>
    <message>
        <source>Send the file in blocks of one size with a pause between them, not as fast as it is taken</source>
        <translation>按固定大小分块、隔一段时间发一块，而不是尽快发送</translation>
    </message>
    <message>
        <source>Block (bytes)</source>
        <translation>每块字节数</translation>
    </message>
    <message>
        <source>Bytes that are written at once; over UDP, the size of each datagram</source>
        <translation>一次写入的字节数；UDP 下即每个数据报的大小</translation>
    </message>
    <message>
        <source>Every (ms)</source>
        <translation>间隔 (ms)</translation>
    </message>
    <message>
        <source>Milliseconds from one block to the next</source>
        <translation>相邻两块之间的毫秒数</translation>
    </message>
    <message>
        <source>Progress of the file</source>
        <translation>文件发送进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop sending the file; what has been handed over to the system still goes</source>
        <translation>停止发送文件；已交给系统的部分仍会发出</translation>
    </message>
</context>
<context>
    <name>netassist::FirstHint</name>
    <message>
        <source>Press Open at the left to listen for clients, or choose another protocol first.</source>
        <translation>点击左侧的“打开”开始监听；也可先选择其他协议类型。</translation>
    </message>
    <message>
        <source>Enter the server&apos;s address at the left and press Connect.</source>
        <translation>在左侧填写服务器地址，然后点击“连接”。</translation>
    </message>
    <message>
        <source>What is received and sent will appear here.</source>
        <translation>收发的数据会显示在这里。</translation>
    </message>
    <message>
        <source>Press Open at the left to exchange datagrams; the remote host is chosen above the send box.</source>
        <translation>点击左侧的“打开”即可收发数据报；发送对象在发送框上方填写。</translation>
    </message>
</context>
<context>
    <name>netassist::HistoryList</name>
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
    <message>
        <source>Forget all past sends (%1)?</source>
        <translation>要清空全部发送历史（%1 条）吗？</translation>
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
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open or close</source>
        <translation>打开/关闭(&amp;O)</translation>
    </message>
    <message>
        <source>Begin or end listening, or the connection</source>
        <translation>开始或结束监听（或连接）</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>Send what is in the box (Ctrl+Enter)</source>
        <translation>发送输入框中的内容（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Save &amp;log as…</source>
        <translation>日志另存为(&amp;L)…</translation>
    </message>
    <message>
        <source>Write the log as it is shown to a file in UTF-8, not only what is in sight</source>
        <translation>将显示的全部日志（不只是当前可见部分）以 UTF-8 写入文件</translation>
    </message>
    <message>
        <source>Save &amp;received bytes as…</source>
        <translation>接收数据另存为(&amp;R)…</translation>
    </message>
    <message>
        <source>Write all received bytes to a file, exactly as they came</source>
        <translation>将收到的全部字节原样写入文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window and all connections</source>
        <translation>关闭窗口和所有连接</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Larger letters in the log</source>
        <translation>放大日志文字</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Smaller letters in the log</source>
        <translation>缩小日志文字</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>恢复默认大小(&amp;R)</translation>
    </message>
    <message>
        <source>Letters of the usual size in the log</source>
        <translation>日志文字恢复默认大小</translation>
    </message>
    <message>
        <source>Always on &amp;top</source>
        <translation>窗口置顶(&amp;T)</translation>
    </message>
    <message>
        <source>Keep this window in front of the others</source>
        <translation>让本窗口始终位于其他窗口之前</translation>
    </message>
    <message>
        <source>&amp;Show settings column</source>
        <translation>显示设置栏(&amp;S)</translation>
    </message>
    <message>
        <source>Show or hide the settings at the left</source>
        <translation>显示或收起左侧的设置栏</translation>
    </message>
    <message>
        <source>&amp;Clear log</source>
        <translation>清除日志(&amp;C)</translation>
    </message>
    <message>
        <source>Clear the log, with all that was received and sent (Ctrl+L)</source>
        <translation>清除日志，包括所有收发的数据（Ctrl+L）</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Network Debugging Assistant</source>
        <translation>关于网络调试助手(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt(&amp;Q)</translation>
    </message>
    <message>
        <source>The toolkit this program is built with</source>
        <translation>本程序所用的开发框架</translation>
    </message>
    <message>
        <source>Capture li&amp;mit…</source>
        <translation>存储上限(&amp;M)…</translation>
    </message>
    <message>
        <source>How much data is kept, how many clients may connect, how much may wait to be sent</source>
        <translation>保留多少数据、允许多少客户端连接、允许多少数据等待发送</translation>
    </message>
    <message>
        <source>Load &amp;file into box…</source>
        <translation>载入文件到发送框(&amp;F)…</translation>
    </message>
    <message>
        <source>Put what a file holds into the send box, as text or as HEX</source>
        <translation>把文件内容以文本或 HEX 放进发送框</translation>
    </message>
    <message>
        <source>Show or hide the tools at the right</source>
        <translation>显示或收起右侧的工具</translation>
    </message>
    <message>
        <source>Show too&amp;l column</source>
        <translation>显示工具栏(&amp;L)</translation>
    </message>
    <message>
        <source>Show everything in this language</source>
        <translation>以此语言显示整个界面</translation>
    </message>
    <message>
        <source>&amp;Next area</source>
        <translation>下一区域(&amp;N)</translation>
    </message>
    <message>
        <source>From the settings to the log, the send box, the tools and round again (F6)</source>
        <translation>焦点依次移到设置、日志、发送框、工具栏（F6）</translation>
    </message>
    <message>
        <source>&amp;Previous area</source>
        <translation>上一区域(&amp;P)</translation>
    </message>
    <message>
        <source>From the tools to the send box, the log, the settings and round again (Shift+F6)</source>
        <translation>焦点反向依次移到工具栏、发送框、日志、设置（Shift+F6）</translation>
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
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>%1 is still being saved. Quit all the same and give that up?</source>
        <translation>正在保存 %1。放弃保存并退出吗？</translation>
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
        <translation>套接字关闭时离开组播组，再次打开时重新加入。</translation>
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
        <source>%1 sent</source>
        <translation>已发送 %1 次</translation>
    </message>
    <message>
        <source>, %1 skipped</source>
        <translation>，跳过 %1 次</translation>
    </message>
    <message>
        <source>%1 bytes are more than a datagram holds: at most %2</source>
        <translation>%1 字节超过一个数据报的上限：最多 %2 字节</translation>
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
        <source>As in send settings</source>
        <translation>同发送设置</translation>
    </message>
    <message>
        <source>Same as receive</source>
        <translation>同接收</translation>
    </message>
    <message>
        <source>What is put before the ending: as in the send settings, none, or its own</source>
        <translation>结尾之前附加什么：同发送设置、无或自定义</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>附加位</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Own…</source>
        <translation>自定义…</translation>
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
    <message>
        <source>Delete commands</source>
        <translation>删除指令</translation>
    </message>
    <message>
        <source>Delete the %1 selected commands?</source>
        <translation>要删除选中的 %1 条指令吗？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>netassist::QuickCommandsEditor</name>
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
    <name>netassist::QuickCommandsPage</name>
    <message>
        <source>Quick commands</source>
        <translation>快捷指令</translation>
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
    <message>
        <source>Save to file…</source>
        <translation>接收保存到文件…</translation>
    </message>
    <message>
        <source>From now on, write what is received to a file as it comes: bytes, or the log as it is shown</source>
        <translation>从现在起，边接收边写入文件：原始字节，或按显示的日志</translation>
    </message>
</context>
<context>
    <name>netassist::RepeatRow</name>
    <message>
        <source>Repeat every</source>
        <translation>循环周期</translation>
    </message>
    <message>
        <source>Send then repeats what is in the box, until it is pressed again</source>
        <translation>选中后点“发送”开始循环发送，再点一次停止</translation>
    </message>
    <message>
        <source>Repeat period</source>
        <translation>循环周期毫秒数</translation>
    </message>
    <message>
        <source>Milliseconds from one send to the next, 1 to 86400000 (a day)</source>
        <translation>两次发送的间隔毫秒数，1 到 86400000（一天）</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>After so many sends it stops by itself; 0: unlimited</source>
        <translation>发送这么多次后自动停止；0 为不限</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
</context>
<context>
    <name>netassist::ReplyEditor</name>
    <message>
        <source>Each piece of data received is sent back as it came (%1 so far)</source>
        <translation>收到的每段数据原样发回（已发回 %1 次）</translation>
    </message>
    <message>
        <source>Reply automatically</source>
        <translation>启用自动应答</translation>
    </message>
    <message>
        <source>Answer what is received, by the rules below and by echo</source>
        <translation>按下面的规则和回显应答收到的数据</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回显</translation>
    </message>
    <message>
        <source>Each piece of data received is sent back as it came</source>
        <translation>收到的每段数据原样发回</translation>
    </message>
    <message>
        <source>Replies per second, in all</source>
        <translation>每秒应答总数上限</translation>
    </message>
    <message>
        <source>Beyond so many a second nothing is answered or echoed, and the log says so</source>
        <translation>每秒超过该次数不再应答或回显，并在日志中说明</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则列表</translation>
    </message>
    <message>
        <source>Rules work independently: each that matches answers, in the order of the table</source>
        <translation>各规则互不影响：凡是匹配的都会应答，顺序同表格</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a rule behind the chosen one</source>
        <translation>在所选规则之后添加一条</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Add a rule like the chosen one</source>
        <translation>复制所选规则</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the chosen rule</source>
        <translation>删除所选规则</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the chosen rule up</source>
        <translation>上移所选规则</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the chosen rule down</source>
        <translation>下移所选规则</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>清零</translation>
    </message>
    <message>
        <source>Count from 0 again</source>
        <translation>次数重新从 0 计起</translation>
    </message>
    <message>
        <source>what is matched goes into the reply, so it is not known before</source>
        <translation>应答中包含匹配到的内容，收到数据前无法预知</translation>
    </message>
</context>
<context>
    <name>netassist::ReplyForm</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Same as receive</source>
        <translation>同接收</translation>
    </message>
    <message>
        <source>Rule name</source>
        <translation>规则名称</translation>
    </message>
    <message>
        <source>What the rule is called in the table and in the log</source>
        <translation>规则在表格和日志中的名称</translation>
    </message>
    <message>
        <source>Received data</source>
        <translation>收到的数据</translation>
    </message>
    <message>
        <source>“contains” and expressions look at all that comes, wherever it is cut. “begins with” and “equals” look at bursts: what comes until the peer pauses for 20 ms or has been answered</source>
        <translation>“包含”和正则表达式匹配收到的全部数据流，不受分包影响。“开头是”和“等于”按一段数据匹配：到对方停顿 20 毫秒或已被应答为止的数据算一段</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>匹配内容</translation>
    </message>
    <message>
        <source>Text with the escapes of the send box; HEX with ?? for any byte; or a regular expression, in which ^ and $ are the borders of lines and bursts</source>
        <translation>文本（转义符同发送框）；HEX（?? 表示任意字节）；或正则表达式（^ 和 $ 表示行或一段数据的首尾）</translation>
    </message>
    <message>
        <source>Pattern as</source>
        <translation>匹配格式</translation>
    </message>
    <message>
        <source>Whether the pattern is text or hexadecimal digits</source>
        <translation>匹配内容是文本还是十六进制</translation>
    </message>
    <message>
        <source>Pattern encoding</source>
        <translation>匹配编码</translation>
    </message>
    <message>
        <source>Encoding of the received text</source>
        <translation>收到的文本所用的编码</translation>
    </message>
    <message>
        <source>Only peer</source>
        <translation>仅限对方</translation>
    </message>
    <message>
        <source>The only peer that is answered, as address or address:port; empty: every peer</source>
        <translation>只应答该对方，写地址或 地址:端口；留空则应答所有对方</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Only if no other rule answers</source>
        <translation>仅当其他规则都未应答时</translation>
    </message>
    <message>
        <source>Waits until the peer pauses, and answers if no other rule has answered meanwhile</source>
        <translation>等对方停顿后，如果其他规则都没有应答，才应答</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>应答内容</translation>
    </message>
    <message>
        <source>What is sent back. ${0} stands for the bytes that matched, ${1}, ${2} … for those of a group of the expression, or of a run of ??</source>
        <translation>要回复的内容。${0} 表示匹配到的字节，${1}、${2} … 表示正则分组或一串 ?? 匹配到的字节</translation>
    </message>
    <message>
        <source>Reply as</source>
        <translation>应答格式</translation>
    </message>
    <message>
        <source>Whether the reply is text or hexadecimal digits</source>
        <translation>应答内容是文本还是十六进制</translation>
    </message>
    <message>
        <source>Reply encoding</source>
        <translation>应答编码</translation>
    </message>
    <message>
        <source>Encoding in which the reply is sent</source>
        <translation>发送应答所用的编码</translation>
    </message>
    <message>
        <source>Parse escapes</source>
        <translation>自动解析转义符</translation>
    </message>
    <message>
        <source>In a text reply, \n, \xFF and their like stand for the character or byte they name</source>
        <translation>应答文本中的 \n、\xFF 等表示对应的字符或字节</translation>
    </message>
    <message>
        <source>Append ending</source>
        <translation>追加结尾</translation>
    </message>
    <message>
        <source>Bytes sent behind the reply</source>
        <translation>在应答后面追加发送的字节</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延时</translation>
    </message>
    <message>
        <source>How long the reply waits, in milliseconds</source>
        <translation>延时多少毫秒后应答</translation>
    </message>
    <message>
        <source>At most per second</source>
        <translation>每秒最多</translation>
    </message>
    <message>
        <source>Matches beyond so many a second are not answered, and the log says so: two programs that answer each other come to an end</source>
        <translation>每秒超过该次数的匹配不再应答，并在日志中说明：避免两个程序互相应答停不下来</translation>
    </message>
</context>
<context>
    <name>netassist::ReplyModel</name>
    <message>
        <source>%1 %2</source>
        <comment>kind of match, pattern</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Pattern, column %1: %2</source>
        <translation>匹配内容第 %1 列：%2</translation>
    </message>
    <message>
        <source>Reply, line %1, column %2: %3</source>
        <translation>应答内容第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>Stopped: looking for this expression takes too long, make it simpler</source>
        <translation>已停用：该正则表达式匹配耗时过长，请简化</translation>
    </message>
    <message>
        <source>%1 matches were not answered: a limit held them back</source>
        <translation>有 %1 次匹配因限速未应答</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>When received</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>equals</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>matches expression</source>
        <translation>匹配正则</translation>
    </message>
</context>
<context>
    <name>netassist::ReplyPage</name>
    <message>
        <source>Automatic replies</source>
        <translation>自动应答</translation>
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
    <name>netassist::SaveToFileDialog</name>
    <message>
        <source>Choose a file or write its path.</source>
        <translation>请选择文件或填写路径。</translation>
    </message>
    <message>
        <source>This is a folder: write a file&apos;s name behind it.</source>
        <translation>这是文件夹：请在后面写上文件名。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>Each peer gets a file of its own, such as %1. For those that already exist:</source>
        <translation>每个对方各存一个文件，例如 %1。已有的文件：</translation>
    </message>
    <message>
        <source>The file already exists, with %1:</source>
        <translation>文件已存在，有 %1：</translation>
    </message>
    <message>
        <source>The file will be created.</source>
        <translation>将新建这个文件。</translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>接收保存到文件</translation>
    </message>
    <message>
        <source>What is saved from now on</source>
        <translation>从现在起保存什么</translation>
    </message>
    <message>
        <source>Received bytes</source>
        <translation>接收到的字节</translation>
    </message>
    <message>
        <source>What is received, byte for byte, from all peers in the order it comes</source>
        <translation>所有对方发来的数据，逐字节按到达顺序保存</translation>
    </message>
    <message>
        <source>Received bytes, a file for each peer</source>
        <translation>接收到的字节，每个对方一个文件</translation>
    </message>
    <message>
        <source>What each peer sends, byte for byte, in a file that has its address in its name</source>
        <translation>每个对方发来的数据逐字节存入各自的文件，文件名中带有其地址</translation>
    </message>
    <message>
        <source>The log as it is shown</source>
        <translation>按显示的日志</translation>
    </message>
    <message>
        <source>Times, peers, notes and data as the log shows them, in UTF-8; hidden data too</source>
        <translation>与日志显示一致的时间、对方、提示和数据，UTF-8 编码；不显示的接收数据也保存</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where it is saved</source>
        <translation>保存到哪里</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose where it is saved</source>
        <translation>选择保存的位置</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>What the file holds stays, and what comes is written behind it</source>
        <translation>保留文件原有内容，新数据写在后面</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>What the file holds is lost</source>
        <translation>文件原有内容将丢失</translation>
    </message>
    <message>
        <source>Start saving</source>
        <translation>开始保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>netassist::SendArea</name>
    <message>
        <source>Nothing is sent while the box holds an error: the line below says which</source>
        <translation>输入框内容有错，不能发送：错误见下方</translation>
    </message>
    <message>
        <source>There is nothing to send: type it into the box</source>
        <translation>没有可发送的内容：请在输入框中输入</translation>
    </message>
    <message>
        <source>There is nobody to send to: open the server, then a client has to connect</source>
        <translation>没有发送对象：请先打开服务器，并等待客户端连接</translation>
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
        <source>Send the file (Ctrl+Enter)</source>
        <translation>发送文件（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Send what is in the box (Ctrl+Enter), behind the file that is being sent</source>
        <translation>发送输入框中的内容（Ctrl+Enter），排在正在发送的文件之后</translation>
    </message>
    <message>
        <source>A file is being sent: wait for it or cancel it</source>
        <translation>正在发送文件：请等待或取消</translation>
    </message>
    <message>
        <source>There is nothing to send: choose a file</source>
        <translation>没有可发送的内容：请选择文件</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop repeating (Ctrl+Enter)</source>
        <translation>停止循环发送（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Start repeating what is in the box (Ctrl+Enter)</source>
        <translation>开始循环发送发送框的内容（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Send an empty datagram (Ctrl+Enter)</source>
        <translation>发送一个空数据报 (Ctrl+Enter)</translation>
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
</context>
<context>
    <name>netassist::SendBox</name>
    <message>
        <source>Data to send</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>Load file into box…</source>
        <translation>载入文件到发送框…</translation>
    </message>
    <message>
        <source>What is sent; Ctrl+Enter sends it, Ctrl+Up and Ctrl+Down bring back what was sent before. A file dropped here is sent as a file</source>
        <translation>要发送的内容；Ctrl+Enter 发送，Ctrl+↑ 和 Ctrl+↓ 调出以前发送过的内容。拖到这里的文件按文件发送</translation>
    </message>
</context>
<context>
    <name>netassist::SendFile</name>
    <message>
        <source>Load file into box</source>
        <translation>载入文件到发送框</translation>
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
        <source>Append ending</source>
        <translation>追加结尾</translation>
    </message>
    <message>
        <source>Bytes sent behind the content of the box</source>
        <translation>附加在输入框内容之后一起发送的字节</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>A file is sent as it is, and not what the box holds; the box keeps it</source>
        <translation>按原样发送文件，而不是输入框中的内容；输入框内容保留</translation>
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
    <message>
        <source>In text, \n, \xFF and their like stand for the character or byte they name, and ${counter} and its like are filled in at each send</source>
        <translation>文本中的 \n、\xFF 等转义符表示相应的字符或字节，${counter} 等占位符在每次发送时自动填入</translation>
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
        <source>Empty the send box; its counters begin again</source>
        <translation>清空发送框，其中的计数器重新开始</translation>
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
    <message>
        <source>File: %1</source>
        <translation>文件: %1</translation>
    </message>
    <message>
        <source>Bytes in the file that is saved to</source>
        <translation>保存到的文件的字节数</translation>
    </message>
    <message>
        <source>Bytes in the file that is saved to: %1</source>
        <translation>保存到的文件的字节数：%1</translation>
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
    <message>
        <source>Tools for sending and answering; the arrow keys go from one to the next</source>
        <translation>发送与应答的工具；用方向键切换</translation>
    </message>
</context>
<context>
    <name>netassist::TrayIcon</name>
    <message>
        <source>Show the window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
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

// SPDX-License-Identifier: MIT
// The controls that a person knows from the design, with their labels, in a main window of bare widgets: nothing behind
// them, nothing translated, remembered or drawn by hand. What is left of the start of the real window is ours.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStatusBar>

namespace {

QComboBox* combo(const QStringList& entries)
{
    auto* box = new QComboBox;
    box->addItems(entries);
    return box;
}

QLabel* title(const QString& text)
{
    auto* label = new QLabel(text);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QHBoxLayout* row(const QList<QWidget*>& widgets)
{
    auto* layout = new QHBoxLayout;
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    return layout;
}

QGroupBox* network()
{
    auto* box = new QGroupBox(QStringLiteral("网络设置"));
    auto* layout = new QVBoxLayout(box);
    auto* host = combo({QStringLiteral("127.0.0.1"), QStringLiteral("0.0.0.0"), QStringLiteral("::")});
    host->setEditable(true);
    layout->addWidget(new QLabel(QStringLiteral("协议类型")));
    layout->addWidget(combo({QStringLiteral("TCP 服务器"), QStringLiteral("TCP 客户端"), QStringLiteral("UDP")}));
    layout->addWidget(new QLabel(QStringLiteral("本地主机地址")));
    layout->addWidget(host);
    layout->addWidget(new QLabel(QStringLiteral("本地主机端口")));
    layout->addWidget(new QLineEdit(QStringLiteral("8080")));
    layout->addLayout(row({new QLabel(QStringLiteral("●")), new QPushButton(QStringLiteral("打开"))}));
    return box;
}

QGroupBox* receive()
{
    auto* box = new QGroupBox(QStringLiteral("接收设置"));
    auto* layout = new QVBoxLayout(box);
    layout->addLayout(row({new QRadioButton(QStringLiteral("文本")), new QRadioButton(QStringLiteral("HEX"))}));
    layout->addLayout(row({new QLabel(QStringLiteral("字符编码")), combo({QStringLiteral("GBK")})}));
    layout->addWidget(new QCheckBox(QStringLiteral("按日志模式显示")));
    layout->addWidget(new QCheckBox(QStringLiteral("接收区自动换行")));
    layout->addWidget(new QCheckBox(QStringLiteral("接收数据不显示")));
    layout->addWidget(new QCheckBox(QStringLiteral("接收保存到文件…")));
    layout->addLayout(row({new QCheckBox(QStringLiteral("自动滚屏")), new QPushButton(QStringLiteral("清除接收"))}));
    return box;
}

QGroupBox* send()
{
    auto* box = new QGroupBox(QStringLiteral("发送设置"));
    auto* layout = new QVBoxLayout(box);
    layout->addLayout(row({new QRadioButton(QStringLiteral("文本")), new QRadioButton(QStringLiteral("HEX")),
                           new QRadioButton(QStringLiteral("文件"))}));
    layout->addLayout(row({new QLabel(QStringLiteral("字符编码")), combo({QStringLiteral("同接收")})}));
    layout->addWidget(new QCheckBox(QStringLiteral("自动解析转义符")));
    layout->addLayout(row({new QLabel(QStringLiteral("追加结尾")), combo({QStringLiteral("无")})}));
    layout->addWidget(new QCheckBox(QStringLiteral("自动发送附加位…")));
    auto* period = new QSpinBox;
    period->setRange(1, 86'400'000);
    period->setValue(1000);
    layout->addLayout(row({new QCheckBox(QStringLiteral("循环周期")), period, new QLabel(QStringLiteral("ms"))}));
    auto* times = new QSpinBox;
    times->setSpecialValueText(QStringLiteral("不限"));
    layout->addLayout(row({new QLabel(QStringLiteral("次数")), times}));
    layout->addLayout(row({new QPushButton(QStringLiteral("快捷指令")), new QPushButton(QStringLiteral("历史发送"))}));
    return box;
}

QWidget* logArea()
{
    auto* area = new QWidget;
    auto* layout = new QVBoxLayout(area);
    auto* log = new QPlainTextEdit;
    log->setReadOnly(true);
    log->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    layout->addWidget(title(QStringLiteral("数据日志")));
    layout->addWidget(log);
    return area;
}

QWidget* sendArea()
{
    auto* area = new QWidget;
    auto* layout = new QVBoxLayout(area);
    layout->addLayout(row({title(QStringLiteral("数据发送")), new QLabel(QStringLiteral("客户端")),
                           combo({QStringLiteral("所有客户端 (0)")}), new QPushButton(QStringLiteral("断开")),
                           new QPushButton(QStringLiteral("清除接收")), new QPushButton(QStringLiteral("清除发送"))}));
    auto* box = new QPlainTextEdit;
    box->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    box->setPlaceholderText(QStringLiteral("发送内容"));
    auto* button = new QPushButton(QStringLiteral("发送"));
    QFont large = button->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.3);
    button->setFont(large);
    layout->addLayout(row({box, button}));
    return area;
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1040, 820);
    for (const QString& menu : {QStringLiteral("文件(&F)"), QStringLiteral("视图(&V)"), QStringLiteral("语言(&L)"),
                                QStringLiteral("帮助(&H)")})
        window.menuBar()->addMenu(menu);
    window.statusBar()->addWidget(new QLabel(QStringLiteral("就绪!")), 1);
    for (const QString& counter : {QStringLiteral("0/0"), QStringLiteral("RX: 0"), QStringLiteral("TX: 0")})
        window.statusBar()->addPermanentWidget(new QLabel(counter));
    window.statusBar()->addPermanentWidget(new QPushButton(QStringLiteral("复位计数")));

    auto* column = new QVBoxLayout;
    for (QGroupBox* box : {network(), receive(), send()})
        column->addWidget(box);
    column->addStretch();
    auto* areas = new QSplitter(Qt::Vertical);
    areas->addWidget(logArea());
    areas->addWidget(sendArea());
    auto* center = new QWidget;
    auto* layout = new QHBoxLayout(center);
    layout->addLayout(column);
    layout->addWidget(areas, 1);
    window.setCentralWidget(center);
    window.show();
    return QApplication::exec();
}

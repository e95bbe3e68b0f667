// SPDX-License-Identifier: MIT
#include "ui/ConnectionDialog.h"

#include "ui/Hint.h"
#include "ui/HostCombo.h"
#include "ui/SettingsButtons.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace netassist {

namespace {

constexpr int kHighestPort = 65535;
constexpr int kDialogWidth = 420;

} // namespace

ConnectionDialog::ConnectionDialog(const ClientOptions& options, QWidget* parent)
    : QDialog(parent),
      m_localHostLabel(new QLabel(this)),
      m_localHost(new HostCombo(this)),
      m_localPortLabel(new QLabel(this)),
      m_localPort(new QSpinBox(this)),
      m_timeoutLabel(new QLabel(this)),
      m_timeout(new QSpinBox(this)),
      m_reconnect(new QCheckBox(this)),
      m_reconnectLabel(new QLabel(this)),
      m_reconnectSeconds(new QSpinBox(this)),
      m_keepAlive(new QCheckBox(this)),
      m_buttons(new SettingsButtons(*this))
{
    m_localHostLabel->setBuddy(m_localHost);
    m_localPortLabel->setBuddy(m_localPort);
    m_timeoutLabel->setBuddy(m_timeout);
    m_reconnectLabel->setBuddy(m_reconnectSeconds);
    m_localHost->offer({}, true);
    QPalette colors = m_localHost->palette(); // some dark themes forget this one
    QColor pale = colors.color(QPalette::Text);
    pale.setAlphaF(0.5);
    colors.setColor(QPalette::PlaceholderText, pale);
    m_localHost->lineEdit()->setPalette(colors);
    m_localPort->setRange(0, kHighestPort);
    m_timeout->setRange(1, ClientOptions::kLongestTimeoutSeconds);
    m_timeout->setSuffix(QStringLiteral(" s"));
    m_reconnectSeconds->setRange(1, ClientOptions::kLongestReconnectSeconds);
    m_reconnectSeconds->setSuffix(QStringLiteral(" s"));
    layOut();

    connect(m_reconnect, &QCheckBox::toggled, m_reconnectSeconds, &QWidget::setEnabled);
    connect(m_buttons, &SettingsButtons::defaultsRequested, this, [this] { fill(ClientOptions()); });
    retranslate();
    fill(options);
}

ClientOptions ConnectionDialog::options() const
{
    ClientOptions options;
    options.localHost = m_localHost->host();
    options.localPort = static_cast<quint16>(m_localPort->value());
    options.timeoutSeconds = m_timeout->value();
    options.reconnect = m_reconnect->isChecked();
    options.reconnectSeconds = m_reconnectSeconds->value();
    options.keepAlive = m_keepAlive->isChecked();
    return options;
}

void ConnectionDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ConnectionDialog::layOut()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_localHostLabel, 0, 0);
    grid->addWidget(m_localHost, 0, 1);
    grid->addWidget(m_localPortLabel, 1, 0);
    grid->addWidget(m_localPort, 1, 1, Qt::AlignLeft);
    grid->addWidget(m_timeoutLabel, 2, 0);
    grid->addWidget(m_timeout, 2, 1, Qt::AlignLeft);
    grid->addWidget(m_reconnect, 3, 0, 1, 2);
    grid->addWidget(m_reconnectLabel, 4, 0);
    grid->addWidget(m_reconnectSeconds, 4, 1, Qt::AlignLeft);
    grid->addWidget(m_keepAlive, 5, 0, 1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(grid);
    layout->addStretch();
    layout->addWidget(m_buttons);
    setMinimumWidth(kDialogWidth);
}

void ConnectionDialog::fill(const ClientOptions& options)
{
    m_localHost->setHost(options.localHost);
    m_localPort->setValue(options.localPort);
    m_timeout->setValue(options.timeoutSeconds);
    m_reconnect->setChecked(options.reconnect);
    m_reconnectSeconds->setValue(options.reconnectSeconds);
    m_reconnectSeconds->setEnabled(options.reconnect);
    m_keepAlive->setChecked(options.keepAlive);
}

void ConnectionDialog::retranslate()
{
    setWindowTitle(tr("Connection options"));
    m_localHostLabel->setText(tr("Connect from host"));
    m_localHost->setAccessibleName(m_localHostLabel->text());
    m_localHost->lineEdit()->setAccessibleName(m_localHostLabel->text());
    m_localHost->lineEdit()->setPlaceholderText(tr("automatic"));
    setHint(*m_localHost, tr("Address of this machine to connect from; empty: the system chooses"));
    m_localPortLabel->setText(tr("Connect from port"));
    m_localPort->setAccessibleName(m_localPortLabel->text());
    setHint(*m_localPort, tr("Port of this machine to connect from; 0 takes any free one"));
    m_timeoutLabel->setText(tr("Give up after"));
    m_timeout->setAccessibleName(m_timeoutLabel->text());
    setHint(*m_timeout, tr("How long each address of the server may take to answer"));
    m_reconnect->setText(tr("Reconnect automatically"));
    setHint(*m_reconnect, tr("Try again when no connection comes about or the server ends it, until the button is "
                             "clicked"));
    m_reconnectLabel->setText(tr("First attempt after"));
    m_reconnectSeconds->setAccessibleName(m_reconnectLabel->text());
    setHint(*m_reconnectSeconds, tr("Each further attempt waits twice as long, up to 30 s"));
    m_keepAlive->setText(tr("Keep alive"));
    setHint(*m_keepAlive, tr("Let the system ask a silent server now and then whether it is still there "
                             "(SO_KEEPALIVE); counts from the next connection on"));
}

} // namespace netassist

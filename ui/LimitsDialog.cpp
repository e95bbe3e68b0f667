// SPDX-License-Identifier: MIT
#include "ui/LimitsDialog.h"

#include "ui/Hint.h"
#include "ui/SettingsButtons.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace netassist {

namespace {

constexpr qint64 kMiB = qint64{1} << 20;
constexpr qint64 kGiB = qint64{1} << 30;
constexpr int kMostInUnit = 1 << 20;
static_assert(kMostInUnit * kGiB == SessionLimits::kMostCaptureBytes);
constexpr int kLimitsWidth = 460;

/// Whole units, at least one.
int inUnits(qint64 bytes, qint64 unit)
{
    return static_cast<int>(std::clamp<qint64>(bytes / unit, 1, kMostInUnit));
}

QLabel* makeHint(QWidget* parent)
{
    auto* hint = new QLabel(parent);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    return hint;
}

} // namespace

LimitsDialog::LimitsDialog(const SessionLimits& limits, QWidget* parent)
    : QDialog(parent),
      m_captureLabel(new QLabel(this)),
      m_automatic(new QRadioButton(this)),
      m_atMost(new QRadioButton(this)),
      m_capture(new QSpinBox(this)),
      m_unit(new QComboBox(this)),
      m_captureHint(makeHint(this)),
      m_clientsLabel(new QLabel(this)),
      m_clients(new QSpinBox(this)),
      m_clientsHint(makeHint(this)),
      m_waitingLabel(new QLabel(this)),
      m_waiting(new QSpinBox(this)),
      m_waitingHint(makeHint(this)),
      m_buttons(new SettingsButtons(*this))
{
    m_capture->setRange(1, kMostInUnit);
    m_unit->addItem(QStringLiteral("MiB"), kMiB);
    m_unit->addItem(QStringLiteral("GiB"), kGiB);
    m_clients->setRange(1, static_cast<int>(SessionLimits::kMostClients));
    m_waiting->setRange(1, static_cast<int>(SessionLimits::kMostWaitingBytes / kMiB));
    m_waiting->setSuffix(QStringLiteral(" MiB"));
    m_clientsLabel->setBuddy(m_clients);
    m_waitingLabel->setBuddy(m_waiting);
    layOut();

    connect(m_atMost, &QRadioButton::toggled, m_capture, &QWidget::setEnabled);
    connect(m_atMost, &QRadioButton::toggled, m_unit, &QWidget::setEnabled);
    connect(m_buttons, &SettingsButtons::defaultsRequested, this, [this] { fill(SessionLimits()); });
    retranslate();
    fill(limits);
}

SessionLimits LimitsDialog::limits() const
{
    SessionLimits limits;
    limits.captureBytes = m_automatic->isChecked() ? 0 : m_capture->value() * captureUnit();
    limits.clients = m_clients->value();
    limits.waitingBytes = m_waiting->value() * kMiB;
    return limits;
}

void LimitsDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void LimitsDialog::layOut()
{
    auto* atMost = new QHBoxLayout;
    atMost->setSpacing(6);
    atMost->addWidget(m_atMost);
    atMost->addWidget(m_capture);
    atMost->addWidget(m_unit);
    atMost->addStretch();
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_captureLabel, 0, 0);
    grid->addWidget(m_automatic, 0, 1);
    grid->addLayout(atMost, 1, 1);
    grid->addWidget(m_captureHint, 2, 1);
    grid->addWidget(m_clientsLabel, 4, 0);
    grid->addWidget(m_clients, 4, 1, Qt::AlignLeft);
    grid->addWidget(m_clientsHint, 5, 1);
    grid->addWidget(m_waitingLabel, 7, 0);
    grid->addWidget(m_waiting, 7, 1, Qt::AlignLeft);
    grid->addWidget(m_waitingHint, 8, 1);
    for (const int gap : {3, 6})
        grid->setRowMinimumHeight(gap, 8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(grid);
    layout->addStretch();
    layout->addWidget(m_buttons);
    setMinimumWidth(kLimitsWidth);
}

void LimitsDialog::fill(const SessionLimits& limits)
{
    const bool isAutomatic = limits.captureBytes <= 0;
    m_atMost->setChecked(!isAutomatic);
    m_automatic->setChecked(isAutomatic);
    m_capture->setEnabled(!isAutomatic);
    m_unit->setEnabled(!isAutomatic);
    const qint64 capture = isAutomatic ? 4 * kGiB : limits.captureBytes; // something to start from
    const qint64 unit = capture % kGiB == 0 || capture / kMiB > kMostInUnit ? kGiB : kMiB;
    m_unit->setCurrentIndex(m_unit->findData(unit));
    m_capture->setValue(inUnits(capture, unit));
    m_clients->setValue(static_cast<int>(std::min(limits.clients, SessionLimits::kMostClients)));
    m_waiting->setValue(inUnits(limits.waitingBytes, kMiB));
}

qint64 LimitsDialog::captureUnit() const
{
    return m_unit->currentData().toLongLong();
}

void LimitsDialog::retranslate()
{
    setWindowTitle(tr("Capture limit"));
    m_captureLabel->setText(tr("Capture limit"));
    m_automatic->setText(tr("Automatic: 4 GiB, or a quarter of the free disk space if that is less"));
    setHint(*m_automatic, tr("Keep as much data as the disk comfortably takes"));
    m_atMost->setText(tr("At most"));
    setHint(*m_atMost, tr("Keep no more data than this"));
    m_capture->setAccessibleName(m_captureLabel->text());
    setHint(*m_capture, tr("How much sent and received data is kept at most"));
    m_unit->setAccessibleName(tr("Unit"));
    setHint(*m_unit, tr("Unit of the capture limit"));
    m_captureHint->setText(
        tr("Sent and received data is kept on disk. Past the limit the oldest goes, and the log says so."));
    m_clientsLabel->setText(tr("Clients"));
    m_clients->setAccessibleName(m_clientsLabel->text());
    setHint(*m_clients, tr("How many clients may be connected to the server at once"));
    m_clientsHint->setText(tr("Connected to the server at once. Past the limit newcomers are turned away; nobody is "
                              "disconnected."));
    m_waitingLabel->setText(tr("Waiting to be sent"));
    m_waiting->setAccessibleName(m_waitingLabel->text());
    setHint(*m_waiting, tr("How much may wait for each peer that does not read"));
    m_waitingHint->setText(tr("In memory, for each peer that does not read. Past the limit sends to it are refused."));
}

} // namespace netassist

// SPDX-License-Identifier: MIT
#include "ui/StatusLine.h"

#include "app/text/Encoding.h"
#include "ui/ElidedLabel.h"
#include "ui/Hint.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace netassist {

namespace {

/// Wide enough that a growing number moves its neighbours only now and then.
constexpr int kFieldDigits = 11;

QString withRate(const QString& text, double bytesPerSecond)
{
    if (bytesPerSecond <= 0)
        return text;
    QString rate = QLocale::c().formattedDataSize(static_cast<qint64>(bytesPerSecond), 1, QLocale::DataSizeSIFormat);
    rate.replace(QLatin1String("bytes"), QLatin1String("B")); // like kB and MB, in every language
    return QStringLiteral("%1 (%2/s)").arg(text, rate);
}

/// That a connection was reset says also that it is no more.
bool isEndToldBy(const Note& before, const Note& note)
{
    return before.kind == NoteKind::Reset &&
           (note.kind == NoteKind::Disconnected || note.kind == NoteKind::ClientDisconnected) &&
           before.details.value(0) == note.details.value(0);
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent),
      m_message(new ElidedLabel(this)),
      m_undecodable(new QLabel(this)),
      m_showAs(new QToolButton(this)),
      m_progress(new QProgressBar(this)),
      m_cancel(new QToolButton(this)),
      m_saved(new QLabel(this)),
      m_records(new QLabel(this)),
      m_received(new QLabel(this)),
      m_sent(new QLabel(this)),
      m_reset(new QPushButton(this))
{
    setSizeGripEnabled(false);
    m_showAs->setFocusPolicy(Qt::StrongFocus);
    m_cancel->setAutoRaise(true);
    m_cancel->setFocusPolicy(Qt::StrongFocus);
    m_progress->setRange(0, 100);
    m_progress->setMaximumWidth(140);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    m_records->setMinimumWidth(digit * 7);
    m_received->setMinimumWidth(digit * kFieldDigits);
    m_sent->setMinimumWidth(digit * kFieldDigits);
    m_records->setAlignment(Qt::AlignCenter);

    addWidget(m_message, 1);
    addPermanentWidget(m_undecodable);
    addPermanentWidget(m_showAs);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_saved);
    addPermanentWidget(m_records);
    addPermanentWidget(m_received);
    addPermanentWidget(m_sent);
    addPermanentWidget(m_reset);
    setContentsMargins(8, 0, 8, 0);
    setProgress(-1);

    m_unread.setTimerType(Qt::PreciseTimer);
    m_unread.setSingleShot(true);
    m_unread.setInterval(kReadMs);
    connect(&m_unread, &QTimer::timeout, this, &StatusLine::refreshMessage);
    connect(m_reset, &QPushButton::clicked, this, &StatusLine::resetRequested);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    connect(m_showAs, &QToolButton::clicked, this, [this] {
        if (m_suggestion != nullptr)
            Q_EMIT encodingRequested(*m_suggestion);
    });
    retranslate();
}

void StatusLine::setHint(const QString& hint)
{
    m_hint = hint;
    refreshMessage();
}

void StatusLine::setNote(const Note& note)
{
    if (m_note && isEndToldBy(*m_note, note))
        return;
    m_note = note;
    if (note.isError())
        m_unread.start();
    else
        m_unread.stop();
    m_hint.clear(); // what has just happened matters more; the next control under the mouse brings hints back
    refreshMessage();
}

void StatusLine::clearNote()
{
    m_note.reset();
    m_unread.stop();
    refreshMessage();
}

void StatusLine::clearNote(NoteKind kind)
{
    if (m_note && m_note->kind == kind)
        clearNote();
}

void StatusLine::setCounters(const Counters& counters, double receiveRate, double sendRate)
{
    const bool goesOut = counters.sentRecords > m_counters.sentRecords;
    if (goesOut && m_note && m_note->isOverOnceSending() && !m_unread.isActive())
        clearNote();
    m_counters = counters;
    m_receiveRate = receiveRate;
    m_sendRate = sendRate;
    refreshCounters();
}

void StatusLine::setUndecodable(qint64 bytes, const Encoding* encoding, const Encoding* suggestion)
{
    m_undecodableBytes = bytes;
    m_encoding = encoding;
    m_suggestion = suggestion;
    refreshUndecodable();
}

void StatusLine::setProgress(int percent)
{
    m_progress->setVisible(percent >= 0);
    m_cancel->setVisible(percent >= 0);
    m_progress->setValue(qMax(percent, 0));
}

void StatusLine::setSaved(qint64 bytes, const QString& path)
{
    m_savedBytes = bytes;
    m_savedPath = path;
    refreshSaved();
}

void StatusLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStatusBar::changeEvent(event);
}

void StatusLine::refreshMessage()
{
    const bool showsHint = !m_hint.isEmpty() && !m_unread.isActive();
    if (showsHint)
        m_message->setText(m_hint);
    else if (m_note)
        m_message->setText(m_note->sentence());
    else
        m_message->setText(tr("Ready!"));
    const bool isError = !showsHint && m_note && m_note->isError();
    m_message->setTone(isError ? ElidedLabel::Tone::Warning : ElidedLabel::Tone::Normal);
}

void StatusLine::refreshCounters()
{
    m_records->setText(QStringLiteral("%1/%2").arg(m_counters.receivedRecords).arg(m_counters.sentRecords));
    m_received->setText(withRate(QStringLiteral("RX: %1").arg(m_counters.receivedBytes), m_receiveRate));
    m_sent->setText(withRate(QStringLiteral("TX: %1").arg(m_counters.sentBytes), m_sendRate));
}

void StatusLine::refreshSaved()
{
    m_saved->setVisible(m_savedBytes >= 0);
    m_saved->setText(m_savedBytes >= 0 ? tr("File: %1").arg(m_savedBytes) : QString());
    m_saved->setAccessibleDescription(tr("Bytes in the file that is saved to"));
    netassist::setHint(*m_saved, tr("Bytes in the file that is saved to: %1").arg(m_savedPath));
}

void StatusLine::refreshUndecodable()
{
    const bool invalid = m_undecodableBytes > 0 && m_encoding != nullptr;
    m_undecodable->setVisible(invalid || m_suggestion != nullptr);
    m_showAs->setVisible(m_suggestion != nullptr);
    if (invalid)
        m_undecodable->setText(
            m_undecodableBytes == 1
                ? tr("1 byte is not valid in %1").arg(m_encoding->name())
                : tr("%1 bytes are not valid in %2").arg(m_undecodableBytes).arg(m_encoding->name()));
    else if (m_suggestion != nullptr)
        m_undecodable->setText(tr("This looks like %1").arg(m_suggestion->name()));
    if (m_suggestion != nullptr)
        m_showAs->setText(tr("Show as %1").arg(m_suggestion->name()));
}

void StatusLine::retranslate()
{
    m_reset->setText(tr("Reset counters"));
    netassist::setHint(*m_reset, tr("Set the counters to zero; the log stays"));
    m_cancel->setText(tr("Cancel"));
    netassist::setHint(*m_cancel, tr("Stop writing the file and leave what was there before"));
    m_progress->setAccessibleName(tr("Progress"));
    m_records->setAccessibleDescription(tr("Records received / sent"));
    netassist::setHint(*m_records, tr("Records received / sent"));
    netassist::setHint(*m_received, tr("Bytes received, and how many a second while they come"));
    netassist::setHint(*m_sent, tr("Bytes sent, and how many a second while they go"));
    m_received->setAccessibleDescription(tr("Bytes received"));
    m_sent->setAccessibleDescription(tr("Bytes sent"));
    netassist::setHint(*m_showAs, tr("Show the log in the encoding in which all of it is valid"));
    refreshMessage();
    refreshCounters();
    refreshSaved();
    refreshUndecodable();
}

} // namespace netassist

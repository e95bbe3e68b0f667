// SPDX-License-Identifier: MIT
#include "ui/PayloadHint.h"

#include "ui/ElidedLabel.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>

namespace netassist {

QString byteCountText(qint64 bytes)
{
    if (bytes == 1)
        return QCoreApplication::translate("netassist::PayloadHint", "1 byte");
    return QCoreApplication::translate("netassist::PayloadHint", "%1 bytes").arg(bytes);
}

PayloadHint::PayloadHint(QWidget* parent) : QWidget(parent), m_label(new ElidedLabel(this))
{
    m_label->setLines(1, 2);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label);
    refresh();
}

void PayloadHint::setByteCount(qint64 bytes)
{
    m_kind = Kind::Count;
    m_bytes = bytes;
    refresh();
}

void PayloadHint::setError(const PayloadError& error)
{
    m_kind = Kind::Error;
    m_error = error;
    refresh();
}

void PayloadHint::setConversionError(PayloadMode wanted, const PayloadError& error)
{
    m_kind = Kind::ConversionError;
    m_wanted = wanted;
    m_error = error;
    refresh();
}

void PayloadHint::setTooLarge(qint64 bytes, qint64 limit)
{
    m_kind = Kind::TooLarge;
    m_bytes = bytes;
    m_limit = limit;
    refresh();
}

void PayloadHint::setAimError(const QString& error)
{
    if (m_aimError == error)
        return;
    m_aimError = error;
    refresh();
}

void PayloadHint::setRepeat(const std::optional<Repeat>& repeat)
{
    if (m_repeat == repeat)
        return;
    m_repeat = repeat;
    refresh();
}

void PayloadHint::setWaitingBytes(qint64 bytes)
{
    if (m_waiting == bytes)
        return;
    m_waiting = bytes;
    refresh();
}

void PayloadHint::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    // The reason inside an error is told anew by whoever parses the box again.
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

QString PayloadHint::errorText() const
{
    if (m_error.line == 1)
        return tr("Column %1: %2").arg(QString::number(m_error.column), m_error.reason);
    return tr("Line %1, column %2: %3")
        .arg(QString::number(m_error.line), QString::number(m_error.column), m_error.reason);
}

void PayloadHint::refresh()
{
    const QString separator = QStringLiteral("  \u00B7  ");
    QString text;
    switch (m_kind) {
    case Kind::Count:
        text = byteCountText(m_bytes);
        break;
    case Kind::Error:
        text = errorText();
        break;
    case Kind::ConversionError:
        text = m_wanted == PayloadMode::Hex ? tr("Cannot be converted to HEX. %1").arg(errorText())
                                            : tr("Cannot be converted to text. %1").arg(errorText());
        break;
    case Kind::TooLarge:
        text = tr("%1 bytes are more than a datagram holds: at most %2").arg(m_bytes).arg(m_limit);
        break;
    }
    if (!m_aimError.isEmpty())
        text += separator + m_aimError;
    if (m_repeat) {
        text += separator + tr("%1 sent").arg(m_repeat->sent);
        if (m_repeat->skipped > 0)
            text += tr(", %1 skipped").arg(m_repeat->skipped);
    }
    if (m_waiting > 0)
        text += separator + tr("%1 waiting to be sent").arg(byteCountText(m_waiting));
    m_label->setText(text);
    m_label->setTone(m_kind == Kind::Count && m_aimError.isEmpty() ? ElidedLabel::Tone::Quiet
                                                                   : ElidedLabel::Tone::Warning);
}

} // namespace netassist

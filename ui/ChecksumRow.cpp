// SPDX-License-Identifier: MIT
#include "ui/ChecksumRow.h"

#include "ui/ElidedLabel.h"
#include "ui/Hint.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace netassist {

ChecksumRow::ChecksumRow(QWidget* parent)
    : QWidget(parent), m_check(new QCheckBox(this)), m_edit(new QToolButton(this)), m_title(new ElidedLabel(this))
{
    m_edit->setFocusPolicy(Qt::StrongFocus);
    m_edit->setText(QStringLiteral("\u2026"));
    m_title->setTone(ElidedLabel::Tone::Quiet);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_check);
    row->addWidget(m_edit);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_title);

    connect(m_check, &QCheckBox::toggled, this, &ChecksumRow::onToggled);
    connect(m_edit, &QToolButton::clicked, this, [this] { ask([] {}); });
    retranslate();
}

std::optional<ChecksumSettings> ChecksumRow::checksum() const
{
    return m_check->isChecked() ? std::optional(m_settings) : std::nullopt;
}

void ChecksumRow::setChecksum(const std::optional<ChecksumSettings>& checksum, const ChecksumSettings& settings)
{
    m_settings = checksum.value_or(settings);
    setOn(checksum.has_value());
    Q_EMIT changed();
}

void ChecksumRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ChecksumRow::onToggled(bool on)
{
    refresh();
    if (on)
        ask([this] { setOn(false); }); // it counts once it has been confirmed
    else
        Q_EMIT changed();
}

void ChecksumRow::ask(const std::function<void()>& cancelled)
{
    ChecksumDialog::ask(
        m_settings, m_preview, *this,
        [this](const ChecksumSettings& settings) {
            m_settings = settings;
            setOn(true);
            Q_EMIT changed();
        },
        [this, cancelled] {
            cancelled();
            Q_EMIT changed();
        });
}

void ChecksumRow::setOn(bool on)
{
    const QSignalBlocker blocker(m_check);
    m_check->setChecked(on);
    refresh();
}

void ChecksumRow::refresh()
{
    m_title->setText(checksumTitle(m_settings));
    m_title->setVisible(m_check->isChecked());
}

void ChecksumRow::retranslate()
{
    m_check->setText(tr("Append checksum…"));
    setHint(*m_check, tr("A checksum of the content is sent behind it, before the ending"));
    m_edit->setAccessibleName(tr("Checksum settings"));
    setHint(*m_edit, tr("Which checksum, of which bytes"));
    refresh();
}

} // namespace netassist

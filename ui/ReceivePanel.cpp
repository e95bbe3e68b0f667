// SPDX-License-Identifier: MIT
#include "ui/ReceivePanel.h"

#include "app/session/Preferences.h"
#include "ui/EncodingCombo.h"
#include "ui/Hint.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace netassist {

ReceivePanel::ReceivePanel(QWidget* parent)
    : QGroupBox(parent),
      m_text(new QRadioButton(this)),
      m_hex(new QRadioButton(this)),
      m_encodingLabel(new QLabel(this)),
      m_encoding(new EncodingCombo(this)),
      m_logMode(new QCheckBox(this)),
      m_autoLineFeed(new QCheckBox(this)),
      m_hide(new QCheckBox(this)),
      m_save(new QCheckBox(this)),
      m_autoScroll(new QCheckBox(this)),
      m_clear(new QPushButton(this))
{
    m_encodingLabel->setBuddy(m_encoding);
    m_text->setChecked(true);
    m_logMode->setChecked(true);
    m_autoLineFeed->setChecked(true);
    m_autoScroll->setChecked(true);

    auto* radios = new QHBoxLayout;
    radios->setSpacing(16);
    radios->addWidget(m_text);
    radios->addWidget(m_hex);
    radios->addStretch();
    auto* encoding = new QHBoxLayout;
    encoding->setSpacing(6);
    encoding->addWidget(m_encodingLabel);
    encoding->addWidget(m_encoding, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_autoScroll);
    buttons->addStretch();
    buttons->addWidget(m_clear);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(2);
    layout->addLayout(radios);
    layout->addLayout(encoding);
    layout->addWidget(m_logMode);
    layout->addWidget(m_autoLineFeed);
    layout->addWidget(m_hide);
    layout->addWidget(m_save);
    layout->addLayout(buttons);

    connect(m_hex, &QRadioButton::toggled, this, &ReceivePanel::settingsChanged);
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &ReceivePanel::settingsChanged);
    connect(m_logMode, &QCheckBox::toggled, this, &ReceivePanel::settingsChanged);
    connect(m_autoLineFeed, &QCheckBox::toggled, this, &ReceivePanel::settingsChanged);
    connect(m_hide, &QCheckBox::toggled, this, &ReceivePanel::settingsChanged);
    connect(m_save, &QCheckBox::toggled, this, &ReceivePanel::savePicked);
    connect(m_autoScroll, &QCheckBox::toggled, this, &ReceivePanel::autoScrollToggled);
    connect(m_clear, &QPushButton::clicked, this, &ReceivePanel::clearRequested);
    retranslate();
}

ViewSettings ReceivePanel::settings() const
{
    ViewSettings settings;
    settings.hex = m_hex->isChecked();
    settings.encoding = &encoding();
    settings.logMode = m_logMode->isChecked();
    settings.autoLineFeed = m_autoLineFeed->isChecked();
    settings.hideReceived = m_hide->isChecked();
    return settings;
}

const Encoding& ReceivePanel::encoding() const
{
    const Encoding* encoding = m_encoding->encoding();
    return encoding != nullptr ? *encoding : Encoding::utf8();
}

void ReceivePanel::setEncoding(const Encoding& encoding)
{
    m_encoding->setEncoding(&encoding);
}

void ReceivePanel::setHex(bool on)
{
    (on ? m_hex : m_text)->setChecked(true);
}

void ReceivePanel::setAutoScroll(bool on)
{
    m_autoScroll->setChecked(on);
}

void ReceivePanel::setSaving(bool on)
{
    const QSignalBlocker blocker(m_save);
    m_save->setChecked(on);
}

void ReceivePanel::restore(const Preferences& preferences, const Encoding& fallback)
{
    {
        const QSignalBlocker blocker(this);
        m_encoding->restore(preferences.receiveEncoding, &fallback);
        setHex(preferences.receiveHex);
        m_logMode->setChecked(preferences.logMode);
        m_autoLineFeed->setChecked(preferences.autoLineFeed);
        m_hide->setChecked(preferences.hideReceived);
        setAutoScroll(preferences.autoScroll);
    }
    Q_EMIT settingsChanged();
    Q_EMIT autoScrollToggled(preferences.autoScroll);
}

void ReceivePanel::store(Preferences& preferences) const
{
    preferences.receiveHex = m_hex->isChecked();
    preferences.receiveEncoding = m_encoding->name();
    preferences.logMode = m_logMode->isChecked();
    preferences.autoLineFeed = m_autoLineFeed->isChecked();
    preferences.hideReceived = m_hide->isChecked();
    preferences.autoScroll = m_autoScroll->isChecked();
}

void ReceivePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QGroupBox::changeEvent(event);
}

void ReceivePanel::retranslate()
{
    setTitle(tr("Receive"));
    m_text->setText(tr("Text"));
    setHint(*m_text, tr("Show the log as text"));
    m_hex->setText(tr("HEX"));
    setHint(*m_hex, tr("Show each byte of the log as two hexadecimal digits"));
    m_encodingLabel->setText(tr("Encoding"));
    m_encoding->setAccessibleName(m_encodingLabel->text());
    setHint(*m_encoding, tr("Encoding in which the log is shown, also what has been received already"));
    m_logMode->setText(tr("Log mode"));
    setHint(*m_logMode, tr("Time, direction, size and peer above each burst of data, and notes between them"));
    m_autoLineFeed->setText(tr("Auto line feed"));
    setHint(*m_autoLineFeed, tr("Each burst of data starts a new line; matters only while log mode is off"));
    m_hide->setText(tr("Hide received data"));
    setHint(*m_hide, tr("Received data is counted and kept, but not shown until this is switched off again"));
    m_save->setText(tr("Save to file\u2026"));
    setHint(*m_save, tr("From now on, write what is received to a file as it comes: bytes, or the log as it is shown"));
    m_autoScroll->setText(tr("Auto scroll"));
    setHint(*m_autoScroll, tr("Keep the newest data in sight; scrolling up in the log stops it"));
    m_clear->setText(tr("Clear"));
    setHint(*m_clear, tr("Clear the log, with all that was received and sent (Ctrl+L)"));
}

} // namespace netassist

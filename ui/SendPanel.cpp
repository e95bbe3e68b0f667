// SPDX-License-Identifier: MIT
#include "ui/SendPanel.h"

#include "app/session/Preferences.h"
#include "app/text/Encoding.h"
#include "ui/ChecksumRow.h"
#include "ui/EncodingCombo.h"
#include "ui/EndingCombo.h"
#include "ui/EscapeList.h"
#include "ui/Hint.h"
#include "ui/RepeatRow.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace netassist {

SendPanel::SendPanel(QWidget* parent)
    : QGroupBox(parent),
      m_text(new QRadioButton(this)),
      m_hex(new QRadioButton(this)),
      m_file(new QRadioButton(this)),
      m_encodingLabel(new QLabel(this)),
      m_encoding(new EncodingCombo(this)),
      m_escapes(new QCheckBox(this)),
      m_escapeList(new EscapeList(this)),
      m_endingLabel(new QLabel(this)),
      m_ending(new EndingCombo(this)),
      m_checksum(new ChecksumRow(this)),
      m_repeat(new RepeatRow(this)),
      m_quickCommands(new QPushButton(this)),
      m_history(new QPushButton(this))
{
    m_encodingLabel->setBuddy(m_encoding);
    m_endingLabel->setBuddy(m_ending);
    m_text->setChecked(true);
    m_encoding->setFirstEntry(QString());
    m_encoding->setCurrentIndex(0);
    m_escapes->setChecked(true);

    auto* radios = new QHBoxLayout;
    radios->setSpacing(16);
    radios->addWidget(m_text);
    radios->addWidget(m_hex);
    radios->addWidget(m_file);
    radios->addStretch();
    auto* encoding = new QHBoxLayout;
    encoding->setSpacing(6);
    encoding->addWidget(m_encodingLabel);
    encoding->addWidget(m_encoding, 1);
    auto* escapes = new QHBoxLayout;
    escapes->setSpacing(4);
    escapes->addWidget(m_escapes);
    escapes->addWidget(m_escapeList);
    escapes->addStretch();
    auto* ending = new QHBoxLayout;
    ending->setSpacing(6);
    ending->addWidget(m_endingLabel);
    ending->addWidget(m_ending, 1);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(6);
    tools->addWidget(m_quickCommands);
    tools->addWidget(m_history);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(2);
    layout->addLayout(radios);
    layout->addLayout(encoding);
    layout->addLayout(escapes);
    layout->addLayout(ending);
    layout->addWidget(m_checksum);
    layout->addWidget(m_repeat);
    layout->addLayout(tools);

    for (const QRadioButton* radio : {m_text, m_hex, m_file}) {
        connect(radio, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                pick();
        });
    }
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &SendPanel::optionsChanged);
    connect(m_escapes, &QCheckBox::toggled, this, &SendPanel::optionsChanged);
    connect(m_ending, &QComboBox::currentIndexChanged, this, &SendPanel::optionsChanged);
    connect(m_checksum, &ChecksumRow::changed, this, &SendPanel::optionsChanged);
    connect(m_repeat, &RepeatRow::changed, this, &SendPanel::optionsChanged);
    connect(m_quickCommands, &QPushButton::clicked, this, &SendPanel::quickCommandsRequested);
    connect(m_history, &QPushButton::clicked, this, &SendPanel::historyRequested);
    retranslate();
}

void SendPanel::setMode(PayloadMode mode)
{
    m_mode = mode;
    showMode();
}

void SendPanel::setSendsFile(bool on)
{
    m_sendsFile = on;
    showMode();
}

const Encoding* SendPanel::encoding() const
{
    return m_encoding->encoding();
}

bool SendPanel::escapes() const
{
    return m_escapes->isChecked();
}

Ending SendPanel::ending() const
{
    return m_ending->ending();
}

void SendPanel::restore(const Preferences& preferences)
{
    {
        const QSignalBlocker blocker(this);
        setMode(preferences.send.mode);
        m_encoding->restore(preferences.send.encoding, nullptr);
        m_escapes->setChecked(preferences.send.escapes);
        m_ending->setEnding(preferences.send.ending);
        m_checksum->setChecksum(preferences.send.checksum, preferences.checksum);
        m_repeat->restore(preferences.repeatOn, preferences.repeat);
    }
    Q_EMIT optionsChanged();
}

void SendPanel::store(Preferences& preferences) const
{
    preferences.send.mode = mode();
    preferences.send.encoding = m_encoding->name();
    preferences.send.escapes = escapes();
    preferences.send.ending = ending();
    preferences.send.checksum = m_checksum->checksum();
    preferences.checksum = m_checksum->settings();
    preferences.repeatOn = m_repeat->isOn();
    preferences.repeat = m_repeat->settings();
}

void SendPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QGroupBox::changeEvent(event);
}

void SendPanel::pick()
{
    const bool file = m_file->isChecked();
    const PayloadMode wanted = m_hex->isChecked() ? PayloadMode::Hex : PayloadMode::Text;
    if (std::exchange(m_sendsFile, file) != file) {
        showMode();
        Q_EMIT filePicked(file);
    }
    if (!file && wanted != m_mode)
        Q_EMIT modePicked(wanted);
}

void SendPanel::showMode()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_text), QSignalBlocker(m_hex), QSignalBlocker(m_file)};
    (m_sendsFile ? m_file : m_mode == PayloadMode::Hex ? m_hex : m_text)->setChecked(true);
    // Escapes are a matter of text alone; a file goes out as it is.
    m_escapes->setEnabled(m_mode == PayloadMode::Text && !m_sendsFile);
    m_encoding->setEnabled(!m_sendsFile);
    m_ending->setEnabled(!m_sendsFile);
    m_checksum->setEnabled(!m_sendsFile);
    m_repeat->setEnabled(!m_sendsFile);
}

void SendPanel::retranslate()
{
    setTitle(tr("Send"));
    m_text->setText(tr("Text"));
    setHint(*m_text, tr("The box holds text; what it holds is converted"));
    m_hex->setText(tr("HEX"));
    setHint(*m_hex, tr("The box holds bytes as hexadecimal digits; what it holds is converted"));
    m_file->setText(tr("File"));
    setHint(*m_file, tr("A file is sent as it is, and not what the box holds; the box keeps it"));
    m_encodingLabel->setText(tr("Encoding"));
    m_encoding->setAccessibleName(m_encodingLabel->text());
    m_encoding->setFirstEntry(tr("Same as receive"));
    setHint(*m_encoding, tr("Encoding in which text is sent"));
    m_escapes->setText(tr("Parse escapes"));
    setHint(*m_escapes,
            tr("In text, \\n, \\xFF and their like stand for the character or byte they name, and ${counter} and its "
               "like are filled in at each send"));
    m_endingLabel->setText(tr("Append ending"));
    m_ending->setAccessibleName(m_endingLabel->text());
    setHint(*m_ending, tr("Bytes sent behind the content of the box"));
    m_quickCommands->setText(tr("Quick commands"));
    setHint(*m_quickCommands, tr("Show the quick commands at the right: messages that are sent with one click"));
    m_history->setText(tr("History"));
    setHint(*m_history, tr("Show at the right what was sent before"));
}

} // namespace netassist

// SPDX-License-Identifier: MIT
#include "ui/SendPanel.h"

#include "app/session/Preferences.h"
#include "app/text/Encoding.h"
#include "ui/EncodingCombo.h"
#include "ui/Hint.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

namespace netassist {

namespace {

constexpr Ending kEndings[] = {Ending::None, Ending::Cr, Ending::Lf, Ending::CrLf, Ending::CrLfForAt};
constexpr int kListMargin = 24;

} // namespace

SendPanel::SendPanel(QWidget* parent)
    : QGroupBox(parent),
      m_text(new QRadioButton(this)),
      m_hex(new QRadioButton(this)),
      m_encodingLabel(new QLabel(this)),
      m_encoding(new EncodingCombo(this)),
      m_escapes(new QCheckBox(this)),
      m_escapeList(new QToolButton(this)),
      m_endingLabel(new QLabel(this)),
      m_ending(new QComboBox(this))
{
    m_encodingLabel->setBuddy(m_encoding);
    m_endingLabel->setBuddy(m_ending);
    m_text->setChecked(true);
    m_encoding->setFirstEntry(QString());
    m_encoding->setCurrentIndex(0);
    m_escapes->setChecked(true);
    m_escapeList->setAutoRaise(true);
    m_escapeList->setFocusPolicy(Qt::StrongFocus);
    m_escapeList->setText(QStringLiteral("\u24D8"));
    for (const Ending ending : kEndings)
        m_ending->addItem(QString(), static_cast<int>(ending));
    m_ending->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ending->setMinimumContentsLength(5);

    auto* radios = new QHBoxLayout;
    radios->setSpacing(16);
    radios->addWidget(m_text);
    radios->addWidget(m_hex);
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
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(4);
    layout->addLayout(radios);
    layout->addLayout(encoding);
    layout->addLayout(escapes);
    layout->addLayout(ending);

    connect(m_hex, &QRadioButton::toggled, this, [this] { Q_EMIT modePicked(mode()); });
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &SendPanel::optionsChanged);
    connect(m_escapes, &QCheckBox::toggled, this, &SendPanel::optionsChanged);
    connect(m_ending, &QComboBox::currentIndexChanged, this, &SendPanel::optionsChanged);
    connect(m_escapeList, &QToolButton::clicked, this, &SendPanel::showEscapes);
    retranslate();
}

PayloadMode SendPanel::mode() const
{
    return m_hex->isChecked() ? PayloadMode::Hex : PayloadMode::Text;
}

void SendPanel::setMode(PayloadMode mode)
{
    const QSignalBlocker blocker(m_hex);
    (mode == PayloadMode::Hex ? m_hex : m_text)->setChecked(true);
    // Escapes are a matter of text alone.
    m_escapes->setEnabled(mode == PayloadMode::Text);
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
    return static_cast<Ending>(m_ending->currentData().toInt());
}

void SendPanel::restore(const Preferences& preferences)
{
    {
        const QSignalBlocker blocker(this);
        setMode(preferences.send.mode);
        m_encoding->restore(preferences.send.encoding, nullptr);
        m_escapes->setChecked(preferences.send.escapes);
        m_ending->setCurrentIndex(m_ending->findData(static_cast<int>(preferences.send.ending)));
    }
    Q_EMIT optionsChanged();
}

void SendPanel::store(Preferences& preferences) const
{
    preferences.send.mode = mode();
    preferences.send.encoding = m_encoding->name();
    preferences.send.escapes = escapes();
    preferences.send.ending = ending();
}

void SendPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QGroupBox::changeEvent(event);
}

void SendPanel::showEscapes()
{
    constexpr int kShownMs = 30000;
    QToolTip::showText(m_escapeList->mapToGlobal(QPoint(m_escapeList->width(), 0)), m_escapeList->toolTip(),
                       m_escapeList, {}, kShownMs);
}

void SendPanel::retranslate()
{
    setTitle(tr("Send"));
    m_text->setText(tr("Text"));
    setHint(*m_text, tr("The box holds text; what it holds is converted"));
    m_hex->setText(tr("HEX"));
    setHint(*m_hex, tr("The box holds bytes as hexadecimal digits; what it holds is converted"));
    m_encodingLabel->setText(tr("Encoding"));
    m_encoding->setAccessibleName(m_encodingLabel->text());
    m_encoding->setFirstEntry(tr("Same as receive"));
    setHint(*m_encoding, tr("Encoding in which text is sent"));
    m_escapes->setText(tr("Parse escapes"));
    setHint(*m_escapes, tr("In text, \\n, \\xFF and their like stand for the character or byte they name"));
    m_escapeList->setAccessibleName(tr("Escapes"));
    m_escapeList->setStatusTip(tr("Show the list of escapes"));
    m_escapeList->setToolTip(
        QStringLiteral("<table cellspacing='2'>%1</table>")
            .arg(tr("<tr><td><code>\\\\</code></td><td>a backslash</td></tr>"
                    "<tr><td><code>\\n &nbsp; \\r &nbsp; \\t</code></td><td>LF, CR, tab</td></tr>"
                    "<tr><td><code>\\a &nbsp; \\b &nbsp; \\f &nbsp; \\v</code></td>"
                    "<td>bell, backspace, form feed, vertical tab</td></tr>"
                    "<tr><td><code>\\e &nbsp; \\0</code></td><td>escape (1B), NUL (00)</td></tr>"
                    "<tr><td><code>\\xHH</code></td><td>the byte HH, in every encoding</td></tr>"
                    "<tr><td><code>\\ooo</code></td><td>the byte with the octal number ooo, up to 377</td></tr>"
                    "<tr><td><code>\\uXXXX &nbsp; \\UXXXXXXXX</code></td><td>the character with that Unicode number"
                    "</td></tr>")));
    m_endingLabel->setText(tr("Append ending"));
    m_ending->setAccessibleName(m_endingLabel->text());
    m_ending->setItemText(0, tr("None"));
    m_ending->setItemText(1, QStringLiteral("CR"));
    m_ending->setItemText(2, QStringLiteral("LF"));
    m_ending->setItemText(3, QStringLiteral("CRLF"));
    m_ending->setItemText(4, tr("CRLF for AT commands"));
    // The list is wider than the field, so that its longest entry can be read.
    m_ending->view()->setMinimumWidth(m_ending->view()->sizeHintForColumn(0) + kListMargin);
    setHint(*m_ending, tr("Bytes sent behind the content of the box"));
}

} // namespace netassist

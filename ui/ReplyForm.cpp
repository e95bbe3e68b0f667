// SPDX-License-Identifier: MIT
#include "ui/ReplyForm.h"

#include "ui/ChecksumRow.h"
#include "ui/EncodingCombo.h"
#include "ui/EndingCombo.h"
#include "ui/Hint.h"
#include "ui/PayloadEdit.h"
#include "ui/ReplyModel.h"

#include <QCheckBox>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace netassist {

namespace {

constexpr MatchKind kKinds[] = {MatchKind::Contains, MatchKind::BeginsWith, MatchKind::Equals, MatchKind::Expression};
constexpr int kReplyHeight = 56;
constexpr int kLeastWidth = 100;

void fillModes(QComboBox& combo)
{
    combo.addItem(QString(), static_cast<int>(PayloadMode::Text));
    combo.addItem(QStringLiteral("HEX"), static_cast<int>(PayloadMode::Hex));
}

void choose(QComboBox& combo, int data)
{
    combo.setCurrentIndex(combo.findData(data));
}

/// It may be narrow: the column is.
void makeNarrow(QComboBox& combo)
{
    combo.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo.setMinimumContentsLength(4);
}

} // namespace

ReplyForm::ReplyForm(QWidget* parent)
    : QWidget(parent),
      m_layout(new QFormLayout),
      m_name(new QLineEdit(this)),
      m_kind(new QComboBox(this)),
      m_mode(new QComboBox(this)),
      m_encoding(new EncodingCombo(this)),
      m_pattern(new QLineEdit(this)),
      m_peer(new QLineEdit(this)),
      m_unlessAnswered(new QCheckBox(this)),
      m_reply(new PayloadEdit(this)),
      m_replyMode(new QComboBox(this)),
      m_replyEncoding(new EncodingCombo(this)),
      m_escapes(new QCheckBox(this)),
      m_ending(new EndingCombo(this)),
      m_checksum(new ChecksumRow(this)),
      m_delay(new QSpinBox(this)),
      m_perSecond(new QSpinBox(this))
{
    for (const MatchKind kind : kKinds)
        m_kind->addItem(QString(), static_cast<int>(kind));
    fillModes(*m_mode);
    fillModes(*m_replyMode);
    m_encoding->setFirstEntry(QString());
    m_replyEncoding->setFirstEntry(QString());
    for (QComboBox* combo : {m_kind, m_mode, static_cast<QComboBox*>(m_encoding), m_replyMode,
                             static_cast<QComboBox*>(m_replyEncoding), static_cast<QComboBox*>(m_ending)})
        makeNarrow(*combo);
    m_pattern->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_reply->setFixedHeight(kReplyHeight);
    m_reply->setMinimumWidth(kLeastWidth);
    for (QLineEdit* edit : {m_name, m_pattern, m_peer})
        edit->setMinimumWidth(kLeastWidth);
    m_delay->setRange(0, ReplyRule::kMostDelayMs);
    m_delay->setSuffix(QStringLiteral(" ms"));
    m_perSecond->setRange(1, ReplyRule::kMostPerSecond);
    layOut();
    bind();
    retranslate();
    setRule(ReplyRule());
}

void ReplyForm::setPreview(const Preview& preview)
{
    m_checksum->setPreview([this, preview](const ChecksumSettings& checksum) {
        Message reply = rule().reply;
        reply.checksum = checksum;
        return preview(reply);
    });
}

void ReplyForm::setRule(const ReplyRule& rule)
{
    m_filling = true;
    m_rule = rule;
    m_name->setText(rule.name);
    choose(*m_kind, static_cast<int>(rule.kind));
    choose(*m_mode, static_cast<int>(rule.mode));
    m_encoding->restore(rule.encoding, nullptr);
    m_pattern->setText(rule.pattern);
    m_peer->setText(rule.peer);
    m_unlessAnswered->setChecked(rule.unlessAnswered);
    m_reply->setText(rule.reply.text);
    choose(*m_replyMode, static_cast<int>(rule.reply.mode));
    m_replyEncoding->restore(rule.reply.encoding, nullptr);
    m_escapes->setChecked(rule.reply.escapes);
    m_ending->setEnding(rule.reply.ending);
    m_checksum->setChecksum(rule.reply.checksum, ChecksumSettings());
    m_delay->setValue(rule.delayMs);
    m_perSecond->setValue(rule.perSecond);
    m_filling = false;
    updateEnabled();
}

ReplyRule ReplyForm::rule() const
{
    ReplyRule rule = m_rule;
    rule.name = m_name->text();
    rule.kind = static_cast<MatchKind>(m_kind->currentData().toInt());
    rule.mode = static_cast<PayloadMode>(m_mode->currentData().toInt());
    rule.encoding = m_encoding->name();
    rule.pattern = m_pattern->text();
    rule.peer = m_peer->text();
    rule.unlessAnswered = m_unlessAnswered->isChecked();
    rule.reply.text = m_reply->text();
    rule.reply.mode = static_cast<PayloadMode>(m_replyMode->currentData().toInt());
    rule.reply.encoding = m_replyEncoding->name();
    rule.reply.escapes = m_escapes->isChecked();
    rule.reply.ending = m_ending->ending();
    rule.reply.checksum = m_checksum->checksum();
    rule.delayMs = m_delay->value();
    rule.perSecond = m_perSecond->value();
    return rule;
}

void ReplyForm::focusPattern()
{
    m_pattern->setFocus();
}

void ReplyForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReplyForm::layOut()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(m_layout);
    all->addStretch(); // room to spare is below, not between
    m_layout->setContentsMargins(0, 4, 4, 4);
    m_layout->setHorizontalSpacing(6);
    m_layout->setVerticalSpacing(4);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows); // the column may be narrow
    const auto add = [this](QWidget* field) {
        auto* label = new QLabel(this);
        label->setBuddy(field);
        m_layout->addRow(label, field);
    };
    add(m_name);
    add(m_kind);
    add(m_pattern);
    add(m_mode);
    add(m_encoding);
    add(m_peer);
    m_layout->addRow(m_unlessAnswered);
    add(m_reply);
    add(m_replyMode);
    add(m_replyEncoding);
    m_layout->addRow(m_escapes);
    add(m_ending);
    m_layout->addRow(m_checksum);
    add(m_delay);
    add(m_perSecond);
    setTabOrder(m_kind, m_pattern);
}

void ReplyForm::bind()
{
    const auto tell = [this] {
        updateEnabled();
        if (!m_filling)
            Q_EMIT edited();
    };
    for (QLineEdit* edit : {m_name, m_pattern, m_peer})
        connect(edit, &QLineEdit::textChanged, this, tell);
    for (QComboBox* combo : {m_kind, m_mode, static_cast<QComboBox*>(m_encoding), m_replyMode,
                             static_cast<QComboBox*>(m_replyEncoding), static_cast<QComboBox*>(m_ending)})
        connect(combo, &QComboBox::currentIndexChanged, this, tell);
    for (QCheckBox* box : {m_unlessAnswered, m_escapes})
        connect(box, &QCheckBox::toggled, this, tell);
    for (QSpinBox* box : {m_delay, m_perSecond})
        connect(box, &QSpinBox::valueChanged, this, tell);
    connect(m_reply, &QPlainTextEdit::textChanged, this, tell);
    connect(m_checksum, &ChecksumRow::changed, this, tell);
}

void ReplyForm::updateEnabled()
{
    const bool isExpression = m_kind->currentData().toInt() == static_cast<int>(MatchKind::Expression);
    const bool isHex = m_mode->currentData().toInt() == static_cast<int>(PayloadMode::Hex);
    m_mode->setEnabled(!isExpression); // an expression is about characters
    m_encoding->setEnabled(isExpression || !isHex);
    m_escapes->setEnabled(m_replyMode->currentData().toInt() == static_cast<int>(PayloadMode::Text));
}

void ReplyForm::retranslate()
{
    const auto name = [this](QWidget* field, const QString& label, const QString& hint) {
        if (auto* text = qobject_cast<QLabel*>(m_layout->labelForField(field)))
            text->setText(label);
        field->setAccessibleName(label);
        setHint(*field, hint);
    };
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, ReplyModel::kindName(static_cast<MatchKind>(m_kind->itemData(i).toInt())));
    m_mode->setItemText(0, tr("Text"));
    m_replyMode->setItemText(0, tr("Text"));
    m_encoding->setFirstEntry(tr("Same as receive"));
    m_replyEncoding->setFirstEntry(tr("Same as receive"));

    name(m_name, tr("Rule name"), tr("What the rule is called in the table and in the log"));
    name(m_kind, tr("Received data"),
         tr("“contains” and expressions look at all that comes, wherever it is cut. “begins with” and “equals” look at "
            "bursts: what comes until the peer pauses for 20 ms or has been answered"));
    name(
        m_pattern, tr("Pattern"),
        tr("Text with the escapes of the send box; HEX with ?? for any byte; or a regular expression, in which ^ and $ "
           "are the borders of lines and bursts"));
    name(m_mode, tr("Pattern as"), tr("Whether the pattern is text or hexadecimal digits"));
    name(m_encoding, tr("Pattern encoding"), tr("Encoding of the received text"));
    name(m_peer, tr("Only peer"), tr("The only peer that is answered, as address or address:port; empty: every peer"));
    m_peer->setPlaceholderText(tr("any"));
    m_unlessAnswered->setText(tr("Only if no other rule answers"));
    setHint(*m_unlessAnswered, tr("Waits until the peer pauses, and answers if no other rule has answered meanwhile"));
    name(m_reply, tr("Reply"),
         tr("What is sent back. ${0} stands for the bytes that matched, ${1}, ${2} … for those of a group of the "
            "expression, or of a run of ??"));
    name(m_replyMode, tr("Reply as"), tr("Whether the reply is text or hexadecimal digits"));
    name(m_replyEncoding, tr("Reply encoding"), tr("Encoding in which the reply is sent"));
    m_escapes->setText(tr("Parse escapes"));
    setHint(*m_escapes, tr("In a text reply, \\n, \\xFF and their like stand for the character or byte they name"));
    name(m_ending, tr("Append ending"), tr("Bytes sent behind the reply"));
    name(m_delay, tr("Delay"), tr("How long the reply waits, in milliseconds"));
    name(m_perSecond, tr("At most per second"),
         tr("Matches beyond so many a second are not answered, and the log says so: two programs that answer each "
            "other come to an end"));
}

} // namespace netassist

// SPDX-License-Identifier: MIT
#include "ui/ChecksumDialog.h"

#include "ui/Hint.h"
#include "ui/PayloadHint.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace netassist {

namespace {

constexpr std::array kSums{ChecksumKind::Sum8, ChecksumKind::Sum16, ChecksumKind::Sum32, ChecksumKind::Lrc,
                           ChecksumKind::Xor};
constexpr std::array kWidths{8, 16, 32};
constexpr int kCustom = -1;
constexpr int kFixed = -2;
/// So many bytes of the content are shown before the checksum.
constexpr qsizetype kShownBytes = 16;

// What an entry stands for: a named CRC by its index, a sum by this and its place in kSums, or one of the two above.
constexpr int kFirstSum = 1000;

int entryOf(const ChecksumSettings& settings)
{
    if (settings.kind == ChecksumKind::Fixed)
        return kFixed;
    const auto* const sum = std::find(kSums.begin(), kSums.end(), settings.kind);
    if (sum != kSums.end())
        return kFirstSum + static_cast<int>(sum - kSums.begin());
    const auto named = namedCrcs();
    const auto crc =
        std::find_if(named.begin(), named.end(), [&](const NamedCrc& one) { return one.model == settings.crc; });
    return crc != named.end() ? static_cast<int>(crc - named.begin()) : kCustom;
}

ChecksumKind kindOf(int entry)
{
    if (entry >= kFirstSum)
        return kSums.at(static_cast<std::size_t>(entry - kFirstSum));
    return entry == kFixed ? ChecksumKind::Fixed : ChecksumKind::Crc;
}

std::optional<quint32> hexNumber(const QLineEdit& edit, int width)
{
    bool ok = false;
    const quint32 value = edit.text().toUInt(&ok, 16);
    if (!ok || (width < 32 && value >> width != 0))
        return std::nullopt;
    return value;
}

void showHex(QLineEdit& edit, quint32 value, int width)
{
    edit.setText(QStringLiteral("%1").arg(value, width / 4, 16, QLatin1Char('0')).toUpper());
}

} // namespace

ChecksumDialog::ChecksumDialog(const ChecksumSettings& settings, Preview preview, QWidget* parent)
    : QDialog(parent),
      m_preview(std::move(preview)),
      m_form(new QFormLayout),
      m_algorithm(new QComboBox(this)),
      m_width(new QComboBox(this)),
      m_poly(new QLineEdit(this)),
      m_init(new QLineEdit(this)),
      m_xorOut(new QLineEdit(this)),
      m_reflectIn(new QCheckBox(this)),
      m_reflectOut(new QCheckBox(this)),
      m_fixed(new QLineEdit(this)),
      m_order(new QComboBox(this)),
      m_from(new QSpinBox(this)),
      m_minus(new QSpinBox(this)),
      m_previewTitle(new QLabel(this)),
      m_previewText(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    for (const int width : kWidths)
        m_width->addItem(QString::number(width), width);
    static const QRegularExpression digits(QStringLiteral("[0-9A-Fa-f]{1,8}"));
    for (QLineEdit* edit : {m_poly, m_init, m_xorOut})
        edit->setValidator(new QRegularExpressionValidator(digits, edit));
    m_fixed->setMaxLength(static_cast<int>(3 * ChecksumSettings::kMostFixed));
    m_order->addItem(QString(), QVariant::fromValue(static_cast<int>(ByteOrder::HighFirst)));
    m_order->addItem(QString(), QVariant::fromValue(static_cast<int>(ByteOrder::LowFirst)));
    m_from->setMaximum(static_cast<int>(ChecksumSettings::kMostBytes));
    m_minus->setMaximum(static_cast<int>(ChecksumSettings::kMostBytes));
    m_previewText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_previewText->setWordWrap(true);
    m_previewText->setMinimumWidth(420);
    m_previewTitle->setBuddy(m_previewText);

    for (QWidget* field : std::initializer_list<QWidget*>{m_algorithm, m_width, m_poly, m_init, m_xorOut, m_reflectIn,
                                                          m_reflectOut, m_fixed, m_order, m_from, m_minus})
        m_form->addRow(field == m_reflectIn || field == m_reflectOut ? QString() : QStringLiteral(" "), field);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addSpacing(8);
    layout->addWidget(m_previewTitle);
    layout->addWidget(m_previewText);
    layout->addStretch();
    layout->addWidget(m_buttons);

    retranslate();
    showSettings(settings);
    connect(m_algorithm, &QComboBox::currentIndexChanged, this, &ChecksumDialog::pickAlgorithm);
    for (QComboBox* combo : {m_width, m_order})
        connect(combo, &QComboBox::currentIndexChanged, this, &ChecksumDialog::refresh);
    for (QLineEdit* edit : {m_poly, m_init, m_xorOut, m_fixed})
        connect(edit, &QLineEdit::textChanged, this, &ChecksumDialog::refresh);
    for (QCheckBox* check : {m_reflectIn, m_reflectOut})
        connect(check, &QCheckBox::toggled, this, &ChecksumDialog::refresh);
    for (QSpinBox* spin : {m_from, m_minus})
        connect(spin, &QSpinBox::valueChanged, this, &ChecksumDialog::refresh);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ChecksumDialog::ask(const ChecksumSettings& settings, Preview preview, QWidget& parent,
                         const std::function<void(const ChecksumSettings&)>& taken, const std::function<void()>& left)
{
    auto* dialog = new ChecksumDialog(settings, std::move(preview), &parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &parent,
            [dialog, settings, taken] { taken(dialog->settings().value_or(settings)); });
    connect(dialog, &QDialog::rejected, &parent, left);
    dialog->open();
}

std::optional<ChecksumSettings> ChecksumDialog::settings() const
{
    ChecksumSettings settings;
    settings.kind = kindOf(m_algorithm->currentData().toInt());
    settings.order = static_cast<ByteOrder>(m_order->currentData().toInt());
    settings.from = m_from->value();
    settings.minus = m_minus->value();
    if (settings.kind == ChecksumKind::Crc) {
        const std::optional<CrcModel> crc = model();
        if (!crc)
            return std::nullopt;
        settings.crc = *crc;
    } else if (settings.kind == ChecksumKind::Fixed) {
        const auto bytes = parseHex(m_fixed->text());
        if (!bytes || bytes.value().isEmpty() || bytes.value().size() > ChecksumSettings::kMostFixed)
            return std::nullopt;
        settings.fixed = bytes.value();
    }
    return settings;
}

void ChecksumDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ChecksumDialog::fillAlgorithms()
{
    const QSignalBlocker blocker(m_algorithm);
    const QVariant chosen = m_algorithm->currentData();
    m_algorithm->clear();
    const auto add = [this](const ChecksumSettings& settings) {
        m_algorithm->addItem(checksumTitle(settings), entryOf(settings));
    };
    ChecksumSettings settings;
    for (const ChecksumKind kind : kSums) {
        settings.kind = kind;
        add(settings);
    }
    m_algorithm->addItem(tr("Fixed bytes"), kFixed);
    m_algorithm->insertSeparator(m_algorithm->count());
    settings.kind = ChecksumKind::Crc;
    for (const NamedCrc& crc : namedCrcs()) {
        settings.crc = crc.model;
        add(settings);
    }
    m_algorithm->insertSeparator(m_algorithm->count());
    m_algorithm->addItem(tr("CRC of your own"), kCustom);
    m_algorithm->setCurrentIndex(m_algorithm->findData(chosen));
}

void ChecksumDialog::showSettings(const ChecksumSettings& settings)
{
    m_algorithm->setCurrentIndex(m_algorithm->findData(entryOf(settings)));
    m_width->setCurrentIndex(m_width->findData(settings.crc.width));
    showHex(*m_poly, settings.crc.poly, settings.crc.width);
    showHex(*m_init, settings.crc.init, settings.crc.width);
    showHex(*m_xorOut, settings.crc.xorOut, settings.crc.width);
    m_reflectIn->setChecked(settings.crc.reflectIn);
    m_reflectOut->setChecked(settings.crc.reflectOut);
    m_fixed->setText(toHex(settings.fixed));
    m_order->setCurrentIndex(m_order->findData(static_cast<int>(settings.order)));
    m_from->setValue(static_cast<int>(settings.from));
    m_minus->setValue(static_cast<int>(settings.minus));
    showFields(settings.kind);
    refresh();
}

/// A named one brings its parameters and the order that is usual for it; a CRC of one's own starts from what is there.
void ChecksumDialog::pickAlgorithm()
{
    const int entry = m_algorithm->currentData().toInt();
    const ChecksumKind kind = kindOf(entry);
    if (entry >= 0) {
        ChecksumSettings picked = settings().value_or(ChecksumSettings{});
        picked.kind = kind;
        if (kind == ChecksumKind::Crc)
            picked.crc = namedCrcs()[static_cast<std::size_t>(entry)].model;
        picked.order = usualOrder(kind, picked.crc);
        showSettings(picked);
        return;
    }
    showFields(kind);
    refresh();
}

void ChecksumDialog::showFields(ChecksumKind kind)
{
    const bool crc = kind == ChecksumKind::Crc;
    const bool fixed = kind == ChecksumKind::Fixed;
    const bool custom = m_algorithm->currentData().toInt() == kCustom;
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_width, m_poly, m_init, m_xorOut, m_reflectIn, m_reflectOut}) {
        field->setVisible(crc);
        field->setEnabled(custom);
        if (QWidget* const label = m_form->labelForField(field))
            label->setVisible(crc);
    }
    const auto showRow = [this](QWidget* field, bool shown) {
        field->setVisible(shown);
        m_form->labelForField(field)->setVisible(shown);
    };
    showRow(m_fixed, fixed);
    showRow(m_order, !fixed);
    showRow(m_from, !fixed);
    showRow(m_minus, !fixed);
}

void ChecksumDialog::refresh()
{
    const std::optional<ChecksumSettings> settings = this->settings();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(settings.has_value());
    if (settings)
        m_previewText->setText(previewText(*settings));
    else if (kindOf(m_algorithm->currentData().toInt()) == ChecksumKind::Fixed)
        m_previewText->setText(tr("The fixed bytes are hexadecimal digits, at least one byte"));
    else
        m_previewText->setText(tr("Polynomial, start value and final XOR are hexadecimal digits of at most %1 bits")
                                   .arg(m_width->currentData().toInt()));
}

std::optional<CrcModel> ChecksumDialog::model() const
{
    const int entry = m_algorithm->currentData().toInt();
    if (entry >= 0)
        return namedCrcs()[static_cast<std::size_t>(entry)].model;
    CrcModel model;
    model.width = m_width->currentData().toInt();
    const std::optional<quint32> poly = hexNumber(*m_poly, model.width);
    const std::optional<quint32> init = hexNumber(*m_init, model.width);
    const std::optional<quint32> xorOut = hexNumber(*m_xorOut, model.width);
    if (!poly || !init || !xorOut)
        return std::nullopt;
    model.poly = *poly;
    model.init = *init;
    model.xorOut = *xorOut;
    model.reflectIn = m_reflectIn->isChecked();
    model.reflectOut = m_reflectOut->isChecked();
    return model;
}

/// The end of what would go out, with the checksum in bold and the ending behind it.
QString ChecksumDialog::previewText(const ChecksumSettings& settings) const
{
    const auto preview = m_preview(settings);
    if (!preview)
        return preview.error().reason.toHtmlEscaped();
    const PayloadParts& parts = preview.value();
    const bool cut = parts.content.size() > kShownBytes;
    return QStringLiteral("%1%2 <b>%3</b> %4 &nbsp; (%5)")
        .arg(cut ? QStringLiteral("\u2026 ") : QString(), toHex(cut ? parts.content.last(kShownBytes) : parts.content),
             toHex(parts.checksum), toHex(parts.ending),
             byteCountText(parts.content.size() + parts.checksum.size() + parts.ending.size()));
}

void ChecksumDialog::retranslate()
{
    setWindowTitle(tr("Checksum settings"));
    fillAlgorithms();
    const auto label = [this](QWidget* field, const QString& text, const QString& hint) {
        auto* const shown = qobject_cast<QLabel*>(m_form->labelForField(field));
        shown->setText(text);
        field->setAccessibleName(text);
        setHint(*field, hint);
    };
    label(m_algorithm, tr("Algorithm"), tr("What is computed; manuals differ in the names, so compare the parameters"));
    label(m_width, tr("Width"), tr("Bits of the CRC"));
    label(m_poly, tr("Polynomial"), tr("In hexadecimal, highest power first and left out: 8005, not A001"));
    label(m_init, tr("Start value"), tr("What the CRC begins with, in hexadecimal"));
    label(m_xorOut, tr("Final XOR"), tr("What the result is combined with at the end, in hexadecimal"));
    m_reflectIn->setText(tr("Input reflected"));
    setHint(*m_reflectIn, tr("Each byte is taken lowest bit first"));
    m_reflectOut->setText(tr("Output reflected"));
    setHint(*m_reflectOut, tr("The result is turned round, bit by bit"));
    label(m_fixed, tr("Bytes"), tr("Always these bytes, in hexadecimal"));
    label(m_order, tr("Byte order"), tr("Which byte of the checksum goes first"));
    m_order->setItemText(0, tr("High byte first"));
    m_order->setItemText(1, tr("Low byte first"));
    label(m_from, tr("From byte"), tr("The first byte of the content that counts; 0 is the very first"));
    label(m_minus, tr("To the end minus"), tr("So many bytes at the end of the content do not count"));
    m_previewTitle->setText(tr("What would be sent now"));
    setHint(*m_previewText, tr("The end of the content, the checksum, and the ending"));
}

} // namespace netassist

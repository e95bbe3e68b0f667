// SPDX-License-Identifier: MIT
#include "ui/QuickCommandModel.h"

#include "ui/EndingCombo.h"
#include "ui/OneLine.h"

#include <QApplication>
#include <QFontDatabase>
#include <QKeySequence>
#include <QPalette>

// What is in the cells of the quick commands' table.

namespace netassist {

namespace {

constexpr int kRunningAlpha = 70;

QuickCommandModel::Mode modeOf(const Message& message)
{
    if (message.mode == PayloadMode::Hex)
        return QuickCommandModel::Mode::Hex;
    return message.escapes ? QuickCommandModel::Mode::Text : QuickCommandModel::Mode::LiteralText;
}

int endingOf(const QuickCommand& command)
{
    return command.ownEnding ? static_cast<int>(command.message.ending) : QuickCommandModel::kAsInSendSettings;
}

QuickCommandModel::Checksum checksumChoiceOf(const QuickCommand& command)
{
    if (!command.ownChecksum)
        return QuickCommandModel::Checksum::AsInSendSettings;
    return command.message.checksum ? QuickCommandModel::Checksum::Own : QuickCommandModel::Checksum::None;
}

/// As encodingText() takes it.
QString encodingOf(const QuickCommand& command)
{
    if (!command.ownEncoding)
        return {};
    return command.message.encoding.isNull() ? QLatin1String("") : command.message.encoding;
}

} // namespace

int QuickCommandModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shown().size());
}

int QuickCommandModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QuickCommandModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const QuickCommand& command = commandAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return displayText(command, column);
    case Qt::EditRole:
        return editValue(command, column);
    case Qt::CheckStateRole:
        if (column == TickColumn)
            return static_cast<int>(command.ticked ? Qt::Checked : Qt::Unchecked);
        return {};
    case Qt::ToolTipRole:
        if (column == SendColumn)
            return tr("Send this one now (Enter)");
        if (column == ChecksumColumn)
            return displayText(command, column); // longer than the column, mostly
        return column == ContentColumn ? QVariant(plainToolTip(command.message.text)) : QVariant();
    case Qt::AccessibleTextRole:
        return column == TickColumn ? QVariant(tr("Part of the sequence: %1").arg(command.title())) : QVariant();
    case Qt::TextAlignmentRole:
        return column == DelayColumn ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                                     : QVariant();
    case Qt::FontRole:
        return column == ContentColumn ? QVariant(QFontDatabase::systemFont(QFontDatabase::FixedFont)) : QVariant();
    case Qt::BackgroundRole:
        if (index.row() == m_runningRow) {
            QColor mark = QApplication::palette().color(QPalette::Highlight);
            mark.setAlpha(kRunningAlpha);
            return mark;
        }
        return {};
    default:
        return {};
    }
}

bool QuickCommandModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.row() >= rowCount())
        return false;
    QuickCommand command = commandAt(index.row());
    if (role == Qt::CheckStateRole && index.column() == TickColumn)
        command.ticked = value.toInt() == Qt::Checked;
    else if (role != Qt::EditRole || !edit(command, index.row(), index.column(), value))
        return false;
    replace(index, command);
    return true;
}

void QuickCommandModel::setOwnChecksum(int row, const ChecksumSettings& checksum)
{
    QuickCommand command = commandAt(row);
    command.ownChecksum = true;
    command.message.checksum = checksum;
    replace(index(row, ChecksumColumn), command);
}

void QuickCommandModel::replace(const QModelIndex& index, const QuickCommand& command)
{
    if (command == commandAt(index.row()))
        return;
    shown()[index.row()] = command;
    Q_EMIT dataChanged(index, index);
    Q_EMIT changed();
}

QVariant QuickCommandModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QAbstractTableModel::headerData(section, orientation, role);
    const bool asTip = role == Qt::ToolTipRole;
    switch (section) {
    case TickColumn:
        return asTip ? tr("Ticked ones are run as a sequence; a click here ticks all or none") : QString(QChar(0x2713));
    case SendColumn:
        return asTip ? tr("A click sends that one; so does Enter in its row") : tr("Send");
    case NameColumn:
        return asTip ? tr("What it is called; free to choose") : tr("Name");
    case ModeColumn:
        return asTip ? tr("Whether the content is text, with or without escapes, or HEX") : tr("Mode");
    case ContentColumn:
        return asTip ? tr("What is sent; while it is edited, Shift+Enter begins a new line") : tr("Content");
    case EndingColumn:
        return asTip ? tr("What is appended: as in the send settings, or its own") : tr("Ending");
    case ChecksumColumn:
        return asTip ? tr("What is put before the ending: as in the send settings, none, or its own") : tr("Checksum");
    case EncodingColumn:
        return asTip ? tr("Encoding of text: as in the send settings, or its own") : tr("Encoding");
    case DelayColumn:
        return asTip ? tr("Milliseconds until the next one of a sequence") : tr("Delay");
    case ShortcutColumn:
        return asTip ? tr("A key that sends it, anywhere in the window; Backspace takes it away") : tr("Shortcut");
    default:
        return {};
    }
}

Qt::ItemFlags QuickCommandModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == TickColumn)
        flags |= Qt::ItemIsUserCheckable;
    else if (index.column() != SendColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QString QuickCommandModel::displayText(const QuickCommand& command, int column) const
{
    switch (column) {
    case SendColumn:
        return tr("Send");
    case NameColumn:
        return oneLine(command.name);
    case ModeColumn:
        return modeText(modeOf(command.message));
    case ContentColumn:
        return oneLine(command.message.text);
    case EndingColumn:
        return endingText(endingOf(command));
    case ChecksumColumn: {
        const Checksum checksum = checksumChoiceOf(command);
        return checksum == Checksum::Own ? checksumTitle(*command.message.checksum) : checksumText(checksum);
    }
    case EncodingColumn:
        return encodingText(encodingOf(command));
    case DelayColumn:
        return tr("%1 ms").arg(command.delayMs);
    case ShortcutColumn:
        return QKeySequence::fromString(command.shortcut, QKeySequence::PortableText)
            .toString(QKeySequence::NativeText);
    default:
        return {};
    }
}

QVariant QuickCommandModel::editValue(const QuickCommand& command, int column) const
{
    switch (column) {
    case NameColumn:
        return command.name;
    case ModeColumn:
        return static_cast<int>(modeOf(command.message));
    case ContentColumn:
        return command.message.text;
    case EndingColumn:
        return endingOf(command);
    case ChecksumColumn:
        return static_cast<int>(checksumChoiceOf(command));
    case EncodingColumn:
        return encodingOf(command);
    case DelayColumn:
        return command.delayMs;
    case ShortcutColumn:
        return command.shortcut;
    default:
        return displayText(command, column);
    }
}

bool QuickCommandModel::edit(QuickCommand& command, int row, int column, const QVariant& value)
{
    switch (column) {
    case NameColumn:
        command.name = value.toString();
        return true;
    case ModeColumn: {
        const int mode = value.toInt();
        command.message.mode = mode == static_cast<int>(Mode::Hex) ? PayloadMode::Hex : PayloadMode::Text;
        if (command.message.mode == PayloadMode::Text)
            command.message.escapes = mode == static_cast<int>(Mode::Text);
        return true;
    }
    case ContentColumn:
        command.message.text = value.toString();
        return true;
    case EndingColumn:
        command.ownEnding = value.toInt() != kAsInSendSettings;
        command.message.ending = command.ownEnding ? static_cast<Ending>(value.toInt()) : Ending::None;
        return true;
    case ChecksumColumn:
        // Which one is its own is for setOwnChecksum() to say.
        if (value.toInt() == static_cast<int>(Checksum::Own))
            return command.message.checksum.has_value();
        command.ownChecksum = value.toInt() == static_cast<int>(Checksum::None);
        command.message.checksum.reset();
        return true;
    case EncodingColumn:
        command.ownEncoding = !value.toString().isNull();
        command.message.encoding = value.toString();
        return true;
    case DelayColumn:
        command.delayMs = qBound(0, value.toInt(), QuickCommand::kMostDelayMs);
        return true;
    case ShortcutColumn: {
        const QString shortcut = value.toString();
        const QString refusal = m_shortcutCheck ? m_shortcutCheck(shortcut, row) : QString();
        if (!refusal.isEmpty()) {
            Q_EMIT shortcutRefused(refusal);
            return false;
        }
        command.shortcut = shortcut;
        return true;
    }
    default:
        return false;
    }
}

QString QuickCommandModel::modeText(Mode mode)
{
    switch (mode) {
    case Mode::Text:
        return tr("Text");
    case Mode::LiteralText:
        return tr("Text without escapes");
    case Mode::Hex:
        return tr("HEX");
    }
    return {};
}

QString QuickCommandModel::endingText(int ending)
{
    return ending == kAsInSendSettings ? tr("As in send settings") : EndingCombo::text(static_cast<Ending>(ending));
}

QString QuickCommandModel::checksumText(Checksum checksum)
{
    switch (checksum) {
    case Checksum::AsInSendSettings:
        return tr("As in send settings");
    case Checksum::None:
        return tr("None");
    case Checksum::Own:
        return tr("Own\u2026");
    }
    return {};
}

QString QuickCommandModel::encodingText(const QString& encoding)
{
    if (encoding.isNull())
        return tr("As in send settings");
    return encoding.isEmpty() ? tr("Same as receive") : encoding;
}

} // namespace netassist

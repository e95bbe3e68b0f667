// SPDX-License-Identifier: MIT
#include "ui/QuickCommandDelegate.h"

#include "app/payload/Payload.h"
#include "app/text/Encoding.h"
#include "ui/PayloadEdit.h"
#include "ui/QuickCommandModel.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QSpinBox>

namespace netassist {

namespace {

using Model = QuickCommandModel;

constexpr int kContentLines = 4; ///< that the editor of a content shows at once

QComboBox* comboFor(int column, QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    if (column == Model::ModeColumn) {
        for (const Model::Mode mode : {Model::Mode::Text, Model::Mode::LiteralText, Model::Mode::Hex})
            combo->addItem(Model::modeText(mode), static_cast<int>(mode));
    } else if (column == Model::EndingColumn) {
        for (int ending = Model::kAsInSendSettings; ending <= static_cast<int>(Ending::CrLfForAt); ++ending)
            combo->addItem(Model::endingText(ending), ending);
    } else if (column == Model::ChecksumColumn) {
        for (const Model::Checksum each :
             {Model::Checksum::AsInSendSettings, Model::Checksum::None, Model::Checksum::Own})
            combo->addItem(Model::checksumText(each), static_cast<int>(each));
    } else {
        for (const QString& name : {QString(), QString(QLatin1String(""))})
            combo->addItem(Model::encodingText(name), name);
        for (const Encoding* encoding : Encoding::all())
            combo->addItem(encoding->name(), encoding->name());
    }
    return combo;
}

/// An empty name and none are equal to findData().
int rowOf(const QComboBox& combo, const QVariant& value)
{
    for (int row = 0; row < combo.count(); ++row) {
        const QVariant data = combo.itemData(row);
        if (data == value && data.toString().isNull() == value.toString().isNull())
            return row;
    }
    return -1;
}

/// The first key alone, as the model wants it; Backspace or Delete stand for none.
QString shortcutIn(const QKeySequence& keys)
{
    if (keys.isEmpty() || keys[0] == QKeyCombination(Qt::Key_Backspace) || keys[0] == QKeyCombination(Qt::Key_Delete))
        return {};
    return QKeySequence(keys[0]).toString(QKeySequence::PortableText);
}

} // namespace

QuickCommandDelegate::QuickCommandDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

QWidget* QuickCommandDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                            const QModelIndex& index) const
{
    // The signals of an editor are not const, though making it is.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    auto* const self = const_cast<QuickCommandDelegate*>(this);
    QWidget* editor = nullptr;
    switch (index.column()) {
    case Model::NameColumn:
        editor = new QLineEdit(parent);
        break;
    case Model::ContentColumn: {
        auto* box = new PayloadEdit(parent);
        connect(box, &PayloadEdit::submitted, self, [self, box] { self->finishSoon(box); });
        editor = box;
        break;
    }
    case Model::DelayColumn: {
        auto* spin = new QSpinBox(parent);
        spin->setRange(0, QuickCommand::kMostDelayMs);
        editor = spin;
        break;
    }
    case Model::ShortcutColumn: {
        auto* keys = new QKeySequenceEdit(parent);
        connect(keys, &QKeySequenceEdit::editingFinished, self, [self, keys] { self->finishSoon(keys); });
        editor = keys;
        break;
    }
    default: {
        QComboBox* combo = comboFor(index.column(), parent);
        const QPersistentModelIndex cell(index);
        connect(combo, &QComboBox::activated, self, [self, combo, cell] {
            self->finishSoon(combo);
            if (cell.column() == Model::ChecksumColumn &&
                combo->currentData().toInt() == static_cast<int>(Model::Checksum::Own))
                Q_EMIT self->ownChecksumPicked(cell.row());
        });
        editor = combo;
        break;
    }
    }
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return editor;
}

void QuickCommandDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(value.toString());
        line->selectAll();
    } else if (auto* box = qobject_cast<PayloadEdit*>(editor)) {
        box->setText(value.toString());
        box->document()->setModified(false);
        box->moveCursor(QTextCursor::End);
    } else if (auto* spin = qobject_cast<QSpinBox*>(editor)) {
        spin->setValue(value.toInt());
        spin->selectAll();
    } else if (auto* keys = qobject_cast<QKeySequenceEdit*>(editor)) {
        keys->setKeySequence(QKeySequence::fromString(value.toString(), QKeySequence::PortableText));
    } else if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        // An encoding that this Qt lacks stays unless another is chosen.
        if (const int row = rowOf(*combo, value); row < 0)
            combo->addItem(value.toString(), value);
        combo->setCurrentIndex(rowOf(*combo, value));
    }
}

void QuickCommandDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (const auto* line = qobject_cast<QLineEdit*>(editor)) {
        model->setData(index, line->text());
    } else if (const auto* box = qobject_cast<PayloadEdit*>(editor)) {
        // A carriage return that a file brought along would be lost in the box.
        if (box->document()->isModified())
            model->setData(index, box->text());
    } else if (const auto* spin = qobject_cast<QSpinBox*>(editor)) {
        model->setData(index, spin->value());
    } else if (const auto* keys = qobject_cast<QKeySequenceEdit*>(editor)) {
        model->setData(index, shortcutIn(keys->keySequence()));
    } else if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
        model->setData(index, combo->currentData());
    }
}

void QuickCommandDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                                const QModelIndex& /*index*/) const
{
    QRect place = option.rect;
    // Where the cell is smaller than what is needed to edit in it, the editor covers its neighbours.
    QSize wanted(editor->minimumSizeHint().width(), place.height());
    if (qobject_cast<PayloadEdit*>(editor) != nullptr)
        wanted = QSize(220, QFontMetrics(editor->font()).lineSpacing() * kContentLines + 12);
    place.setSize(place.size().expandedTo(wanted));
    const QRect all = editor->parentWidget()->rect();
    place.moveRight(qMin(place.right(), qMax(all.right(), place.width() - 1)));
    place.moveBottom(qMin(place.bottom(), qMax(all.bottom(), place.height() - 1)));
    editor->setGeometry(place);
}

void QuickCommandDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.column() != Model::SendColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QWidget* const widget = option.widget;
    const QStyle* const style = widget != nullptr ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, widget);
    QStyleOptionButton button;
    button.initFrom(widget);
    button.rect = option.rect.adjusted(1, 1, -1, -1);
    button.text = cell.text;
    button.state = QStyle::State_Enabled | (m_pressed == index ? QStyle::State_Sunken : QStyle::State_Raised) |
                   (option.state & QStyle::State_MouseOver);
    style->drawControl(QStyle::CE_PushButton, &button, painter, widget);
}

bool QuickCommandDelegate::eventFilter(QObject* editor, QEvent* event)
{
    // In a text box the base class leaves these keys to the box.
    if (auto* box = qobject_cast<PayloadEdit*>(editor); box != nullptr && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
            finishSoon(box);
            return true;
        }
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            Q_EMIT commitData(box);
            Q_EMIT closeEditor(box, key->key() == Qt::Key_Tab ? EditNextItem : EditPreviousItem);
            return true;
        }
    }
    // In a closed list the arrows would choose, and be done, at the first press.
    if (auto* combo = qobject_cast<QComboBox*>(editor); combo != nullptr && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            combo->showPopup();
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

bool QuickCommandDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                       const QModelIndex& index)
{
    if (index.column() != Model::SendColumn)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton)
            return false;
        m_pressed = index;
        return true;
    case QEvent::MouseButtonDblClick:
        // The second of two quick clicks; the view keeps its release to itself.
        if (static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
            Q_EMIT sendClicked(index.row());
        return true;
    case QEvent::MouseButtonRelease: {
        const bool clicked = m_pressed == index;
        m_pressed = QPersistentModelIndex();
        if (clicked)
            Q_EMIT sendClicked(index.row());
        return clicked;
    }
    default:
        return false;
    }
}

void QuickCommandDelegate::finishSoon(QWidget* editor)
{
    // Its own signal or event is still at work.
    QMetaObject::invokeMethod(
        editor,
        [this, editor] {
            Q_EMIT commitData(editor);
            Q_EMIT closeEditor(editor);
        },
        Qt::QueuedConnection);
}

} // namespace netassist

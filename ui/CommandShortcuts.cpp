// SPDX-License-Identifier: MIT
#include "ui/CommandShortcuts.h"

#include "ui/QuickCommandModel.h"

#include <QAction>
#include <QKeySequence>
#include <QMenuBar>
#include <QShortcut>
#include <QWidget>

#include <algorithm>
#include <set>

namespace netassist {

namespace {

QKeySequence sequenceOf(const QString& shortcut)
{
    return QKeySequence::fromString(shortcut, QKeySequence::PortableText);
}

/// What the boxes for text and the tables do with keys of their own; a shortcut would never see these, or take them
/// away.
bool isForEditing(const QKeySequence& keys)
{
    static constexpr QKeySequence::StandardKey kKeys[] = {
        QKeySequence::Copy,
        QKeySequence::Cut,
        QKeySequence::Paste,
        QKeySequence::Undo,
        QKeySequence::Redo,
        QKeySequence::SelectAll,
        QKeySequence::MoveToNextWord,
        QKeySequence::MoveToPreviousWord,
        QKeySequence::MoveToStartOfDocument,
        QKeySequence::MoveToEndOfDocument,
        QKeySequence::SelectNextWord,
        QKeySequence::SelectPreviousWord,
        QKeySequence::SelectStartOfDocument,
        QKeySequence::SelectEndOfDocument,
        QKeySequence::DeleteStartOfWord,
        QKeySequence::DeleteEndOfWord,
        QKeySequence::DeleteEndOfLine,
        QKeySequence::DeleteCompleteLine,
    };
    return std::any_of(std::begin(kKeys), std::end(kKeys), [&keys](QKeySequence::StandardKey key) {
        return QKeySequence::keyBindings(key).contains(keys);
    });
}

bool isForTheWindow(QKeyCombination key)
{
    const Qt::KeyboardModifiers modifiers = key.keyboardModifiers() & ~Qt::KeypadModifier;
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Escape:
        return true;
    case Qt::Key_F1:
    case Qt::Key_F2:
    case Qt::Key_F4: // Alt+F4 closes
    case Qt::Key_F10:
        return modifiers == Qt::NoModifier || key.key() == Qt::Key_F4;
    default:
        return false;
    }
}

bool isFunctionKey(Qt::Key key)
{
    return key >= Qt::Key_F1 && key <= Qt::Key_F35;
}

} // namespace

CommandShortcuts::CommandShortcuts(QuickCommandModel& model, QWidget& host)
    : QObject(&host), m_model(&model), m_host(&host)
{
    connect(m_model, &QuickCommandModel::changed, this, &CommandShortcuts::update);
    m_model->setShortcutCheck([this](const QString& shortcut, int row) { return refusal(shortcut, row); });
}

CommandShortcuts::~CommandShortcuts()
{
    if (m_model != nullptr)
        m_model->setShortcutCheck({});
}

QString CommandShortcuts::refusal(const QString& shortcut) const
{
    if (shortcut.isEmpty())
        return {};
    const QKeySequence keys = sequenceOf(shortcut);
    if (keys.count() != 1 || keys[0].key() == Qt::Key_unknown)
        return tr("“%1” is not a key").arg(shortcut);
    const QString shown = keys.toString(QKeySequence::NativeText);
    const bool typed =
        (keys[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == Qt::NoModifier;
    if (typed && !isFunctionKey(keys[0].key()))
        return tr("%1 is needed for typing: take a key with Ctrl or Alt, or a function key").arg(shown);
    if (isForEditing(keys) || isForTheWindow(keys[0]))
        return tr("%1 is needed for editing and moving about: choose another key").arg(shown);
    const QList<QAction*> actions = m_host->window()->findChildren<QAction*>();
    for (const QAction* action : actions) {
        const bool mnemonic = qobject_cast<QMenuBar*>(action->associatedObjects().value(0)) != nullptr &&
                              QKeySequence::mnemonic(action->text()) == keys;
        if (mnemonic || action->shortcuts().contains(keys))
            return tr("%1 belongs to the menu (%2): choose another key")
                .arg(shown, QString(action->text()).remove(u'&'));
    }
    return {};
}

QString CommandShortcuts::refusal(const QString& shortcut, int row) const
{
    if (shortcut.isEmpty())
        return {};
    if (QString reason = refusal(shortcut); !reason.isEmpty())
        return reason;
    const QuickCommands& all = m_model->commands();
    for (int page = 0; page < all.pages.size(); ++page) {
        const QList<QuickCommand>& commands = all.pages.at(page).commands;
        for (int i = 0; i < commands.size(); ++i) {
            if (commands.at(i).shortcut == shortcut && (page != all.page || i != row))
                return tr("%1 sends “%2” of %3 already: choose another key")
                    .arg(sequenceOf(shortcut).toString(QKeySequence::NativeText), commands.at(i).title(),
                         m_model->pageTitle(page));
        }
    }
    return {};
}

void CommandShortcuts::update()
{
    std::set<QString> wanted;
    for (const QuickCommandPage& page : m_model->commands().pages) {
        for (const QuickCommand& command : page.commands) {
            if (!command.shortcut.isEmpty())
                wanted.insert(command.shortcut);
        }
    }
    std::erase_if(m_shortcuts, [&wanted](const auto& entry) {
        const bool gone = !wanted.contains(entry.first);
        if (gone)
            delete entry.second.data();
        return gone;
    });
    for (const QString& shortcut : wanted) {
        QPointer<QShortcut>& entry = m_shortcuts[shortcut];
        // What the menu has stays the menu's, whatever the settings say: the same key twice does neither.
        if (entry != nullptr || !refusal(shortcut).isEmpty())
            continue;
        entry = new QShortcut(sequenceOf(shortcut), m_host);
        entry->setContext(Qt::WindowShortcut);
        entry->setAutoRepeat(false); // a key held down a little too long sends once
        connect(entry.data(), &QShortcut::activated, this, [this, shortcut] { press(shortcut); });
    }
}

void CommandShortcuts::press(const QString& shortcut)
{
    for (const QuickCommandPage& page : m_model->commands().pages) {
        for (const QuickCommand& command : page.commands) {
            if (command.shortcut == shortcut) {
                // Whoever hears of it may change the list.
                // NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
                const QuickCommand copy = command;
                Q_EMIT pressed(copy);
                return;
            }
        }
    }
}

} // namespace netassist

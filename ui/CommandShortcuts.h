// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <map>

class QShortcut;
class QWidget;

namespace netassist {

class QuickCommandModel;
struct QuickCommand;

/// The keys that send quick commands, of all pages, anywhere in the window.
class CommandShortcuts final : public QObject {
    Q_OBJECT

public:
    /// @param model may go first, at the end
    /// @param host shown as long as its window is; owns this
    CommandShortcuts(QuickCommandModel& model, QWidget& host);
    ~CommandShortcuts() override;

    /// Why this cannot be the key of a command, in the user's language; empty if it can. Nothing of the commands
    /// themselves is looked at.
    [[nodiscard]] QString refusal(const QString& shortcut) const;
    /// The same, with the other commands. @param row of the page in front that is to have it
    [[nodiscard]] QString refusal(const QString& shortcut, int row) const;

Q_SIGNALS:
    void pressed(const netassist::QuickCommand& command);

private:
    void update();
    void press(const QString& shortcut);

    QPointer<QuickCommandModel> m_model;
    QWidget* m_host;
    std::map<QString, QPointer<QShortcut>> m_shortcuts; ///< the host's children
};

} // namespace netassist

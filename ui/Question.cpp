// SPDX-License-Identifier: MIT
#include "ui/Question.h"

#include <QAbstractButton>
#include <QMessageBox>

#include <utility>

namespace netassist {

QWidget* askBefore(const QString& title, const QString& question, const QString& action, QWidget& asker,
                   std::function<void()> act)
{
    auto* box = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::Cancel, &asker);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // names that people give are part of it
    box->addButton(action, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    // Cancel has a role of its own and comes here too.
    QObject::connect(box, &QMessageBox::buttonClicked, &asker, [box, act = std::move(act)](QAbstractButton* button) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            act();
    });
    box->open();
    return box;
}

} // namespace netassist

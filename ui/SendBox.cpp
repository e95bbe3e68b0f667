// SPDX-License-Identifier: MIT
#include "ui/SendBox.h"

#include "ui/DroppedFile.h"
#include "ui/Hint.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>

namespace netassist {

SendBox::SendBox(QWidget* parent) : PayloadEdit(parent)
{
    retranslate();
}

void SendBox::keyPressEvent(QKeyEvent* event)
{
    const bool up = event->key() == Qt::Key_Up;
    if ((up || event->key() == Qt::Key_Down) && (event->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier) {
        event->accept();
        Q_EMIT historyWalked(up);
        return;
    }
    PayloadEdit::keyPressEvent(event);
}

void SendBox::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu* const menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    connect(menu->addAction(tr("Load file into box\u2026")), &QAction::triggered, this, &SendBox::loadRequested);
    menu->popup(event->globalPos());
}

void SendBox::dragEnterEvent(QDragEnterEvent* event)
{
    if (draggedFile(event->mimeData()).isEmpty())
        PayloadEdit::dragEnterEvent(event);
    else
        event->acceptProposedAction();
}

void SendBox::dragMoveEvent(QDragMoveEvent* event)
{
    if (draggedFile(event->mimeData()).isEmpty())
        PayloadEdit::dragMoveEvent(event);
    else
        event->acceptProposedAction();
}

void SendBox::dropEvent(QDropEvent* event)
{
    const QString path = draggedFile(event->mimeData());
    if (path.isEmpty()) {
        PayloadEdit::dropEvent(event);
        return;
    }
    event->setDropAction(Qt::CopyAction); // whatever was proposed: the file stays where it is
    event->accept();
    Q_EMIT fileDropped(path);
}

void SendBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PayloadEdit::changeEvent(event);
}

void SendBox::retranslate()
{
    setAccessibleName(tr("Data to send"));
    setPlaceholderText(tr("Data to send"));
    setHint(*this,
            tr("What is sent; Ctrl+Enter sends it, Ctrl+Up and Ctrl+Down bring back what was sent before. A file "
               "dropped here is sent as a file"));
}

} // namespace netassist

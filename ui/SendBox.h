// SPDX-License-Identifier: MIT
#pragma once

#include "ui/PayloadEdit.h"

namespace netassist {

/// The send box: walks through the history, and takes files.
class SendBox final : public PayloadEdit {
    Q_OBJECT

public:
    explicit SendBox(QWidget* parent = nullptr);

Q_SIGNALS:
    /// A file was dropped: it is not text for the box.
    void fileDropped(const QString& path);
    /// A file's content is wanted in the box.
    void loadRequested();
    /// Ctrl+Up (older) or Ctrl+Down.
    void historyWalked(bool older);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
};

} // namespace netassist

// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace netassist {

/// The send box. Knows its text exactly, and can mark a place in it as wrong.
class PayloadEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PayloadEdit(QWidget* parent = nullptr);

    /// Every character as it was typed or pasted (toPlainText() turns no-break spaces into blanks). A line break is
    /// one LF.
    [[nodiscard]] QString text() const;
    /// The first character of `text` that a text box would turn into something else (a carriage return, say), or -1.
    [[nodiscard]] static qsizetype firstUnholdable(const QString& text);
    /// Forgets what could be undone: it was of another kind.
    void setText(const QString& text);

    /// @param position UTF-16 index, may lie at the end
    void markError(qsizetype position, qsizetype length);
    void clearMark();

Q_SIGNALS:
    /// Ctrl+Enter.
    void submitted();
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

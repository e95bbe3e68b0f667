// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace netassist {

/// A box for what is to be sent. Knows its text exactly, and can mark a place in it as wrong.
class PayloadEdit : public QPlainTextEdit {
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

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace netassist

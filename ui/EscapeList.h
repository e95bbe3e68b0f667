// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace netassist {

/// The button beside “Parse escapes” that shows what can be written in the box besides characters.
class EscapeList final : public QToolButton {
    Q_OBJECT

public:
    explicit EscapeList(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void popUp();
    void retranslate();
};

} // namespace netassist

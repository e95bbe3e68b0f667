// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace netassist {

/// A page of tools. What is on it takes long enough to be made that it is when the page is first shown.
class LatePage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    /// Called once.
    /// @return what is on the page, as a child of it
    [[nodiscard]] virtual QWidget* makeContent() = 0;

    void showEvent(QShowEvent* event) override;
};

} // namespace netassist

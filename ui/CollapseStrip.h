// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace netassist {

/// The thin bar between the settings and the log; a click hides or shows the settings. Checked: hidden.
class CollapseStrip final : public QAbstractButton {
    Q_OBJECT

public:
    explicit CollapseStrip(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void retranslate();
};

} // namespace netassist

// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace netassist {

/// The thin bar beside a column at the window's edge; a click hides or shows the column. Checked: hidden.
class CollapseStrip final : public QAbstractButton {
    Q_OBJECT

public:
    /// Where the column is, seen from the log.
    enum class Side : quint8 { Left, Right };

    explicit CollapseStrip(Side side, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void retranslate();

    Side m_side;
};

} // namespace netassist

// SPDX-License-Identifier: MIT
#pragma once

#include <QSpinBox>

namespace netassist {

/// A port number: plain digits, no arrows, and the wheel leaves it alone.
class PortEdit final : public QSpinBox {
    Q_OBJECT

public:
    explicit PortEdit(QWidget* parent = nullptr);

    /// 0 lets the system choose a free port.
    void setZeroAllowed(bool allowed);

Q_SIGNALS:
    void returnPressed();

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace netassist

// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

namespace netassist {

/// One of this machine's network interfaces, or none in particular.
class InterfaceCombo final : public QComboBox {
    Q_OBJECT

public:
    explicit InterfaceCombo(QWidget* parent = nullptr);

    /// Its name; empty: the system chooses.
    [[nodiscard]] QString interfaceName() const;
    /// One that is not there (any more) is offered all the same.
    void setInterfaceName(const QString& name);

    void showPopup() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refill();
};

} // namespace netassist

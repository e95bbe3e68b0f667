// SPDX-License-Identifier: MIT
#pragma once

#include <QSpinBox>

#include <optional>

namespace netassist {

/// A port number: plain digits, no arrows, and the wheel leaves it alone. Whatever is typed stays as it is, so that
/// what is no port can be told instead of being turned into another one.
class PortEdit final : public QSpinBox {
    Q_OBJECT

public:
    explicit PortEdit(QWidget* parent = nullptr);

    /// 0 lets the system choose a free port.
    void setZeroAllowed(bool allowed) { m_zeroAllowed = allowed; }
    void setPort(quint16 port) { setValue(port); }
    /// None if what is typed is no port.
    [[nodiscard]] std::optional<quint16> port() const;

Q_SIGNALS:
    void returnPressed();

protected:
    [[nodiscard]] QValidator::State validate(QString& input, int& position) const override;
    [[nodiscard]] int valueFromText(const QString& text) const override;
    [[nodiscard]] QString textFromValue(int value) const override;
    void wheelEvent(QWheelEvent* event) override;

private:
    bool m_zeroAllowed = true;
    mutable QString m_noPort; ///< the text that the value kNoPort stands for
};

} // namespace netassist

// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

namespace netassist {

/// A host name or address: typed, or taken from those offered. What is typed is never completed to something else.
class HostCombo final : public QComboBox {
    Q_OBJECT

public:
    explicit HostCombo(QWidget* parent = nullptr);

    /// @param localAddresses whether this machine's are offered, before the past ones
    void offer(const QStringList& pastHosts, bool localAddresses);
    /// As typed, without blanks around it and without the brackets of `[::1]`.
    [[nodiscard]] QString host() const;
    void setHost(const QString& host);

    void showPopup() override;

Q_SIGNALS:
    void returnPressed();

private:
    void refill();

    QStringList m_pastHosts;
    bool m_offersLocalAddresses = false;
};

} // namespace netassist

// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/Transport.h"

#include <QWidget>

namespace netassist {

/// The round lamp beside the open button: grey closed, amber connecting, green open.
class Lamp final : public QWidget {
    Q_OBJECT

public:
    explicit Lamp(QWidget* parent = nullptr);

    void setState(TransportState state);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    TransportState m_state = TransportState::Closed;
};

} // namespace netassist

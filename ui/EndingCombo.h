// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"

#include <QComboBox>

namespace netassist {

/// What is appended to a payload. Its list shows every entry whole, however narrow the field is.
class EndingCombo final : public QComboBox {
    Q_OBJECT

public:
    explicit EndingCombo(QWidget* parent = nullptr);

    [[nodiscard]] Ending ending() const;
    void setEnding(Ending ending);
    /// How an ending is called in the window.
    [[nodiscard]] static QString text(Ending ending);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
};

} // namespace netassist

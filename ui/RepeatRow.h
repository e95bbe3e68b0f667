// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Repeater.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;

namespace netassist {

/// Whether Send repeats, how often, and how many times.
class RepeatRow final : public QWidget {
    Q_OBJECT

public:
    explicit RepeatRow(QWidget* parent = nullptr);

    [[nodiscard]] bool isOn() const;
    [[nodiscard]] RepeatSettings settings() const;
    void restore(bool on, const RepeatSettings& settings);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QCheckBox* m_check;
    QSpinBox* m_period;
    QLabel* m_unit;
    QLabel* m_timesLabel;
    QSpinBox* m_times;
};

} // namespace netassist

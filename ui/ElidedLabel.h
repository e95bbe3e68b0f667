// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace netassist {

/// One line of plain text that is cut at the label's edge, with all of it in the tooltip then; it never asks for
/// more room than there is. Assistive technology reads the whole.
class ElidedLabel final : public QLabel {
    Q_OBJECT

public:
    enum class Tone : quint8 { Normal, Quiet, Warning };

    explicit ElidedLabel(QWidget* parent = nullptr);

    void setTone(Tone tone);
    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString elided() const;

    Tone m_tone = Tone::Normal;
};

} // namespace netassist

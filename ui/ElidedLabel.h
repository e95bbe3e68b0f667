// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>
#include <QStringList>

namespace netassist {

/// Plain text that is cut at the label's edge, with all of it in the tooltip then; it never asks for more width than
/// there is, and for one line if nothing else is said. Assistive technology reads the whole.
class ElidedLabel final : public QLabel {
    Q_OBJECT

public:
    enum class Tone : quint8 { Normal, Quiet, Warning };

    explicit ElidedLabel(QWidget* parent = nullptr);

    void setTone(Tone tone);
    [[nodiscard]] Tone tone() const { return m_tone; }
    /// The text is wrapped into as many lines as it needs, within these: what is below stays where it is as long as the
    /// text fits into `least`.
    void setLines(int least, int most);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// Uncut: the last one, which has all the rest, may be too wide.
    [[nodiscard]] QStringList lines(int width) const;
    [[nodiscard]] bool isCut() const;
    /// Of the text: the fonts that stand in for missing characters may be higher than the label's own.
    [[nodiscard]] int lineHeight() const;

    Tone m_tone = Tone::Normal;
    int m_least = 1;
    int m_most = 1;
};

} // namespace netassist

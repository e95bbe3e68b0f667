// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace netassist {

/// The column of settings at the left: as wide as its panels need, scrolled where the window is too low for them.
class SettingsColumn final : public QScrollArea {
    Q_OBJECT

public:
    explicit SettingsColumn(QWidget* parent = nullptr);

    void addPanel(QWidget* panel);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitWidth();

    QVBoxLayout* m_layout;
};

} // namespace netassist

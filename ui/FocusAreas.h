// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QWidget;

namespace netassist {

/// The areas of a window that the keyboard goes round: F6 leads from one to the next, to where the keyboard was in it
/// last, however many controls are between. Areas that are hidden are left out.
class FocusAreas final : public QObject {
    Q_OBJECT

public:
    explicit FocusAreas(QObject* parent = nullptr);

    /// Behind those there are.
    /// @param entrance gives what in the area has the keyboard at the first time, or the part of it that has it inside;
    /// none: the first control of the area
    void add(QWidget& area, std::function<QWidget*()> entrance = {});
    void focusNext() { move(1); }
    void focusPrevious() { move(-1); }

private:
    struct Area {
        QPointer<QWidget> widget;
        std::function<QWidget*()> entrance;
        QPointer<QWidget> last; ///< had the keyboard
    };

    void note(QWidget* focused);
    void move(int step);
    [[nodiscard]] static QWidget* targetIn(const Area& area);

    std::vector<Area> m_areas;
};

} // namespace netassist

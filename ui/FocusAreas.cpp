// SPDX-License-Identifier: MIT
#include "ui/FocusAreas.h"

#include <QApplication>
#include <QScrollArea>

#include <utility>

namespace netassist {

namespace {

bool isIn(const QWidget& area, const QWidget* widget)
{
    return widget != nullptr && (widget == &area || area.isAncestorOf(widget));
}

bool takesKeyboard(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isEnabled() && widget.isVisible() &&
           widget.focusProxy() == nullptr;
}

/// Itself or what it stands for, or else the first one in it as the Tab key goes; null if there is none.
QWidget* firstIn(QWidget& part)
{
    QWidget* start = &part;
    while (start->focusProxy() != nullptr)
        start = start->focusProxy();
    if (takesKeyboard(*start))
        return start;
    for (QWidget* widget = part.nextInFocusChain(); widget != &part; widget = widget->nextInFocusChain()) {
        if (isIn(part, widget) && takesKeyboard(*widget))
            return widget;
    }
    return nullptr;
}

} // namespace

FocusAreas::FocusAreas(QObject* parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* /*before*/, QWidget* now) { note(now); });
}

void FocusAreas::add(QWidget& area, std::function<QWidget*()> entrance)
{
    m_areas.push_back({&area, std::move(entrance), nullptr});
}

void FocusAreas::note(QWidget* focused)
{
    for (Area& area : m_areas) {
        if (area.widget != nullptr && isIn(*area.widget, focused))
            area.last = focused;
    }
}

void FocusAreas::move(int step)
{
    const int count = static_cast<int>(m_areas.size());
    int at = step > 0 ? count - 1 : 0; // as if it came from beyond the first or the last one
    for (int i = 0; i < count; ++i) {
        const QWidget* const area = m_areas[static_cast<std::size_t>(i)].widget;
        if (area != nullptr && isIn(*area, QApplication::focusWidget()))
            at = i;
    }
    for (int i = 1; i <= count; ++i) {
        const Area& area = m_areas[static_cast<std::size_t>((at + count + i * step) % count)];
        QWidget* const target = area.widget != nullptr && area.widget->isVisible() ? targetIn(area) : nullptr;
        if (target == nullptr)
            continue;
        target->setFocus(Qt::ShortcutFocusReason);
        for (QWidget* outer = target->parentWidget(); outer != nullptr; outer = outer->parentWidget()) {
            if (auto* scrolled = qobject_cast<QScrollArea*>(outer))
                scrolled->ensureWidgetVisible(target);
        }
        return;
    }
}

QWidget* FocusAreas::targetIn(const Area& area)
{
    if (area.last != nullptr && takesKeyboard(*area.last))
        return area.last;
    QWidget* const entrance = area.entrance ? area.entrance() : nullptr;
    QWidget* const target = entrance != nullptr ? firstIn(*entrance) : nullptr;
    return target != nullptr ? target : firstIn(*area.widget);
}

} // namespace netassist

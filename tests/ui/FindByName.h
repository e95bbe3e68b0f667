// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessible>
#include <QApplication>
#include <QString>
#include <QWidget>

#include <algorithm>

namespace netassist {

/// By its own name, or by that of its label: combo boxes have their current text for a name on some systems.
inline bool isNamed(const QAccessibleInterface& accessible, const QString& name)
{
    if (accessible.text(QAccessible::Name) == name)
        return true;
    const auto labels = accessible.relations(QAccessible::Label);
    // The title of the group around a button is told as a label too, and is not its name.
    return std::any_of(labels.begin(), labels.end(), [&name](const auto& label) {
        return label.first->role() != QAccessible::Grouping && label.first->text(QAccessible::Name) == name;
    });
}

/// The visible widget of this type that assistive technology knows by this name, inside `root`; null if there is
/// none, or more than one.
template <class T>
T* findByName(const QWidget& root, const QString& name)
{
    T* found = nullptr;
    const QList<T*> candidates = root.findChildren<T*>();
    for (T* candidate : candidates) {
        const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(candidate);
        if (!candidate->isVisibleTo(root.window()) || accessible == nullptr)
            continue;
        if (!isNamed(*accessible, name))
            continue;
        if (found != nullptr)
            return nullptr;
        found = candidate;
    }
    return found;
}

} // namespace netassist

// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

namespace netassist {

/// Puts a long text on the clipboard, made in slices so that the window stays alive. One that fits one slice is on the
/// clipboard when start() returns.
class CopyJob final : public QObject {
    Q_OBJECT

public:
    /// A quarter of a gigabyte of memory, and as much again in the program it is pasted to.
    static constexpr qsizetype kMostCharacters = qsizetype{128} << 20;

    /// The next piece of the text, no more than some milliseconds' worth; nothing at its end.
    using Source = std::function<std::optional<QString>()>;

    /// @param isAtHand whether the source has its next piece without waiting for a disk, or will be asked again
    CopyJob(Source next, std::function<bool()> isAtHand, QObject* parent);

    void start();

Q_SIGNALS:
    /// @param isCopied false: it is longer than kMostCharacters, and the clipboard is as it was
    void finished(bool isCopied);

private:
    void renderSlice();
    void finish(bool isCopied);

    Source m_next;
    std::function<bool()> m_isAtHand;
    QString m_rendered;
    QTimer m_timer;
};

} // namespace netassist

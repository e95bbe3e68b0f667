// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/LogText.h"

#include <QObject>
#include <QTimer>

namespace netassist {

/// Puts a stretch of the log on the clipboard, rendered in slices so that the window stays alive. A copy that fits
/// one slice is on the clipboard when start() returns.
class CopyJob final : public QObject {
    Q_OBJECT

public:
    /// @param capture outlives the job
    CopyJob(const Capture& capture, const ViewSettings& settings, Position begin, Position end, QObject* parent);

    void start();

Q_SIGNALS:
    void finished();

private:
    void renderSlice();

    LogText m_text;
    QString m_rendered;
    QTimer m_timer;
};

} // namespace netassist

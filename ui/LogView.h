// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/ViewSettings.h"

#include <QAbstractScrollArea>

namespace netassist {

class Capture;

/// Shows a capture: paints the rows in sight, nothing else.
/// (Interface only so far; columns of the settings follow the widget's width and are ignored when set.)
class LogView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit LogView(QWidget* parent = nullptr);
    ~LogView() override;

    void setCapture(Capture* capture);
    void setViewSettings(const ViewSettings& settings);
    [[nodiscard]] const ViewSettings& viewSettings() const;

    /// Follow mode: the end stays in sight. Changes by what the user does (scrolling up stops it, End resumes).
    [[nodiscard]] bool isFollowing() const;
    void setFollowing(bool on);

    [[nodiscard]] bool hasSelection() const;
    [[nodiscard]] QString selectedText() const;
    void copy();
    void copyAsHex();
    void selectAll();

    /// Points added to the default font size.
    [[nodiscard]] int zoomSteps() const;
    void setZoomSteps(int steps);

    /// What assistive technology reads: the rows in sight, one a line.
    [[nodiscard]] QString visibleText() const;

Q_SIGNALS:
    void followingChanged(bool following);
    void zoomChanged(int steps);
    /// Bytes laid out so far that do not decode, and the encoding in which they would (null: none found).
    void undecodableChanged(qint64 bytes, const netassist::Encoding* suggestion);
};

} // namespace netassist

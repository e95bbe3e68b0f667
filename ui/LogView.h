// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/Coalescer.h"
#include "app/layout/ViewSettings.h"
#include "ui/CopyJob.h"
#include "ui/LogSelection.h"

#include <QAbstractScrollArea>
#include <QColor>
#include <QFont>
#include <QTimer>

#include <memory>

class QToolButton;

namespace netassist {

class Capture;
class FontWidths;
class Layout;
class LogPainter;
class LogWindow;
struct Position;

/// Shows a capture: lays out and paints the rows in sight, nothing else. Rows that are out of sight are counted in
/// slices of a few milliseconds while nothing else happens. While nobody can see it (hidden, minimised, or the window
/// system says so) it does no work at all.
class LogView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit LogView(QWidget* parent = nullptr);
    ~LogView() override;

    /// @param capture outlives the view or its next setCapture()
    void setCapture(Capture* capture);
    /// The columns follow the widget's width, ambiguous widths its font; what is set of them is ignored.
    void setViewSettings(const ViewSettings& settings);
    [[nodiscard]] const ViewSettings& viewSettings() const { return m_settings; }

    /// Follow mode: the end stays in sight. Changes by what the user does (scrolling up stops it, End resumes).
    [[nodiscard]] bool isFollowing() const;
    void setFollowing(bool on);

    /// All rows are counted, also those out of sight.
    [[nodiscard]] bool isLaidOut() const;

    [[nodiscard]] bool hasSelection() const;
    [[nodiscard]] QString selectedText() const;
    void copy();
    void copyAsHex();
    void selectAll();

    /// Nobody sees it then, whatever the window system says.
    void setScreenLocked(bool locked);

    /// What showing has cost: bytes of payload that were laid out, again and again where that was needed.
    [[nodiscard]] qint64 laidOutBytes() const;

    /// The font of the log; the zoom's steps are added to its size.
    void setDataFont(const QFont& font);
    /// Of received and sent data, as near to these as can be read; an invalid colour is the usual one.
    void setDataColors(const QColor& received, const QColor& sent);
    /// Points added to the font's size.
    [[nodiscard]] int zoomSteps() const { return m_zoomSteps; }
    void setZoomSteps(int steps);

    /// What assistive technology reads: the rows in sight, one a line.
    [[nodiscard]] QString visibleText() const;
    /// Index in visibleText() at a point of the viewport, and the other way round; for assistive technology.
    [[nodiscard]] int visibleIndexAt(QPoint point) const;
    [[nodiscard]] QRect visibleRect(int index) const;
    /// The selected part of visibleText() as [first, second); empty where nothing in sight is selected.
    [[nodiscard]] std::pair<int, int> visibleSelection() const;
    void selectVisible(int from, int to);

Q_SIGNALS:
    void followingChanged(bool following);
    void zoomChanged(int steps);
    void clearRequested();
    /// Received bytes laid out so far that do not decode, and the encoding in which they would (null: none found).
    void undecodableChanged(qint64 bytes, const netassist::Encoding* suggestion);
    /// More characters were to be copied than the clipboard is given; it is as it was.
    void copyRefused(qint64 most);
    /// So many of the records that were to be copied had gone from the capture before it came to them.
    void copyCut(qint64 records);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    template <typename Text>
    void startCopy(std::shared_ptr<Text> text, CopyJob::Source next);
    void takeInNew();
    /// Whether what there is from a record on has rows in this view.
    [[nodiscard]] bool isAnyShown(RecordId from) const;
    void layOutIdle();
    void applyGeometry();
    void refresh();
    void updateScrollBar();
    void onScrollBarAction(int action);
    void scrolled();
    void tellUndecodable();
    void lookForMisreading();
    void forgetHint();
    void retranslate();
    void placeNewDataButton();
    void dragTo(QPoint point);
    void applyLook();
    bool moveCursor(QKeyEvent* event);
    bool scrollByKey(QKeyEvent* event);
    [[nodiscard]] bool isWorthWork() const;
    [[nodiscard]] bool isSeen() const;
    [[nodiscard]] Position positionAt(QPoint point) const;

    Capture* m_capture = nullptr;
    ViewSettings m_settings;
    std::unique_ptr<Layout> m_layout;
    std::unique_ptr<LogWindow> m_window;
    std::unique_ptr<LogPainter> m_painter;
    std::shared_ptr<const FontWidths> m_widths; ///< of the painter's font
    LogSelection m_selection;
    CopyJob* m_copyJob = nullptr; ///< child
    QToolButton* m_newData;       ///< child of the viewport

    Coalescer m_coalescer;
    QTimer m_idle;       ///< lays out what is out of sight
    QTimer m_dragScroll; ///< while the mouse is held above or below the viewport
    QPoint m_dragPoint;
    QPoint m_tripleClickPoint;
    QElapsedTimer m_sinceDoubleClick;
    QElapsedTimer m_sinceNewData;
    bool m_isFlooded = false;
    RecordId m_endAtRefresh = 0; ///< of the capture
    qint64 m_bytesAtRefresh = 0; ///< that had come in
    qint64 m_workUs = 0;         ///< of taking in what is new
    double m_wheelRows = 0;      ///< what high-resolution wheels have turned short of a row
    int m_zoomSteps = 0;
    QFont m_dataFont;
    QColor m_receivedColor;
    QColor m_sentColor;
    bool m_dragging = false;
    bool m_dirty = true;
    bool m_isScreenLocked = false;
    bool m_wasFollowing = true;
    qint64 m_toldUndecodable = 0;
    qint64 m_hintedAt = 0;      ///< undecodable bytes when the hint was last looked for
    RecordId m_misreadFrom = 0; ///< the first record that was not looked at yet for text in another encoding
    const Encoding* m_hint = nullptr;
};

} // namespace netassist

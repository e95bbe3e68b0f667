// SPDX-License-Identifier: MIT
#include "ui/LogView.h"

#include "app/capture/Capture.h"
#include "app/layout/EncodingHint.h"
#include "app/layout/Layout.h"
#include "app/layout/LogWindow.h"
#include "ui/FontWidths.h"
#include "ui/Fonts.h"
#include "ui/LogPainter.h"
#include "ui/LogViewAccessible.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>
#include <QWindow>

#include <algorithm>
#include <limits>
#include <utility>

namespace netassist {

namespace {

constexpr int kIdleSliceMs = 4;
constexpr int kBusyIntervalMs = 40;             // between slices while data comes in
constexpr qint64 kBusyMs = 200;                 // data came in not longer ago than this
constexpr qint64 kFloodBytes = qint64{1} << 20; // between two refreshes: what is out of sight waits for the end of it
constexpr qint64 kMostScrollSteps = 1'000'000'000; // a scroll bar counts in int, rows need not fit

} // namespace

LogView::LogView(QWidget* parent)
    : QAbstractScrollArea(parent), m_newData(new QToolButton(viewport())), m_dataFont(usualDataFont())
{
    [[maybe_unused]] static const bool readable = (LogViewAccessible::install(), true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    setAttribute(Qt::WA_InputMethodEnabled, false);

    m_newData->setFocusPolicy(Qt::NoFocus); // End does the same from the keyboard
    m_newData->setAutoRaise(false);
    m_newData->setCursor(Qt::ArrowCursor);
    m_newData->hide();
    connect(m_newData, &QToolButton::clicked, this, [this] { setFollowing(true); });

    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &LogView::layOutIdle);
    m_dragScroll.setInterval(40);
    connect(&m_dragScroll, &QTimer::timeout, this, [this] { dragTo(m_dragPoint); });
    connect(&m_coalescer, &Coalescer::due, this, &LogView::takeInNew);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &LogView::onScrollBarAction);
    applyLook();
    retranslate();
}

LogView::~LogView() = default;

void LogView::setCapture(Capture* capture)
{
    if (m_capture) {
        disconnect(m_capture, nullptr, this, nullptr);
    }
    m_capture = capture;
    delete std::exchange(m_copyJob, nullptr); // it reads the old one
    m_selection.clear();
    m_window.reset();
    m_layout.reset();
    if (m_capture) {
        m_endAtRefresh = m_capture->end();
        m_layout = std::make_unique<Layout>(*m_capture, m_settings);
        m_window = std::make_unique<LogWindow>(*m_layout);
        connect(m_capture, &Capture::appended, &m_coalescer, &Coalescer::poke);
        connect(m_capture, &Capture::trimmed, &m_coalescer, &Coalescer::poke);
        connect(m_capture, &Capture::cleared, this, [this] {
            m_selection.clear();
            m_newData->hide();
            forgetHint();
            takeInNew();
        });
    }
    applyGeometry();
}

void LogView::setViewSettings(const ViewSettings& settings)
{
    const int columns = m_settings.columns;
    m_settings = settings;
    m_settings.columns = columns;
    m_settings.ambiguous = m_widths;
    m_selection.clear(); // its ends need not be character borders any more
    forgetHint();
    if (m_layout) {
        m_layout->setSettings(m_settings);
        refresh();
    }
}

// ---- taking in and laying out

bool LogView::isWorthWork() const
{
    return isVisible() && !window()->isMinimized();
}

/// Some window systems tell when a window is covered. When it is to be seen again it is painted.
bool LogView::isSeen() const
{
    const QWindow* const handle = window()->windowHandle();
    return isWorthWork() && !m_isScreenLocked && handle != nullptr && handle->isExposed();
}

void LogView::setScreenLocked(bool locked)
{
    m_isScreenLocked = locked;
    if (!locked && m_dirty)
        viewport()->update();
}

qint64 LogView::laidOutBytes() const
{
    return m_layout ? m_layout->laidOutBytes() : 0;
}

void LogView::takeInNew()
{
    m_sinceNewData.start();
    if (!m_layout || !isSeen()) {
        m_dirty = true;
        return;
    }
    QElapsedTimer work;
    work.start();
    refresh();
    m_workUs = work.nsecsElapsed() / 1000;
}

void LogView::refresh()
{
    if (!m_layout) {
        return;
    }
    m_dirty = false;
    m_layout->sync();
    if (!m_dragging) {
        m_window->update();
    }
    const RecordId known = std::exchange(m_endAtRefresh, m_capture->end());
    if (!m_window->isFollowing() && !m_window->isAtEnd() && isAnyShown(known)) {
        placeNewDataButton();
        m_newData->show();
    }
    scrolled();
    const qint64 bytes = m_capture->appendedBytes().total();
    m_isFlooded = bytes - std::exchange(m_bytesAtRefresh, bytes) > kFloodBytes;
    if (!m_isFlooded || !m_idle.isActive()) {
        m_idle.start(m_isFlooded ? static_cast<int>(kBusyMs) : 0);
    }
}

bool LogView::isAnyShown(RecordId from) const
{
    for (RecordId id = std::max(from, m_capture->begin()); id < m_capture->end(); ++id) {
        if (m_settings.shows(m_capture->record(id).kind))
            return true;
    }
    return false;
}

void LogView::layOutIdle()
{
    if (!m_layout || !isSeen()) {
        m_dirty = true;
        return;
    }
    const bool busy = m_sinceNewData.isValid() && m_sinceNewData.elapsed() < kBusyMs;
    const Layout::Left left = m_layout->layOutSome(m_window->top().record, QDeadlineTimer(kIdleSliceMs));
    updateScrollBar();
    tellUndecodable();
    if (left != Layout::Left::Nothing) {
        const int soon = left == Layout::Left::OnDisk ? Capture::kFetchMs : 0;
        m_idle.start(!busy ? soon : m_isFlooded ? static_cast<int>(kBusyMs) : kBusyIntervalMs);
    }
}

void LogView::tellUndecodable()
{
    const qint64 bytes = m_layout->undecodableBytes();
    if (bytes == 0 && !m_settings.hex && !m_settings.hideReceived) {
        lookForMisreading();
    }
    if (bytes == m_toldUndecodable) {
        return;
    }
    m_toldUndecodable = bytes;
    // Looking for the right encoding costs some milliseconds: again only when there is much more to look at.
    if (bytes == 0 || m_hintedAt == 0 || bytes >= 2 * m_hintedAt) {
        m_hintedAt = bytes;
        if (bytes > 0) {
            m_hint = encodingHint(*m_capture, m_layout->undecodableRecord(), *m_settings.encoding);
        }
    }
    Q_EMIT undecodableChanged(bytes, m_hint);
}

// Text that is valid in a wrong encoding as well. Costs some milliseconds, so not at every record of a flood.
void LogView::lookForMisreading()
{
    constexpr RecordId seldom = 4; // when the log has grown by this part
    constexpr RecordId lookedBack = 64;
    const RecordId end = m_capture->end();
    if (m_hint != nullptr || end <= m_misreadFrom) {
        return;
    }
    const RecordId first = std::max({m_capture->begin(), m_misreadFrom, end - lookedBack});
    for (RecordId id = end; id > first; --id) {
        if (m_capture->record(id - 1).kind == RecordKind::Received) {
            m_hint = encodingHint(*m_capture, id - 1, *m_settings.encoding);
            break;
        }
    }
    m_misreadFrom = end + (end - m_capture->begin()) / seldom;
    if (m_hint != nullptr) {
        m_toldUndecodable = -1;
    }
}

void LogView::forgetHint()
{
    m_hint = nullptr;
    m_hintedAt = 0;
    m_misreadFrom = 0;
    m_toldUndecodable = -1; // the same number in another encoding is news
}

void LogView::applyGeometry()
{
    const int columns = m_painter->columnsIn(viewport()->width());
    if (m_window) {
        m_window->setHeight(viewport()->height() / m_painter->lineHeight());
    }
    m_settings.columns = columns;
    if (m_layout && m_layout->settings() != m_settings) {
        m_layout->setSettings(m_settings);
    }
    if (!m_newData->isHidden()) {
        placeNewDataButton();
    }
    if (isWorthWork()) {
        refresh();
    } else {
        m_dirty = true;
    }
}

// ---- following and scrolling

bool LogView::isFollowing() const
{
    return m_window ? m_window->isFollowing() : m_wasFollowing;
}

void LogView::setFollowing(bool on)
{
    if (!m_window) {
        m_wasFollowing = on;
        return;
    }
    m_window->setFollowing(on);
    refresh();
}

void LogView::scrolled()
{
    const bool following = m_window->isFollowing();
    if (following || m_window->isAtEnd()) {
        m_newData->hide();
    }
    updateScrollBar();
    viewport()->update();
    if (following != m_wasFollowing) {
        m_wasFollowing = following;
        Q_EMIT followingChanged(following);
    }
}

void LogView::updateScrollBar()
{
    QScrollBar* const bar = verticalScrollBar();
    if (bar->isSliderDown()) {
        return; // what the mouse holds stays under it
    }
    const qint64 lowest = std::max<qint64>(0, m_window->total() - m_window->height());
    const qint64 step = 1 + lowest / kMostScrollSteps;
    const QSignalBlocker blocker(bar);
    bar->setRange(0, static_cast<int>(lowest / step));
    bar->setPageStep(std::max(1, static_cast<int>(m_window->height() / step)));
    bar->setValue(static_cast<int>(m_window->isAtEnd() ? lowest / step : m_window->topNumber() / step));
    bar->update();
}

void LogView::onScrollBarAction(int action)
{
    if (!m_window) {
        return;
    }
    QScrollBar* const bar = verticalScrollBar();
    const qint64 lowest = std::max<qint64>(0, m_window->total() - m_window->height());
    const qint64 step = 1 + lowest / kMostScrollSteps;
    switch (action) {
    case QAbstractSlider::SliderSingleStepAdd:
        m_window->scrollBy(1);
        break;
    case QAbstractSlider::SliderSingleStepSub:
        m_window->scrollBy(-1);
        break;
    case QAbstractSlider::SliderPageStepAdd:
        m_window->scrollBy(m_window->height() - 1);
        break;
    case QAbstractSlider::SliderPageStepSub:
        m_window->scrollBy(1 - m_window->height());
        break;
    default:
        m_window->scrollToNumber(bar->sliderPosition() >= bar->maximum() ? std::numeric_limits<qint64>::max()
                                                                         : bar->sliderPosition() * step);
        break;
    }
    scrolled();
    if (!bar->isSliderDown()) {
        bar->setSliderPosition(bar->value()); // Qt takes it as the outcome of the action
    }
    m_idle.start(0);
}

bool LogView::isLaidOut() const
{
    return !m_layout || (!m_dirty && m_layout->isExact());
}

// ---- painting and the rest

void LogView::paintEvent(QPaintEvent* event)
{
    if (!m_window) {
        return;
    }
    if (m_dirty) {
        m_coalescer.poke();
    }
    QElapsedTimer work;
    work.start();
    QPainter painter(viewport());
    bool marksPeers = false;
    PeerId onlyPeer = kNoPeer;
    for (const Row& row : m_window->rows()) {
        if (row.kind == RecordKind::Received) {
            marksPeers = marksPeers || (onlyPeer != kNoPeer && onlyPeer != row.peer);
            onlyPeer = row.peer;
        }
    }
    const int height = m_painter->lineHeight();
    int top = 0;
    for (const Row& row : m_window->rows()) {
        if (top > event->rect().bottom()) {
            break;
        }
        if (top + height > event->rect().top()) {
            m_painter->paint(painter, row, top, viewport()->width(), m_selection, marksPeers, hasFocus());
            const Position cursor = m_selection.cursor();
            if (hasFocus() && m_selection.isActive() && row.begin <= cursor && cursor < row.end) {
                m_painter->paintCursor(painter, row, top, cursor);
            }
        }
        top += height;
    }
    m_coalescer.setWork(m_workUs + work.nsecsElapsed() / 1000);
}

void LogView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    applyGeometry();
}

void LogView::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    if (m_dirty) {
        applyGeometry();
    }
}

void LogView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        if (m_layout) {
            m_layout->setSettings(m_settings); // error notes have a sentence in the user's language
            refresh();
        }
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::ApplicationFontChange:
        applyLook();
        applyGeometry();
        break;
    default:
        break;
    }
}

void LogView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void LogView::retranslate()
{
    setAccessibleName(tr("Data log"));
    m_newData->setText(tr("New data below ↓"));
    m_newData->setToolTip(tr("Go to the end and follow it"));
    if (!m_newData->isHidden()) {
        placeNewDataButton();
    }
}

void LogView::placeNewDataButton()
{
    constexpr int kFromEdge = 8; // pixels
    m_newData->adjustSize();
    m_newData->move(viewport()->width() - m_newData->width() - kFromEdge,
                    viewport()->height() - m_newData->height() - kFromEdge);
}

} // namespace netassist

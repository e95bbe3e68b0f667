// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "app/session/Session.h"

#include <QStatusBar>
#include <QTimer>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace netassist {

class ElidedLabel;
class Encoding;

/// The status bar: an error while it is new, or the hint of the control under the mouse, or the last note, or that all is
/// well; and the counters.
class StatusLine final : public QStatusBar {
    Q_OBJECT

public:
    /// So long an error can be read at least.
    static constexpr int kReadMs = 3000;

    explicit StatusLine(QWidget* parent = nullptr);

    /// Of the control under the mouse; empty when there is none.
    void setHint(const QString& hint);
    /// An error of the network stays until something else happens, or something goes out again, but long enough to be
    /// read.
    void setNote(const Note& note);
    void clearNote();
    /// Only if it is of this kind.
    void clearNote(NoteKind kind);
    /// Rates in bytes per second, 0 when nothing flows.
    void setCounters(const Counters& counters, double receiveRate, double sendRate);
    /// @param suggestion an encoding in which all is valid, or null
    void setUndecodable(qint64 bytes, const Encoding* encoding, const Encoding* suggestion);
    /// Shows how far a file has been written, 0 to 100; < 0: none is.
    void setProgress(int percent);
    /// Shows how much is in the file that what comes in is saved to; < 0: it is not saved.
    void setSaved(qint64 bytes, const QString& path);

Q_SIGNALS:
    void resetRequested();
    void encodingRequested(const netassist::Encoding& encoding);
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshMessage();
    void refreshCounters();
    void refreshSaved();
    void refreshUndecodable();
    void retranslate();

    ElidedLabel* m_message;
    QLabel* m_undecodable;
    QToolButton* m_showAs;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QLabel* m_saved;
    QLabel* m_records;
    QLabel* m_received;
    QLabel* m_sent;
    QPushButton* m_reset;
    QString m_hint;
    std::optional<Note> m_note;
    QTimer m_unread; ///< runs while the note is an error that may not have been read
    Counters m_counters;
    double m_receiveRate = 0;
    double m_sendRate = 0;
    qint64 m_undecodableBytes = 0;
    qint64 m_savedBytes = -1;
    QString m_savedPath;
    const Encoding* m_encoding = nullptr;
    const Encoding* m_suggestion = nullptr;
};

} // namespace netassist

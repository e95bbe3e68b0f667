// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/DiskThread.h"
#include "app/session/FileSender.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace netassist {

class ElidedLabel;
struct FilePreferences;

/// Takes the send box's place while a file is to be sent: which one, how fast, and how far it is.
class FilePanel final : public QWidget {
    Q_OBJECT

public:
    /// While it is shown: files come, go and grow. Whether there is something counts when it is seen twice: it may just be
    /// written anew.
    static constexpr int kLookAgainMs = 500;

    explicit FilePanel(QWidget* parent = nullptr);

    /// As typed, without quotes or `file://`; may name nothing.
    [[nodiscard]] QString path() const;
    void setPath(const QString& path);
    [[nodiscard]] FilePacing pacing() const;
    /// There is a file of this name, with something in it.
    [[nodiscard]] bool isReady() const { return m_seen.bytes > 0; }
    [[nodiscard]] bool isRunning() const { return m_progress.has_value(); }
    /// Looks again whether the file is there.
    void look();
    /// Of the file that is being sent; none: none is.
    void setProgress(const std::optional<FileProgress>& progress);
    /// Where the keys go: the path, or the button that cancels while a file is being sent.
    [[nodiscard]] QWidget* firstField() const;

    void restore(const FilePreferences& preferences);
    void store(FilePreferences& preferences) const;

Q_SIGNALS:
    /// The file, the pacing, or whether one runs.
    void changed();
    void cancelRequested();
    void submitted();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// What lies at a path.
    struct Seen {
        bool exists = false;
        bool isFile = false;
        qint64 bytes = 0; ///< of the file; 0: there is none

        friend bool operator==(const Seen&, const Seen&) = default;
        [[nodiscard]] bool isLike(const Seen& other) const
        {
            return exists == other.exists && isFile == other.isFile && (bytes > 0) == (other.bytes > 0);
        }
    };
    struct Looking;

    [[nodiscard]] static Seen see(const QString& path);
    void layOut();
    void choose();
    void lookAgain();
    [[nodiscard]] QString stateText() const;
    void refresh();
    void retranslate();

    QLabel* m_pathLabel;
    QLineEdit* m_path;
    QPushButton* m_choose;
    QCheckBox* m_paced;
    QLabel* m_blockLabel;
    QSpinBox* m_block;
    QLabel* m_intervalLabel;
    QSpinBox* m_interval;
    ElidedLabel* m_state;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    Seen m_seen;                        ///< at path()
    QTimer m_lookAgain;                 ///< done in the thread: a share that has gone is waited for
    std::shared_ptr<Looking> m_looking; ///< the last time, with the thread
    std::optional<Seen> m_seenLast;     ///< then, at the same path
    std::unique_ptr<DiskThread> m_disk; ///< another one where that waits for a share that has gone
    std::optional<FileProgress> m_progress;
};

/// `0:07`, `3:25`, `1:02:03`
[[nodiscard]] QString durationText(qint64 seconds);

} // namespace netassist

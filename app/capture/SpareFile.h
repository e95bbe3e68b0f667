// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <memory>

namespace netassist {

class CaptureFile;
class DiskThread;

/// A file made before it is needed: to make one is to wait for the file system's journal, which may be waiting for the
/// disk.
class SpareFile final {
public:
    /// @param thread outlives this
    explicit SpareFile(DiskThread& thread) : m_thread(thread) {}

    /// In the background, unless there is one.
    void prepare(const QString& folder);
    /// Whether take() has one.
    [[nodiscard]] bool isReady(const QString& folder) const;
    /// @return null if there is none yet, none in this folder, or it could not be made
    [[nodiscard]] std::shared_ptr<CaptureFile> take(const QString& folder);
    void forget() { m_made.reset(); }

private:
    struct Made;

    DiskThread& m_thread;
    std::shared_ptr<Made> m_made; ///< shared with the thread
};

} // namespace netassist

// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/LogFollower.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace netassist {

/// What a recording writes, as the capture gets it.
class RecordingSource {
public:
    /// Bytes, and the peer whose they are; kNoPeer where all go into one file.
    struct Portion {
        PeerId peer = kNoPeer;
        QByteArray bytes;
    };

    RecordingSource() = default;
    virtual ~RecordingSource() = default;
    RecordingSource(const RecordingSource&) = delete;
    RecordingSource& operator=(const RecordingSource&) = delete;

    /// What the records before `end` have more, some 100 KiB at most; nothing if that is all for now.
    /// @param isLast nothing comes after these records: nothing is held back
    [[nodiscard]] virtual std::vector<Portion> next(RecordId end, bool isLast) = 0;
    /// The first record that has not been written, or not all of it.
    [[nodiscard]] virtual RecordId at() const = 0;
    /// Bytes of that record that have been.
    [[nodiscard]] virtual qint64 writtenOfIt() const = 0;
    virtual void skipTo(RecordId record) = 0;
    /// What belongs behind all of it.
    [[nodiscard]] virtual QByteArray finish() { return {}; }
    virtual void setViewSettings(const ViewSettings& /*settings*/) {}
};

/// Received bytes, exactly as they came.
class ReceivedTail final : public RecordingSource {
public:
    /// @param capture outlives this
    ReceivedTail(const Capture& capture, RecordId from, bool perPeer)
        : m_capture(&capture), m_at(from), m_perPeer(perPeer)
    {}

    [[nodiscard]] std::vector<Portion> next(RecordId end, bool isLast) override;
    [[nodiscard]] RecordId at() const override { return m_at; }
    [[nodiscard]] qint64 writtenOfIt() const override { return m_from; }
    void skipTo(RecordId record) override;

private:
    const Capture* m_capture;
    RecordId m_at;
    qint64 m_from = 0; ///< in the record m_at
    bool m_perPeer;
};

/// The log as it is shown, in UTF-8; received data also while it is hidden.
class LogTail final : public RecordingSource {
public:
    LogTail(const Capture& capture, RecordId from, const ViewSettings& settings);

    [[nodiscard]] std::vector<Portion> next(RecordId end, bool isLast) override;
    [[nodiscard]] RecordId at() const override { return m_log.at(); }
    [[nodiscard]] qint64 writtenOfIt() const override { return m_log.writtenOfIt(); }
    void skipTo(RecordId record) override { m_log.skipTo(record); }
    [[nodiscard]] QByteArray finish() override { return m_log.finish().toUtf8(); }
    void setViewSettings(const ViewSettings& settings) override;

private:
    LogFollower m_log;
};

} // namespace netassist

// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/session/ExportSource.h"

namespace netassist {

/// All received bytes of a capture, exactly as they came; those that arrive later are not among them, and records
/// that are dropped meanwhile are left out.
class ReceivedBytes final : public ExportSource {
public:
    /// @param capture outlives this
    explicit ReceivedBytes(const Capture& capture);

    [[nodiscard]] QByteArray next() override;
    [[nodiscard]] bool isAtHand() const override { return m_capture->isAtHand(m_at, m_end, m_from); }
    [[nodiscard]] bool atEnd() const override;
    [[nodiscard]] double progress() const override;
    [[nodiscard]] RecordId leftOut() const override { return m_leftOut; }

private:
    const Capture* m_capture;
    RecordId m_begin;
    RecordId m_at;
    RecordId m_end;
    RecordId m_leftOut = 0;
    qint64 m_from = 0; ///< in the record m_at
};

} // namespace netassist

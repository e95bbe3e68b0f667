// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/LogText.h"
#include "app/session/ExportSource.h"

namespace netassist {

/// The log as it is shown, all of it, in UTF-8.
class ShownLog final : public ExportSource {
public:
    /// @param capture outlives this
    ShownLog(const Capture& capture, const ViewSettings& settings) : m_text(capture, settings) {}

    [[nodiscard]] QByteArray next() override { return m_text.next().toUtf8(); }
    [[nodiscard]] bool isAtHand() const override { return m_text.isAtHand(); }
    [[nodiscard]] bool atEnd() const override { return m_text.atEnd(); }
    [[nodiscard]] double progress() const override { return m_text.progress(); }
    [[nodiscard]] RecordId leftOut() const override { return m_text.leftOut(); }

private:
    LogText m_text;
};

} // namespace netassist

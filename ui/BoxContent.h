// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/capture/Note.h"
#include "app/payload/Payload.h"

#include <QCoreApplication>
#include <QString>

namespace netassist {

/// What the send box is to hold.
struct BoxContent {
    Q_DECLARE_TR_FUNCTIONS(netassist::BoxContent)

public:
    PayloadMode mode = PayloadMode::Text;
    QString text;

    /// More than a box of text handles with ease; a file of any size can be sent as a file.
    static constexpr qint64 kMostBytes = qint64{256} << 10;

    /// Bytes as text in the options' encoding, or as HEX if that is the mode or they are no such text.
    [[nodiscard]] static BoxContent of(QByteArrayView bytes, const PayloadOptions& options);
    /// The error is to be told.
    [[nodiscard]] static Result<BoxContent, Note> ofFile(const QString& path, const PayloadOptions& options);
    /// What means the same bytes in the other mode. An error on the way to HEX is in `text`, one on the way to text in
    /// what that would be.
    [[nodiscard]] static Result<QString, PayloadError> converted(const QString& text, PayloadOptions options,
                                                                 PayloadMode mode);
};

} // namespace netassist

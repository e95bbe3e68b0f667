// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"

#include <QWidget>

#include <optional>

namespace netassist {

class ElidedLabel;

/// The line below the send box: how many bytes would go out, or why none can; and how many still wait.
class PayloadHint final : public QWidget {
    Q_OBJECT

public:
    explicit PayloadHint(QWidget* parent = nullptr);

    void setByteCount(qint64 bytes);
    void setError(const PayloadError& error);
    /// Why the box could not be converted to the other mode; stays until the next setByteCount() or setError().
    void setConversionError(PayloadMode wanted, const PayloadError& error);
    /// The box holds more bytes than a datagram can.
    void setTooLarge(qint64 bytes, qint64 limit);
    /// Why what is right in itself cannot go where it should; empty: it can.
    void setAimError(const QString& error);
    /// How far repeating has come.
    struct Repeat {
        qint64 sent = 0;
        qint64 skipped = 0; ///< times that it was not sent since what was sent before still waited

        friend bool operator==(const Repeat&, const Repeat&) = default;
    };
    void setRepeat(const std::optional<Repeat>& repeat);
    /// Bytes accepted for sending that the system has not taken yet.
    void setWaitingBytes(qint64 bytes);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Kind : quint8 { Count, Error, ConversionError, TooLarge };

    [[nodiscard]] QString errorText() const;
    void refresh();

    ElidedLabel* m_label;
    Kind m_kind = Kind::Count;
    qint64 m_bytes = 0;
    qint64 m_limit = 0;
    qint64 m_waiting = 0;
    std::optional<Repeat> m_repeat;
    PayloadError m_error;
    QString m_aimError;
    PayloadMode m_wanted = PayloadMode::Text;
};

/// `1 byte`, `12 bytes`, in the user's language and in plain digits.
[[nodiscard]] QString byteCountText(qint64 bytes);

} // namespace netassist

// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"

#include <QGroupBox>

class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;

namespace netassist {

class ChecksumRow;
class EncodingCombo;
class EscapeList;
class RepeatRow;
struct Preferences;

/// What the send box's content means.
class SendPanel final : public QGroupBox {
    Q_OBJECT

public:
    explicit SendPanel(QWidget* parent = nullptr);

    [[nodiscard]] PayloadMode mode() const;
    /// Moves the radio buttons without modePicked().
    void setMode(PayloadMode mode);
    /// Null: same as receive.
    [[nodiscard]] const Encoding* encoding() const;
    [[nodiscard]] bool escapes() const;
    [[nodiscard]] Ending ending() const;
    [[nodiscard]] ChecksumRow& checksum() { return *m_checksum; }
    [[nodiscard]] RepeatRow& repeat() { return *m_repeat; }

    void restore(const Preferences& preferences);
    void store(Preferences& preferences) const;

Q_SIGNALS:
    /// The user wants the box in this mode; whoever converts it calls setMode() if that cannot be.
    void modePicked(netassist::PayloadMode mode);
    /// Anything but the mode.
    void optionsChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QRadioButton* m_text;
    QRadioButton* m_hex;
    QLabel* m_encodingLabel;
    EncodingCombo* m_encoding;
    QCheckBox* m_escapes;
    EscapeList* m_escapeList;
    QLabel* m_endingLabel;
    QComboBox* m_ending;
    ChecksumRow* m_checksum;
    RepeatRow* m_repeat;
};

} // namespace netassist

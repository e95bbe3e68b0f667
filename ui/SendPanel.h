// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"

#include <QGroupBox>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QToolButton;

namespace netassist {

class EncodingCombo;
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

    void restore(const Preferences& preferences);
    void store(Preferences& preferences) const;

Q_SIGNALS:
    /// The user wants the box in this mode; whoever converts it calls setMode() if that cannot be.
    void modePicked(netassist::PayloadMode mode);
    /// Anything but the mode.
    void optionsChanged();
    void quickCommandsRequested();
    void historyRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showEscapes();
    void retranslate();

    QRadioButton* m_text;
    QRadioButton* m_hex;
    QLabel* m_encodingLabel;
    EncodingCombo* m_encoding;
    QCheckBox* m_escapes;
    QToolButton* m_escapeList;
    QLabel* m_endingLabel;
    QComboBox* m_ending;
    QPushButton* m_quickCommands;
    QPushButton* m_history;
};

} // namespace netassist

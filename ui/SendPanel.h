// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"

#include <QGroupBox>

class QCheckBox;
class QLabel;
class QPushButton;
class QRadioButton;

namespace netassist {

class ChecksumRow;
class EncodingCombo;
class EndingCombo;
class EscapeList;
class RepeatRow;
struct Preferences;

/// What the send box's content means.
class SendPanel final : public QGroupBox {
    Q_OBJECT

public:
    explicit SendPanel(QWidget* parent = nullptr);

    /// Of the box, also while a file is to be sent instead.
    [[nodiscard]] PayloadMode mode() const { return m_mode; }
    /// Moves the radio buttons without modePicked().
    void setMode(PayloadMode mode);
    /// A file is to be sent, not what is in the box.
    [[nodiscard]] bool sendsFile() const { return m_sendsFile; }
    /// Moves the radio buttons without filePicked().
    void setSendsFile(bool on);
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
    void filePicked(bool on);
    /// Anything but the mode.
    void optionsChanged();
    void quickCommandsRequested();
    void historyRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void pick();
    void showMode();
    void retranslate();

    QRadioButton* m_text;
    QRadioButton* m_hex;
    QRadioButton* m_file;
    QLabel* m_encodingLabel;
    EncodingCombo* m_encoding;
    QCheckBox* m_escapes;
    EscapeList* m_escapeList;
    QLabel* m_endingLabel;
    EndingCombo* m_ending;
    PayloadMode m_mode = PayloadMode::Text;
    bool m_sendsFile = false;
    ChecksumRow* m_checksum;
    RepeatRow* m_repeat;
    QPushButton* m_quickCommands;
    QPushButton* m_history;
};

} // namespace netassist

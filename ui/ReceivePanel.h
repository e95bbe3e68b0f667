// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/ViewSettings.h"

#include <QGroupBox>

class QCheckBox;
class QLabel;
class QPushButton;
class QRadioButton;

namespace netassist {

class EncodingCombo;
struct Preferences;

/// How the log is shown.
class ReceivePanel final : public QGroupBox {
    Q_OBJECT

public:
    explicit ReceivePanel(QWidget* parent = nullptr);

    /// The columns are not this panel's and stay at their default.
    [[nodiscard]] ViewSettings settings() const;
    [[nodiscard]] const Encoding& encoding() const;
    void setEncoding(const Encoding& encoding);
    void setHex(bool on);
    void setAutoScroll(bool on);
    /// Moves the check box without savePicked().
    void setSaving(bool on);

    /// @param fallback the encoding where none is remembered, or one this Qt does not have
    void restore(const Preferences& preferences, const Encoding& fallback);
    void store(Preferences& preferences) const;

Q_SIGNALS:
    void settingsChanged();
    void autoScrollToggled(bool on);
    void clearRequested();
    /// The user wants what is received to be saved, or no longer; where that fails, setSaving(false) follows.
    void savePicked(bool on);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QRadioButton* m_text;
    QRadioButton* m_hex;
    QLabel* m_encodingLabel;
    EncodingCombo* m_encoding;
    QCheckBox* m_logMode;
    QCheckBox* m_autoLineFeed;
    QCheckBox* m_hide;
    QCheckBox* m_save;
    QCheckBox* m_autoScroll;
    QPushButton* m_clear;
};

} // namespace netassist

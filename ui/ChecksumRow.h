// SPDX-License-Identifier: MIT
#pragma once

#include "ui/ChecksumDialog.h"

#include <QWidget>

class QCheckBox;
class QToolButton;

namespace netassist {

class ElidedLabel;

/// Whether and which checksum is appended. Ticking asks for the settings, and so does the button; a cancelled dialog
/// changes nothing.
class ChecksumRow final : public QWidget {
    Q_OBJECT

public:
    explicit ChecksumRow(QWidget* parent = nullptr);

    /// Where the dialog gets the bytes from that it shows.
    void setPreview(ChecksumDialog::Preview preview) { m_preview = std::move(preview); }
    /// None: off.
    [[nodiscard]] std::optional<ChecksumSettings> checksum() const;
    /// What the dialog begins with, on or off.
    [[nodiscard]] const ChecksumSettings& settings() const { return m_settings; }
    /// Without a dialog.
    void setChecksum(const std::optional<ChecksumSettings>& checksum, const ChecksumSettings& settings);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void onToggled(bool on);
    /// @param cancelled what to do if nothing is taken over
    void ask(const std::function<void()>& cancelled);
    void setOn(bool on);
    void refresh();
    void retranslate();

    QCheckBox* m_check;
    QToolButton* m_edit;
    ElidedLabel* m_title;
    ChecksumDialog::Preview m_preview;
    ChecksumSettings m_settings;
};

} // namespace netassist

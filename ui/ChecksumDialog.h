// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"

#include <QDialog>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace netassist {

/// Which checksum is appended, with the bytes that it makes of what is in the box.
class ChecksumDialog final : public QDialog {
    Q_OBJECT

public:
    /// What would be sent with this checksum.
    using Preview = std::function<Result<PayloadParts, PayloadError>(const ChecksumSettings& checksum)>;

    ChecksumDialog(const ChecksumSettings& settings, Preview preview, QWidget* parent = nullptr);

    /// Shows one that goes by itself.
    /// @param parent the window that waits for it; what is called is called only as long as it lives
    /// @param left nothing was taken over
    static void ask(
        const ChecksumSettings& settings, Preview preview, QWidget& parent,
        const std::function<void(const ChecksumSettings& settings)>& taken, const std::function<void()>& left = [] {});

    /// None while a field holds what it cannot hold.
    [[nodiscard]] std::optional<ChecksumSettings> settings() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillAlgorithms();
    void showSettings(const ChecksumSettings& settings);
    void pickAlgorithm();
    void showFields(ChecksumKind kind);
    void refresh();
    [[nodiscard]] std::optional<CrcModel> model() const;
    [[nodiscard]] QString previewText(const ChecksumSettings& settings) const;
    void retranslate();

    Preview m_preview;
    QFormLayout* m_form;
    QComboBox* m_algorithm;
    QComboBox* m_width;
    QLineEdit* m_poly;
    QLineEdit* m_init;
    QLineEdit* m_xorOut;
    QCheckBox* m_reflectIn;
    QCheckBox* m_reflectOut;
    QLineEdit* m_fixed;
    QComboBox* m_order;
    QSpinBox* m_from;
    QSpinBox* m_minus;
    QLabel* m_previewTitle;
    QLabel* m_previewText;
    QDialogButtonBox* m_buttons;
};

} // namespace netassist

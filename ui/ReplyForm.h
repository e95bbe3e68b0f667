// SPDX-License-Identifier: MIT
#pragma once

#include "app/reply/ReplyRule.h"
#include "ui/ChecksumDialog.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace netassist {

class ChecksumRow;
class EncodingCombo;
class EndingCombo;
class PayloadEdit;

/// One rule for automatic replies, to be edited.
class ReplyForm final : public QWidget {
    Q_OBJECT

public:
    explicit ReplyForm(QWidget* parent = nullptr);

    /// What would be sent by a reply now.
    using Preview = std::function<Result<PayloadParts, PayloadError>(const Message& reply)>;
    /// For the dialog that asks for the checksum.
    void setPreview(const Preview& preview);

    void setRule(const ReplyRule& rule);
    /// Of a rule being edited; whether it is enabled is not asked here.
    [[nodiscard]] ReplyRule rule() const;
    /// For a rule that has just been added.
    void focusPattern();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void bind();
    void updateEnabled();
    void retranslate();

    QFormLayout* m_layout;
    QLineEdit* m_name;
    QComboBox* m_kind;
    QComboBox* m_mode;
    EncodingCombo* m_encoding;
    QLineEdit* m_pattern;
    QLineEdit* m_peer;
    QCheckBox* m_unlessAnswered;
    PayloadEdit* m_reply;
    QComboBox* m_replyMode;
    EncodingCombo* m_replyEncoding;
    QCheckBox* m_escapes;
    EndingCombo* m_ending;
    ChecksumRow* m_checksum;
    QSpinBox* m_delay;
    QSpinBox* m_perSecond;
    ReplyRule m_rule; ///< with what the form does not show
    bool m_filling = false;
};

} // namespace netassist

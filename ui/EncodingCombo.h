// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

namespace netassist {

class Encoding;

/// The encodings this Qt has, by name, behind an optional first entry that stands for none of its own.
class EncodingCombo final : public QComboBox {
    Q_OBJECT

public:
    explicit EncodingCombo(QWidget* parent = nullptr);

    /// Puts a first entry in front, or renames it.
    void setFirstEntry(const QString& text);
    /// Null for the first entry.
    [[nodiscard]] const Encoding* encoding() const;
    void setEncoding(const Encoding* encoding);
    /// As remembered. One that this Qt does not have stays remembered until another is chosen.
    /// @param fallback what is shown for that one and for an empty name
    void restore(const QString& name, const Encoding* fallback);
    /// To be remembered; empty for the first entry.
    [[nodiscard]] QString name() const;

private:
    QString m_missing; ///< the name remembered while this Qt does not have it
};

} // namespace netassist

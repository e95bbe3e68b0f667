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
};

} // namespace netassist

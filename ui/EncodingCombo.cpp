// SPDX-License-Identifier: MIT
#include "ui/EncodingCombo.h"

#include "app/text/Encoding.h"

namespace netassist {

EncodingCombo::EncodingCombo(QWidget* parent) : QComboBox(parent)
{
    for (const Encoding* encoding : Encoding::all())
        addItem(encoding->name(), encoding->name());
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(9);
    setMaxVisibleItems(20);
    connect(this, &QComboBox::currentIndexChanged, this, [this] { m_missing.clear(); });
    connect(this, &QComboBox::activated, this, [this] { m_missing.clear(); });
}

void EncodingCombo::setFirstEntry(const QString& text)
{
    if (count() > 0 && itemData(0).isNull())
        setItemText(0, text);
    else
        insertItem(0, text);
}

const Encoding* EncodingCombo::encoding() const
{
    const QVariant name = currentData();
    return name.isNull() ? nullptr : Encoding::byName(name.toString());
}

void EncodingCombo::setEncoding(const Encoding* encoding)
{
    const int row = encoding != nullptr ? findData(encoding->name()) : 0;
    setCurrentIndex(row < 0 ? 0 : row);
}

void EncodingCombo::restore(const QString& name, const Encoding* fallback)
{
    const Encoding* encoding = Encoding::byName(name);
    setEncoding(encoding != nullptr ? encoding : fallback);
    if (encoding == nullptr)
        m_missing = name;
}

QString EncodingCombo::name() const
{
    return m_missing.isEmpty() ? currentData().toString() : m_missing;
}

} // namespace netassist

// SPDX-License-Identifier: MIT
#include "ui/DefaultTextDialog.h"

#include "ui/Hint.h"
#include "ui/PayloadEdit.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace netassist {

namespace {

constexpr QSize kSize{420, 220};

} // namespace

DefaultTextDialog::DefaultTextDialog(const QString& text, QWidget* parent)
    : QDialog(parent),
      m_label(new QLabel(this)),
      m_edit(new PayloadEdit(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    m_label->setWordWrap(true);
    m_label->setBuddy(m_edit);
    m_edit->setText(text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_edit, &PayloadEdit::submitted, this, &QDialog::accept);
    retranslate();
    resize(kSize);
}

QString DefaultTextDialog::text() const
{
    return m_edit->text();
}

void DefaultTextDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void DefaultTextDialog::retranslate()
{
    setWindowTitle(tr("Default text"));
    m_label->setText(tr("Text in the send box at the start, if nothing was left in it:"));
    m_edit->setAccessibleName(tr("Default text"));
    setHint(*m_edit, tr("Put into the send box at the start if it is empty; Ctrl+Enter accepts it"));
}

} // namespace netassist

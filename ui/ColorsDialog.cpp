// SPDX-License-Identifier: MIT
#include "ui/ColorsDialog.h"

#include "ui/Hint.h"
#include "ui/LogColors.h"

#include <QColorDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>

namespace netassist {

namespace {

constexpr QSize kSwatch{32, 16};

void showColor(QPushButton& button, const QColor& color)
{
    QPixmap swatch(kSwatch);
    swatch.fill(color);
    button.setIcon(swatch);
    button.setIconSize(kSwatch);
    button.setText(color.name());
}

} // namespace

ColorsDialog::ColorsDialog(const QColor& received, const QColor& sent, QWidget* parent)
    : QDialog(parent),
      m_received(received),
      m_sent(sent),
      m_receivedLabel(new QLabel(this)),
      m_receivedButton(new QPushButton(this)),
      m_sentLabel(new QLabel(this)),
      m_sentButton(new QPushButton(this)),
      m_note(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults, this))
{
    m_receivedLabel->setBuddy(m_receivedButton);
    m_sentLabel->setBuddy(m_sentButton);
    m_note->setWordWrap(true);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(8);
    layout->addWidget(m_receivedLabel, 0, 0);
    layout->addWidget(m_receivedButton, 0, 1);
    layout->addWidget(m_sentLabel, 1, 0);
    layout->addWidget(m_sentButton, 1, 1);
    layout->addWidget(m_note, 2, 0, 1, 2);
    layout->setRowStretch(3, 1);
    layout->addWidget(m_buttons, 4, 0, 1, 2);
    connect(m_receivedButton, &QPushButton::clicked, this, [this] { choose(m_received, m_receivedLabel->text()); });
    connect(m_sentButton, &QPushButton::clicked, this, [this] { choose(m_sent, m_sentLabel->text()); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] {
        m_received = m_sent = QColor();
        refresh();
        Q_EMIT chosen(m_received, m_sent);
    });
    retranslate();
    refresh();
}

void ColorsDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        refresh();
    QDialog::changeEvent(event);
}

void ColorsDialog::choose(QColor& color, const QString& title)
{
    const LogColors usual = LogColors::of(palette());
    const QColor shown = color.isValid() ? color : (&color == &m_received ? usual.received : usual.sent);
    auto* dialog = new QColorDialog(shown, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    connect(dialog, &QColorDialog::colorSelected, this, [this, &color](const QColor& picked) {
        color = picked;
        refresh();
        Q_EMIT chosen(m_received, m_sent);
    });
    dialog->open();
}

void ColorsDialog::refresh()
{
    const LogColors usual = LogColors::of(palette());
    showColor(*m_receivedButton, m_received.isValid() ? m_received : usual.received);
    showColor(*m_sentButton, m_sent.isValid() ? m_sent : usual.sent);
}

void ColorsDialog::retranslate()
{
    setWindowTitle(tr("Colours"));
    m_receivedLabel->setText(tr("Received data"));
    m_receivedButton->setAccessibleName(m_receivedLabel->text());
    setHint(*m_receivedButton, tr("Choose the colour of received data in the log"));
    m_sentLabel->setText(tr("Sent data"));
    m_sentButton->setAccessibleName(m_sentLabel->text());
    setHint(*m_sentButton, tr("Choose the colour of sent data in the log"));
    m_note->setText(tr("Where a colour could not be read on the log's background, a lighter or darker one is shown."));
}

} // namespace netassist

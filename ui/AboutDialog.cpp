// SPDX-License-Identifier: MIT
#include "ui/AboutDialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace netassist {

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    constexpr int kIconSide = 64;
    m_icon->setPixmap(windowIcon().pixmap(QSize(kIconSide, kIconSide), devicePixelRatio()));
    m_icon->setAlignment(Qt::AlignTop);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setOpenExternalLinks(true);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(380);

    auto* content = new QHBoxLayout;
    content->setSpacing(16);
    content->addWidget(m_icon);
    content->addWidget(m_text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(content);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

void AboutDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Network Debugging Assistant"));
    m_text->setText(
        QStringLiteral("<h3>%1 %2</h3><p>%3</p><p>%4</p><p>%5<br>%6<br>%7</p>")
            .arg(tr("Network Debugging Assistant"), QCoreApplication::applicationVersion(),
                 tr("Plays one end of a network conversation by hand: a TCP server, a TCP client or a UDP socket."),
                 tr("Free software under the MIT licence."),
                 tr("Qt %1 (built with %2), under the GNU LGPL, version 3")
                     .arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)),
                 tr("utf8proc, under the MIT licence; Unicode data under the Unicode licence"),
                 tr("There is no warranty, to the extent that the law permits.")));
}

} // namespace netassist

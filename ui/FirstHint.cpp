// SPDX-License-Identifier: MIT
#include "ui/FirstHint.h"

#include "app/capture/Capture.h"

#include <QEvent>
#include <QVBoxLayout>

namespace netassist {

namespace {

constexpr int kMargin = 24;

} // namespace

FirstHint::FirstHint(const Capture& capture, QWidget* ground) : QLabel(ground)
{
    setAlignment(Qt::AlignCenter);
    setForegroundRole(QPalette::PlaceholderText);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    ground->installEventFilter(this);
    // Not at once: who tells may be in the middle of things.
    connect(&capture, &Capture::appended, this, [this] {
        hide();
        deleteLater();
    });
    retranslate();
    place();
}

void FirstHint::setSubject(Subject subject)
{
    m_subject = subject;
    retranslate();
}

bool FirstHint::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QLabel::eventFilter(watched, event);
}

void FirstHint::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLabel::changeEvent(event);
}

void FirstHint::place()
{
    setGeometry(parentWidget()->rect().adjusted(kMargin, kMargin, -kMargin, -kMargin));
}

void FirstHint::retranslate()
{
    QString first;
    switch (m_subject) {
    case Subject::Listening:
        first = tr("Press Open at the left to listen for clients, or choose another protocol first.");
        break;
    case Subject::Connecting:
        first = tr("Enter the server's address at the left and press Connect.");
        break;
    case Subject::Datagrams:
        first = tr("Press Open at the left to exchange datagrams; the remote host is chosen above the send box.");
        break;
    }
    setText(first + QLatin1String("\n\n") + tr("What is received and sent will appear here."));
}

} // namespace netassist

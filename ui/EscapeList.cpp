// SPDX-License-Identifier: MIT
#include "ui/EscapeList.h"

#include <QEvent>
#include <QToolTip>

namespace netassist {

namespace {

/// A row of the table a line. Without a QTextDocument, which nobody needs at the start.
QString spoken(QString rows)
{
    rows.replace(QLatin1String("</td><td>"), QLatin1String(": "));
    rows.replace(QLatin1String("<br>"), QLatin1String(" "));
    rows.replace(QLatin1String("</tr>"), QLatin1String("\n"));
    rows.replace(QLatin1String(" &nbsp; "), QLatin1String(" "));
    for (qsizetype tag = rows.indexOf(u'<'); tag >= 0; tag = rows.indexOf(u'<', tag))
        rows.remove(tag, rows.indexOf(u'>', tag) + 1 - tag);
    return rows.trimmed();
}

} // namespace

EscapeList::EscapeList(QWidget* parent) : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setText(QStringLiteral("\u24D8"));
    connect(this, &QToolButton::clicked, this, &EscapeList::popUp);
    retranslate();
}

void EscapeList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void EscapeList::popUp()
{
    constexpr int kShownMs = 60000;
    QToolTip::showText(mapToGlobal(QPoint(width(), 0)), toolTip(), this, {}, kShownMs);
}

void EscapeList::retranslate()
{
    setAccessibleName(tr("Escapes"));
    setStatusTip(tr("Show the list of escapes"));
    const QString escapes =
        tr("<tr><td><code>\\\\</code></td><td>a backslash</td></tr>"
           "<tr><td><code>\\n &nbsp; \\r &nbsp; \\t</code></td><td>LF, CR, tab</td></tr>"
           "<tr><td><code>\\a &nbsp; \\b &nbsp; \\f &nbsp; \\v</code></td>"
           "<td>bell, backspace, form feed, vertical tab</td></tr>"
           "<tr><td><code>\\e &nbsp; \\0</code></td><td>escape (1B), NUL (00)</td></tr>"
           "<tr><td><code>\\xHH</code></td><td>the byte HH, in every encoding</td></tr>"
           "<tr><td><code>\\ooo</code></td><td>the byte with the octal number ooo, up to 377</td></tr>"
           "<tr><td><code>\\uHHHH &nbsp; \\UHHHHHHHH</code></td><td>the character with that Unicode "
           "number</td></tr>");
    const QString dynamic =
        tr("<tr><td colspan='2'><b>Filled in at each send</b> (in HEX too; <code>$${</code> is the characters "
           "<code>${</code>)</td></tr>"
           "<tr><td><code>${counter}</code></td><td>1, 2, 3 …: start step width base last name</td></tr>"
           "<tr><td><code>${date yyyyMMdd} ${time HH:mm:ss}</code></td><td>the moment of the send</td></tr>"
           "<tr><td><code>${unix}</code></td><td>seconds since 1970; unit=ms</td></tr>"
           "<tr><td><code>${random 1 100}</code></td><td>a number by chance, from min to max</td></tr>"
           "<tr><td><code>${bytes 4}</code></td><td>four random bytes</td></tr>"
           "<tr><td><code>${choice on off \"half on\"}</code></td><td>one of them by chance</td></tr>"
           "<tr><td><code>${length}</code></td><td>bytes of the content: from minus add</td></tr>"
           "<tr><td><code>${peer}</code></td><td>who gets it: host, port or all</td></tr>"
           "<tr><td><code>${checksum XOR}</code></td><td>of what stands before it: from minus order</td></tr>"
           "<tr><td colspan='2'>Values without a name are taken in this order. Numbers: width=4 base=16 "
           "order=low.<br>In text they are characters, as=bytes makes bytes of them; in HEX they are bytes, as=text "
           "makes characters.</td></tr>");
    setToolTip(QStringLiteral("<table cellspacing='2'>%1%2</table>").arg(escapes, dynamic));
    setAccessibleDescription(spoken(escapes + dynamic)); // else it would be the tooltip, tags and all
}

} // namespace netassist

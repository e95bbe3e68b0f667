// SPDX-License-Identifier: MIT
#include "ui/Language.h"

#include <QCoreApplication>
#include <QLocale>

namespace netassist {

namespace {

constexpr QLatin1String kChinese("zh_CN");
constexpr QLatin1String kEnglish("en");

} // namespace

Language::Language(QObject* parent) : QObject(parent) {}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

const QStringList& Language::codes()
{
    static const QStringList codes{QString(kChinese), QString(kEnglish)};
    return codes;
}

QString Language::nativeName(const QString& code)
{
    return code == kChinese ? QStringLiteral("\u4E2D\u6587(\u7B80\u4F53)") : QStringLiteral("English");
}

QString Language::ofSystem()
{
    const QString wanted = QLocale::system().uiLanguages().value(0);
    const bool saysNothing = wanted.isEmpty() || wanted == QLatin1String("C") || wanted == QLatin1String("POSIX");
    return saysNothing || wanted.startsWith(QLatin1String("zh")) ? kChinese : kEnglish;
}

bool Language::isChinese() const
{
    return m_code == kChinese;
}

void Language::use(const QString& code)
{
    const QString wanted = codes().contains(code) ? code : ofSystem();
    if (wanted == m_code)
        return;
    m_code = wanted;
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    QLocale::setDefault(QLocale(m_code));
    // English is what the source is written in and needs no catalogue.
    if (isChinese()) {
        if (m_qts.load(QStringLiteral(":/i18n/qtbase_%1").arg(m_code)))
            QCoreApplication::installTranslator(&m_qts);
        if (m_ours.load(QStringLiteral(":/i18n/netassistant_%1").arg(m_code)))
            QCoreApplication::installTranslator(&m_ours);
    }
    Q_EMIT changed();
}

} // namespace netassist

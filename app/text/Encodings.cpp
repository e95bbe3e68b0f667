// SPDX-License-Identifier: MIT
// Which encodings are offered, and by what names they are known.
#include "app/text/DoubleByte.h"
#include "app/text/Encoding.h"
#include "app/text/Gb18030.h"
#include "app/text/SingleByte.h"
#include "app/text/Utf16.h"
#include "app/text/Utf32.h"
#include "app/text/Utf8.h"

#include <QStringDecoder>

#include <array>
#include <memory>
#include <vector>

namespace netassist {

namespace {

struct Alias {
    QLatin1String alias;
    QLatin1String name;
};

/// Compared without case, blanks, `-` and `_`.
constexpr std::array<Alias, 33> Aliases{{
    {QLatin1String("cp65001"), QLatin1String("UTF-8")},
    {QLatin1String("cp936"), QLatin1String("GBK")},
    {QLatin1String("ms936"), QLatin1String("GBK")},
    {QLatin1String("windows936"), QLatin1String("GBK")},
    {QLatin1String("cp54936"), QLatin1String("GB18030")},
    {QLatin1String("euccn"), QLatin1String("GB2312")},
    {QLatin1String("gb231280"), QLatin1String("GB2312")},
    {QLatin1String("cp950"), QLatin1String("Big5")},
    {QLatin1String("windows950"), QLatin1String("Big5")},
    {QLatin1String("hkscs"), QLatin1String("Big5-HKSCS")},
    {QLatin1String("sjis"), QLatin1String("Shift_JIS")},
    {QLatin1String("cp932"), QLatin1String("Shift_JIS")},
    {QLatin1String("windows31j"), QLatin1String("Shift_JIS")},
    {QLatin1String("ujis"), QLatin1String("EUC-JP")},
    {QLatin1String("ksc5601"), QLatin1String("EUC-KR")},
    {QLatin1String("latin1"), QLatin1String("ISO-8859-1")},
    {QLatin1String("latin9"), QLatin1String("ISO-8859-15")},
    {QLatin1String("iso88591"), QLatin1String("ISO-8859-1")},
    {QLatin1String("cp1250"), QLatin1String("windows-1250")},
    {QLatin1String("cp1251"), QLatin1String("windows-1251")},
    {QLatin1String("cp1252"), QLatin1String("windows-1252")},
    {QLatin1String("cp1253"), QLatin1String("windows-1253")},
    {QLatin1String("cp1254"), QLatin1String("windows-1254")},
    {QLatin1String("cp1255"), QLatin1String("windows-1255")},
    {QLatin1String("cp1256"), QLatin1String("windows-1256")},
    {QLatin1String("cp1257"), QLatin1String("windows-1257")},
    {QLatin1String("cp1258"), QLatin1String("windows-1258")},
    {QLatin1String("koi8"), QLatin1String("KOI8-R")},
    {QLatin1String("cp437"), QLatin1String("IBM437")},
    {QLatin1String("437"), QLatin1String("IBM437")},
    {QLatin1String("ascii"), QLatin1String("US-ASCII")},
    {QLatin1String("ansix3.4"), QLatin1String("US-ASCII")},
    {QLatin1String("iso646us"), QLatin1String("US-ASCII")},
}};

QString withoutPunctuation(QStringView name)
{
    QString plain;
    for (const QChar c : name) {
        if (c != u'-' && c != u'_' && c != u' ')
            plain += c.toLower();
    }
    return plain;
}

/// Owns the encodings for as long as the program runs.
class Offered final {
public:
    Offered()
    {
        add(std::make_unique<Utf8>());
        add(std::make_unique<DoubleByte>(QStringLiteral("GBK"),
                                         DoubleByteForm{{{0x81, 0xFE}}, {{0x40, 0x7E}, {0x80, 0xFE}}}));
        add(std::make_unique<Gb18030>());
        add(std::make_unique<DoubleByte>(QStringLiteral("GB2312"), DoubleByteForm{{{0xA1, 0xFE}}, {{0xA1, 0xFE}}}));
        const DoubleByteForm big5{{{0x81, 0xFE}}, {{0x40, 0x7E}, {0xA1, 0xFE}}};
        add(std::make_unique<DoubleByte>(QStringLiteral("Big5"), big5));
        add(std::make_unique<DoubleByte>(QStringLiteral("Big5-HKSCS"), big5));
        add(std::make_unique<DoubleByte>(QStringLiteral("Shift_JIS"),
                                         DoubleByteForm{{{0x81, 0x9F}, {0xE0, 0xFC}}, {{0x40, 0x7E}, {0x80, 0xFC}}}));
        add(std::make_unique<DoubleByte>(QStringLiteral("EUC-JP"),
                                         DoubleByteForm{{{0x8E, 0x8E}, {0xA1, 0xFE}}, {{0xA1, 0xFE}}, 0x8F}));
        add(std::make_unique<DoubleByte>(QStringLiteral("EUC-KR"), DoubleByteForm{{{0xA1, 0xFE}}, {{0xA1, 0xFE}}}));
        add(std::make_unique<Utf16>(QSysInfo::LittleEndian));
        add(std::make_unique<Utf16>(QSysInfo::BigEndian));
        add(std::make_unique<Utf32>(QSysInfo::LittleEndian));
        add(std::make_unique<Utf32>(QSysInfo::BigEndian));
        for (const char* name : {"ISO-8859-1", "ISO-8859-15", "windows-1250", "windows-1251", "windows-1252",
                                 "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257",
                                 "windows-1258", "KOI8-R", "IBM437", "US-ASCII"})
            add(std::make_unique<SingleByte>(QString::fromLatin1(name)));
    }

    [[nodiscard]] const QList<const Encoding*>& list() const { return m_list; }

private:
    void add(std::unique_ptr<Encoding> encoding)
    {
        if (!QStringDecoder(encoding->name().toLatin1().constData()).isValid())
            return;
        m_list.append(encoding.get());
        m_owned.push_back(std::move(encoding));
    }

    std::vector<std::unique_ptr<Encoding>> m_owned;
    QList<const Encoding*> m_list;
};

const Offered& offered()
{
    static const Offered instance;
    return instance;
}

} // namespace

const QList<const Encoding*>& Encoding::all()
{
    return offered().list();
}

const Encoding* Encoding::byName(QStringView name)
{
    QString wanted = withoutPunctuation(name);
    for (const Alias& entry : Aliases) {
        if (wanted == entry.alias)
            wanted = withoutPunctuation(QString(entry.name));
    }
    for (const Encoding* encoding : all()) {
        if (withoutPunctuation(encoding->name()) == wanted)
            return encoding;
    }
    return nullptr;
}

const Encoding& Encoding::utf8()
{
    return *all().first();
}

} // namespace netassist

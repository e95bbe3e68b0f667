// SPDX-License-Identifier: MIT
#include "app/text/Glyphs.h"

#include <QTest>

using namespace netassist;

class TestGlyphs final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columns_data();
    void columns();
    void forms_data();
    void forms();
    void fastPathsAgreeWithTheTables();
    void everyCodePointHasAPlace();
};

void TestGlyphs::columns_data()
{
    QTest::addColumn<uint>("codePoint");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* title, uint codePoint, int expected) {
        QTest::newRow(title) << codePoint << expected;
    };
    row("space", 0x20, 1);
    row("tilde", 0x7E, 1);
    row("no-break space", 0xA0, 1);
    row("e acute", 0xE9, 1);
    row("combining acute", 0x301, 0);
    row("Cyrillic", 0x416, 1);
    row("ambiguous: section sign", 0xA7, 1);
    row("ambiguous: horizontal bar", 0x2015, 1);
    row("box drawing", 0x2500, 1);
    row("Arabic number sign", 0x600, 1);
    row("Thai vowel above", 0xE34, 0);
    row("Hangul initial", 0x1100, 2);
    row("ideographic space", 0x3000, 2);
    row("hiragana", 0x3042, 2);
    row("first of the ideographs", 0x4E00, 2);
    row("last of the ideographs", 0x9FFF, 2);
    row("extension A", 0x3400, 2);
    row("Hangul syllable", 0xAC00, 2);
    row("full-width A", 0xFF21, 2);
    row("half-width katakana", 0xFF71, 1);
    row("extension B", 0x20BB7, 2);
    row("emoji", 0x1F600, 2);
    row("variation selector", 0xFE0F, 0);
    row("replacement character", 0xFFFD, 1);
    row("control picture", 0x2400, 1);
    row("beyond Unicode", 0x110000, 1);
}

void TestGlyphs::columns()
{
    QFETCH(const uint, codePoint);
    QFETCH(const int, expected);
    QCOMPARE(columnsOf(codePoint), expected);
}

void TestGlyphs::forms_data()
{
    QTest::addColumn<uint>("codePoint");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* title, uint codePoint, const QString& expected) {
        QTest::newRow(title) << codePoint << expected;
    };
    row("NUL", 0x00, u"\u2400"_qs);
    row("TAB", 0x09, u"\u2409"_qs);
    row("ESC", 0x1B, u"\u241B"_qs);
    row("US", 0x1F, u"\u241F"_qs);
    row("space", 0x20, {});
    row("tilde", 0x7E, {});
    row("DEL", 0x7F, u"\u2421"_qs);
    row("C1, first", 0x80, u"<U+0080>"_qs);
    row("C1, last", 0x9F, u"<U+009F>"_qs);
    row("no-break space", 0xA0, {});
    row("soft hyphen", 0xAD, u"<U+00AD>"_qs);
    row("combining acute", 0x301, {});
    row("Arabic number sign", 0x600, {});
    row("Arabic letter mark", 0x61C, u"<U+061C>"_qs);
    row("Hangul filler", 0x3164, u"<U+3164>"_qs);
    row("zero-width space", 0x200B, u"<U+200B>"_qs);
    row("zero-width non-joiner", 0x200C, u"<U+200C>"_qs);
    row("zero-width joiner", 0x200D, u"<U+200D>"_qs);
    row("right-to-left mark", 0x200F, u"<U+200F>"_qs);
    row("line separator", 0x2028, u"<U+2028>"_qs);
    row("paragraph separator", 0x2029, u"<U+2029>"_qs);
    row("right-to-left override", 0x202E, u"<U+202E>"_qs);
    row("word joiner", 0x2060, u"<U+2060>"_qs);
    row("right-to-left isolate", 0x2067, u"<U+2067>"_qs);
    row("unassigned", 0x378, u"<U+0378>"_qs);
    row("ideograph", 0x4F60, {});
    row("surrogate", 0xD83D, u"<U+D83D>"_qs);
    row("private use", 0xE000, u"<U+E000>"_qs);
    row("variation selector", 0xFE0F, {});
    row("byte order mark", 0xFEFF, u"<U+FEFF>"_qs);
    row("replacement character", 0xFFFD, {});
    row("noncharacter", 0xFFFE, u"<U+FFFE>"_qs);
    row("emoji", 0x1F600, {});
    row("tag", 0xE0067, u"<U+E0067>"_qs);
    row("last", 0x10FFFF, u"<U+10FFFF>"_qs);
    row("beyond Unicode", 0x110000, u"<U+110000>"_qs);
}

void TestGlyphs::forms()
{
    QFETCH(const uint, codePoint);
    QFETCH(const QString, expected);
    QCOMPARE(visibleForm(codePoint), expected);
}

void TestGlyphs::fastPathsAgreeWithTheTables()
{
    for (char32_t codePoint = 0; codePoint <= QChar::LastValidCodePoint; ++codePoint) {
        if (!detail::isPlainNarrow(codePoint) && !isCommonIdeograph(codePoint))
            continue;
        QCOMPARE(columnsOf(codePoint), detail::lookUpColumns(codePoint));
        QCOMPARE(visibleForm(codePoint), detail::lookUpVisibleForm(codePoint));
    }
}

void TestGlyphs::everyCodePointHasAPlace()
{
    for (char32_t codePoint = 0; codePoint <= QChar::LastValidCodePoint; ++codePoint) {
        const int columns = columnsOf(codePoint);
        QVERIFY(columns >= 0 && columns <= 2);
        const QString form = visibleForm(codePoint);
        // A replacement is drawn: it needs none itself and each of its characters takes a column.
        for (const QChar c : form) {
            QVERIFY(visibleForm(c.unicode()).isEmpty());
            QCOMPARE(columnsOf(c.unicode()), 1);
        }
        // What takes no column is a mark on the character before it.
        if (form.isEmpty() && columns == 0) {
            const bool joins = QChar::isMark(codePoint) || QChar::category(codePoint) == QChar::Other_NotAssigned ||
                               (codePoint >= 0x1160 && codePoint <= 0x11FF) ||
                               (codePoint >= 0xD7B0 && codePoint <= 0xD7FB);
            QVERIFY2(joins, qPrintable(QString::number(codePoint, 16)));
        }
    }
}

QTEST_GUILESS_MAIN(TestGlyphs)
#include "tst_glyphs.moc"

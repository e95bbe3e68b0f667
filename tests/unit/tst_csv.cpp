// SPDX-License-Identifier: MIT
#include "app/base/Csv.h"

#include <QTest>

using namespace netassist;

Q_DECLARE_METATYPE(netassist::CsvRow)

class tst_Csv final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<CsvRow>>("rows");
        const auto row = [](const char* name, const QString& text, const QList<CsvRow>& rows) {
            QTest::newRow(name) << text << rows;
        };
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        row("nothing", QString(), {});
        row("one field", a, {{1, {a}}});
        row("LF", QStringLiteral("a,b\nb"), {{1, {a, b}}, {2, {b}}});
        row("CR LF", QStringLiteral("a,b\r\nb\r\n"), {{1, {a, b}}, {2, {b}}});
        row("CR", QStringLiteral("a\rb\r"), {{1, {a}}, {2, {b}}});
        row("empty rows", QStringLiteral("\n\r\na\n\n"), {{3, {a}}});
        row("empty fields", QStringLiteral(",\n,a,\n"), {{1, {QString(), QString()}}, {2, {QString(), a, QString()}}});
        row("quoted", QStringLiteral("\"a\",\"b\"\r\n"), {{1, {a, b}}});
        row("comma and quotation marks", QStringLiteral("\"a,\"\"b\"\"\""), {{1, {QStringLiteral("a,\"b\"")}}});
        row("line breaks inside", QStringLiteral("\"a\r\nb\n\"\nb"), {{1, {QStringLiteral("a\r\nb\n")}}, {4, {b}}});
        row("empty quoted", QStringLiteral("\"\",a"), {{1, {QString(), a}}});
        row("mark inside", QStringLiteral("a\"b\",b"), {{1, {QStringLiteral("a\"b\""), b}}});
        row("blanks stay", QStringLiteral(" a ,b"), {{1, {QStringLiteral(" a "), b}}});
    }

    void rows()
    {
        QFETCH(const QString, text);
        const auto parsed = parseCsv(text);
        QVERIFY(parsed);
        QTEST(parsed.value(), "rows");
    }

    void errors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("open") << QStringLiteral("a\n\"b\nc") << 2;
        QTest::newRow("lone mark") << QStringLiteral("\"") << 1;
        QTest::newRow("text behind") << QStringLiteral("\"a\nb\" ,c") << 1;
        QTest::newRow("three marks") << QStringLiteral("a\r\n\r\n\"\"\"") << 3;
    }

    void errors()
    {
        QFETCH(const QString, text);
        const auto parsed = parseCsv(text);
        QVERIFY(!parsed);
        QTEST(parsed.error().line, "line");
    }
};

QTEST_GUILESS_MAIN(tst_Csv)
#include "tst_csv.moc"

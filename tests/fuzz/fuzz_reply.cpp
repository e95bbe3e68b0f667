// SPDX-License-Identifier: MIT
// Any rules read from JSON come back as they are; any pattern is either wrong inside itself, or finds the same however
// what is received is cut. The first line is a rule as JSON, or else a HEX pattern; the second the cuts; the rest is received.
#include "tests/unit/ReplyRun.h"

#include <QJsonDocument>

#include <cstddef>
#include <cstdint>

using namespace netassist;
using netassist::test::ReplyRun;
using netassist::test::ruleOf;

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

QByteArrayView takeLine(QByteArrayView& rest)
{
    const qsizetype end = rest.indexOf('\n');
    const QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    return line;
}

void checkSettings(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    // Twice, since an escaped lone surrogate can be read but is written as U+FFFD.
    const auto again = [](const ReplySettings& settings) {
        return ReplySettings::fromJson(QJsonDocument::fromJson(QJsonDocument(settings.toJson()).toJson()).object());
    };
    const ReplySettings once = again(ReplySettings::fromJson(object));
    require(again(once) == once && once.rules.size() <= ReplySettings::kMostRules);
}

ReplyRule ruleIn(QByteArrayView line)
{
    const QJsonDocument json = QJsonDocument::fromJson(line.toByteArray());
    return json.isObject() ? ReplyRule::fromJson(json.object())
                           : ruleOf(MatchKind::Contains, QString::fromUtf8(line), PayloadMode::Hex);
}

/// Whether matches do not depend on what stands around them.
bool looksOnlyAtItself(const ReplyRule& rule)
{
    if (rule.unlessAnswered || rule.kind == MatchKind::BeginsWith || rule.kind == MatchKind::Equals)
        return false;
    static const QRegularExpression around(QStringLiteral(R"(\\|\^|\$|\(\?|\(\*)"));
    return rule.kind == MatchKind::Contains || !rule.pattern.contains(around);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    QByteArrayView rest(data, static_cast<qsizetype>(size));
    checkSettings(rest.toByteArray());
    const ReplyRule rule = ruleIn(takeLine(rest));
    const auto matcher = RuleMatcher::of(rule, Encoding::utf8());
    if (!matcher) {
        const PayloadError& error = matcher.error();
        require(error.position >= 0 && error.position <= rule.pattern.size() && error.length >= 1);
        require(error.line >= 1 && error.column >= 1 && !error.reason.isEmpty());
        return 0;
    }
    const QByteArrayView cuts = takeLine(rest);
    ReplyRun whole({rule});
    whole.receive(rest);
    whole.pause();
    ReplyRun cut({rule});
    for (qsizetype at = 0, i = 0; at < rest.size(); ++i) {
        const qsizetype wanted = cuts.isEmpty() ? 1 : 1 + static_cast<uchar>(cuts[i % cuts.size()]);
        const qsizetype piece = qMin(wanted, rest.size() - at);
        cut.receive(rest.sliced(at, piece));
        at += piece;
    }
    cut.pause();
    require(!whole.stalled() && !cut.stalled());
    require(cut.stream().windowBytes() <= ReplyStream::kMostBytes);
    if (looksOnlyAtItself(rule) && !whole.tooCostly() && !cut.tooCostly())
        require(cut.fired() == whole.fired());
    return 0;
}

// SPDX-License-Identifier: MIT
#include "app/reply/RuleMatcher.h"

#include "app/payload/TextPosition.h"
#include "app/reply/DecodedText.h"
#include "app/text/Encoding.h"

#include <QCoreApplication>

#include <utility>

namespace netassist {

namespace {

/// So much text in front of a search stays for expressions that look back.
constexpr qsizetype kContextUnits = 256;
constexpr qsizetype kMostContextUnits = 1024;
/// How far a byte is looked for that certainly begins a character, before characters are counted one by one.
constexpr qsizetype kLookBack = 256;

/// Whether any place where an encoded text is found is one where characters begin.
bool findsOnlyCharacters(const Encoding& encoding)
{
    return encoding.maxLength() == 1 || &encoding == &Encoding::utf8();
}

const Encoding& encodingOf(const ReplyRule& rule, const Encoding& receiveEncoding)
{
    const Encoding* const own = rule.encoding.isEmpty() ? nullptr : Encoding::byName(rule.encoding);
    return own != nullptr ? *own : receiveEncoding;
}

PayloadError nothingToLookFor(const QString& pattern)
{
    return payloadErrorAt(pattern, 0, 1, QCoreApplication::translate("Payload", "there is nothing to look for"));
}

} // namespace

Result<RuleMatcher, PayloadError> RuleMatcher::of(const ReplyRule& rule, const Encoding& receiveEncoding)
{
    if (rule.pattern.isEmpty())
        return nothingToLookFor(rule.pattern);
    RuleMatcher matcher;
    matcher.m_kind = rule.kind;
    const Encoding& encoding = encodingOf(rule, receiveEncoding);
    if (rule.kind == MatchKind::Expression) {
        auto expression = expressionOf(rule.pattern);
        if (!expression)
            return expression.error();
        matcher.m_expression = std::move(expression).value();
        matcher.m_encoding = &encoding;
        return matcher;
    }
    if (rule.mode == PayloadMode::Hex) {
        auto pattern = BytePattern::parseHex(rule.pattern);
        if (!pattern)
            return pattern.error();
        matcher.m_pattern = std::move(pattern).value();
    } else {
        const auto bytes = parseText(rule.pattern, encoding, true);
        if (!bytes)
            return bytes.error();
        if (bytes.value().size() > BytePattern::kMostBytes)
            return BytePattern::tooLong(rule.pattern, bytes.value().size());
        matcher.m_pattern = BytePattern(bytes.value());
        matcher.m_encoding = findsOnlyCharacters(encoding) ? nullptr : &encoding;
    }
    if (matcher.m_pattern.isEmpty())
        return nothingToLookFor(rule.pattern);
    return matcher;
}

Result<QRegularExpression, PayloadError> RuleMatcher::expressionOf(const QString& pattern)
{
    // Lines of a protocol may end in any way; and no pattern, however unlucky, may hold up the window.
    const QString prefix = QStringLiteral("(*ANYCRLF)(*LIMIT_MATCH=%1)").arg(kMostSteps);
    QRegularExpression expression(prefix + pattern, QRegularExpression::MultilineOption);
    if (!expression.isValid()) {
        const qsizetype at = qBound<qsizetype>(0, expression.patternErrorOffset() - prefix.size(), pattern.size());
        return payloadErrorAt(pattern, at, 1, expression.errorString());
    }
    expression.optimize();
    return expression;
}

RuleMatcher::Findings RuleMatcher::look(QByteArrayView data, qsizetype from, bool ended) const
{
    if (isAnchored())
        return lookAtBurst(data, ended);
    return m_kind == MatchKind::Expression ? lookForExpression(data, from, ended) : lookForBytes(data, from);
}

RuleMatcher::Match RuleMatcher::matchAt(qsizetype at) const
{
    Match match{{at, m_pattern.size()}, m_pattern.wildcards()};
    for (ByteRange& group : match.groups)
        group.begin += at;
    return match;
}

RuleMatcher::Findings RuleMatcher::lookAtBurst(QByteArrayView burst, bool ended) const
{
    Findings findings;
    const bool tooLong = m_kind == MatchKind::Equals && burst.size() > m_pattern.size();
    const bool complete = burst.size() >= m_pattern.size() && (m_kind == MatchKind::BeginsWith || ended);
    if (!tooLong && complete && m_pattern.matchesFrontOf(burst))
        findings.matches.append(matchAt(0));
    const bool undecided = !tooLong && !complete && !ended && m_pattern.mayBeginWith(burst);
    findings.resume = findings.context = undecided ? 0 : burst.size();
    return findings;
}

RuleMatcher::Findings RuleMatcher::lookForBytes(QByteArrayView data, qsizetype from) const
{
    Findings findings;
    qsizetype base = from; // a border
    qsizetype search = from;
    for (qsizetype at = m_pattern.indexIn(data, search); at >= 0; at = m_pattern.indexIn(data, search)) {
        base = borderBefore(data, base, at);
        if (base < at) {
            const qsizetype border = borderFrom(data.sliced(base), at - base) + base;
            if (border != at) {
                search = at + 1;
                base = border;
                continue;
            }
        }
        findings.matches.append(matchAt(at));
        base = search = at + m_pattern.size();
    }
    // The last bytes may be the first of a match; what was found not to begin a character cannot.
    const qsizetype next = qMax(search, data.size() - m_pattern.size() + 1);
    findings.resume = next <= base ? base : borderBefore(data, base, next);
    findings.context = findings.resume;
    return findings;
}

RuleMatcher::Findings RuleMatcher::lookForExpression(QByteArrayView data, qsizetype from, bool ended) const
{
    const DecodedText decoded(data, *m_encoding);
    const QString& text = decoded.text();
    Findings findings;
    qsizetype at = decoded.unitAt(from);
    // Until nothing more can come, a match that reaches the end might become another one.
    const auto type =
        ended ? QRegularExpression::PartialPreferCompleteMatch : QRegularExpression::PartialPreferFirstMatch;
    while (at < text.size()) {
        const QRegularExpressionMatch match = m_expression.match(text, at, type);
        if (!match.isValid()) {
            findings.tooCostly = true;
            break;
        }
        if (match.hasPartialMatch()) {
            at = qMax(at, match.capturedStart());
            break;
        }
        if (!match.hasMatch()) {
            at = text.size();
            break;
        }
        if (match.capturedLength() == 0) { // nothing is no match
            at = match.capturedEnd() + decoded.unitsOfCharacter(match.capturedEnd());
            continue;
        }
        Match found{decoded.bytesOf(match.capturedStart(), match.capturedEnd()), {}};
        for (int group = 1; group <= match.lastCapturedIndex(); ++group)
            found.groups.append(match.capturedStart(group) < 0
                                    ? ByteRange()
                                    : decoded.bytesOf(match.capturedStart(group), match.capturedEnd(group)));
        findings.matches.append(found);
        at = decoded.unitAt(found.whole.begin + found.whole.length);
    }
    at = qMin(at, text.size());
    findings.resume = decoded.byteAt(at);
    findings.context = at > kMostContextUnits ? decoded.byteAt(decoded.characterAt(at - kContextUnits)) : 0;
    return findings;
}

qsizetype RuleMatcher::borderBefore(QByteArrayView data, qsizetype base, qsizetype place) const
{
    if (m_encoding == nullptr)
        return place;
    if (const int unit = m_encoding->unitSize(); unit > 1) // a character found does not begin with a low surrogate
        return base + (place - base) / unit * unit;
    const qsizetype end = qMin(place, data.size() - 1);
    for (qsizetype at = end; at > base && at > end - kLookBack; --at) {
        if (m_encoding->startsCharacter(static_cast<uchar>(data[at])))
            return at;
    }
    qsizetype border = base;
    while (border < place) {
        const DecodeStep step = m_encoding->decodeOne(data.sliced(border));
        if (step.kind == DecodeStep::Kind::Incomplete || border + step.length > place)
            break;
        border += step.length;
    }
    return border;
}

qsizetype RuleMatcher::borderFrom(QByteArrayView data, qsizetype wanted) const
{
    if (m_encoding == nullptr)
        return wanted;
    qsizetype border = 0;
    while (border < wanted && border < data.size()) {
        const DecodeStep step = m_encoding->decodeOne(data.sliced(border));
        if (step.kind == DecodeStep::Kind::Incomplete)
            break;
        border += step.length;
    }
    return border;
}

} // namespace netassist

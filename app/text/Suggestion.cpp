// SPDX-License-Identifier: MIT
#include "app/text/Encoding.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace netassist {

namespace {

/// The characters that make up a large part of any running text, simplified and traditional Chinese first. A wrong
/// encoding hits one of them only by chance, so their share tells encodings apart that accept the same bytes.
constexpr QStringView FrequentHan =
    u"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后"
    u"作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因"
    u"只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应"
    u"战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿"
    u"原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太"
    u"量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界"
    u"达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今"
    u"切院让识候带导争运请客户端服器测试错误功這個們來為國說時會對於過發後裡經麼學現當沒動還進樣開從實"
    u"軍無與長機問關點業將兩間戰頭體見產話給門東聲員論處義幾認條氣題爾別變總電數報結務場計區書請誠測試"
    u"錯誤訊";
constexpr QStringView FrequentKana =
    u"をにはがのとでたしてるれいなかもらりすさまこそあきくけっんうよえわせだつちみやめアイウエオカキク"
    u"コサシスセソタチツテトナニノハバパピフプマミムメモラリルレロンャュョッー";
constexpr QStringView FrequentHangul =
    u"이다는에의을가고하지로은한를기사도서자으나인아어시대그스리게정일보안해수라만여들부전과니했제적요"
    u"성조있것국상공화동장소주무원구신우용문세면계년음선오습실모관비할연중방생와녕";

/// The scripts that a text in some encoding is likely to be in.
struct Scripts {
    bool han = false;
    bool kana = false;
    bool hangul = false;

    [[nodiscard]] bool isFrequent(char32_t codePoint) const
    {
        static const QSet<QChar> hanSet(FrequentHan.begin(), FrequentHan.end());
        static const QSet<QChar> kanaSet(FrequentKana.begin(), FrequentKana.end());
        static const QSet<QChar> hangulSet(FrequentHangul.begin(), FrequentHangul.end());
        if (QChar::requiresSurrogates(codePoint))
            return false;
        const QChar c(static_cast<char16_t>(codePoint));
        return (han && hanSet.contains(c)) || (kana && kanaSet.contains(c)) || (hangul && hangulSet.contains(c));
    }
};

constexpr Scripts AllScripts{true, true, true};

struct Candidate {
    QStringView name;
    Scripts scripts;
};

/// In the order in which they win when the evidence is the same.
constexpr std::array<Candidate, 6> Candidates{{
    {u"GBK", {true, false, false}},
    {u"GB18030", {true, false, false}},
    {u"Big5", {true, false, false}},
    {u"Shift_JIS", {true, true, false}},
    {u"EUC-KR", {false, false, true}},
    {u"EUC-JP", {true, true, false}},
}};
constexpr std::array<Candidate, 2> Utf16Candidates{{
    {u"UTF-16LE", {true, true, true}},
    {u"UTF-16BE", {true, true, true}},
}};

/// How well a sample fits.
struct Fit {
    [[nodiscard]] bool isValid() const { return invalid == 0; }

    qint64 characters = 0; ///< not ASCII
    qint64 frequent = 0;
    qint64 ascii = 0;
    qint64 invalid = 0; ///< pieces that do not decode, or that nobody writes
};

/// What a sample that does not fit is worth.
enum class Broken : quint8 { Nothing, TheRest };

/// What nobody writes: controls that text does not hold and code points without a meaning of their own.
bool isStrange(char32_t codePoint)
{
    switch (QChar::category(codePoint)) {
    case QChar::Other_Control:
        return codePoint >= 0x80;
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return false;
    }
}

/// @return as far as the first invalid piece, or to the end
Fit fitOf(const Encoding& encoding, QByteArrayView sample, const Scripts& scripts, Broken broken = Broken::Nothing)
{
    Fit fit;
    while (!sample.isEmpty()) {
        const DecodeStep step = encoding.decodeOne(sample);
        sample = sample.sliced(step.length);
        if (step.kind == DecodeStep::Kind::Invalid ||
            (step.kind == DecodeStep::Kind::Character && isStrange(step.codePoints[0]))) {
            ++fit.invalid;
            if (broken == Broken::Nothing)
                return fit;
            continue;
        }
        if (step.kind == DecodeStep::Kind::Incomplete)
            continue;
        if (step.codePoints[0] < 0x80) {
            ++fit.ascii;
            continue;
        }
        ++fit.characters;
        fit.frequent += scripts.isFrequent(step.codePoints[0]) ? 1 : 0;
    }
    return fit;
}

double frequentShare(const Fit& fit)
{
    return static_cast<double>(fit.frequent) / static_cast<double>(fit.characters);
}

/// Nearly any bytes are UTF-16; text in it is ASCII with zero bytes between, or uses the frequent characters.
bool isPlausibleUtf16(const Fit& fit)
{
    return fit.ascii + fit.characters > 0 &&
           static_cast<double>(fit.ascii + fit.frequent) >= 0.5 * static_cast<double>(fit.ascii + fit.characters);
}

/// Whether text that is valid in another encoding is UTF-8 all the same. Two characters of one byte each are UTF-8 by
/// chance so rarely that the form is proof enough; of two bytes each not quite, so the words have to make sense.
bool isMisreadUtf8(QByteArrayView sample, const Encoding& current)
{
    constexpr qint64 enough = 2;
    if (&current == &Encoding::utf8() || current.unitSize() > 1)
        return false;
    const Fit asUtf8 = fitOf(Encoding::utf8(), sample, AllScripts);
    if (!asUtf8.isValid() || asUtf8.characters < enough)
        return false;
    if (current.maxLength() == 1)
        return true;
    const Fit asCurrent = fitOf(current, sample, AllScripts);
    return !asCurrent.isValid() || asCurrent.characters == 0 || frequentShare(asUtf8) > frequentShare(asCurrent);
}

/// Whether a sample that is not all valid is text in this encoding all the same, of which a few bytes are broken or lack
/// their beginning: what does decode makes more sense than in another.
bool isTextWithFlaws(QByteArrayView sample, const Encoding& current, double shareInAnother)
{
    constexpr qint64 charactersPerFlaw = 8;
    const auto* const known = std::find_if(Candidates.begin(), Candidates.end(), [&](const Candidate& candidate) {
        return candidate.name == current.name();
    });
    const Fit fit = fitOf(current, sample, known != Candidates.end() ? known->scripts : AllScripts, Broken::TheRest);
    if (fit.characters < charactersPerFlaw * fit.invalid || fit.characters == 0)
        return false;
    // So many bytes are UTF-8 by chance hardly ever, in whatever script.
    return &current == &Encoding::utf8() || frequentShare(fit) > std::max(shareInAnother, 0.0);
}

} // namespace

const Encoding* suggestEncoding(QByteArrayView sample, const Encoding& current)
{
    if (current.invalidBytes(sample) == 0)
        return isMisreadUtf8(sample, current) ? &Encoding::utf8() : nullptr;
    if (const Fit fit = fitOf(Encoding::utf8(), sample, {}); fit.isValid() && fit.characters > 0)
        return &Encoding::utf8();
    const Encoding* best = nullptr;
    double bestShare = -1.0;
    for (const Candidate& candidate : Candidates) {
        const Encoding* encoding = Encoding::byName(candidate.name);
        if (encoding == nullptr)
            continue;
        const Fit fit = fitOf(*encoding, sample, candidate.scripts);
        if (fit.isValid() && fit.characters > 0 && frequentShare(fit) > bestShare) {
            best = encoding;
            bestShare = frequentShare(fit);
        }
    }
    if (isTextWithFlaws(sample, current, bestShare))
        return nullptr;
    if (bestShare > 0.0)
        return best;
    for (const Candidate& candidate : Utf16Candidates) {
        const Encoding* encoding = Encoding::byName(candidate.name);
        if (encoding == nullptr)
            continue;
        if (const Fit fit = fitOf(*encoding, sample, candidate.scripts); fit.isValid() && isPlausibleUtf16(fit))
            return encoding;
    }
    return best;
}

} // namespace netassist

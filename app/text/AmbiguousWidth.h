// SPDX-License-Identifier: MIT
#pragma once

namespace netassist {

/// Unicode leaves it open how wide some characters are, such as “ — ① ℃ é Ж: fonts for Chinese draw many of them as wide
/// as Chinese ones, but hardly ever all. The font tells.
class AmbiguousWidth {
public:
    AmbiguousWidth() = default;
    AmbiguousWidth(const AmbiguousWidth&) = delete;
    AmbiguousWidth& operator=(const AmbiguousWidth&) = delete;
    virtual ~AmbiguousWidth() = default;

    /// @param codePoint of ambiguous width. The answer stays the same.
    [[nodiscard]] virtual bool isWide(char32_t codePoint) const = 0;
};

/// Class A of Unicode's East Asian Width, but for marks and what has no shape of its own.
[[nodiscard]] bool isOfAmbiguousWidth(char32_t codePoint);

} // namespace netassist

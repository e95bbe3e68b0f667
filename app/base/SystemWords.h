// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace netassist {

/// What Qt and the system say of a failure comes in the user's language. The log is English and the status bar is not,
/// so their words are kept in English and translated where they are shown.

/// @param words as said by errorString() of a file or socket. What is not known stays as it is.
[[nodiscard]] QString englishWords(const QString& words);
/// What the system says of an errno, in English.
[[nodiscard]] QString englishWords(int error);
/// The same words in the language that is installed now. @param english of englishWords()
[[nodiscard]] QString localWords(const QString& english);

} // namespace netassist

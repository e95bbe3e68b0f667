// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"

#include <QList>
#include <QStringList>
#include <QStringView>

namespace netassist {

struct CsvRow {
    int line = 1; ///< 1-based: where the row begins
    QStringList fields;

    friend bool operator==(const CsvRow&, const CsvRow&) = default;
};

/// A quotation mark that is never closed, or has something other than a comma or the row's end behind it.
struct CsvError {
    int line = 1; ///< 1-based: where the field begins
};

/// Rows of comma-separated values as RFC 4180 has them: fields with commas, line breaks or quotation marks stand in
/// quotation marks, and a quotation mark in there is doubled. Rows end with LF, CR LF or CR; empty ones are left out.
/// A quotation mark inside a field that does not begin with one is an ordinary character, as most programs write it.
[[nodiscard]] Result<QList<CsvRow>, CsvError> parseCsv(QStringView text);

} // namespace netassist

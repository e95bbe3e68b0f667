#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# core_without_widgets.sh APP QT_HEADERS: fails if anything in APP but its main.cpp includes ui/, or a header of Qt
# that is not Core's or Network's. Linking cannot tell: headers alone let the core grow into the window.
set -euo pipefail
app=$1
qt=$2
[ -d "$qt/QtCore" ] || { echo "no Qt headers in $qt" >&2; exit 2; }

includes_in() { # FILE: what it includes, one a line, without quotes and brackets
    sed -nE 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"]([^>"]+)[>"].*/\1/p' "$1"
}

is_allowed() { # INCLUDE
    case $1 in
    ui/* | */ui/*) return 1 ;;
    QtCore/* | QtNetwork/*) return 0 ;;
    Qt*/*) return 1 ;;
    [Qq]*) [ -e "$qt/QtCore/$1" ] || [ -e "$qt/QtNetwork/$1" ] ;;
    esac
}

bad_includes() { # FOLDER
    local file include
    while IFS= read -r file; do
        while IFS= read -r include; do
            is_allowed "$include" || echo "$file includes $include"
        done < <(includes_in "$file")
    done < <(find "$1" \( -name '*.h' -o -name '*.cpp' \) ! -path "$1/main.cpp")
}

# A check that sees nothing would be worse than none.
sample=$(mktemp -d)
trap 'rm -rf "$sample"' EXIT
printf '#include %s\n' '<QObject>' '<QtNetwork/QTcpSocket>' '"app/base/Result.h"' '<vector>' '<QLabel>' \
    '<QtGui/QFont>' '"ui/LogView.h"' '"../ui/Lamp.h"' '<qwidget.h>' >"$sample/a.h"
[ "$(bad_includes "$sample" | wc -l)" -eq 5 ] || { echo "the check itself is broken" >&2; exit 2; }

bad=$(bad_includes "$app")
[ -z "$bad" ] || { echo "$bad" >&2; exit 1; }

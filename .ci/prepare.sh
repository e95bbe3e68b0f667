# SPDX-License-Identifier: MIT
# What has to be installed, by the names of Debian and Ubuntu, and how to build. Sourced by app/run, tests/run, .ci/.
# shellcheck shell=bash disable=SC2034 # the lists are used where this is sourced

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# a|b: whichever of them this release has.
BUILD_PACKAGES=(
    cmake ninja-build g++ pkg-config
    qt6-base-dev libgl-dev            # Core, Network, Widgets; Gui's CMake files ask for OpenGL
    'qt6-svg-dev|libqt6svg6-dev'      # brings the plug-ins that draw the icons
    qt6-tools-dev qt6-tools-dev-tools # LinguistTools' CMake files
    qt6-l10n-tools                    # lupdate, lrelease
    qt6-translations-l10n             # Qt's own Chinese catalogue
    qt6-qpa-plugins                   # the window on X11, and the one without a screen for tests
    libutf8proc-dev
    fontconfig
)
TEST_PACKAGES=(
    xvfb openbox dbus-daemon at-spi2-core                       # a desktop without a screen
    python3 python3-pyatspi python3-gi gir1.2-atspi-2.0         # programs that drive the window
    iproute2                                                    # addresses that come and go
    redis-server mosquitto netcat-openbsd socat                 # peers
    trayer                                                      # holds the icon in the tray
    xdotool imagemagick fonts-noto-cjk procps
)
LINT_PACKAGES=(
    clang clang-format clang-tidy clazy 'libclang-rt-dev|libclang-rt-14-dev'
    shellcheck desktop-file-utils appstream git
)

# With AddressSanitizer, UndefinedBehaviorSanitizer and libFuzzer at once, so that all three cost one build. clang needs
# a third of g++'s time for it.
sanitized_folder=$root/.build-asan
SANITIZED=(-DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS=-O1
    "-DSANITIZE=address,undefined" -DFUZZ=ON)

# With ThreadSanitizer, which goes with no other: only what has threads.
threaded_folder=$root/.build-tsan
THREADED=(-DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS=-O1 -DSANITIZE=thread)

# Prints what is missing of the packages given, by a name that apt knows.
missing_packages() {
    local name state entry alternative chosen
    local -A installed=()
    while read -r name state; do
        [ "$state" = installed ] && installed[$name]=1
    done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n')
    for entry in "$@"; do
        chosen=
        for alternative in ${entry//|/ }; do
            [ -n "${installed[$alternative]-}" ] && continue 2
            [ -n "$chosen" ] || ! apt-cache show "$alternative" >/dev/null 2>&1 || chosen=$alternative
        done
        echo "${chosen:-${entry##*|}}"
    done
}

# Chinese text needs a font that has it; any will do.
has_cjk_font() {
    command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family 2>/dev/null | head -n 1)" ]
}

# Installs what is missing of the packages given; says so and fails where it cannot. Costs nothing if all is there.
install_packages() {
    local -a missing as_root=()
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        [ -d "$root/.build" ] || echo "No apt-get here; needed is what Debian calls: $*" >&2
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing, and only root can install them: ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi

    echo "Installing: ${missing[*]}" >&2
    local log
    log=$(mktemp)
    local -a apt=(${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive
        apt-get -y -q -o DPkg::Lock::Timeout=600)
    if ! "${apt[@]}" update >"$log" 2>&1; then
        echo "(the package lists could not be renewed; going on with those there are)" >&2
    fi
    mapfile -t missing < <(missing_packages "$@") # names can be told apart only now if there were no lists
    if ! "${apt[@]}" install --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
        tail -n 40 "$log" >&2
        rm -f "$log"
        echo "These packages are missing and could not be installed: ${missing[*]}" >&2
        return 1
    fi
    rm -f "$log"
}

# configure_build FOLDER [cmake options]: does nothing where it has been done with the same options.
configure_build() {
    local folder=$1 log=$1/configure.log
    shift
    if [ -f "$folder/build.ninja" ] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt" &&
        [ "$(cat "$folder/configured-with" 2>/dev/null)" = "$*" ]; then
        return 0
    fi
    if [ -f "$folder/CMakeCache.txt" ] &&
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        rm -rf "$folder" # the checkout has been moved
    fi
    mkdir -p "$folder"
    local -a launcher=()
    ! command -v ccache >/dev/null || launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    if ! cmake -S "$root" -B "$folder" -G Ninja ${launcher[@]+"${launcher[@]}"} "$@" >"$log" 2>&1; then
        cat "$log" >&2
        return 1
    fi
    echo "$*" >"$folder/configured-with"
}

# build FOLDER [targets]: in few words, with the log on failure.
build() {
    local folder=$1 log=$1/build.log
    shift
    # Said only where it takes longer: whether there is anything to do, a dry run cannot tell before CMake has looked for
    # new sources.
    (sleep 2 && echo "Building in $folder (some minutes the first time) ..." >&2) &
    local notice=$! status=0
    disown "$notice"
    ninja -C "$folder" "$@" >"$log" 2>&1 || status=$?
    kill "$notice" 2>/dev/null || true
    if [ "$status" -ne 0 ]; then
        grep -vE '^\[[0-9]+/[0-9]+\] (Building|Automatic|Linking|Generating|Creating)' "$log" >&2 || true
        echo "The build failed; all of it is in $log" >&2
        return 1
    fi
}

#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# with_display.sh COMMAND …: runs it on a desktop of its own, without a screen: an X server, a window manager, a
# session bus with the accessibility services, and a home that is removed afterwards. Nothing of the user's is seen
# or touched.
set -euo pipefail

home=$(mktemp -d)
xvfb=
stop() {
    [ -z "$xvfb" ] || { kill "$xvfb" && wait "$xvfb"; } 2>/dev/null || true
    rm -rf "$home"
}
trap stop EXIT

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS LANGUAGE LC_ALL LC_MESSAGES \
    QT_QPA_PLATFORM QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE QT_SCALE_FACTOR XDG_CURRENT_DESKTOP
export HOME=$home XDG_CONFIG_HOME=$home/.config XDG_CACHE_HOME=$home/.cache XDG_DATA_HOME=$home/.local/share
export XDG_RUNTIME_DIR=$home/run LANG=C.UTF-8
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_ACCESSIBILITY=1 NO_AT_BRIDGE=1
mkdir -m 700 "$XDG_RUNTIME_DIR"

mkfifo "$home/display"
exec 3<>"$home/display"
# (-r: a key that is held down for long, since the machine is busy, does not repeat itself.)
Xvfb -r -displayfd 3 -screen 0 "${SCREEN:-1600x1200x24}" -dpi 96 -nolisten tcp >"$home/xvfb.log" 2>&1 &
xvfb=$!
if ! read -r -t 60 display <&3; then
    echo "no X server came up:" >&2
    cat "$home/xvfb.log" >&2
    exit 1
fi
exec 3>&-
export DISPLAY=:$display

# shellcheck disable=SC2016 # "$@" is for the inner shell
dbus-run-session -- bash -c '
    trap "kill \$manager 2>/dev/null" EXIT
    # A window shown while the manager takes over the screen may never be told to paint, and without one none is ever
    # active.
    start_manager() {
        local wait
        openbox --sm-disable >"$HOME/openbox.log" 2>&1 &
        manager=$!
        for ((wait = 0; wait < 200; wait++)); do
            xdotool get_num_desktops >/dev/null 2>&1 && return
            kill -0 "$manager" 2>/dev/null || return 1
            sleep 0.05
        done
        kill "$manager"
        return 1
    }
    if ! start_manager && ! start_manager; then
        echo "no window manager came up:" >&2
        cat "$HOME/openbox.log" >&2
        exit 1
    fi
    "$@"
' with_display "$@"

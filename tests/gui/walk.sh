#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# walk.sh PROGRAM CLI LANGUAGE [SCRIPT]: the main jobs of an office in the real window on a virtual screen,
# through the accessibility bus, as a screen reader would do them. SCRIPT: walk.py, or another one beside it.
set -euo pipefail
program=$1 cli=$2 language=$3 script=${4:-walk.py}
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
screen=
trap '[ -z "$screen" ] || kill "$screen"; rm -rf "$place"' EXIT
mkdir -m 700 "$place/runtime"
# The server finds a free display by itself, and must not start anew when its first client leaves.
mkfifo "$place/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -noreset 3>"$place/display" 2>"$place/screen.log" &
screen=$!
read -r display <"$place/display"
env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u XAUTHORITY DISPLAY=":$display" HOME="$place" \
  XDG_RUNTIME_DIR="$place/runtime" XDG_CONFIG_HOME="$place/config" XDG_DATA_HOME="$place/data" LC_ALL=C.UTF-8 \
  QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 \
  dbus-run-session -- /usr/bin/python3 "$here/$script" "$program" "$cli" "$language" "$place"

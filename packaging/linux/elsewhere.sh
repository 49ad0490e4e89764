#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# elsewhere.sh SUITE: README's two commands on a bare Debian SUITE (bookworm, trixie, sid), from the last commit and
# nothing else. It says how long each took, keeps what they wrote in build/elsewhere/SUITE, and leaves nothing behind.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tree=$(cd "$here/../.." && pwd)
# shellcheck source=packaging/linux/bare.sh
. "$here/bare.sh"

suite=${1:?which Debian? bookworm, trixie or sid}
kept=$tree/build/elsewhere/$suite
place=$(mktemp -d "/var/tmp/budstikke-$suite.XXXXXX")
trap 'rm -rf --one-file-system "$place"' EXIT
trap 'exit 1' HUP INT TERM
rm -rf "$kept"
mkdir -p "$kept"

# timed NAME COMMAND…: what it says goes to NAME.log, and how long it took into the table.
table=() failed=0
timed() {
  local name=$1 began=$SECONDS outcome=passed took
  shift
  echo "elsewhere: $suite: $name" >&2
  if ! "$@" >"$kept/$name.log" 2>&1 </dev/null; then
    outcome=FAILED failed=1
    tail -n 60 "$kept/$name.log" >&2
  fi
  took=$((SECONDS - began))
  table+=("$(printf '%-10s %-6s %-7s %3d min %02d s' "$suite" "$name" "$outcome" $((took / 60)) $((took % 60)))")
}

# shellcheck disable=SC2317 # timed calls these two
prepare() {
  make_bare "$suite" "$place/root" &&
    in_bare "$place/root" apt-get -q update &&
    in_bare "$place/root" apt-get -q -y install --no-install-recommends git ca-certificates &&
    git clone --no-hardlinks "file://$tree" "$place/root/root/budstikke"
}
# shellcheck disable=SC2317
there() { in_bare "$place/root" sh -c "cd /root/budstikke && exec $*"; }

timed bare prepare
if [ $failed = 0 ]; then
  timed run there ./dev run
  cp -r "$place/root/root/budstikke/build/demo" "$kept/" 2>/dev/null || true
  timed test there ./dev test
fi
git -C "$place/root/root/budstikke" log -1 --format='%h %s' || true # what was run; the tree may have gone on
printf '%s\n' "${table[@]}"
exit $failed

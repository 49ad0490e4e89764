#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries the packages of a folder in bare Debians, through what they install; it takes root, debootstrap and Xvfb:
#   try.sh PACKAGES_FOLDER [SUITE…]
# The .deb on the Debian that this is, installed by apt, upgraded from each .deb in PACKAGES_FOLDER/older, purged; the
# tar.gz on each SUITE (bookworm, trixie, sid) without a single package, in a folder with a space and æøå in its name;
# the .rpm by what rpm says of it. Pictures and logs go to PACKAGES_FOLDER/tried.
# shellcheck disable=SC2317,SC2181 # the steps are called by name
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=packaging/linux/bare.sh
. "$here/bare.sh"
packages=$(cd "$1" && pwd)
shift
suites=("$@")
kept=$packages/tried
rm -rf "$kept"
mkdir -p "$kept"
place=$(mktemp -d /var/tmp/budstikke-try.XXXXXX)
screen=
finish() {
  [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
  rm -rf --one-file-system "$place"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

die() { echo "wrong: $*"; exit 1; }
failed=0
rows=("$(printf '%-10s %-34s %-6s %s' system package size outcome)")
# tried SYSTEM FILE STEP…: the outcome of each step, until one fails
tried() {
  local system=$1 file=$2 row step
  row=$(printf '%-10s %-34s %-6s' "$system" "$(basename "$file")" "$(stat -Lc %s "$file" | numfmt --to=iec)")
  shift 2
  for step in "$@"; do
    echo "try: $system: $(basename "$file"): $step" >&2
    set +e # a list of alternatives would keep the steps from ending at their first failure
    (set -e; $step "$system" "$file") >"$kept/$system-${file##*.}-$step.log" 2>&1 </dev/null
    if [ $? != 0 ]; then
      failed=1 row+=" $step FAILED"
      tail -n 25 "$kept/$system-${file##*.}-$step.log" >&2
      break
    fi
    set -e
    row+=" $step"
  done
  set -e
  rows+=("$row")
}

# play SYSTEM PROGRAM: the demo campaign in the window, on this machine's virtual screen
play() {
  local root=$place/$1
  mkdir -p "$root/root/demo"
  in_bare "$root" env DISPLAY=":$display" QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR=/root LC_ALL=C.UTF-8 "$2" --demo-tour /root/demo
  [ "$(find "$root/root/demo" -name '*.png' | wc -l)" -ge 3 ] || die "the tour left no pictures"
  rm -rf "$kept/$1-${3##*.}-demo"
  cp -r "$root/root/demo" "$kept/$1-${3##*.}-demo"
}

bare() { make_bare "$1" "$place/$1"; }
installed() {
  local root=$place/$1
  in_bare "$root" apt-get -q update
  cp "$2" "$root/root/new.deb"
  in_bare "$root" apt-get -q -y install --no-install-recommends /root/new.deb fonts-dejavu-core
  in_bare "$root" dpkg -L budstikke >"$kept/files"
  in_bare "$root" budstikke-cli --version
  in_bare "$root" budstikke-cli count 'Blåbær €' | grep -q '"units":9' || die "budstikke-cli counts otherwise"
}
played() { play "$1" /usr/bin/budstikke "$2"; }
upgraded() {
  local root=$place/$1 older
  for older in "$packages"/older/*.deb; do
    [ -e "$older" ] || { echo "no release before this one"; return 0; }
    in_bare "$root" apt-get -q -y remove budstikke
    cp "$older" "$root/root/old.deb"
    in_bare "$root" apt-get -q -y install --no-install-recommends --allow-downgrades /root/old.deb
    in_bare "$root" budstikke-cli --profile "/root/$(basename "$older")" account set --service-id 1234 --ip-auth
    in_bare "$root" apt-get -q -y install --no-install-recommends /root/new.deb
    in_bare "$root" budstikke-cli --profile "/root/$(basename "$older")" db check
  done
}
removed() {
  local root=$place/$1 file left
  in_bare "$root" budstikke-cli account set --service-id 1234 --ip-auth
  in_bare "$root" apt-get -q -y purge budstikke
  while read -r file; do
    [ -d "$root$file" ] || [ ! -e "$root$file" ] || die "$file is left"
  done <"$kept/files"
  left=$(find "$root" -xdev -path "$root/proc" -prune -o -iname '*budstikke*' -print | sed "s|^$root||" | grep -v '^/root/' || true)
  [ -z "$left" ] || die "left behind: $left"
  [ -d "$root/root/.local/share/budstikke" ] || die "the profile was removed too"
  # the user of the system's receiver goes unless it has a profile
  ! grep -q '^budstikke:' "$root/etc/passwd" || die "the user budstikke is left"
}

# A bare Debian has no fonts; a desktop that the tar.gz is made for does.
unpacked() {
  local root=$place/$1
  rm -rf "$root/opt/mappe med æøå"
  mkdir -p "$root/opt/mappe med æøå" "$root/usr/share/fonts" "$root/etc/fonts"
  cp -r /usr/share/fonts/truetype "$root/usr/share/fonts/"
  cp -rL /etc/fonts/. "$root/etc/fonts/"
  tar xf "$2" -C "$root/opt/mappe med æøå" --strip-components 1
  in_bare "$root" "/opt/mappe med æøå/bin/budstikke-cli" --version
  # Without TLS it would not come so far as to be refused.
  in_bare "$root" "/opt/mappe med æøå/bin/budstikke-cli" account set --service-id 1234 --ip-auth --base-url https://127.0.0.1:9/psk/
  local said
  said=$(in_bare "$root" "/opt/mappe med æøå/bin/budstikke-cli" --language en account check 2>&1) || true
  echo "$said"
  case $said in *refused*) ;; *) die "there is no TLS" ;; esac
}
ran() { play "$1" "/opt/mappe med æøå/bin/budstikke" "$2"; }
alone() { # everything that it loads is its own, but for the C and C++ runtimes
  local root=$place/$1
  in_bare "$root" sh -c 'cd /opt/mappe*; find bin lib plugins -type f | xargs -d "\n" -n 1 ldd' | grep "not found" && die "a library is missing"
  return 0
}

readable() {
  rpm -qp --requires "$2"
  rpm -qp --requires "$2" | grep -vE '^(/bin/sh|lib(c|stdc\+\+)\.so\.6\(|rpmlib|ca-certificates|$)' && die "it asks for a library that it brings"
  rpm -qpl "$2" | grep -qx /usr/bin/budstikke || die "there is no /usr/bin/budstikke"
  rpm -qp --scripts "$2"
}

mkfifo "$place/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -noreset -ac 3>"$place/display" 2>"$place/screen.log" &
screen=$!
read -r display <"$place/display"

this=$(. /etc/os-release && echo "$VERSION_CODENAME")
for file in "$packages"/budstikke_*.deb; do
  [ ! -e "$file" ] || tried "$this" "$file" bare installed played upgraded removed
  rm -rf --one-file-system "${place:?}/$this"
done
for file in "$packages"/budstikke-*.tar.gz; do
  [ -e "$file" ] || continue
  for suite in "${suites[@]}"; do
    tried "$suite" "$file" bare unpacked alone ran
    rm -rf --one-file-system "${place:?}/$suite"
  done
done
for file in "$packages"/budstikke-*.rpm; do [ ! -e "$file" ] || tried rpm "$file" readable; done
printf '%s\n' "" "${rows[@]}" | tee "$kept/table"
exit $failed

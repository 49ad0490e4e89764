#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The password in a real keyring (gnome-keyring, in a session bus of its own), and nowhere else: a canary
# goes through account set, check, send and a refusal; then every file and command line is searched.
# Usage: keyring.sh BIN    Prints "keyring: passed".
set -eu
bin=$1
if [ "${2:-}" != inside ]; then
  home=$(mktemp -d)
  trap 'rm -rf "$home"' EXIT
  HOME=$home XDG_DATA_HOME=$home/data XDG_RUNTIME_DIR=$home timeout 110 dbus-run-session -- bash "$0" "$bin" inside
  exit
fi
canary=kanari-$$-$RANDOM$RANDOM
fail() { echo "keyring: $*"; exit 1; }
mkdir -p "$HOME/data/keyrings" "$HOME/profile"
printf 'mester' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
unset BUDSTIKKE_PASSWORD
coproc gateway { BUDSTIKKE_SIMULATOR_PASSWORD=$canary exec "$bin/budstikke-simulator" --service-id 1234 --log "$HOME/gateway.jsonl" 2>"$HOME/gateway.err"; }
gatewaypid=$gateway_PID
read -r line <&"${gateway[0]}"
url=${line#*\"baseUrl\":\"}; url=${url%%\"*}
cli() { "$bin/budstikke-cli" --profile "$HOME/profile" --json "$@"; }
printf '%s\n' "$canary" | cli account set --service-id 1234 --base-url "$url" --password-stdin --sender Firmanavn \
  >"$HOME/set.out" 2>"$HOME/set.err" || fail "the password was not stored: $(cat "$HOME/set.err" "$HOME/set.out")"
cli account check >"$HOME/check.out" 2>&1 || fail "the check failed: $(cat "$HOME/check.out")"
# A new process reads it from the keyring.
cli send --to 99999999 --from Firmanavn --text Hei >"$HOME/send.out" 2>"$HOME/send.err" & sender=$!
tr '\0' ' ' <"/proc/$sender/cmdline" >"$HOME/cmdline" 2>/dev/null || true
wait "$sender" || fail "the message was not sent: $(cat "$HOME/send.err" "$HOME/send.out")"
grep -q '"state":"accepted"' "$HOME/send.out" || fail "not accepted: $(cat "$HOME/send.out")"
# A wrong one is refused, so the right one was really used.
BUDSTIKKE_PASSWORD=feil cli send --to 99999998 --from Firmanavn --text Hei >"$HOME/wrong.out" 2>&1 && fail "a wrong password was taken"
cli account show >"$HOME/show.out"
cli log >"$HOME/log.out"
tr '\0' ' ' <"/proc/$gatewaypid/cmdline" >"$HOME/gateway.cmdline" 2>/dev/null || true
# The keyring itself is the one place where it may be, and there it is encrypted.
hits=$(grep -rlaF "$canary" "$HOME" || true)
[ -z "$hits" ] || fail "the password stands in $hits"
requests=$(wc -l <"$HOME/gateway.jsonl")
kill "$gatewaypid"
[ "$requests" -ge 2 ] || fail "the gateway saw only $requests requests"
echo "keyring: passed"

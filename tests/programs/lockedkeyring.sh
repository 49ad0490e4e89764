#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A password in a real keyring that is locked the next time, and nobody there to unlock it: nothing hangs,
# each command says so, the saved password is neither lost nor replaced, and is found once it is unlocked.
# Usage: lockedkeyring.sh BIN    Prints "locked keyring: passed".
set -eu
bin=$1
stage=${2:-}
fail() { echo "locked keyring: $*"; exit 1; }
cli() { timeout 20 "$bin/budstikke-cli" --profile "$HOME/profile" --language en "$@"; }
unset BUDSTIKKE_PASSWORD

if [ -z "$stage" ]; then
  home=$(mktemp -d)
  trap 'rm -rf "$home"' EXIT
  mkdir -p "$home/data/keyrings" "$home/profile"
  coproc gateway { BUDSTIKKE_SIMULATOR_PASSWORD=kanari exec "$bin/budstikke-simulator" --service-id 1234 --log "$home/gateway.jsonl" 2>/dev/null; }
  gatewaypid=$gateway_PID
  read -r line <&"${gateway[0]}"
  url=${line#*\"baseUrl\":\"}; url=${url%%\"*}
  for stage in saved locked unlocked; do
    mkdir -m 700 "$home/$stage"
    HOME=$home XDG_DATA_HOME=$home/data XDG_RUNTIME_DIR=$home/$stage URL=$url \
      timeout 60 dbus-run-session -- bash "$0" "$bin" "$stage" || { kill "$gatewaypid"; exit 1; }
  done
  kill "$gatewaypid"
  echo "locked keyring: passed"
  exit
fi

unlock() { printf 'mester' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; }
case $stage in
  saved)
    unlock
    printf 'kanari\n' | cli account set --service-id 1234 --base-url "$URL" --password-stdin --sender Firma >/dev/null ||
      fail "the password was not stored"
    ;;
  locked)
    gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1
    for command in "account check" "send --to 99999991 --from Firma --text Hei"; do
      status=0
      # shellcheck disable=SC2086
      said=$(cli $command 2>&1) || status=$?
      [ $status = 1 ] || fail "$command ended with $status: $said"
      case $said in *'the keyring is locked'*'BUDSTIKKE_PASSWORD'*) ;; *) fail "$command said: $said" ;; esac
    done
    said=$(printf 'annet\n' | cli account set --password-stdin 2>&1) && fail "a locked keyring took a password"
    case $said in *'unlock the keyring'*) ;; *) fail "account set said: $said" ;; esac
    # For this run it can be given all the same.
    BUDSTIKKE_PASSWORD=kanari cli send --to 99999992 --from Firma --text Hei >/dev/null || fail "not sent with the password given"
    if grep -q 99999991 "$HOME/gateway.jsonl"; then fail "something went out without a password"; fi
    ;;
  unlocked)
    unlock
    cli send --to 99999993 --from Firma --text Hei >"$HOME/send.out" 2>&1 ||
      fail "the saved password is gone: $(cat "$HOME/send.out")"
    ;;
esac

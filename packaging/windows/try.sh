#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries the packed Windows programs under wine, in a Windows, a screen and folders of their own, all gone afterwards:
#   try.sh BUILD_FOLDER [STEP…]  the folder that build.sh filled; pictures and logs are left in its tried/
# Everything goes by the installed programs: the setup comes first.
# shellcheck disable=SC1003,SC2317,SC2181,SC2086,SC1111 # the steps are called by name; commands are words; quotation marks are meant
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
shift
steps=("$@")
[ $# -gt 0 ] || steps=(tooOld install tour letters campaign resume receive task upgrade remove perMachine)
setup=$(echo "$build"/packages/*-setup.exe)
msi=$(echo "$build"/packages/*.msi)
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
kept=$build/tried
rm -rf "$kept"
mkdir -p "$kept"
place=$(mktemp -d)
export WINEPREFIX=$place/windows WINEDEBUG=-all WINEARCH=win64 XDG_RUNTIME_DIR=$place HOME=$place LC_ALL=C.UTF-8
wine=/usr/lib/wine/wine64
server=/usr/lib/wine/wineserver64
screen=
finish() {
  $server -k 2>/dev/null || true
  [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
  rm -rf "$place"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

rows=() failed=0
# tried NAME COMMAND…
tried() {
  local name=$1 began=$SECONDS outcome=passed
  shift
  set +e # a list of alternatives would keep the steps from ending at their first failure
  (set -e; "$@") >"$kept/$name.log" 2>&1 </dev/null
  if [ $? != 0 ]; then
    outcome=FAILED failed=1
    tail -n 25 "$kept/$name.log" >&2
  fi
  set -e
  rows+=("$(printf '%-12s %-6s %3d s' "$name" $outcome $((SECONDS - began)))")
  echo "${rows[-1]}"
}
say() { echo "$*"; }
die() { echo "wrong: $*"; exit 1; }
same() { [ "$1" = "$2" ] || die "“$1” where “$2” should be"; }
until_true() { # SECONDS COMMAND…
  local left=$(($1 * 5))
  shift
  until "$@"; do
    left=$((left - 1))
    [ $left -gt 0 ] || die "waited in vain for: $*"
    sleep 0.2
  done
}

home=$WINEPREFIX/drive_c/users/${USER:-root}
installed=$home/AppData/Local/Programs/Budstikke
run() { timeout 300 $wine "$installed/$1.exe" "${@:2}"; }
cli() { run budstikke-cli --profile 'C:\profil æøå' --language en "$@"; }
field() { python3 -c 'import json, sys; print(eval("value" + sys.argv[1], {"value": json.loads(sys.stdin.readlines()[-1])}))' "$1"; }

# wine says that it is Windows 7 until it is told otherwise.
tooOld() {
  local status=0
  timeout 300 $wine "$setup" /S || status=$?
  same "$status" 3
  ! timeout 300 $wine msiexec /i "$(winepath_of "$msi")" /qn || die "the MSI went on"
  [ ! -e "$installed" ] || die "something was installed"
}

install() {
  timeout 900 $wine "$setup" /S
  [ -s "$installed/budstikke.exe" ] || die "nothing is installed in $installed"
  for program in budstikke budstikke-cli budstikke-simulator; do [ -s "$installed/$program.exe" ] || die "$program.exe is missing"; done
  $wine reg query 'HKCU\Software\Classes\Budstikke.sms\shell\open\command' | grep -q budstikke.exe || die "no handler of sms: links"
}

tour() {
  mkdir -p "$kept/demo"
  timeout 900 $wine "$installed/budstikke.exe" --demo-tour "$(winepath_of "$kept/demo")"
  [ "$(find "$kept/demo" -name '*.png' | wc -l)" -ge 3 ] || die "the tour left no pictures"
}
winepath_of() { printf 'Z:%s' "${1//\//\\}"; }

# The command line: letters in and out, and sentences for what is wrong.
letters() {
  same "$(run budstikke-cli count 'Blåbær €' | tr -d '\r' | field '["units"]')" 9
  same "$(printf '"Ærlig talt – ja"\n' | run budstikke-cli count | tr -d '\r' | field '["nonGsm"][0]')" –
  same "$(run budstikke-cli --version | tr -d '\r')" "Budstikke $version"
  same "$(run budstikke-simulator --version | tr -d '\r')" "budstikke-simulator $version"
  same "$(QT_COMMAND_LINE_PARSER_NO_GUI_MESSAGE_BOXES=1 run budstikke --version | tr -d '\r')" "Budstikke $version" # else a window says it
  [ -n "$(cli campaign 2>&1 || true)" ] || die "no sentence for a command that is none"
}

started() { grep -q baseUrl "$place/gateway"; }
sent() { wc -l <"$place/requests.log" 2>/dev/null || echo 0; }
sent_some() { [ "$(sent)" -ge 40 ]; }

# A gateway that sends nothing, and an account there; ended with what runs beside it.
gateway=
gateway_on() {
  rm -f "$place/requests.log"
  $wine "$installed/budstikke-simulator.exe" --listen 127.0.0.1:0 --latency "$1" --log "$(winepath_of "$place/requests.log")" >"$place/gateway" 2>&1 &
  gateway=$!
  until_true 180 started
  cli account set --service-id 1234 --base-url "$(tr -d '\r' <"$place/gateway" | field '["baseUrl"]')" --ip-auth --in-flight 4
}
gateway_off() {
  kill -9 "$gateway" # wine's own process is the program's
  wait "$gateway" 2>/dev/null || true
}
# planned N FIRST: a campaign to N numbers from +4799900000+FIRST, printed as its id
planned() {
  { echo 'Mobil;Navn'; for i in $(seq "$2" $(($1 + $2 - 1))); do printf '+47999%05d;Åse %d\n' "$i" "$i"; done; } >"$place/liste.csv"
  cli campaign create --list "$(winepath_of "$place/liste.csv")" --from Korps --text 'Hei {navn}!' --json >"$place/plan"
  tr -d '\r' <"$place/plan" | field '["campaign"]'
}

# What a person does with a list from the command line: planned, sent, shown, exported; and one message by itself.
campaign() {
  gateway_on 0
  local campaign
  campaign=$(planned 5 90000)
  cli campaign start "$campaign" --yes --json >"$kept/campaign.jsonl"
  same "$(sent)" 5
  same "$(cli campaign show "$campaign" --json | tr -d '\r' | field '["state"]')" finished
  cli campaign export "$campaign" -o "$(winepath_of "$kept/eksport æøå.csv")"
  grep -q 'Hei Åse 90003!' "$kept/eksport æøå.csv" || die "the export has no text with Å"
  cli send --to 99999999 --from Korps --text 'Blåbær?' --yes
  same "$(sent)" 6
  cli db check
  gateway_off
}

# A campaign of two hundred whose process is ended in the middle, and that goes on: nobody is written to twice.
resume() {
  gateway_on 100
  local campaign
  campaign=$(planned 200 1)
  $wine "$installed/budstikke-cli.exe" --profile 'C:\profil æøå' campaign start "$campaign" --yes --json >"$kept/start.jsonl" 2>&1 &
  local sender=$!
  until_true 180 sent_some
  kill -9 $sender
  wait $sender 2>/dev/null || true
  same "$(cli campaign show "$campaign" --json | tr -d '\r' | field '["reason"]')" interrupted
  say "ended after $(sent) requests"
  cli campaign resume "$campaign" --yes --json >"$kept/resume.jsonl" || say "resume ended with $?"
  cli campaign show "$campaign" --json | tr -d '\r' >"$kept/show.json"
  python3 - "$place/requests.log" "$kept/show.json" <<'PYTHON'
import collections, json, re, sys
numbers = collections.Counter(re.search(r"999\d{5}", line).group() for line in open(sys.argv[1]) if re.search(r"999\d{5}", line))
totals = json.load(open(sys.argv[2]))["totals"]
twice = [number for number, times in numbers.items() if times > 1]
print(len(numbers), "numbers,", len(twice), "twice;", {state: n for state, n in totals.items() if n})
assert not twice, twice
assert sum(totals.values()) == 200, totals
# What the killed process had under way is uncertain until a person decides; everybody else was written to.
assert totals["queued"] == totals["sending"] == 0 and totals["uncertain"] <= 4 and len(numbers) >= 200 - totals["uncertain"], totals
PYTHON
  gateway_off
}

has_address() { grep -q statusUrl "$place/receiver"; }
receive() {
  $wine "$installed/budstikke-cli.exe" --profile 'C:\mottak' account set --service-id 1234 --base-url http://127.0.0.1:9/psk/ --ip-auth
  $wine "$installed/budstikke-cli.exe" --profile 'C:\mottak' receive --listen 127.0.0.1:0 >"$place/receiver" 2>"$kept/receiver.err" &
  local receiver=$!
  until_true 180 has_address
  curl -sS --max-time 20 -H 'Content-Type: application/json' --data '{"id":77,"from":"+4799999999","to":"26114","text":"Blåbær","sent":"2026-01-01 12:00:00","counter":1,"keyword":"TEST","files":[]}' \
    -w '%{http_code}\n' "$(tr -d '\r' <"$place/receiver" | field '["inboundUrl"]')" | tail -n 1 | grep -qx 200 || die "the message was not taken"
  $wine "$installed/budstikke-cli.exe" --profile 'C:\mottak' inbox | tr -d '\r' | field '["text"]' | grep -qx Blåbær || die "the message is not in the inbox"
  # nothing is replaced while one of the three runs
  timeout 300 $wine "$setup" /S && die "the installer went on beside a running program"
  [ -s "$installed/budstikke.exe" ] || die "the refusing installer has removed the program"
  kill -9 $receiver
  wait $receiver 2>/dev/null || true
}

# As far as wine's schtasks goes: it takes the task, and forgets it.
task() {
  cli receive --install
  [ -n "$(find "$WINEPREFIX/drive_c/windows" -ipath '*tasks*budstikke*')" ] || die "there is no scheduled task"
  cli receive --remove
  [ -z "$(find "$WINEPREFIX/drive_c/windows" -ipath '*tasks*budstikke*')" ] || die "the scheduled task is still there"
}

upgrade() {
  touch "$installed/old-plugin.dll"
  timeout 900 $wine "$setup" /S
  [ -s "$installed/budstikke.exe" ] || die "the upgrade left nothing"
  cli campaign list | grep -q . || die "the profile is gone after the upgrade"
}

remove() {
  timeout 300 $wine "$installed/uninstall.exe" /S "_?=$(printf 'C:%s' "$(echo "${installed#"$WINEPREFIX/drive_c"}" | tr / '\\')")"
  rm -f "$installed/uninstall.exe" "$installed/old-plugin.dll"
  [ -z "$(find "$installed" -type f 2>/dev/null)" ] || die "left behind: $(find "$installed" -type f)"
  ! $wine reg query 'HKCU\Software\Classes\Budstikke.sms' >/dev/null 2>&1 || die "the handler of sms: links is still registered"
  [ -e "$WINEPREFIX/drive_c/profil æøå/budstikke.sqlite" ] || die "the profile was removed too"
}

# For all users: installed with a port for the receiver, refused beside a running program, upgraded, not downgraded, removed.
msiexec() { timeout 900 $wine msiexec "$1" "$(winepath_of "$2")" /qn "${@:3}"; }
perMachine() {
  local folder="$WINEPREFIX/drive_c/Program Files/Budstikke" newer=$place/newer.msi
  msiexec /i "$msi" RECEIVERPORT=8088
  for program in budstikke budstikke-cli budstikke-simulator; do [ -s "$folder/$program.exe" ] || die "$program.exe is missing"; done
  $wine reg query 'HKLM\Software\Classes\Budstikke.sms\shell\open\command' | grep -q budstikke.exe || die "no handler of sms: links"
  "$here/msi.sh" "$build/folder" 99.0.0 "$newer"
  $wine "$folder/budstikke-simulator.exe" --listen 127.0.0.1:0 &
  local running=$!
  sleep 5
  ! msiexec /i "$newer" || die "the upgrade went on beside a running program"
  ! msiexec /x "$msi" || die "the removal went on beside a running program"
  [ -s "$folder/budstikke.exe" ] || die "what refused has removed the program"
  kill -9 $running
  wait $running 2>/dev/null || true
  msiexec /i "$newer"
  [ -s "$folder/budstikke.exe" ] || die "the upgrade left nothing"
  ! msiexec /i "$msi" || die "an older version was installed over a newer one"
  msiexec /x "$newer"
  [ ! -e "$folder" ] || die "left behind: $(find "$folder")"
  ! $wine reg query 'HKLM\Software\Classes\Budstikke.sms' >/dev/null 2>&1 || die "the handler of sms: links is still registered"
}

mkfifo "$place/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -noreset 3>"$place/display" 2>"$place/screen.log" &
screen=$!
read -r display <"$place/display"
export DISPLAY=:$display
tried wine timeout 900 $wine wineboot --init
for step in "${steps[@]}"; do
  # wine's own tool says which Windows it is from then on
  [ "$step" = tooOld ] || timeout 300 $wine winecfg -v win10 >"$kept/winecfg.log" 2>&1
  tried "$step" "$step"
done
printf '%s\n' "" "setup $(stat -c %s "$setup" | numfmt --to=iec), MSI $(stat -c %s "$msi" | numfmt --to=iec), tried under $($wine --version)"
exit $failed

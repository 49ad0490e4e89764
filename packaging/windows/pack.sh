#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # $INSTDIR is for NSIS to expand
# Packs a folder that holds the Windows programs with all they need: a zip to carry along, a setup for one person and,
# where wixl is, an MSI for all users of a computer.
#   pack.sh FOLDER VERSION OUTPUT_FOLDER        takes makensis (NSIS 3.08) and cmake
# BUDSTIKKE_SIGN is a command that signs the file it is given; it gets the programs, the uninstaller, the setup and the MSI.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "$1" && pwd) version=$2
mkdir -p "$3"
output=$(cd "$3" && pwd)

# A Windows makensis (in Git's bash) wants Windows' paths.
native() { if command -v cygpath >/dev/null; then cygpath -m "$1"; else printf '%s\n' "$1"; fi; }

sign() { [ -z "${BUDSTIKKE_SIGN-}" ] || $BUDSTIKKE_SIGN "$1"; } # a command with its options, so unquoted
for program in "$folder"/*.exe; do sign "$program"; done

# The same commit gives the same packages: both keep the times of the files.
[ -z "${SOURCE_DATE_EPOCH-}" ] || find "$folder" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

list=$(mktemp)
trap 'rm -f "$list"' EXIT
(
  cd "$folder"
  find . -type f | LC_ALL=C sort | sed 's|^\./||; s|/|\\|g; s|.*|Delete "$INSTDIR\\&"|'
  find . -mindepth 1 -depth -type d | sed 's|^\./||; s|/|\\|g; s|.*|RMDir "$INSTDIR\\&"|'
) >"$list"

(cd "$folder" && cmake -E tar cf "$(native "$output")/budstikke-$version-windows-x64.zip" --format=zip .)
cd "$here" # where budstikke.nsi finds its icon
makensis -V2 -INPUTCHARSET UTF8 -DVERSION="$version" -DFOLDER="$(native "$folder")" -DFILELIST="$(native "$list")" \
  ${BUDSTIKKE_SIGN:+"-DSIGN=$BUDSTIKKE_SIGN"} -DOUTPUT="$(native "$output")/budstikke-$version-windows-x64-setup.exe" budstikke.nsi
if command -v wixl >/dev/null; then
  ./msi.sh "$folder" "$version" "$output/budstikke-$version-windows-x64.msi"
else
  echo "pack.sh: no wixl here: no MSI" >&2
fi
ls -l "$output"

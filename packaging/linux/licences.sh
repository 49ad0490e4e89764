#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# licences.sh FOLDER: which Debian package each library of a bundle came from, with its version and where its source is,
# as Markdown; the packages' copyright files are copied to FOLDER/share/doc/budstikke/copyrights.
# licences.sh --common FOLDER: only the texts that Debian has once for all and the copyright files in FOLDER point to, as
# FOLDER/common: elsewhere there is no /usr/share/common-licenses.
set -euo pipefail
common() {
  local text
  mkdir -p "$1/common"
  grep -rhoE '/usr/share/common-licenses/[A-Za-z0-9.-]*[A-Za-z0-9]' "$1" | sort -u | while read -r text; do
    [ ! -e "$text" ] || cp -L "$text" "$1/common/"
  done
}
if [ "$1" = --common ]; then
  common "$2"
  exit
fi
folder=$1
kept=$folder/share/doc/budstikke/copyrights
mkdir -p "$kept"
cat <<'TEXT'
# What is inside

These libraries came from Debian, unchanged but for where they look for each other. Their sources are at
https://snapshot.debian.org under the name and version of the source package; their licences are in `copyrights`,
what those call /usr/share/common-licenses in `copyrights/common`.

| file | package | version | source |
|---|---|---|---|
TEXT
find "$folder/lib" "$folder/plugins" -type f -name '*.so*' -printf '%f\n' | sort | while read -r file; do
  package=$(dpkg-query -S "*/$file" 2>/dev/null | sed -n 's/:.*//p' | head -n 1)
  [ -n "$package" ] || { echo "licences.sh: $file is of no package" >&2; exit 1; }
  dpkg-query -W -f "| $file | \${Package} | \${Version} | \${source:Package} \${source:Version} |\n" "$package" | head -n 1
  [ -e "$kept/$package" ] || cp -L "/usr/share/doc/$package/copyright" "$kept/$package"
done
common "$kept"

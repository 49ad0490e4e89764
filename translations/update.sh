#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings both text files up to date with src/ and ui/; new texts stand there as unfinished until
# someone writes them, with %Ln for %n so that large counts get their digit groups. English is the
# language of the sources: its file holds the plurals only.
# Another folder for the results may be given; the test does so.
set -eu
cd "$(dirname "$0")/.."
into=${1:-translations}
lupdate=${LUPDATE:-}
for candidate in lupdate6 /usr/lib/qt6/bin/lupdate lupdate; do
  [ -n "$lupdate" ] || lupdate=$(command -v "$candidate" || true)
done
[ -n "$lupdate" ] || { echo "update.sh: Qt's lupdate is missing; set LUPDATE to its path" >&2; exit 1; }
"$lupdate" -silent -locations none -no-obsolete src ui -ts "$into/budstikke_nb.ts" -source-language en -target-language nb
"$lupdate" -silent -locations none -no-obsolete -pluralonly src ui -ts "$into/budstikke_en.ts" -source-language en -target-language en

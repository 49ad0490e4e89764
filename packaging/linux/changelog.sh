#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# changelog.sh CHANGELOG.md REVISION: the changes of each version as Debian's changelog has them. A version that is not
# released yet has the date of SOURCE_DATE_EPOCH, or today's.
set -eu
LC_ALL=C.UTF-8 awk -v revision="$2" -v today="$(date -u -R -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}")" '
  function wrapped(first, text,    line, words, n, i) {
    n = split(text, words, " ")
    line = first
    for (i = 1; i <= n; i++) {
      if (length(line) + length(words[i]) >= 78) { print line; line = "   " }
      line = line " " words[i]
    }
    print line
  }
  function done() { if (version != "") printf "\n -- The Budstikke developers <developers@budstikke.invalid>  %s\n\n", day }
  /^## / {
    done()
    version = $2
    day = today
    if ($NF ~ /^[0-9]+-[0-9]+-[0-9]+$/) { "date -u -R -d " $NF | getline day; close("date -u -R -d " $NF) }
    printf "budstikke (%s-%s) unstable; urgency=medium\n\n", version, revision
  }
  version != "" && /^- / { wrapped("  *", substr($0, 3)) }
  version != "" && /^  [^ ]/ { wrapped("   ", $0) }
  END { done() }' "$1"

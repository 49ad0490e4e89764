#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the packages of the last commit twice, in two folders of different names, and compares the bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d /var/tmp/budstikke-twice.XXXXXX)
trap 'rm -rf --one-file-system "$place"' EXIT
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
for folder in one another-place; do
  git clone -q . "$place/$folder"
  (cd "$place/$folder" && ./dev package) >"$place/log" 2>&1 || { tail -n 40 "$place/log" >&2; exit 1; }
done
failed=0
printf '%-44s %-8s %s\n' package size outcome
for file in "$place"/one/build/release/packages/*; do
  [ -f "$file" ] || continue
  other="$place/another-place/build/release/packages/$(basename "$file")"
  outcome='the same bytes'
  cmp -s "$file" "$other" || { outcome='DIFFERENT' failed=1; }
  printf '%-44s %-8s %s\n' "$(basename "$file")" "$(stat -c %s "$file" | numfmt --to=iec)" "$outcome"
done
exit $failed

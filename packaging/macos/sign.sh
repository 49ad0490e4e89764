#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Signs a bundle from the inside out, or signs a disk image, has Apple notarise it and fastens the ticket to it:
#   sign.sh BUNDLE.app | IMAGE.dmg
# BUDSTIKKE_CODESIGN is the identity ("Developer ID Application: …"); without it a bundle is signed ad hoc, which lets it
# start on the Mac that built it, and an image is left as it is. BUDSTIKKE_NOTARY is the name under which
# `xcrun notarytool store-credentials` keeps what Apple asks for; without it nothing is notarised.
set -euo pipefail
[ $# = 1 ] || { sed -n '3,7s/^# //p' "$0"; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
file=$1
identity=${BUDSTIKKE_CODESIGN:--}

sign() { # FILE [OPTIONS OF codesign]
  if [ "$identity" = - ]; then
    codesign --force --sign - "$1"
  else
    codesign --force --sign "$identity" --timestamp --options runtime "${@:2}" "$1"
  fi
}

case $file in
  *.app)
    # What is inside is sealed by what is around it, so it comes first; a framework is signed as one thing.
    find "$file/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 | while IFS= read -r -d '' one; do sign "$one"; done
    for one in "$file"/Contents/Frameworks/*.framework; do [ ! -d "$one" ] || sign "$one"; done
    main=$(basename "$file" .app)
    for one in "$file"/Contents/MacOS/*; do
      [ "$(basename "$one")" = "$main" ] || sign "$one" --entitlements "$here/entitlements.plist"
    done
    sign "$file" --entitlements "$here/entitlements.plist"
    codesign --verify --deep --strict "$file"
    ;;
  *.dmg)
    [ "$identity" != - ] || exit 0
    codesign --force --sign "$identity" --timestamp "$file"
    [ -n "${BUDSTIKKE_NOTARY-}" ] || { echo "sign.sh: signed, not notarised, as BUDSTIKKE_NOTARY is not set" >&2; exit 0; }
    xcrun notarytool submit "$file" --keychain-profile "$BUDSTIKKE_NOTARY" --wait
    xcrun stapler staple "$file"
    ;;
  *)
    echo "sign.sh: neither a bundle nor a disk image: $file" >&2
    exit 2
    ;;
esac

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a Flatpak, one file that a person installs, of the tar.gz that ./dev package left:
#   make.sh PACKAGES_FOLDER        takes flatpak-builder, and org.freedesktop.Platform and .Sdk 24.08 (from Flathub)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
packages=$(cd "$1" && pwd)
archive=$(echo "$packages"/budstikke-*-linux-x64.tar.gz)
name=invalid.budstikke.Budstikke
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -e "s|@ARCHIVE@|$archive|" -e "s|@SHA256@|$(sha256sum "$archive" | cut -d ' ' -f 1)|" "$here/$name.yml.in" >"$work/$name.yml"
cd "$work"
flatpak-builder --disable-rofiles-fuse --repo=repo folder "$name.yml"
flatpak build-bundle repo "${archive%.tar.gz}.flatpak" "$name" stable

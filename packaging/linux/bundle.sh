#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bundle.sh BUILD_FOLDER OUTPUT_FOLDER: the programs with Qt, its plugins and every library but the C and C++ runtimes,
# in one folder that runs from wherever it lies: as budstikke-VERSION-linux-x64.tar.gz and, installed in /opt/budstikke,
# as an RPM, and what is inside as CycloneDX JSON. Built on Debian 12, so it runs on whatever has a glibc of 2.36 or newer.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
mkdir -p "$2"
output=$(cd "$2" && pwd)
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
name=budstikke-$version-linux-x64
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}

folder=$work/$name
cmake --install "$build" --strip --prefix "$folder" >/dev/null
rm -r "${folder:?}/lib" # systemd's and sysusers' are for a package that an administrator installs
mkdir -p "$folder/lib"

# What is loaded by name: the plugins, the keyring's library, and OpenSSL.
plugins=$(qtpaths6 --plugin-dir 2>/dev/null || /usr/lib/qt6/bin/qtpaths --plugin-dir)
for plugin in platforms/libq{xcb,wayland-generic,wayland-egl,offscreen}.so platforminputcontexts/lib{ibus,compose}platforminputcontextplugin.so \
  platformthemes/libq{gtk3,xdgdesktopportal}.so sqldrivers/libqsqlite.so tls/libqopensslbackend.so xcbglintegrations/libqxcb-glx-integration.so \
  imageformats/libq{jpeg,gif,ico}.so wayland-shell-integration/libxdg-shell.so wayland-decoration-client/libbradient.so; do
  [ -e "$plugins/$plugin" ] || continue
  install -D "$plugins/$plugin" "$folder/plugins/$plugin"
done
rm -f "$folder/plugins/platformthemes/libqgtk3.so" # it would bring all of GTK
for loaded in libsecret-1.so.0 libssl.so.3 libcrypto.so.3; do
  cp -L "$(ldconfig -p | awk -v name="$loaded" '$1 == name { print $NF; exit }')" "$folder/lib/"
done

# The libraries of all of these, and theirs. What belongs to the system's C and C++ stays the system's.
runtime='^(ld-linux.*|linux-vdso|lib(c|m|dl|rt|pthread|resolv|util|anl|mvec|stdc\+\+|gcc_s|nss_.*))\.so'
while read -r library path; do
  [[ $library =~ $runtime ]] || [ -e "$folder/lib/$library" ] || cp -L "$path" "$folder/lib/$library"
done < <(find "$folder/bin" "$folder/plugins" "$folder/lib" -type f -print0 | xargs -0 ldd 2>/dev/null | awk '$2 == "=>" && $3 ~ /^\// { print $1, $3 }' | sort -u)

# shellcheck disable=SC2016 # $ORIGIN is for the loader
point() { find "$folder/$1" -type f -exec patchelf --set-rpath '$ORIGIN'"$2" {} +; }
point bin /../lib
point lib ''
point plugins /../../lib
find "$folder/lib" "$folder/plugins" -type f -exec strip --strip-unneeded {} +
chmod 644 "$folder"/lib/*
printf '[Paths]\nPrefix = ..\nPlugins = plugins\n' >"$folder/bin/qt.conf"
"$here/licences.sh" "$folder" >"$folder/share/doc/budstikke/LIBRARIES"
# The second column of its table is the packages; nobody but the packages' own names reaches the command line.
mapfile -t packages < <(awk -F ' *[|] *' 'rows { print $3 } /^[|]---/ { rows = 1 }' "$folder/share/doc/budstikke/LIBRARIES" | sort -u)
"$here/sbom.py" "$version" "${packages[@]}" >"$output/$name.cdx.json"

find "$folder" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
tar --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -C "$work" -c "$name" | gzip -9n >"$output/$name.tar.gz"

command -v rpmbuild >/dev/null || { echo "bundle.sh: no rpmbuild here: no RPM" >&2; exit 0; }
# What the RPM asks for: the newest version of each symbol set of the C and C++ runtimes that anything in it uses.
needs=$({ find "$folder/bin" "$folder/lib" "$folder/plugins" -type f -exec objdump -T {} + 2>/dev/null || true; } | # qt.conf is no program
  grep -oE '\((GLIBC|GLIBCXX|CXXABI)_[0-9.]+\)' | tr -d '()' | sort -u -V |
  awk -F_ '{ newest[$1] = $0 } END { for (set in newest) print (set == "GLIBC" ? "libc.so.6" : "libstdc++.so.6") "(" newest[set] ")(64bit)" }' | sort)
rpmbuild -bb --quiet --define "_topdir $work/rpm" --define "_rpmdir $work/out" --define "_build_id_links none" \
  --define "source_date_epoch_from_changelog 0" --define "use_source_date_epoch_as_buildtime 1" --define "clamp_mtime_to_source_date_epoch 1" \
  --define "_buildhost budstikke" --define "budstikke_version $version" --define "budstikke_folder $folder" --define "budstikke_units $build/packaging" \
  --define "budstikke_linux $here" --define "budstikke_needs $(echo "$needs" | tr '\n' ' ')" "$here/budstikke.spec"
cp "$work"/out/*/*.rpm "$output/"

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Windows programs on Debian 12 with mingw-w64 and packs them, with all they need, as zip and installer.
#   build.sh SDK_FOLDER [BUILD_FOLDER]          make-sdk.sh makes an SDK folder
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
sdk=$(cd "$1" && pwd)
build=${2:-$root/build/windows}

for tool in x86_64-w64-mingw32-g++-posix makensis cmake ninja; do
  command -v $tool >/dev/null || {
    echo "build.sh: $tool is missing. Install: g++-mingw-w64-x86-64-posix libz-mingw-w64-dev nsis cmake ninja-build" \
      "qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-l10n-tools node-llhttp" >&2
    exit 1
  }
done

# The SDK's libraries are static and say nothing of what they need themselves: here it is, in the linker's order.
phonenumber="$sdk/lib/libphonenumber.a;protobuf::libprotobuf;absl::node_hash_set;absl::btree;absl::synchronization;absl::strings"
phonenumber="$phonenumber;$sdk/lib/libsicuin.a;$sdk/lib/libsicuuc.a;$sdk/lib/libsicudt.a"

# Reproducible: no times but the commit's, no folders of this machine.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
same="-ffile-prefix-map=$root=. -ffile-prefix-map=$build=build"

cmake -G Ninja -S "$root" -B "$build" -DCMAKE_TOOLCHAIN_FILE="$sdk/mingw.cmake" -DCMAKE_BUILD_TYPE=Release \
  -DBUDSTIKKE_TESTS=OFF \
  -DCMAKE_C_FLAGS="$same" -DCMAKE_CXX_FLAGS="$same" -DCMAKE_EXE_LINKER_FLAGS=-Wl,--no-insert-timestamp \
  -DBUDSTIKKE_LLHTTP_DIR=/usr/share/llhttp -DBUDSTIKKE_LLHTTP_INCLUDE=/usr/share/include/llhttp \
  -DBUDSTIKKE_PHONENUMBER_LIBRARIES="$phonenumber" -DLIBZIP_LIBRARY="$sdk/lib/libzip.a;z"
cmake --build "$build"

folder=$build/folder
rm -rf "$folder"
cmake --install "$build" --strip --prefix "$folder"
cp "$sdk"/bin/*.dll "$folder/"
rm -f "$folder"/Qt6{Test,Concurrent,Xml,PrintSupport}.dll
for plugin in platforms/qwindows sqldrivers/qsqlite tls/qschannelbackend styles/qwindowsvistastyle imageformats/q{jpeg,gif,ico}; do
  mkdir -p "$folder/${plugin%/*}"
  cp "$sdk/plugins/$plugin.dll" "$folder/${plugin%/*}/"
done

# What is inside, with its licences: the SDK's libraries, and llhttp.
mkdir -p "$folder/licences"
cp "$sdk"/licences/* "$folder/licences/"
cp /usr/share/doc/node-llhttp/copyright "$folder/licences/$(dpkg-query -W -f '${source:Package}_${source:Version}' node-llhttp).txt"
"$root/packaging/linux/licences.sh" --common "$folder/licences"
cat >"$folder/LIBRARIES.txt" <<TEXT
These libraries came from Debian's source packages, changed only as packaging/windows/make-sdk.sh of Budstikke's source says.
Their sources are at https://snapshot.debian.org under these names and versions; their licences are in the folder licences.

$(cd "$folder/licences" && printf '%s\n' *_*.txt | sed 's/_/ /; s/\.txt$//')
TEXT
# Windows has no dictionaries of its own: those of this machine, with what their packages say of their licences.
for dictionary in no:nb_NO no:nn_NO en-gb:en_GB; do
  words=/usr/share/hunspell/${dictionary#*:}
  [ -e "$words.dic" ] || continue
  mkdir -p "$folder/dictionaries"
  cp "$words.aff" "$words.dic" "$folder/dictionaries/"
  cp "/usr/share/doc/hunspell-${dictionary%:*}/copyright" "$folder/dictionaries/LICENCE-${dictionary%:*}.txt"
done

version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
"$root/packaging/windows/pack.sh" "$folder" "$version" "$build/packages"
"$root/packaging/linux/sbom.py" "$version" "$folder/licences" >"$build/packages/budstikke-$version-windows-x64.cdx.json"

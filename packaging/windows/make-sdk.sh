#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes an SDK folder for build.sh from Debian's own source packages: Qt base and QtKeychain as DLLs, static ICU, protobuf,
# abseil, libphonenumber, libzip, libsodium and Hunspell, and a repaired libwinpthread-1.dll, for x86-64 Windows by mingw-w64. It
# installs packages, so run it as root.
#   make-sdk.sh WORK_FOLDER SDK_FOLDER          about 25 minutes on 2 cores
# Debian's archive lacks the source of qt6-svg, and of Debian 12's own qtkeychain: Debian 13's comes in its place.
set -euo pipefail
if [ $# != 2 ]; then sed -n '3,7s/^# //p' "$0"; exit 2; fi
work=$(mkdir -p "$1" && cd "$1" && pwd) sdk=$(mkdir -p "$2" && cd "$2" && pwd)
export DEBIAN_FRONTEND=noninteractive
if [ ! -f /etc/apt/sources.list.d/debian.sources ]; then # debootstrap writes the old form
  printf 'Types: deb\nURIs: %s\nSuites: bookworm\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
    "$(sed -n 's/^deb \([^ ]*\) .*/\1/p' /etc/apt/sources.list | head -n 1)" >/etc/apt/sources.list.d/debian.sources
fi
sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >/etc/apt/sources.list.d/debian-src.sources
apt-get update -qq
apt-get install -y --no-install-recommends g++-mingw-w64-x86-64-posix libz-mingw-w64-dev autoconf automake autopoint libtool ninja-build cmake g++ make tcl dpkg-dev \
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-l10n-tools protobuf-compiler xz-utils >/dev/null
cd "$work"
for p in qt6-base sqlite3 icu protobuf abseil libphonenumber libzip libsodium hunspell mingw-w64; do
  compgen -G "$p*_*.orig.tar.*" >/dev/null || apt-get source --download-only $p
done
# The archive has the tarball of Debian 13's qtkeychain (apt checks it against the signed index) and not its .dsc, of which
# apt complains: the checksum decides.
if [ ! -f qtkeychain_0.15.0.orig.tar.gz ]; then
  mkdir -p apt-lists/partial
  sed -e 's/^Types: deb$/Types: deb-src/' -e 's/^Suites:.*/Suites: trixie/' -e '/^$/,$d' /etc/apt/sources.list.d/debian.sources >apt-trixie.sources
  trixie=(-o "Dir::Etc::sourcelist=$work/apt-trixie.sources" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/apt-lists" -o APT::Sandbox::User=root)
  apt-get "${trixie[@]}" update -qq
  apt-get "${trixie[@]}" source --download-only qtkeychain || true
fi
echo 'f4254dc8f0933b06d90672d683eab08ef770acd8336e44dfa030ce041dc2ca22  qtkeychain_0.15.0.orig.tar.gz' | sha256sum -c
for t in *.orig.tar.gz *.orig.tar.xz *.orig.tar.bz2; do tar xf "$t"; done

cat >"$sdk/mingw.cmake" <<'TOOLCHAIN'
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(CMAKE_FIND_ROOT_PATH ${CMAKE_CURRENT_LIST_DIR} /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(QT_HOST_PATH /usr CACHE PATH "")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "")
TOOLCHAIN
cross() { cmake -G Ninja -S "$1" -B "$2" -DCMAKE_TOOLCHAIN_FILE="$sdk/mingw.cmake" -DCMAKE_INSTALL_PREFIX="$sdk" -DCMAKE_BUILD_TYPE=Release "${@:3}"; cmake --build "$2" -j2; cmake --install "$2" --strip; }

# Qt: SQLite's amalgamation is left out of Debian's tarball, so it is made from SQLite's own
(cd sqlite3-*/ && ./configure >/dev/null && make -s sqlite3.c)
mkdir -p "$(echo qtbase-everywhere-src-*/src/3rdparty)/sqlite" && cp sqlite3-*/sqlite3.[ch] qtbase-everywhere-src-*/src/3rdparty/sqlite/
# and so are the headers for drawing tablets: the Windows plugin is built without them
(cd qtbase-everywhere-src-*/src/plugins/platforms && sed -i "s/QT_CONFIG(tabletevent)/0/" windows/*.h windows/*.cpp && sed -i "s/CONDITION QT_FEATURE_tabletevent/CONDITION FALSE/" ./*/CMakeLists.txt)
cross "$(echo qtbase-everywhere-src-*/)" b-qt -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DFEATURE_dbus=OFF -DFEATURE_opengl=OFF \
  -DINPUT_opengl=no -DFEATURE_vulkan=OFF -DFEATURE_sql_odbc=OFF -DFEATURE_system_zlib=OFF -DINPUT_openssl=no -DFEATURE_schannel=ON

# ICU: first natively, for its tools; then static, without its data (only properties and regular expressions are used)
mkdir -p b-icu-host b-icu/lib b-icu/bin
(cd b-icu-host && ../icu/source/configure --disable-tests --disable-samples --disable-extras >/dev/null && make -s -j2)
(cd b-icu && ../icu/source/configure --host=x86_64-w64-mingw32 --with-cross-build="$work/b-icu-host" --prefix="$sdk" --enable-static \
  --disable-shared --disable-tests --disable-samples --disable-extras --disable-tools --with-data-packaging=static \
  CC=x86_64-w64-mingw32-gcc-posix CXX=x86_64-w64-mingw32-g++-posix >/dev/null && make -s -j2 -C stubdata && make -s -j2 -C common && make -s -j2 -C i18n \
  && make -s -C common install && make -s -C i18n install && make -s -C stubdata install)

cross "$(echo protobuf-3*/)" b-protobuf -Dprotobuf_BUILD_TESTS=OFF -Dprotobuf_BUILD_PROTOC_BINARIES=OFF -Dprotobuf_BUILD_SHARED_LIBS=OFF -Dprotobuf_WITH_ZLIB=OFF -DCMAKE_CXX_STANDARD=17

cross "$(echo abseil-2*/)" b-abseil -DCMAKE_CXX_STANDARD=17 -DABSL_PROPAGATE_CXX_STD=ON -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF

# libphonenumber's own build wants test libraries: its sources, listed plainly
phone=$(echo libphonenumber-8*/) && mkdir -p "$phone/plain" && ln -sfn ../cpp/src "$phone/plain/src"
cat >"$phone/plain/CMakeLists.txt" <<'PLAIN'
cmake_minimum_required(VERSION 3.16)
project(phonenumber CXX C)
set(P ${CMAKE_CURRENT_SOURCE_DIR}/src/phonenumbers)
file(GLOB SRC ${P}/*.cc ${P}/base/strings/*.cc ${P}/utf/*.cc ${P}/utf/*.c)
list(FILTER SRC EXCLUDE REGEX "(regexp_adapter_re2|lite_metadata|test_metadata)\\.cc$")
add_library(phonenumber STATIC ${SRC})
set_target_properties(phonenumber PROPERTIES CXX_STANDARD 17)
target_include_directories(phonenumber PUBLIC src ${CMAKE_INSTALL_PREFIX}/include)
target_compile_definitions(phonenumber PRIVATE I18N_PHONENUMBERS_USE_ICU_REGEXP I18N_PHONENUMBERS_USE_ALTERNATE_FORMATS I18N_PHONENUMBERS_USE_STDMUTEX U_STATIC_IMPLEMENTATION)
install(TARGETS phonenumber ARCHIVE DESTINATION lib)
install(DIRECTORY src/phonenumbers DESTINATION include FILES_MATCHING PATTERN "*.h")
PLAIN
(cd "$phone" && protoc --cpp_out=cpp/src/phonenumbers --proto_path=resources phonemetadata.proto phonenumber.proto)
cross "$phone/plain" b-phonenumber

cross "$(echo libzip-1*/)" b-libzip -DBUILD_SHARED_LIBS=OFF -DENABLE_OPENSSL=OFF -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_COMMONCRYPTO=OFF -DENABLE_WINDOWS_CRYPTO=OFF \
  -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF

# QtKeychain, for Windows' credential store: /utf-8 is for Microsoft's compiler, GCC takes it for a file
sed -i 's| /utf-8 | |' qtkeychain-0.15.0/qtkeychain/CMakeLists.txt
cross qtkeychain-0.15.0 b-qtkeychain -DBUILD_WITH_QT6=ON -DBUILD_TEST_APPLICATION=OFF -DBUILD_TRANSLATIONS=OFF -DUSE_CREDENTIAL_STORE=ON

mkdir -p b-sodium
(cd libsodium-1*/ && autoreconf -fi >/dev/null)
(cd b-sodium && "$(echo "$work"/libsodium-1*/configure)" --host=x86_64-w64-mingw32 --prefix="$sdk" --enable-static --disable-shared \
  CC=x86_64-w64-mingw32-gcc-posix >/dev/null && make -s -j2 && make -s install)

mkdir -p b-hunspell
(cd hunspell-1*/ && autoreconf -fi >/dev/null)
(cd b-hunspell && "$(echo "$work"/hunspell-1*/configure)" --host=x86_64-w64-mingw32 --prefix="$sdk" --enable-static --disable-shared \
  --disable-nls CXX=x86_64-w64-mingw32-g++-posix CXXFLAGS='-O2 -DHUNSPELL_STATIC' >/dev/null && make -s -j2 -C src/hunspell \
  && make -s -C src/hunspell install)

# winpthreads: GCC 12 keeps thread_local objects in memory under a first key and destroys them by a second one. Debian's DLL
# empties the keys of an ending thread first to last, so QRegularExpression's is destroyed out of freed memory; the crash is
# swallowed with a lock held, and the process hangs for ever when it should end. So: last to first.
mkdir -p b-winpthreads
threads=$(echo "$work"/mingw-w64-*/mingw-w64-libraries/winpthreads)
sed -i 's/for (i = 0; i < tv->keymax; i++)/for (i = tv->keymax; i-- > 0;)/' "$threads/src/thread.c"
grep -q 'i-- > 0' "$threads/src/thread.c"
(cd b-winpthreads && "$threads/configure" --host=x86_64-w64-mingw32 --enable-shared --disable-static \
  CC=x86_64-w64-mingw32-gcc-posix RC=x86_64-w64-mingw32-windres >/dev/null && make -s)

cp /usr/lib/gcc/x86_64-w64-mingw32/*-posix/{libgcc_s_seh-1,libstdc++-6}.dll "$(find /usr/x86_64-w64-mingw32 -name zlib1.dll)" \
  b-winpthreads/.libs/libwinpthread-1.dll "$sdk/bin/"
x86_64-w64-mingw32-strip "$sdk"/bin/{libgcc_s_seh-1,libstdc++-6,libwinpthread-1}.dll # 24 MB of libstdc++ are 2 without its symbols
rm -rf "$sdk/doc" "$sdk"/bin/android*

# What whoever ships the libraries has to ship too: each source's copyright file, as SOURCE_VERSION.txt.
mkdir -p "$sdk/licences"
for p in qt6-base sqlite3 icu protobuf abseil libphonenumber libzip libsodium hunspell mingw-w64; do
  dsc=$(echo "$p"_*.dsc)
  tar xOf "${dsc%.dsc}".debian.tar.xz debian/copyright >"$sdk/licences/${dsc%.dsc}.txt"
done
(echo 'License: BSD-2-Clause' && cat qtkeychain-0.15.0/COPYING) >"$sdk/licences/qtkeychain_0.15.0.txt"
for p in gcc-mingw-w64-base libz-mingw-w64-dev; do
  cp "/usr/share/doc/$p/copyright" "$sdk/licences/$(dpkg-query -W -f '${source:Package}_${source:Version}' $p).txt"
done
echo "SDK in $sdk: $(du -sh "$sdk" | cut -f1)"

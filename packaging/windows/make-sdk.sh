#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes an SDK folder for build.sh from Debian 12's own source packages: Qt base as DLLs, and static ICU, protobuf,
# abseil, libphonenumber and libzip, for x86-64 Windows by mingw-w64. It installs packages, so run it as root.
#   make-sdk.sh WORK_FOLDER SDK_FOLDER          about 25 minutes on 2 cores
# Debian's archive lacks the sources of qtkeychain and qt6-svg: the SDK has neither.
set -euo pipefail
if [ $# != 2 ]; then sed -n '3,6s/^# //p' "$0"; exit 2; fi
work=$(mkdir -p "$1" && cd "$1" && pwd) sdk=$(mkdir -p "$2" && cd "$2" && pwd)
export DEBIAN_FRONTEND=noninteractive
if [ -f /etc/apt/sources.list.d/debian.sources ]; then
  sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >/etc/apt/sources.list.d/debian-src.sources
else
  sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >/etc/apt/sources.list.d/debian-src.list
fi
apt-get update -qq
apt-get install -y --no-install-recommends g++-mingw-w64-x86-64-posix libz-mingw-w64-dev ninja-build cmake g++ make tcl dpkg-dev \
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-l10n-tools protobuf-compiler xz-utils >/dev/null
cd "$work"
for p in qt6-base sqlite3 icu protobuf abseil libphonenumber libzip; do
  [ -n "$(ls $p*_*.orig.tar.* 2>/dev/null)" ] || apt-get source --download-only $p
done
for t in *.orig.tar.gz *.orig.tar.xz; do tar xf "$t"; done

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
(cd qtbase-everywhere-src-*/src/plugins/platforms && sed -i "s/QT_CONFIG(tabletevent)/0/" windows/*.h windows/*.cpp && sed -i "s/CONDITION QT_FEATURE_tabletevent/CONDITION FALSE/" */CMakeLists.txt)
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
cp /usr/lib/gcc/x86_64-w64-mingw32/*-posix/{libgcc_s_seh-1,libstdc++-6}.dll $(find /usr/x86_64-w64-mingw32 -name libwinpthread-1.dll -o -name zlib1.dll) "$sdk/bin/"
rm -rf "$sdk/doc" "$sdk"/bin/android*
echo "SDK in $sdk: $(du -sh "$sdk" | cut -f1)"

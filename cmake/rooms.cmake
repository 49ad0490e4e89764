# SPDX-License-Identifier: GPL-3.0-or-later
# What every target shares, and the two functions with which rooms and their tests are declared.

add_library(budstikke_defaults INTERFACE)
target_compile_features(budstikke_defaults INTERFACE cxx_std_20)
target_compile_definitions(budstikke_defaults INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
  QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
  BUDSTIKKE_VERSION="${PROJECT_VERSION}")
target_include_directories(budstikke_defaults INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(budstikke_defaults INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wconversion -Wshadow>)
  if(BUDSTIKKE_WERROR)
    target_compile_options(budstikke_defaults INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>
      # GCC 12 sees ghosts in moved-from variants when it optimises.
      $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:GNU>>:-Wno-error=maybe-uninitialized>)
  endif()
endif()
if(BUDSTIKKE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# A hundred test programs are linked four times as fast by gold; what is packaged takes the system's own.
include(CheckLinkerFlag)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT BUDSTIKKE_SANITIZE)
  check_linker_flag(CXX -fuse-ld=gold BUDSTIKKE_HAS_GOLD)
  if(BUDSTIKKE_HAS_GOLD)
    add_link_options(-fuse-ld=gold)
  endif()
endif()

# What most files include, compiled once, as each costs seconds. Only QtCore: one precompiled header then
# fits every room and test, whatever else they define. Every file still includes what it uses: the preset
# release builds without.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "// Nothing but its headers.\n")
add_library(budstikke_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
set_target_properties(budstikke_precompiled PROPERTIES AUTOMOC OFF)
target_link_libraries(budstikke_precompiled PRIVATE budstikke_defaults Qt6::Core)
target_precompile_headers(budstikke_precompiled PRIVATE <QAbstractItemModel> <QByteArray> <QDateTime> <QDir> <QFile>
  <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap> <QObject> <QRegularExpression> <QSet> <QString>
  <QStringList> <QTimer> <QUrl> <QVariant> <algorithm> <functional> <memory> <optional> <variant> <vector>)

# budstikke_room(NAME SOURCES … LINK …): one static library per folder of src/.
function(budstikke_room NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_library(budstikke_${NAME} STATIC ${ARG_SOURCES})
  target_link_libraries(budstikke_${NAME} PUBLIC budstikke_defaults ${ARG_LINK})
  target_precompile_headers(budstikke_${NAME} REUSE_FROM budstikke_precompiled)
endfunction()

# budstikke_test(NAME SOURCES … LINK … [ON_SERVER | ON_SERVER_ONLY]): one Qt Test executable, run by ctest; on a
# server: on PostgreSQL too, as NAME_postgresql, or there alone.
function(budstikke_test NAME)
  cmake_parse_arguments(ARG "ON_SERVER;ON_SERVER_ONLY" "TIMEOUT" "SOURCES;LINK" ${ARGN})
  add_executable(${NAME} ${ARG_SOURCES})
  target_link_libraries(${NAME} PRIVATE budstikke_defaults budstikke_places Qt6::Test ${ARG_LINK})
  target_include_directories(${NAME} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_precompile_headers(${NAME} REUSE_FROM budstikke_precompiled)
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set(environment QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 XDG_STATE_HOME=${CMAKE_BINARY_DIR}/state)
  if(NOT ARG_ON_SERVER_ONLY)
    add_test(NAME ${NAME} COMMAND ${NAME})
    set_tests_properties(${NAME} PROPERTIES TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "${environment}")
  endif()
  if(BUDSTIKKE_TEST_SERVER AND (ARG_ON_SERVER OR ARG_ON_SERVER_ONLY))
    add_test(NAME ${NAME}_postgresql COMMAND ${NAME})
    math(EXPR timeout "3 * ${ARG_TIMEOUT}") # each statement is a round trip to another process
    set_tests_properties(${NAME}_postgresql PROPERTIES TIMEOUT ${timeout} FIXTURES_REQUIRED postgresql
      ENVIRONMENT "${environment};BUDSTIKKE_TEST_SERVER=${BUDSTIKKE_TEST_SERVER}")
  endif()
endfunction()

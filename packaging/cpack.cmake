# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the packages made of it; each system's own part is in its folder.
include(GNUInstallDirs)

set(CPACK_PACKAGE_NAME budstikke)
set(CPACK_PACKAGE_VENDOR "The Budstikke developers")
set(CPACK_PACKAGE_CONTACT "The Budstikke developers <developers@budstikke.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

# The programs that this configuration builds: without BUDSTIKKE_GUI there is no window.
set(budstikke_programs)
foreach(program budstikke budstikke-cli budstikke-simulator)
  if(TARGET ${program})
    list(APPEND budstikke_programs ${program})
  endif()
endforeach()

if(WIN32)
  include(packaging/windows/install.cmake)
elseif(APPLE)
  include(packaging/macos/install.cmake)
else()
  include(packaging/linux/install.cmake)
endif()
include(CPack)

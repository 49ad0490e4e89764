# SPDX-License-Identifier: GPL-3.0-or-later
# The programs in one folder; build.sh or the release workflow puts Qt beside them, budstikke.nsi packs the folder.
foreach(program ${budstikke_programs})
  set(manifest ${CMAKE_BINARY_DIR}/packaging/${program}.manifest)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/program.manifest.in ${manifest} @ONLY)
  if(MSVC)
    set(manifest_line)
    target_sources(${program} PRIVATE ${manifest}) # CMake merges it into the linker's own
  else()
    set(manifest_line "1 24 \"${manifest}\"\n")
  endif()
  configure_file(${CMAKE_CURRENT_LIST_DIR}/budstikke.rc.in ${CMAKE_BINARY_DIR}/packaging/${program}.rc @ONLY)
  target_sources(${program} PRIVATE ${CMAKE_BINARY_DIR}/packaging/${program}.rc)
endforeach()
install(TARGETS ${budstikke_programs} RUNTIME DESTINATION .)
install(FILES ${CPACK_RESOURCE_FILE_LICENSE} DESTINATION .)
install(DIRECTORY ${CMAKE_CURRENT_LIST_DIR}/policies DESTINATION .) # for whoever manages the computers

set(CPACK_GENERATOR ZIP)

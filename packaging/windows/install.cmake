# SPDX-License-Identifier: GPL-3.0-or-later
# The programs in one folder; build.sh or the release workflow puts Qt beside them, budstikke.nsi packs the folder.
if(TARGET budstikke)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/budstikke.rc.in ${CMAKE_BINARY_DIR}/packaging/budstikke.rc @ONLY)
  target_sources(budstikke PRIVATE ${CMAKE_BINARY_DIR}/packaging/budstikke.rc)
endif()
install(TARGETS ${budstikke_programs} RUNTIME DESTINATION .)
install(FILES ${CPACK_RESOURCE_FILE_LICENSE} DESTINATION .)

set(CPACK_GENERATOR ZIP)

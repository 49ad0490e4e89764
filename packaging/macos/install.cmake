# SPDX-License-Identifier: GPL-3.0-or-later
# The bundle with Qt inside, and beside the window's program the two others, in a disk image.
if(TARGET budstikke)
  set(icon ${CMAKE_CURRENT_LIST_DIR}/budstikke.icns)
  target_sources(budstikke PRIVATE ${icon})
  set_source_files_properties(${icon} TARGET_DIRECTORY budstikke PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
  set_target_properties(budstikke PROPERTIES MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_LIST_DIR}/Info.plist.in)
  find_program(MACDEPLOYQT macdeployqt REQUIRED)
  set(inside budstikke.app/Contents/MacOS)
  install(TARGETS budstikke BUNDLE DESTINATION .)
  install(TARGETS budstikke-cli budstikke-simulator RUNTIME DESTINATION ${inside})
  install(FILES ${CPACK_RESOURCE_FILE_LICENSE} DESTINATION budstikke.app/Contents/Resources)
  install(CODE "
    set(bundle \"\${CMAKE_INSTALL_PREFIX}/budstikke.app\")
    execute_process(COMMAND_ERROR_IS_FATAL ANY COMMAND ${MACDEPLOYQT} \"\${bundle}\"
      \"-executable=\${bundle}/Contents/MacOS/budstikke-cli\" \"-executable=\${bundle}/Contents/MacOS/budstikke-simulator\")
    execute_process(COMMAND_ERROR_IS_FATAL ANY COMMAND \"${CMAKE_CURRENT_LIST_DIR}/sign.sh\" \"\${bundle}\")")
else()
  install(TARGETS ${budstikke_programs} RUNTIME DESTINATION bin)
endif()

set(CPACK_GENERATOR DragNDrop)
set(CPACK_PACKAGE_FILE_NAME Budstikke-${PROJECT_VERSION})

# SPDX-License-Identifier: GPL-3.0-or-later
# The programs, what a desktop and systemd look for, and the Debian package.
install(TARGETS ${budstikke_programs} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

set(here ${CMAKE_CURRENT_LIST_DIR})
set(made ${CMAKE_BINARY_DIR}/packaging)
if(TARGET budstikke)
  string(TIMESTAMP BUDSTIKKE_RELEASE_DATE "%Y-%m-%d" UTC) # honours SOURCE_DATE_EPOCH
  configure_file(${here}/budstikke.metainfo.xml ${made}/budstikke.metainfo.xml @ONLY)
  install(FILES ${here}/budstikke.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${here}/budstikke.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  install(FILES ${made}/budstikke.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
endif()
configure_file(${here}/budstikke-receive.service.in ${made}/user/budstikke-receive.service @ONLY)
configure_file(${here}/budstikke-receive@.service.in ${made}/system/budstikke-receive@.service @ONLY)
configure_file(${here}/budstikke-mailbox.service.in ${made}/system/budstikke-mailbox.service @ONLY)
install(FILES ${made}/user/budstikke-receive.service DESTINATION lib/systemd/user)
install(FILES ${made}/system/budstikke-receive@.service ${made}/system/budstikke-mailbox.service
  DESTINATION lib/systemd/system)
install(FILES README.md CHANGELOG.md ${here}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION comm)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded by name, so that no tool finds them: the database driver, the keyring's library, and the certificates
# without which no gateway can be trusted.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Budstikke sends SMS through Front's SMS Gateway: one message to a few
people, or a personal one to each person on a list. Before sending it shows
to how many, exactly what and at what cost; afterwards who got the message.

The package holds the window, a command-line tool for scripts and for a
machine that receives statuses and replies, and a simulator of the gateway
that sends nothing.")

# SPDX-License-Identifier: GPL-3.0-or-later
# The programs, what a desktop and systemd look for, and the Debian package. bundle.sh makes the others of it.
install(TARGETS ${budstikke_programs} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

set(here ${CMAKE_CURRENT_LIST_DIR})
set(made ${CMAKE_BINARY_DIR}/packaging)
string(TIMESTAMP BUDSTIKKE_RELEASE_DATE "%Y-%m-%d" UTC) # honours SOURCE_DATE_EPOCH
if(TARGET budstikke)
  configure_file(${here}/invalid.budstikke.Budstikke.metainfo.xml ${made}/invalid.budstikke.Budstikke.metainfo.xml @ONLY)
  install(FILES ${here}/budstikke.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${made}/invalid.budstikke.Budstikke.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
  install(FILES ${here}/budstikke.svg DESTINATION ${icons}/scalable/apps)
  foreach(size 16 22 24 32 48 64 128 256 512)
    install(FILES ${here}/icons/budstikke-${size}.png DESTINATION ${icons}/${size}x${size}/apps RENAME budstikke.png)
  endforeach()
endif()

# A user's units find their user's profile; the system's has a user and a profile of its own.
configure_file(${here}/budstikke-receive.user.service.in ${made}/user/budstikke-receive.service @ONLY)
configure_file(${here}/budstikke-receive.system.service.in ${made}/system/budstikke-receive.service @ONLY)
configure_file(${here}/budstikke-receive@.service.in ${made}/system/budstikke-receive@.service @ONLY)
configure_file(${here}/budstikke-mailbox.service.in ${made}/system/budstikke-mailbox.service @ONLY)
install(DIRECTORY ${made}/user ${made}/system DESTINATION lib/systemd FILES_MATCHING PATTERN "*.service")
install(FILES ${here}/sysusers.conf DESTINATION lib/sysusers.d RENAME budstikke.conf)
install(FILES README.md ${here}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The manual pages are made as they are installed, by asking the programs.
if(NOT CMAKE_CROSSCOMPILING)
  set(about-budstikke "The window. Without options it opens the profile of the person who starts it; --demo opens a demo account "
    "that sends nothing. An sms: address opens a message to that number.")
  set(about-budstikke-cli "Does what the window does, with the same checks, for scripts and for machines without a screen. "
    "cli.md in ${CMAKE_INSTALL_FULL_DOCDIR} says what a script can rely on.")
  set(about-budstikke-simulator "Stands in for the gateway while something is tried. It listens on this machine only, unless told otherwise.")
  set(summary-budstikke "send text messages to many people and see that they arrive")
  set(summary-budstikke-cli "SMS campaigns from the command line")
  set(summary-budstikke-simulator "an SMS gateway that sends nothing")
  foreach(program ${budstikke_programs})
    set(also ${budstikke_programs})
    list(REMOVE_ITEM also ${program})
    string(JOIN "" about ${about-${program}})
    install(CODE "
      execute_process(COMMAND_ERROR_IS_FATAL ANY COMMAND \"${CMAKE_COMMAND}\" -D \"PROGRAM=$<TARGET_FILE:${program}>\"
        -D \"SUMMARY=${summary-${program}}\" -D \"ABOUT=${about}\" -D \"ALSO=${also}\" -D DATE=${BUDSTIKKE_RELEASE_DATE}
        -D VERSION=${PROJECT_VERSION} -D \"OUTPUT=${made}/${program}.1\" -P \"${here}/man.cmake\")
      execute_process(COMMAND_ERROR_IS_FATAL ANY COMMAND gzip -9nf \"${made}/${program}.1\")")
    install(FILES ${made}/${program}.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  endforeach()
endif()
install(FILES docs/cli.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The Debian package: its version names the suite, so that an upgrade of the system upgrades the package.
set(CPACK_GENERATOR DEB)
set(debian_suite "")
if(EXISTS /etc/os-release)
  file(STRINGS /etc/os-release debian_suite REGEX "^VERSION_ID=")
  string(REGEX REPLACE "[^0-9.]" "" debian_suite "${debian_suite}")
endif()
set(CPACK_DEBIAN_PACKAGE_RELEASE "1~deb${debian_suite}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION comm)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded by name, so that no tool finds them: the database driver, the keyring's library, and the certificates
# without which no gateway can be trusted.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, hunspell-no | hunspell-dictionary, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${here}/postinst ${here}/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Budstikke sends SMS through Front's SMS Gateway: one message to a few
people, or a personal one to each person on a list. Before sending it shows
to how many, exactly what and at what cost; afterwards who got the message.

The package holds the window, a command-line tool for scripts and for a
machine that receives statuses and replies, and a simulator of the gateway
that sends nothing.")

# CHANGELOG.md as Debian writes it.
install(CODE "
  execute_process(COMMAND_ERROR_IS_FATAL ANY COMMAND sh \"${here}/changelog.sh\" \"${CMAKE_SOURCE_DIR}/CHANGELOG.md\"
    ${CPACK_DEBIAN_PACKAGE_RELEASE} OUTPUT_FILE \"${made}/changelog.Debian\")
  execute_process(COMMAND_ERROR_IS_FATAL ANY COMMAND gzip -9nf \"${made}/changelog.Debian\")")
install(FILES ${made}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})

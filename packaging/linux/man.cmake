# SPDX-License-Identifier: GPL-3.0-or-later
# A manual page of a program, made of what its --help says, so that the two agree:
#   cmake -D PROGRAM=FILE -D SUMMARY=… -D ABOUT=… -D ALSO=… -D DATE=YYYY-MM-DD -D VERSION=… -D OUTPUT=FILE.1 -P man.cmake
cmake_path(GET PROGRAM FILENAME name)
execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen ${PROGRAM} --help
  OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)

# What roff would take for its own, and what it would set as a typographic sign.
function(roff TEXT OUT)
  string(REPLACE "\\" "\\e" text "${TEXT}")
  string(REPLACE "-" "\\-" text "${text}")
  string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" text "${text}")
  set(${OUT} "${text}" PARENT_SCOPE)
endfunction()
string(TOUPPER ${name} title)
foreach(part help name title SUMMARY ABOUT)
  roff("${${part}}" ${part}_roff)
endforeach()
string(REGEX REPLACE "([^;]+)" "\\\\fB\\1\\\\fR(1)" also "${ALSO}")
string(REPLACE ";" ", " also "${also}")
string(REPLACE "-" "\\-" also "${also}")
file(WRITE ${OUTPUT} ".TH ${title_roff} 1 ${DATE} \"Budstikke ${VERSION}\"
.SH NAME
${name_roff} \\- ${SUMMARY_roff}
.SH DESCRIPTION
${ABOUT_roff}
.SH OPTIONS
.nf
${help_roff}
.fi
.SH SEE ALSO
${also}
")

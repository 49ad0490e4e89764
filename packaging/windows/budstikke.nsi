; SPDX-License-Identifier: GPL-3.0-or-later
; The installer of a folder that holds the programs with all they need:
;   makensis -DVERSION=0.1.0 -DFOLDER=/path/of/that/folder -DFILELIST=/path/of/its/list -DOUTPUT=/path/setup.exe budstikke.nsi
; FILELIST is NSIS code that deletes these files and folders (pack.sh writes it).
; It installs for the person who runs it, without administrator rights, and leaves the profile alone when uninstalling.
Target amd64-unicode ; as the programs: it runs where no 32-bit subsystem is, wine64 among them
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"

!ifdef SIGN
!uninstfinalize '${SIGN} "%1"'
!finalize '${SIGN} "%1"'
!endif

Name "Budstikke"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Budstikke"
InstallDirRegKey HKCU "Software\Budstikke" "InstallFolder"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Budstikke"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Budstikke"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

!define MUI_ICON "budstikke.ico"
!define MUI_UNICON "budstikke.ico"
; the icon on its own blue: convert -size 328x628 xc:#0b6aa8 ( ../linux/icons/budstikke-256.png -resize 240x240 ) -gravity north
; -geometry +0+110 -composite -alpha off -colors 16 -type Palette BMP3:setup.bmp
!define MUI_WELCOMEFINISHPAGE_BITMAP "setup.bmp"
BrandingText "Budstikke ${VERSION}"
!define MUI_FINISHPAGE_TITLE "$(installed)"
!define MUI_FINISHPAGE_TEXT "$(installedText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\budstikke.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(openNow)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Norwegian"

LangString smsLink ${LANG_ENGLISH} "SMS link"
LangString smsLink ${LANG_NORWEGIAN} "SMS-lenke"
LangString description ${LANG_ENGLISH} "Send text messages to many people and see that they arrive"
LangString description ${LANG_NORWEGIAN} "Send tekstmeldinger til mange og se at de kommer frem"
LangString installed ${LANG_ENGLISH} "Budstikke is installed"
LangString installed ${LANG_NORWEGIAN} "Budstikke er installert"
LangString installedText ${LANG_ENGLISH} "It is in the Start menu."
LangString installedText ${LANG_NORWEGIAN} "Du finner det på Start-menyen."
LangString openNow ${LANG_ENGLISH} "Open Budstikke now"
LangString openNow ${LANG_NORWEGIAN} "Åpne Budstikke nå"
LangString stillOpen ${LANG_ENGLISH} "Budstikke is open. Close it, then choose Retry."
LangString stillOpen ${LANG_NORWEGIAN} "Budstikke er åpent. Lukk det, og velg Prøv igjen."

LangString tooOld ${LANG_ENGLISH} "Budstikke needs Windows 10 version 1809 or later."
LangString tooOld ${LANG_NORWEGIAN} "Budstikke krever Windows 10 versjon 1809 eller nyere."

Function .onInit
  ${IfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "$(tooOld)" /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
FunctionEnd

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Budstikke"

; A running program's file cannot be opened for writing: better to ask than to replace half of the files. The cli and the
; simulator keep the DLLs open as well. Silently, that is exit code 2 and nothing changed.
!macro waitUntilClosed
  retry:
  StrCpy $1 0
  ClearErrors
  !insertmacro tryProgram "budstikke.exe"
  !insertmacro tryProgram "budstikke-cli.exe"
  !insertmacro tryProgram "budstikke-simulator.exe"
  IntCmp $1 0 closed
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(stillOpen)" /SD IDCANCEL IDRETRY retry
  SetErrorLevel 2
  Abort
  closed:
!macroend
!macro tryProgram NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${NAME}" a
    ${If} ${Errors}
      IntOp $1 $1 + 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

Section
  !insertmacro waitUntilClosed
  ; what an earlier version brought and this one does not would stay otherwise, DLLs and plugins among it
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR' $0
    ${If} $0 <> 0
      SetErrorLevel 2
      Abort
    ${EndIf}
  ${EndIf}
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${FOLDER}/*"
  ${If} ${Errors} ; silently, File skips what it cannot write
    SetErrorLevel 2
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\Budstikke.lnk" "$INSTDIR\budstikke.exe"

  WriteRegStr HKCU "Software\Budstikke" "InstallFolder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\Budstikke.sms" "" "$(smsLink)"
  WriteRegStr HKCU "Software\Classes\Budstikke.sms" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\Budstikke.sms\shell\open\command" "" '"$INSTDIR\budstikke.exe" "%1"'
  WriteRegStr HKCU "Software\Budstikke\Capabilities" "ApplicationName" "Budstikke"
  WriteRegStr HKCU "Software\Budstikke\Capabilities" "ApplicationDescription" "$(description)"
  WriteRegStr HKCU "Software\Budstikke\Capabilities\UrlAssociations" "sms" "Budstikke.sms"
  WriteRegStr HKCU "Software\RegisteredApplications" "Budstikke" "Software\Budstikke\Capabilities"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Budstikke"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\budstikke.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Budstikke developers"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro waitUntilClosed
  ; only what the installer brought: the folder may be one that the person chose and uses for more
  !include "${FILELIST}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Budstikke.lnk"
  DeleteRegKey HKCU "Software\Classes\Budstikke.sms"
  DeleteRegValue HKCU "Software\RegisteredApplications" "Budstikke"
  DeleteRegKey HKCU "Software\Budstikke\Capabilities"
  DeleteRegValue HKCU "Software\Budstikke" "InstallFolder"
  DeleteRegKey /ifempty HKCU "Software\Budstikke"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd

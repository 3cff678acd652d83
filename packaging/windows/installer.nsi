; The installer for Windows: for the one who starts it, without an administrator. installer.sh says VERSION, STAGE,
; DELETE, ICON, OUT and KILOBYTES.
Target amd64-unicode
ManifestSupportedOS Win10
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 16
OutFile "${OUT}"
Icon "${ICON}"
UninstallIcon "${ICON}"
XPStyle on
BrandingText " "
InstallDir "$LOCALAPPDATA\Programs\Summit companion"
; Where the last one was put.
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\SummitCompanion"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
Name "$(title)"
Caption "$(setup_caption)"
UninstallCaption "$(uninstall_caption)"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

; The first is for whoever reads another language.
LoadLanguageFile "${NSISDIR}\Contrib\Language files\English.nlf"
LoadLanguageFile "${NSISDIR}\Contrib\Language files\Russian.nlf"
!include "kazakh.nsh"
!define ENGLISH 1033
!define RUSSIAN 1049
LangString title ${ENGLISH} "Summit companion"
LangString title ${RUSSIAN} "Спутник саммита"
LangString title ${KAZAKH} "Саммит серігі"
; A name that stands in a case of its own would be wrong in these languages.
LangString setup_caption ${ENGLISH} "$(title) Setup"
LangString setup_caption ${RUSSIAN} "Установка приложения «$(title)»"
LangString setup_caption ${KAZAKH} "«$(title)» қолданбасын орнату"
LangString uninstall_caption ${ENGLISH} "$(title) Uninstall"
LangString uninstall_caption ${RUSSIAN} "Удаление приложения «$(title)»"
LangString uninstall_caption ${KAZAKH} "«$(title)» қолданбасын жою"

!macro delete_shortcuts
  Delete "$SMPROGRAMS\Summit companion.lnk"
  Delete "$SMPROGRAMS\Спутник саммита.lnk"
  Delete "$SMPROGRAMS\Саммит серігі.lnk"
!macroend

; What a former version brought, under other names or to another folder. It cannot delete itself while it runs.
!macro remove_former PLACE
  IfFileExists "${PLACE}\uninstall.exe" 0 +4
  ExecWait '"${PLACE}\uninstall.exe" /S _?=${PLACE}'
  Delete "${PLACE}\uninstall.exe"
  RMDir "${PLACE}"
!macroend

Section
  ReadRegStr $0 HKCU "${KEY}" "InstallLocation"
  StrCmp $0 "" no_former
  !insertmacro remove_former "$0"
no_former:
  !insertmacro remove_former "$INSTDIR"
  SetOutPath "$INSTDIR"
  File /r "${STAGE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  !insertmacro delete_shortcuts
  CreateShortcut "$SMPROGRAMS\$(title).lnk" "$INSTDIR\summit.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "$(title)"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\summit.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

; What the visitor chose lies elsewhere and stays, as does whatever else is in the folder.
Section "Uninstall"
  !include "${DELETE}"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  !insertmacro delete_shortcuts
  DeleteRegKey HKCU "${KEY}"
SectionEnd

; The installer for Windows. By default for this user alone and without administrator rights;
; /ALLUSERS installs for everybody and asks for them. /S is silent, /D=FOLDER names the folder.
Unicode true
; A 64-bit setup; NSIS as it comes for Windows makes only 32-bit ones, which do the same there.
!ifndef TARGET
  !define TARGET amd64-unicode
!endif
Target ${TARGET}
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define KEY "Software\LegLog"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\LegLog"

Name "LegLog"
OutFile "${OUT}"
SetCompressor /SOLID lzma
; Larger than the two programs together, which share most of what they hold.
SetCompressorDictSize 64
RequestExecutionLevel user
InstallDir ""
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "LegLog"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "LegLog ${VERSION} setup"
VIAddVersionKey "LegalCopyright" "MIT licence"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\leglog.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString RUNNING ${LANG_ENGLISH} "LegLog is open. Close it, then press Retry."
LangString RUNNING ${LANG_GERMAN} "LegLog ist offen. Bitte schließen und dann auf Wiederholen klicken."

; The program cannot be replaced while it runs: its file can then not be opened for writing.
!macro WaitUntilClosed
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\leglog.exe"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\leglog.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY +2
    Abort
  ${Loop}
!macroend

Function .onInit
  SetRegView 64
  SetShellVarContext current
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    SetShellVarContext all
  ${EndIf}
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${KEY}" "InstallDir"
  ${EndIf}
  ${If} $INSTDIR == ""
    ${GetOptions} $R0 "/ALLUSERS" $R1
    ${If} ${Errors}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\LegLog"
    ${Else}
      StrCpy $INSTDIR "$PROGRAMFILES64\LegLog"
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "LegLog"
  !insertmacro WaitUntilClosed
  ; No module of the version before may stay behind. The log lies elsewhere and is not touched.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\LegLog.lnk" "$INSTDIR\leglog.exe"
  WriteRegStr SHCTX "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "Software\Classes\.leglog" "" "LegLog.Backup"
  WriteRegStr SHCTX "Software\Classes\LegLog.Backup" "" "LegLog backup"
  WriteRegStr SHCTX "Software\Classes\LegLog.Backup\DefaultIcon" "" "$INSTDIR\leglog.exe,0"
  WriteRegStr SHCTX "Software\Classes\LegLog.Backup\shell\open\command" "" \
    '"$INSTDIR\leglog.exe" "%1"'
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "LegLog"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\leglog.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "The LegLog authors"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext current
  ReadRegStr $0 HKCU "${KEY}" "InstallDir"
  ${If} $0 != $INSTDIR
    SetShellVarContext all
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\leglog.exe"
  Delete "$INSTDIR\leglog-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\LegLog.lnk"
  DeleteRegKey SHCTX "Software\Classes\.leglog"
  DeleteRegKey SHCTX "Software\Classes\LegLog.Backup"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "${KEY}"
  ; Written by the program itself, where the person let it start with the computer.
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "LegLog"
SectionEnd

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Packs a folder that holds the Windows programs with all they need as an MSI for all users of a computer.
#   msi.sh FOLDER VERSION OUTPUT.msi        takes wixl, msibuild (msitools) and mingw-w64's gcc
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "$1" && pwd) version=$2 output=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A component of a file has the same GUID in every version: made of its path alone.
guid() { printf 'budstikke/%s' "$1" | sha1sum | sed -E 's/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/\1-\2-5\3-8\4-\5/' | tr a-f A-F; }
# A product's of its version, and a package's of what is in it too: the same commit gives the same bytes.
package=$( (echo "$version" && cd "$folder" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) | sha256sum)

refs=''
# files FOLDER: its files as components, and those of the folders in it
files() {
  local file name id
  for file in "$1"/*; do
    name=${file#"$folder"/}
    id=$(printf '%s' "$name" | tr -c 'A-Za-z0-9_.' _)
    if [ -d "$file" ]; then
      echo "<Directory Id='d_$id' Name='$(basename "$file")'>"
      files "$file"
      echo '</Directory>'
    else
      echo "<Component Id='c_$id' Guid='$(guid "$name")' Win64='yes'><File Id='f_$id' Source='folder/$name' KeyPath='yes'/></Component>"
      refs+="<ComponentRef Id='c_$id'/>"
    fi
  done
}
files "$folder" >"$work/files"

x86_64-w64-mingw32-gcc -municode -mwindows -Os -s -Wl,--no-insert-timestamp -o "$work/running.exe" "$here/running.c"
sign() { [ -z "${BUDSTIKKE_SIGN-}" ] || $BUDSTIKKE_SIGN "$1"; } # as in pack.sh
sign "$work/running.exe"

cat >"$work/budstikke.wxs" <<WXS
<?xml version='1.0' encoding='utf-8'?>
<Wix xmlns='http://schemas.microsoft.com/wix/2006/wi'>
  <Product Id='$(guid "product $version")' Name='Budstikke' Version='$version' Manufacturer='The Budstikke developers' Language='1033'
    UpgradeCode='6D1C0B0E-6C1B-5B0E-9A52-0B3F6F1A2C11'>
    <Package InstallerVersion='500' Compressed='yes' InstallScope='perMachine'
      Description='Budstikke $version' Manufacturer='The Budstikke developers'/>
    <MajorUpgrade DowngradeErrorMessage='A newer version of Budstikke is installed.'/>
    <Media Id='1' Cabinet='budstikke.cab' EmbedCab='yes'/>
    <Icon Id='budstikke.ico' SourceFile='budstikke.ico'/>
    <Property Id='ARPPRODUCTICON' Value='budstikke.ico'/>
    <Property Id='ARPNOMODIFY' Value='1'/>
    <Property Id='WINDOWSBUILD'><RegistrySearch Id='build' Root='HKLM' Key='SOFTWARE\Microsoft\Windows NT\CurrentVersion'
      Name='CurrentBuildNumber' Type='raw' Win64='yes'/></Property>
    <Condition Message='Budstikke needs Windows 10 version 1809 or later.'>WINDOWSBUILD &gt;= 17763 OR REMOVE</Condition>

    <Binary Id='running' SourceFile='running.exe'/>

    <Directory Id='TARGETDIR' Name='SourceDir'>
      <Directory Id='ProgramFiles64Folder'><Directory Id='INSTALLDIR' Name='Budstikke'>
$(cat "$work/files")
        <Component Id='c_registry' Guid='$(guid registry)' Win64='yes'>
          <RegistryKey Root='HKLM' Key='Software\Classes\Budstikke.sms'>
            <RegistryValue Type='string' Value='SMS link' KeyPath='yes'/>
            <RegistryValue Type='string' Name='URL Protocol' Value=''/>
            <RegistryValue Type='string' Key='shell\open\command' Value='"[INSTALLDIR]budstikke.exe" "%1"'/>
          </RegistryKey>
          <RegistryKey Root='HKLM' Key='Software\Budstikke\Capabilities'>
            <RegistryValue Type='string' Name='ApplicationName' Value='Budstikke'/>
            <RegistryValue Type='string' Name='ApplicationDescription' Value='Send text messages to many people and see that they arrive'/>
            <RegistryValue Type='string' Key='UrlAssociations' Name='sms' Value='Budstikke.sms'/>
          </RegistryKey>
          <RegistryValue Root='HKLM' Key='Software\RegisteredApplications' Name='Budstikke' Type='string' Value='Software\Budstikke\Capabilities'/>
        </Component>
      </Directory></Directory>
      <Directory Id='ProgramMenuFolder'>
        <Component Id='c_shortcut' Guid='$(guid shortcut)' Win64='yes'>
          <Shortcut Id='s_budstikke' Name='Budstikke' Target='[INSTALLDIR]budstikke.exe' WorkingDirectory='INSTALLDIR'/>
          <RegistryValue Root='HKLM' Key='Software\Budstikke' Name='StartMenu' Type='integer' Value='1' KeyPath='yes'/>
        </Component>
      </Directory>
    </Directory>
    <Feature Id='Complete' Level='1'><ComponentRef Id='c_registry'/><ComponentRef Id='c_shortcut'/>$refs</Feature>
  </Product>
</Wix>
WXS
ln -s "$folder" "$work/folder"
cp "$here/budstikke.ico" "$work/"
(cd "$work" && wixl --arch x64 -o "$output" budstikke.wxs)

# What wixl has no words for. NothingRuns: a program of the package, waited for, its status heeded; the others: a command
# line in a folder, when the changes are made, by the installer's own user, whatever comes of it. RECEIVERPORT may be given
# by a person who is not an administrator and has been allowed to install.
firewall='"[System64Folder]netsh.exe" advfirewall firewall'
late=$((34 + 64 + 1024 + 2048))
msibuild "$output" -q \
  "INSERT INTO \`CustomAction\` (\`Action\`, \`Type\`, \`Source\`, \`Target\`) VALUES ('NothingRuns', 2, 'running', '')" \
  "INSERT INTO \`CustomAction\` (\`Action\`, \`Type\`, \`Source\`, \`Target\`) VALUES ('OpenPort', $late, 'INSTALLDIR', '$firewall add rule name=Budstikke dir=in action=allow protocol=TCP localport=[RECEIVERPORT]')" \
  "INSERT INTO \`CustomAction\` (\`Action\`, \`Type\`, \`Source\`, \`Target\`) VALUES ('ClosePort', $late, 'TARGETDIR', '$firewall delete rule name=Budstikke')" \
  "INSERT INTO \`InstallExecuteSequence\` (\`Action\`, \`Condition\`, \`Sequence\`) VALUES ('NothingRuns', '', 1401)" \
  "UPDATE \`InstallExecuteSequence\` SET \`Sequence\` = 1402 WHERE \`Action\` = 'RemoveExistingProducts'" \
  "INSERT INTO \`InstallExecuteSequence\` (\`Action\`, \`Condition\`, \`Sequence\`) VALUES ('ClosePort', 'RECEIVERPORT OR REMOVE=\"ALL\" AND NOT UPGRADINGPRODUCTCODE', 3490)" \
  "INSERT INTO \`InstallExecuteSequence\` (\`Action\`, \`Condition\`, \`Sequence\`) VALUES ('OpenPort', 'RECEIVERPORT AND NOT REMOVE=\"ALL\"', 5990)" \
  "UPDATE \`Property\` SET \`Value\` = 'RECEIVERPORT;WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED' WHERE \`Property\` = 'SecureCustomProperties'"
# wixl's own number of a package is a new one each time, and so are the times in it
msibuild "$output" -s "Budstikke $version" 'The Budstikke developers' 'x64;1033' "{$(guid "package $package")}"
python3 - "$output" "${SOURCE_DATE_EPOCH:-$(date +%s)}" <<'PYTHON'
import re, struct, sys, time
# Of the summary, a FILETIME (type 0x40): 100 ns since 1601. Those of the last hour are when this was made.
def filetime(seconds):
    return int((seconds + 11644473600) * 10**7)
path, epoch = sys.argv[1], int(sys.argv[2])
with open(path, "rb") as file:
    data = bytearray(file.read())
made = range(filetime(time.time() - 3600), filetime(time.time() + 60))
times = [at for at in (one.start() + 4 for one in re.finditer(rb"@\0\0\0", data)) if struct.unpack_from("<Q", data.ljust(at + 8), at)[0] in made]
if len(times) != 2:
    sys.exit("msi.sh: %d times of its making in %s, not 2" % (len(times), path))
for at in times:
    struct.pack_into("<Q", data, at, filetime(epoch))
with open(path, "wb") as file:
    file.write(data)
PYTHON
sign "$output"

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the Windows policies against the settings that can be fixed, and their texts in each language.

check_policies.py SOURCE_FOLDER

Prints one line for each fault and ends with 1; ends with 0 if there is none.
"""
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

XML = {"p": "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"}
KEY = "SOFTWARE\\Policies\\Budstikke\\"
SETTING = re.compile(r'"((?:account|privacy|receiver|mailbox)/\w+)"')
REFERENCE = re.compile(r"\$\((string|presentation)\.(\w+)\)")


def settings(header):
    """What centralsettings.h names, in its words."""
    return set(SETTING.findall(header))


def faults(header, admx, adml):
    """The faults of a policy file and its languages: texts by name."""
    found = []
    definitions = ET.fromstring(admx)
    offered = set()
    for policy in definitions.iterfind(".//p:policy", XML):
        values = [policy] if policy.get("valueName") else policy.findall("p:elements/*", XML)
        if len(values) != 1 or not policy.get("key").startswith(KEY):
            found.append("%s: one value below %s" % (policy.get("name"), KEY))
            continue
        offered.add(policy.get("key")[len(KEY):] + "/" + values[0].get("valueName"))
    for name in sorted(settings(header) ^ offered):
        found.append("%s: %s" % (name, "no policy offers it" if name not in offered else "no setting has this name"))
    wanted = set(REFERENCE.findall(admx))
    for language, text in sorted(adml.items()):
        resources = ET.fromstring(text)
        there = {("string", one.get("id")) for one in resources.iterfind(".//p:string", XML) if (one.text or "").strip()}
        there |= {("presentation", one.get("id")) for one in resources.iterfind(".//p:presentation", XML)}
        for kind, name in sorted(wanted ^ there):
            found.append("%s: %s %s is %s" % (language, kind, name, "missing" if (kind, name) in wanted else "of no policy"))
    return found


def main():
    root = Path(sys.argv[1])
    policies = root / "packaging/windows/policies"
    languages = {path.parent.name: path.read_text("utf-8") for path in policies.glob("*/budstikke.adml")}
    found = faults((root / "src/engine/centralsettings.h").read_text("utf-8"), (policies / "budstikke.admx").read_text("utf-8"),
                   languages)
    if set(languages) != {"en-US", "nb-NO"}:
        found.append("languages: %s" % sorted(languages))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

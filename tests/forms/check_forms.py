#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the Designer forms: a name says what it is for, stands once, the class is named as its
file, a layout shares its room among as many as it has, and no calendar is Qt's own.

check_forms.py SOURCE_FOLDER

Prints one line for each fault and ends with 1; ends with 0 if there is none.
"""
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

NAMED = ("widget", "layout", "spacer", "action")
NUMBERED = re.compile(r"\d+$")


def problems(root):
    forms = sorted((root / "ui").glob("*.ui"))
    if not forms:
        yield "ui: no forms"
    for form in forms:
        tree = xml.parse(form).getroot()
        name_of_class = tree.findtext("class", "").rpartition("::")[2]
        if name_of_class.lower() != form.stem:
            yield f"{form.name}: its class is {name_of_class}"
        seen = set()
        for element in tree.iter():
            name = element.get("name", "")
            if element.tag not in NAMED or not name:
                continue
            if NUMBERED.search(name):
                yield f"{form.name}: “{name}” is numbered, not named"
            if name in seen:
                yield f"{form.name}: “{name}” stands twice"
            seen.add(name)
        for edit in tree.iter("widget"):
            if edit.find("property[@name='calendarPopup']") is not None:  # MonthCalendar::openFrom can be read
                yield f"{form.name}: “{edit.get('name')}” opens Qt's own calendar"
        for layout in tree.iter("layout"):
            if not layout.get("name"):
                yield f"{form.name}: a {layout.get('class')} has no name"
            shares, items = layout.get("stretch"), len(layout.findall("item"))
            if shares and len(shares.split(",")) != items:  # a wrong one gets the room
                yield f"{form.name}: “{layout.get('name')}” shares its room among {len(shares.split(','))}, and has {items}"


if __name__ == "__main__":
    found = list(problems(Path(sys.argv[1])))
    print("\n".join(found))
    sys.exit(1 if found else 0)

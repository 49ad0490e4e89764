#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every #include below a source folder against the room table.

check_includes.py TABLE SOURCE_FOLDER QT_INCLUDE_FOLDER…

Prints one line for each include that goes against the table and ends with 1; ends with 0 if there is none.
"""
import fnmatch
import re
import sys
from pathlib import Path

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
STANDARD = re.compile(r"[a-z_0-9]+$")  # <vector>, <cstdint>: no Qt class and no third party's header looks so
SUFFIXES = {".h", ".hpp", ".cpp", ".cc", ".c", ".mm"}


class Table:
    def __init__(self, text):
        self.rooms = {}  # name -> every room it may include, itself among them
        self.libraries = {}  # name -> (rooms, header patterns)
        for number, line in enumerate(text.splitlines(), 1):
            line = line.split("#")[0].strip()
            if not line:
                continue
            kind, _, rest = line.partition(" ")
            name, _, rest = (part.strip() for part in rest.partition(":"))
            if kind == "room":
                self._add_room(number, name, rest.split())
            elif kind == "library":
                rooms, _, patterns = rest.partition("|")
                self.libraries[name] = (set(rooms.split()), patterns.split())
            else:
                raise ValueError(f"line {number} of the table is neither room nor library")

    def _add_room(self, number, name, direct):
        reached = {name}
        for room in direct:
            if room not in self.rooms:  # the table's order is what keeps the arrows from turning round
                raise ValueError(f"line {number} of the table: {name} lists {room}, which stands below it or nowhere")
            reached |= self.rooms[room]
        self.rooms[name] = reached

    def may_use(self, room, library):
        rooms, _ = self.libraries[library]
        return "*" in rooms or room in rooms

    def library_of(self, header):
        for name, (_, patterns) in self.libraries.items():
            for pattern in patterns:
                if header.count("/") == pattern.count("/") and fnmatch.fnmatchcase(header, pattern):
                    return name
        return None


def qt_module(header, qt_folders):
    """The module a Qt header belongs to, by the folder it is in; None if Qt has no such header."""
    first, slash, _ = header.partition("/")
    if slash and re.fullmatch(r"Qt[A-Z]\w*", first):
        return first
    for folder in qt_folders:
        for found in (*folder.glob(f"Qt*/{header}"), *folder.glob(f"Qt*.framework/Headers/{header}")):
            return found.relative_to(folder).parts[0].removesuffix(".framework")
    return None


def objection(table, source, path, header, quoted, qt_folders):
    """Why the file at path may not include the header, or None."""
    room = path.relative_to(source).parts[0]
    first = header.partition("/")[0]
    if "/" in header and first in table.rooms:
        if first not in table.rooms[room]:
            return f"{room} may not include {first}"
        return None if (source / header).is_file() else "there is no such file"
    if quoted and re.fullmatch(r"ui_\w+\.h", header):
        return None if room == "gui" and path.suffix == ".cpp" else "a form's header belongs in a .cpp of gui"
    if quoted and re.fullmatch(r"(moc_)?\w+\.(moc|cpp)", header) and Path(header).stem.removeprefix("moc_") == path.stem:
        return None
    if quoted and (path.parent / header).is_file():
        return "write the path from src/"
    library = table.library_of(header) or qt_module(header, qt_folders)
    if library is None:
        return None if STANDARD.fullmatch(header) else "the table does not know it"
    if library not in table.libraries:
        return f"the table does not know the library {library}"
    return None if table.may_use(room, library) else f"{room} may not use {library}"


def check(table, source, qt_folders):
    """Every objection below source, as 'file:line: #include header: why', and the number of includes seen."""
    found, seen = [], 0
    for path in sorted(source.rglob("*")):
        if path.suffix not in SUFFIXES or not path.is_file():
            continue
        name = path.relative_to(source)
        if name.parts[0] not in table.rooms:
            found.append(f"{name}: {name.parts[0]} is no room of the table")
            continue
        text = path.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            seen += 1
            quote, header = match.groups()
            why = objection(table, source, path, header, quote == '"', qt_folders)
            if why:
                line = text.count("\n", 0, match.start(2)) + 1
                found.append(f"{name}:{line}: #include {header}: {why}")
    return found, seen


def main(arguments):
    table = Table(Path(arguments[0]).read_text(encoding="utf-8"))
    qt_folders = [Path(folder) for folder in arguments[2:]]
    if qt_module("QString", qt_folders) != "QtCore":
        sys.exit("check_includes.py: Qt's headers are in none of the folders given")
    found, seen = check(table, Path(arguments[1]), qt_folders)
    print(*found, sep="\n")
    print(f"{seen} includes, {len(found)} against the table")
    return 1 if found or not seen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

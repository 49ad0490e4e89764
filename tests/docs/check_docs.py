#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the documents and the gateway rules that the tree names exist, and that a test names each rule.

check_docs.py SOURCE_FOLDER

Prints one line for each fault and ends with 1; ends with 0 if there is none.
"""
import re
import sys
from pathlib import Path

RULES = "docs/gateway-rules.md"
RULE = re.compile(r"\b(?:ACC|OUT|TPL|ERR|DLR|BLK|INB)-\d{2}\b")
DEFINED = re.compile(rf"^(?:- |\| )({RULE.pattern})(?= )", re.MULTILINE)
DOCUMENT = re.compile(r"(?<![\w*%{}./:-])((?:\.\./)*\w[\w./-]*\.md)\b(?: \"([^\"\n]+)\")?")
LINK = re.compile(r"\]\(([^)\s]+)\)")
SUFFIXES = {".h", ".cpp", ".c", ".ui", ".md", ".txt", ".cmake", ".py", ".sh", ".yml", ".json", ".sql", ".qss", ""}
# What is built or given; and these two files, whose examples are wrong on purpose.
PASSED_OVER = ("build", ".git", "tests/data", "tests/docs")


def files(root):
    """Path below root → text, of every file that a person writes."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix not in SUFFIXES or not path.is_file():
            continue
        if any(name == folder or name.startswith(folder + "/") for folder in PASSED_OVER):
            continue
        try:
            found[name] = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
    return found


def line_of(text, place):
    return text.count("\n", 0, place) + 1


def headings(text):
    return re.findall(r"^#+ (.+)$", text, re.MULTILINE)


def anchor(heading):
    """A heading's anchor, as GitHub makes it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def place_of(root, name, document):
    """The document that the file `name` calls so: beside it, from the root, in docs/ or a page of the help; else None."""
    for folder in ((root / name).parent, root, root / "docs", root / "resources/help/en"):
        place = (folder / document).resolve()
        if place.is_relative_to(root) and place.is_file():
            return place
    return None


def check_documents(root, texts):
    for name, text in texts.items():
        for match in DOCUMENT.finditer(text):
            document, section = match.groups()
            place = place_of(root, name, document)
            if place is None:
                yield f"{name}:{line_of(text, match.start())}: there is no {document}"
            elif section and section not in place.read_text("utf-8"):
                yield f"{name}:{line_of(text, match.start())}: {document} has no “{section}”"


def check_links(root, texts):
    for name, text in texts.items():
        if not name.endswith(".md"):
            continue
        for match in LINK.finditer(text):
            target, _, part = match.group(1).partition("#")
            if ":" in target:
                continue
            place = (root / name).parent / target if target else root / name
            where = f"{name}:{line_of(text, match.start())}"
            if not place.exists():
                yield f"{where}: the link leads to {target}, which is not there"
            elif part and part not in map(anchor, headings(place.read_text("utf-8"))):
                yield f"{where}: {target or name} has no heading #{part}"


def check_rules(texts):
    defined = DEFINED.findall(texts.get(RULES, ""))
    if not defined:
        yield f"{RULES} defines no rule"
    for rule in sorted({rule for rule in defined if defined.count(rule) > 1}):
        yield f"{RULES} defines {rule} twice"
    proved = set()
    for name, text in texts.items():
        for match in RULE.finditer(text):
            if match.group() not in defined:
                yield f"{name}:{line_of(text, match.start())}: {match.group()} is not in {RULES}"
            if name.startswith("tests/"):
                proved.add(match.group())
    for rule in defined:
        if rule not in proved:
            yield f"no test names {rule}"


def main():
    root = Path(sys.argv[1]).resolve()
    texts = files(root)
    faults = [*check_documents(root, texts), *check_links(root, texts), *check_rules(texts)]
    print("\n".join(faults) or f"{len(texts)} files name documents and rules that exist.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

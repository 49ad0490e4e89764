#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds texts that are missing, stale or wrong in either language; prints one line for each.

check_translations.py SOURCE_FOLDER; the path of lupdate may be given in LUPDATE.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import namedtuple
from pathlib import Path

FILES = ("budstikke_nb.ts", "budstikke_en.ts")
Key = namedtuple("Key", "context source comment plural")
LITERAL = r'((?:u?"(?:[^"\\\n]|\\.)*"(?:_s|_L1)?\s*)+)'
# Names, and the demo tour's message, are the same in each language.
NAMES = ("Budstikke", "Unicode", "Windows-1252", "Norsk (bokmål)", "Norsk (nynorsk)", "English")
DEMO_MESSAGE = "Hei {navn}! Årsmøtet"
# %Ln and %L1 stand where %n and %1 do, with the language's own digit groups.
PLACE = re.compile(r"%L?(\d|n)")


def messages(path):
    """Key → (finished, [translations]) of one .ts file."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = Key(context.findtext("name"), message.findtext("source"), message.findtext("comment") or "",
                      message.get("numerus") == "yes")
            found[key] = (translation.get("type") is None, forms)
    return found


def check_entries(root):
    """Every entry is finished, in all its forms, with the places and quotation marks that it needs."""
    for name in FILES:
        for key, (finished, forms) in messages(root / "translations" / name).items():
            where = f"{name}: {key.context}: “{key.source}”"
            if not finished or not all(forms) or len(forms) != (2 if key.plural else 1):
                yield f"{where} is unfinished"
                continue
            for form in forms:
                if sorted(set(PLACE.findall(form))) != sorted(set(PLACE.findall(key.source))):
                    yield f"{where} has other places than its translation “{form}”"
            if name == FILES[0] and re.search("[“”]", "".join(forms)):
                yield f"{where} has English quotation marks in Norwegian"


def check_current(root):
    """update.sh would neither add nor drop an entry."""
    with tempfile.TemporaryDirectory() as folder:
        for name in FILES:
            shutil.copy(root / "translations" / name, folder)
        run = subprocess.run([root / "translations" / "update.sh", folder], capture_output=True, text=True)
        if run.returncode != 0:
            yield f"update.sh failed: {run.stderr.strip()}"
            return
        for name in FILES:
            stored, fresh = set(messages(root / "translations" / name)), set(messages(Path(folder) / name))
            for key in sorted(fresh - stored):
                yield f"{name}: {key.context}: “{key.source}” is missing; run translations/update.sh"
            for key in sorted(stored - fresh):
                yield f"{name}: {key.context}: “{key.source}” is used no more; run translations/update.sh"


def check_gateway(root):
    """The meaning of each error code is what the gateway itself calls it, in both languages."""
    stored = messages(root / "translations" / FILES[0])
    for error in json.loads((root / "tests/data/errors.json").read_text("utf-8")):
        entry = stored.get(Key("GatewayAnswer", error["en"], "", False))
        if entry is None:
            yield f"error {error['code']}: “{error['en']}” is not among the texts"
        elif entry[1] != [error["nb"]]:
            yield f"error {error['code']}: “{entry[1][0]}” should be “{error['nb']}”"


def joined(literals):
    text = "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', literals))
    return text.replace("\\n", "\n").replace('\\"', '"')


def sources(root, *folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".cpp", ".h"):
                yield path.relative_to(root), path.read_text("utf-8")


def check_calls(root):
    """lupdate has read every call; it passes over some silently, as those with a cast for the count."""
    keys = messages(root / "translations" / FILES[0])
    in_context = {(key.context, key.source) for key in keys}
    anywhere = {key.source for key in keys}
    call = re.compile(r'\b(?:translate\(\s*"(?P<context>\w+)"\s*,|tr\()\s*' + LITERAL)
    for path, text in sources(root, "src"):
        for match in call.finditer(text):
            context, source = match["context"], joined(match[2])
            if source not in anywhere or (context and (context, source) not in in_context):
                yield f"{path}: lupdate does not find “{source}”"


def looks_like_text(literal):
    """Two words, or a capitalised one; not a name in code, and not a style sheet."""
    if literal in NAMES or literal.startswith(DEMO_MESSAGE) or re.match(r"Q\w+(::?[\w-]+)?\s*\{", literal):
        return False
    return bool(re.search(r"[^\W\d_]{2,}[,.:;!?]? +[^\W\d_]", literal)
                or re.search(r"(?<![^\W_])[A-ZÆØÅ][a-zæøå]+", literal))


def check_literals(root):
    """The window shows nothing that a translator never saw: literals like texts stand in tr() only."""
    for path, text in sources(root, "src/gui", "src/models"):
        text = re.sub(r"^\s*//.*|\s// .*", "", text, flags=re.MULTILINE)
        for match in re.finditer(r'\bu' + LITERAL, text):
            if looks_like_text(joined(match[1])):
                yield f"{path}: “{joined(match[1])}” is not translated"
    for path in sorted((root / "ui").glob("*.ui")):
        for string in ElementTree.parse(path).getroot().iter("string"):
            if string.get("notr") == "true" and looks_like_text(string.text or ""):
                yield f"{path.name}: “{string.text}” is not translated"


CHECKS = (check_entries, check_current, check_gateway, check_calls, check_literals)


def main():
    faults = [fault for check in CHECKS for fault in check(Path(sys.argv[1]))]
    print("\n".join(faults) or "Every text is there in both languages.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

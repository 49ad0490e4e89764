# SPDX-License-Identifier: GPL-3.0-or-later
"""walk.py PROGRAM LANGUAGE PROFILE: does an office's main jobs in the real window by the names that a
screen reader says. Names stand here in English; the other language's come from its .ts file."""
import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

import pyatspi

program, language, profile = sys.argv[1:4]
here = os.path.dirname(os.path.abspath(__file__))


def translations():
    if language == "en":
        return {}
    file = os.path.join(here, "..", "..", "translations", f"budstikke_{language}.ts")
    words = {}
    for message in ElementTree.parse(file).getroot().iter("message"):
        text = message.findtext("translation")
        if text:
            words.setdefault(message.findtext("source"), []).append(text)
    return words


WORDS = translations()


def names(english):
    found = WORDS.get(english, []) if language != "en" else [english]
    assert found, f"no {language} text for “{english}”"
    return {name.replace("&", "") for name in found}


def window():
    desktop = pyatspi.Registry.getDesktop(0)
    for application in desktop:
        if application and application.name.lower().startswith("budstikke"):
            return application
    return None


def everything(node, depth=0):
    """Depth first; a node may vanish while it is looked at."""
    yield node
    if depth > 40:
        return
    try:
        children = [node.getChildAtIndex(i) for i in range(min(node.childCount, 200))]
    except Exception:
        return
    for child in children:
        if child is not None:
            yield from everything(child, depth + 1)


def showing(node):
    try:
        states = node.getState()
        return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)
    except Exception:
        return False


def plain(name):
    return name.replace("&", "").replace("\u00a0", " ")


def find(english, role=None, seconds=20, exact=True):
    wanted = names(english)
    until = time.time() + seconds
    while time.time() < until:
        top = window()
        for node in everything(top) if top else []:
            try:
                name = plain(node.name or "")
                fits = name in wanted if exact else any(w in name for w in wanted)
                if fits and showing(node) and (role is None or node.getRoleName() in role):
                    return node
            except Exception:
                continue
        time.sleep(0.2)
    print(describe(), file=sys.stderr)
    raise AssertionError(f"“{english}” ({'/'.join(sorted(wanted))}) is nowhere in the window")


def describe():
    """What is on the screen, for the reader of a failure."""
    lines = []
    for node in everything(window()) if window() else []:
        try:
            if showing(node) and node.name:
                lines.append(f"  {node.getRoleName()}: {node.name}")
        except Exception:
            continue
    return "\n".join(lines)


def press(english, role=("push button", "button", "toggle button", "check box", "radio button", "menu item")):
    node = find(english, role)
    until = time.time() + 15
    while not node.getState().contains(pyatspi.STATE_SENSITIVE):
        assert time.time() < until, f"“{english}” stays disabled"
        time.sleep(0.2)
    actions = node.queryAction()
    for i in range(actions.nActions):
        if actions.getName(i).lower() in ("press", "click", "toggle"):
            actions.doAction(i)
            return node
    raise AssertionError(f"“{english}” cannot be pressed")


def write(english, text, enter=False):
    node = find(english, ("text", "entry", "editbar"))
    node.queryEditableText().setTextContents(text)
    if enter:
        click(node)
        time.sleep(0.3)
        pyatspi.Registry.generateKeyboardEvent(36, None, pyatspi.KEY_PRESSRELEASE)  # Return
    return node


def click(node):
    """With the mouse, for what has no action of its own."""
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    pyatspi.Registry.generateMouseEvent(box.x + box.width // 2, box.y + box.height // 2, pyatspi.MOUSE_B1C)


def page(english):
    pages = find("Pages", ("list",))
    wanted = names(english)
    for i in range(pages.childCount):
        item = pages.getChildAtIndex(i)
        if any(plain(item.name).startswith(word) for word in wanted):
            click(item)
            time.sleep(0.5)
            return
    raise AssertionError(f"there is no page “{english}”: {[pages.getChildAtIndex(i).name for i in range(pages.childCount)]}")


def value_of(english):
    """The number of a figure, or -1."""
    description = find(english, ("frame", "panel", "filler")).description
    return int("".join(c for c in description if c.isdigit()) or -1)


CONTROLS = ("push button", "button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "spin button",
            "table", "list", "page tab", "slider")


def nameless(where):
    found = []
    for node in everything(window()):
        try:
            if node.getRoleName() in CONTROLS and showing(node) and not (node.name or "").strip() \
                    and node.getState().contains(pyatspi.STATE_FOCUSABLE) \
                    and node.parent.getRoleName() not in ("combo box", "spin button", "table"):
                found.append(f"{where}: {node.getRoleName()} in “{node.parent.name}”")
        except Exception:
            continue
    return found


def job(text):
    print(f"{language}: {text}", flush=True)


def main():
    process = subprocess.Popen([program, "--profile", profile, "--language", language])
    faults = []
    try:
        job("first run, the demo")
        press("Try it with the demo gateway")
        find("Pages", ("list",))

        job("a campaign by hand")
        page("Send")
        write("Recipients", "99999991, 99999992", enter=True)
        write("Sender", "26114")
        write("Message", "Hei! Husk dugnaden.")
        press("Send…")
        press("Send now")
        find("Stop", ("push button", "button"))

        job("its page until all is delivered")
        until = time.time() + 60
        find("Delivered", ("frame",), seconds=30)  # ten seconds pass before anything is sent
        while value_of("Delivered") + value_of("Failed") < 2:
            assert time.time() < until, "not all have ended"
            time.sleep(0.5)

        job("every page, every control's name")
        pages = find("Pages", ("list",))
        for i in range(pages.childCount):
            click(pages.getChildAtIndex(i))
            time.sleep(0.7)
            faults += nameless(pages.getChildAtIndex(i).name)
        assert not faults, "\n".join(sorted(set(faults)))
        assert process.poll() is None, "the window ended by itself"
    finally:
        process.terminate()
        process.wait(20)
    print(f"{language}: passed")


main()

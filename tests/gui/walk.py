# SPDX-License-Identifier: GPL-3.0-or-later
"""walk.py PROGRAM CLI LANGUAGE FOLDER: does an office's main jobs in the real window by the names that a
screen reader says. Names stand here in English; the other language's come from its .ts file."""
import json
import os
import subprocess
import sys
import time
import urllib.request
import xml.etree.ElementTree as ElementTree

import pyatspi

program, cli, language, folder = sys.argv[1:5]
here = os.path.dirname(os.path.abspath(__file__))


def translations():
    if language == "en":
        return {}
    file = os.path.join(here, "..", "..", "translations", f"budstikke_{language}.ts")
    words = {}
    for message in ElementTree.parse(file).getroot().iter("message"):
        text = message.findtext("translation")
        if text:
            words.setdefault(message.findtext("source").replace("&", ""), []).append(text)
    return words


WORDS = translations()


def names(english):
    found = WORDS.get(english.replace("&", ""), []) if language != "en" else [english]
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
    return named(names(english), role, seconds, exact)


def named(wanted, role=None, seconds=20, exact=True):
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
    raise AssertionError(f"“{'/'.join(sorted(wanted))}” is nowhere in the window")


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


BUTTON = ("push button", "button", "push button menu")  # by Qt's version
FIGURE = ("frame", "panel", "filler")


def press(english, role=(*BUTTON, "toggle button", "check box", "radio button", "menu item")):
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


def drag(source, target):
    """With the mouse, from the middle of one to the middle of the other, as slowly as a hand."""
    boxes = [node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS) for node in (source, target)]
    (x, y), (to_x, to_y) = [(box.x + box.width // 2, box.y + box.height // 2) for box in boxes]
    pyatspi.Registry.generateMouseEvent(x, y, pyatspi.MOUSE_ABS)
    pyatspi.Registry.generateMouseEvent(x, y, pyatspi.MOUSE_B1P)
    for step in range(1, 21):
        pyatspi.Registry.generateMouseEvent(x + (to_x - x) * step // 20, y + (to_y - y) * step // 20, pyatspi.MOUSE_ABS)
        time.sleep(0.05)
    time.sleep(0.5)
    pyatspi.Registry.generateMouseEvent(to_x, to_y, pyatspi.MOUSE_B1R)
    time.sleep(0.5)


def page(english):
    pages = find("Pages", ("list",))
    wanted = names(english)
    for i in range(pages.childCount):
        item = pages.getChildAtIndex(i)
        if any(plain(item.name).startswith(word) for word in wanted):
            for _ in range(5):  # a dialog that is just closing takes a click away
                click(item)
                time.sleep(0.7)
                if item.getState().contains(pyatspi.STATE_SELECTED):
                    return
            raise AssertionError(f"“{english}” does not open")
    raise AssertionError(f"there is no page “{english}”: {[pages.getChildAtIndex(i).name for i in range(pages.childCount)]}")


def value_of(english):
    """The number of a figure, or -1."""
    description = find(english, FIGURE).description
    return int("".join(c for c in description if c.isdigit()) or -1)


CONTROLS = (*BUTTON, "toggle button", "check box", "radio button", "combo box", "text", "entry", "spin button", "table", "list",
            "page tab", "slider")


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


def key(code, hold=None):
    """An X key code, perhaps while another is held down."""
    if hold:
        pyatspi.Registry.generateKeyboardEvent(hold, None, pyatspi.KEY_PRESS)
    pyatspi.Registry.generateKeyboardEvent(code, None, pyatspi.KEY_PRESSRELEASE)
    if hold:
        pyatspi.Registry.generateKeyboardEvent(hold, None, pyatspi.KEY_RELEASE)
    time.sleep(0.3)


RETURN, DOWN, UP, HOME, SPACE = 36, 116, 111, 110, 65


def choose(english, place):
    """From a button's menu, by keys, as a screen reader's user does: the first choice is 1. The choices are said as
    they are reached, but stand nowhere in the tree."""
    button = find(english, BUTTON)
    button.queryComponent().grabFocus()
    time.sleep(0.4)
    key(SPACE)
    time.sleep(0.5)
    for _ in range(place):
        key(DOWN)
    key(RETURN)
    time.sleep(0.5)


def choose_file(path):
    """In the program's own file dialog the field for the name has the focus."""
    until = time.time() + 15
    while time.time() < until:
        for node in everything(window()):
            try:
                if node.getRoleName() in ("text", "entry") and showing(node) \
                        and node.getState().contains(pyatspi.STATE_FOCUSED):
                    node.queryEditableText().setTextContents(path)
                    key(RETURN)
                    return
            except Exception:
                continue
        time.sleep(0.2)
    raise AssertionError("no file dialog opened:\n" + describe())


def wait_for(what, condition, seconds=60):
    until = time.time() + seconds
    while not condition():
        assert time.time() < until, what + "\n" + describe()
        time.sleep(0.4)


def start(profile, *options):
    return subprocess.Popen([program, "--profile", profile, "--language", language, *options])


def end(process):
    assert process.poll() is None, "the window ended by itself"
    process.terminate()
    process.wait(20)


def job(text):
    print(f"{language}: {text}", flush=True)


def first_campaign():
    job("first run, the demo")
    press("Try it with the demo gateway")
    find("Pages", ("list",))

    job("a campaign by hand")
    page("Send")
    write("Recipients", "99999991, 99999992", enter=True)
    write("Sender", "26114")
    write("Message", "Hei! Husk dugnaden.")
    send()

    job("its page until all is delivered")
    wait_for("not all have ended", lambda: value_of("Delivered") + value_of("Failed") >= 2)


def send():
    press("Send…")
    press("Send now")
    find("Stop", BUTTON)
    find("Delivered", FIGURE, seconds=30)  # ten seconds pass before anything is sent


def campaign_from_a_file():
    job("a campaign from a file, with its wrong row left out")
    file = os.path.join(folder, "medlemmer.csv")
    with open(file, "w", encoding="utf-8") as rows:
        rows.write("Navn;Mobil\n")
        rows.writelines(f"Medlem {i};999910{i:02}\n" for i in range(40))
        rows.write("Feil;12\n")
    page("Send")
    click(find("Add", BUTTON))
    time.sleep(0.5)
    key(DOWN)  # a list from a file
    key(RETURN)
    choose_file(file)
    write("Sender", "26114")
    write("Message", "Hei {navn}! Svar gjerne.")
    send()
    wait_for("not all 40 have ended", lambda: value_of("Delivered") + value_of("Failed") >= 40)


def reply_and_opt_out():
    job("a reply is answered")
    page("Inbox")
    find("Conversations", ("list",))
    key(HOME)  # nothing is read before it is chosen
    write("Reply", "Takk for svaret!")
    press("Reply")
    thread = find("Conversation", ("list",))
    wait_for("the answer is not in the thread", lambda: any(
        "Takk for svaret!" in (thread.getChildAtIndex(i).name or "") for i in range(thread.childCount)))

    job("an opt-out")
    press("&Opt out")
    find("A&llow messages again", BUTTON)


def contact(name):
    write("Search contacts", name)
    named({name}, ("table cell",))
    write("Search contacts", "")


def import_with_errors():
    job("an import with errors, and its undo")
    file = os.path.join(folder, "kor.csv")
    with open(file, "w", encoding="utf-8") as rows:
        rows.write("Navn;Mobil\nAlt Åse;99999701\nTenor Per;99999702\nBass Kort;12\nTenor Igjen;99999702\n")
    page("Contacts")
    press("&Import…")
    press("Choose a file…")
    choose_file(file)
    press("&Next")
    problems = find("Problems", ("table",))
    cells = [plain(problems.getChildAtIndex(i).name or "") for i in range(problems.childCount)]
    assert "12" in cells and "4" in cells, cells  # as typed, and its row of the file
    press("&Import")
    find("&Undo the import", BUTTON)
    press("Close")
    contact("Alt Åse")
    contact("Tenor Per")

    press("&Import…")  # once more, to undo that one: it changes nobody
    press("Choose a file…")
    with open(file, "w", encoding="utf-8") as rows:
        rows.write("Navn;Mobil\nSopran Ida;99999703\n")
    choose_file(file)
    press("&Next")
    press("&Import")
    press("&Undo the import")
    find("Undone: the contacts are as they were before.")
    press("Close")
    contact("Alt Åse")
    write("Search contacts", "Sopran")
    wait_for("it is still there", lambda: find("Contacts", ("table",), 1).childCount == 0 or not any(
        "Sopran Ida" in (node.name or "") for node in everything(find("Contacts", ("table",)))), 10)
    write("Search contacts", "")


def settings_section(english):
    page("Settings")
    sections = find("Settings sections", ("list",))
    click(next(sections.getChildAtIndex(i) for i in range(sections.childCount)
               if plain(sections.getChildAtIndex(i).name) in names(english)))


def back_up_and_restore():
    job("a backup, and back to it")
    file = os.path.join(folder, "kopi.sqlite")
    settings_section("Backup")
    press("Back up to a file…")
    choose_file(file)
    wait_for("no backup was written", lambda: os.path.exists(file))
    page("Contacts")
    contact("Tenor Per")
    settings_section("Backup")
    press("Restore from a file…")
    choose_file(file)
    press("Restore")
    time.sleep(2)  # the window closes and opens
    find("Pages", ("list",))
    page("Contacts")
    contact("Tenor Per")


def other_language():
    global language
    job("the other language, at once")
    before, after = language, "nb" if language == "en" else "en"
    settings_section("Language")
    # On Linux a combo box is called after what is chosen in it.
    box = named({"English" if before == "en" else "Norsk (bokmål)"}, ("combo box",))
    box.queryComponent().grabFocus()
    click(box)
    time.sleep(0.5)
    key(DOWN if after == "en" else UP)
    key(RETURN)
    language = after
    WORDS.clear()
    WORDS.update(translations())
    find("Pages", ("list",))
    page("Send")
    find("Recipients", ("text", "entry"))
    language = before
    WORDS.clear()
    WORDS.update(translations())


def take_over():
    job("a receiver without a window makes room, and the window receives in its place")
    profile = os.path.join(folder, "office")
    said = {"stdout": subprocess.PIPE, "text": True}
    subprocess.run([cli, "--profile", profile, "account", "set", "--service-id", "1234", "--base-url",
                    "http://127.0.0.1:9/", "--ip-auth"], check=True, stdout=subprocess.DEVNULL)
    receiver = subprocess.Popen([cli, "--profile", profile, "receive", "--listen", "127.0.0.1:0"], **said)
    process = None
    try:
        url = json.loads(receiver.stdout.readline())["inboundUrl"]
        process = start(profile)
        press("Receive here")
        assert receiver.wait(20) == 0
        find("Pages", ("list",))
        body = {"id": 7, "from": "+4799991001", "to": "26114", "text": "Er dere der?",
                "sent": "2026-11-23T12:00:00+01:00", "counter": 1}

        def received():
            request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
            try:
                return urllib.request.urlopen(request, timeout=5).status == 200
            except OSError:
                return False
        wait_for("the window does not receive there", received, 20)
        page("Inbox")
        click(named({"Er dere der?"}, exact=False))
        job("who wrote becomes a contact")
        click(find("Save as &contact…", BUTTON))
        write("Name", "Svar Svarsen")
        press("Save")
        named({"Svar Svarsen"}, ("label",), exact=False)
        end(process)
    finally:
        for child in (receiver, process):
            if child and child.poll() is None:
                child.kill()


def main():
    process = start(os.path.join(folder, "profile"))
    faults = []
    try:
        first_campaign()
        campaign_from_a_file()
        reply_and_opt_out()
        import_with_errors()

        job("every page, every control's name")
        pages = find("Pages", ("list",))
        for i in range(pages.childCount):
            click(pages.getChildAtIndex(i))
            time.sleep(0.7)
            faults += nameless(pages.getChildAtIndex(i).name)
        assert not faults, "\n".join(sorted(set(faults)))
        back_up_and_restore()
        other_language()
        end(process)
    finally:
        if process.poll() is None:
            process.kill()
    take_over()
    print(f"{language}: passed")


if __name__ == "__main__":
    main()

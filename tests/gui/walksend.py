# SPDX-License-Identifier: GPL-3.0-or-later
"""walksend.py PROGRAM CLI LANGUAGE FOLDER: writes a message as an office does, in the real window: a list with a
wrong number that is retyped, one who is taken out, a field from the menu, chips, a draft that survives the
program's end, and a campaign that is used again."""
import os
import time

import pyatspi

from walk import (choose_file, click, describe, end, everything, find, folder, here, job, key, language, named, names, page,
                  plain, press, send, showing, start, value_of, wait_for, window, write, BUTTON, DOWN, FIGURE,
                  RETURN, UP)

RECIPIENTS = {"en": "recipients", "nb": "mottakere"}[language]


def says(*words):
    """Something in the window says each of these."""
    def said():
        shown = [plain(node.name or "").replace("\u202f", " ") for node in everything(window()) if showing(node)]
        return all(any(word in text for text in shown) for word in words)
    wait_for(f"nothing says {words}", said, 20)


def text_of(english):
    field = find(english, ("text", "entry")).queryText()
    return field.getText(0, field.characterCount)


def from_menu(english, place):
    """Of a button's menu, by keys: the first choice is 1."""
    click(find(english))
    time.sleep(0.5)
    for _ in range(place):
        key(DOWN)
    key(RETURN)
    time.sleep(0.5)


def a_list():
    job("a list, with what is wrong in it said")
    file = os.path.join(folder, "kor.csv")
    with open(file, "w", encoding="utf-8") as rows:
        rows.write("Navn;Mobil\nKari;99999701\nŁukasz;99999702\nOla;9999\nPer;22334455\n")
    page("Send")
    from_menu("Add", 1)
    choose_file(file)
    write("Sender", "26114")
    write("Message", "Hei !")
    find("Skip them", BUTTON)  # a landline
    press("Skip them")

    job("a field from the menu")
    message = find("Message", ("text", "entry"))
    message.queryComponent().grabFocus()
    message.queryText().setCaretOffset(4)
    click(find("Insert a field"))
    time.sleep(0.5)
    key(DOWN)  # {Navn}, the list's first column
    key(RETURN)
    wait_for("the field is not in the text", lambda: text_of("Message") == "Hei {Navn}!")

    job("a name whose letters do not fit")
    press("Replace the letters")
    says(f"2 {RECIPIENTS}")

    job("a field that is misspelt is the text's fault, and nothing can be sent")
    write("Message", "Hei {Navm}!")
    says("{Navm}")
    wait_for("it can be sent", lambda: not find("Send…").getState().contains(pyatspi.STATE_SENSITIVE), 20)
    write("Message", "Hei {Navn}!")
    wait_for("it cannot be sent", lambda: find("Send…").getState().contains(pyatspi.STATE_SENSITIVE), 20)

    job("what is for later is scheduled, not sent")
    press("&When and how")
    when = named({"Now", "Nå"}, ("combo box",))  # called after what is chosen in it

    def choose_time(direction):
        when.queryComponent().grabFocus()
        time.sleep(0.5)
        click(when)
        time.sleep(0.5)
        key(direction)
        key(RETURN)
    choose_time(DOWN)
    wait_for("it cannot be reviewed", lambda: find("Send…").getState().contains(pyatspi.STATE_SENSITIVE), 20)
    click(find("Send…"))
    press("Schedule")
    says({"en": "To 2: scheduled in", "nb": "Til 2: planlegges om"}[language])
    press("Stop")
    page("Send")
    choose_time(UP)
    press("&When and how")


def a_sheet():
    job("of a list with several sheets the right one is chosen")
    file = os.path.join(here, "..", "data", "lists", "first-sheet-is-no-list.xlsx")
    page("Send")
    from_menu("Add", 1)
    choose_file(os.path.abspath(file))
    find("Use the list", BUTTON)  # it asks by itself
    sheet = named({"Forside"}, ("combo box",))
    sheet.queryComponent().grabFocus()
    click(sheet)
    time.sleep(0.5)
    key(DOWN)
    key(RETURN)
    named({"Liste"}, ("combo box",))
    press("Use the list")
    says({"en": "1 recipient", "nb": "1 mottaker"}[language])
    from_menu("Drafts", 2)  # delete it
    wait_for("the list is still there", lambda: text_of("Message") == "")


def who():
    job("a wrong number is retyped where it stands")
    press("Skipped…")
    find("Skipped", ("table",))
    cell = named({"9999"}, ("table cell",))
    click(cell)
    time.sleep(0.4)
    for digit in "99999703":  # typing begins the correction
        key(19 if digit == "0" else 9 + int(digit))
    key(RETURN)
    wait_for("it is still left out", lambda: not any(
        plain(node.name or "") == "9999" for node in everything(window()) if showing(node)), 15)
    press("Close")
    says(f"3 {RECIPIENTS}")

    job("one is taken out")
    press("Who gets it…")
    click(named({"Kari"}, ("table cell",)))
    press("&Remove")
    press("Close")
    says(f"2 {RECIPIENTS}")


def draft_survives(process):
    job("what is written survives the program's end")
    time.sleep(1.5)  # it is stored a moment after the last change
    process.kill()
    process.wait(20)
    process = start(os.path.join(folder, "profile"))
    find("Pages", ("list",))
    page("Send")
    wait_for("the text is gone", lambda: text_of("Message") == "Hei {Navn}!")
    says(f"2 {RECIPIENTS}")

    job("and so is a second draft, beside the first")
    from_menu("Drafts", 1)  # a new message
    wait_for("the first one is still there", lambda: text_of("Message") == "")
    write("Message", "Husk møtet!")
    from_menu("Drafts", 1)
    wait_for("the first one does not come back", lambda: text_of("Message") == "Hei {Navn}!")
    says(f"2 {RECIPIENTS}")
    from_menu("Drafts", 1)
    wait_for("the second one does not come back", lambda: text_of("Message") == "Husk møtet!")
    from_menu("Drafts", 1)
    wait_for("the first one is gone", lambda: text_of("Message") == "Hei {Navn}!")
    return process


def six_clicks():
    job("a list from a file is sent with six clicks, beside its text and sender")
    file = os.path.join(folder, "seks.csv")
    with open(file, "w", encoding="utf-8") as rows:
        rows.write("Navn;Mobil\nKari;99999751\nOla;99999752\n")
    page("Send")
    clicked = 0

    def press_mouse(node):
        nonlocal clicked
        clicked += 1
        wait_for("it stays disabled", lambda: node.getState().contains(pyatspi.STATE_SENSITIVE), 20)
        click(node)
        time.sleep(0.5)
    add = find("Add", BUTTON)
    press_mouse(add)
    box = add.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    clicked += 1  # the menu's first line: menus stand nowhere in the tree
    pyatspi.Registry.generateMouseEvent(box.x + 20, box.y + box.height + 14, pyatspi.MOUSE_B1C)
    press_mouse(named({"seks.csv"}, ("table cell",)))  # the last folder is open
    press_mouse(find("&Open", BUTTON))
    says(f"2 {RECIPIENTS}")
    write("Sender", "26114")
    write("Message", "Hei {Navn}!")
    says("2 × 1 SMS")
    press_mouse(find("Send…", BUTTON))
    press_mouse(find("Send now", BUTTON))
    find("Stop", BUTTON)
    assert clicked == 6, clicked
    find("Delivered", FIGURE, seconds=30)
    wait_for("not all have ended", lambda: value_of("Delivered") + value_of("Failed") >= 2)


def chips():
    job("a chip opens, and only its menu takes it out")
    click(named({"kor.csv"}, BUTTON))
    time.sleep(0.5)
    key(DOWN)
    key(DOWN)  # its columns
    key(RETURN)
    find("Use the list", BUTTON)
    press("Cancel")
    named({"kor.csv"}, BUTTON)


def again():
    job("used again, for all")
    send()
    wait_for("not all have ended", lambda: value_of("Delivered") + value_of("Failed") >= 2)
    press("&Use again")
    named({"All (2)", "Alle (2)"}, BUTTON).queryAction().doAction(0)
    wait_for("the text is not there", lambda: text_of("Message") == "Hei {Navn}!")
    says(f"2 {RECIPIENTS}")


CONTROL, ALT, A, M, V, X = 37, 64, 38, 58, 55, 53


def five_keystrokes():
    job("a pasted list is sent with five keystrokes at most, beside its text")
    page("Send")
    message = find("Message", ("text", "entry"))
    message.queryEditableText().setTextContents("Navn\tMobil\nKari\t99999741\nOla\t99999742\n")
    message.queryComponent().grabFocus()
    key(A, CONTROL)
    key(X, CONTROL)  # as from a spreadsheet
    page("Contacts")
    page("Send")  # its first field has the focus
    pressed = 0

    def press_key(*code):
        nonlocal pressed
        pressed += 1
        key(*code)
    press_key(V, CONTROL)
    says(f"2 {RECIPIENTS}")
    press_key(M, ALT)
    focused = [node for node in everything(window()) if showing(node) and node.getState().contains(pyatspi.STATE_FOCUSED)]
    assert any(plain(node.name) in names("Message") for node in focused), [node.name for node in focused]
    message.queryEditableText().setTextContents("Hei {Navn}!")
    says("2 × 1 SMS")
    press_key(RETURN, CONTROL)
    find("Send now", BUTTON)
    press_key(RETURN)
    find("Stop", BUTTON)
    assert pressed <= 5, pressed
    find("Delivered", FIGURE, seconds=30)
    wait_for("not all have ended", lambda: value_of("Delivered") + value_of("Failed") >= 2)


def main():
    process = start(os.path.join(folder, "profile"))
    try:
        press("Try it with the demo gateway")
        find("Pages", ("list",))
        a_sheet()
        a_list()
        who()
        process = draft_survives(process)
        chips()
        again()
        five_keystrokes()
        six_clicks()
        end(process)
    finally:
        if process.poll() is None:
            print(describe())
            process.kill()
    print(f"send page, {language}: passed")


if __name__ == "__main__":
    main()

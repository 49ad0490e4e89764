# SPDX-License-Identifier: GPL-3.0-or-later
"""walksend.py PROGRAM CLI LANGUAGE FOLDER: writes a message as an office does, in the real window: a list with a
wrong number that is retyped, one who is taken out, a field from the menu, chips, a draft that survives the
program's end, and a campaign that is used again."""
import os
import time

import pyatspi

from walk import (choose_file, click, describe, end, everything, find, folder, job, key, language, named, names, page,
                  plain, press, send, showing, start, value_of, wait_for, window, write, DOWN, RETURN, UP)

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


def a_list():
    job("a list, with what is wrong in it said")
    file = os.path.join(folder, "kor.csv")
    with open(file, "w", encoding="utf-8") as rows:
        rows.write("Navn;Mobil\nKari;99999701\nŁukasz;99999702\nOla;9999\nPer;22334455\n")
    page("Send")
    click(find("Add", ("push button", "button")))
    time.sleep(0.5)
    key(DOWN)
    key(RETURN)
    choose_file(file)
    write("Sender", "26114")
    write("Message", "Hei !")
    find("Skip them", ("push button", "button"))  # a landline
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
    find("Schedule", ("push button", "button"))
    press("Cancel")
    choose_time(UP)
    press("&When and how")


def who():
    job("a wrong number is retyped where it stands")
    press("Skipped …")
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
    press("Who gets it …")
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
    return process


def chips():
    job("a chip opens, and only its menu takes it out")
    click(named({"kor.csv"}, ("push button", "button")))
    time.sleep(0.5)
    key(DOWN)
    key(DOWN)  # its columns
    key(RETURN)
    find("Use the list", ("push button", "button"))
    press("Cancel")
    named({"kor.csv"}, ("push button", "button"))


def again():
    job("used again, for all")
    send()
    wait_for("not all have ended", lambda: value_of("Delivered") + value_of("Failed") >= 2)
    press("&Use again")
    named({"All (2)", "Alle (2)"}, ("push button", "button")).queryAction().doAction(0)
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
    find("Send now", ("push button", "button"))
    press_key(RETURN)
    find("Stop", ("push button", "button"))
    assert pressed <= 5, pressed
    find("Delivered", ("frame",), seconds=30)
    wait_for("not all have ended", lambda: value_of("Delivered") + value_of("Failed") >= 2)


def main():
    process = start(os.path.join(folder, "profile"))
    try:
        press("Try it with the demo gateway")
        find("Pages", ("list",))
        a_list()
        who()
        process = draft_survives(process)
        chips()
        again()
        five_keystrokes()
        end(process)
    finally:
        if process.poll() is None:
            print(describe())
            process.kill()
    print(f"send page, {language}: passed")


if __name__ == "__main__":
    main()

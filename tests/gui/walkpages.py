# SPDX-License-Identifier: GPL-3.0-or-later
"""walkpages.py PROGRAM CLI LANGUAGE FOLDER: did it arrive, when does it begin, and who is that: the pages around the
campaigns, with a gateway that is not there at first, through the accessibility bus."""
import json
import os
import socket
import sqlite3
import subprocess
import time

from walk import (choose, choose_file, cli, click, drag, end, find, folder, job, key, language, named, names,
                  page, plain, press, start, value_of, wait_for, write, BUTTON, FIGURE, SPACE)

SIMULATOR = os.path.join(os.path.dirname(cli), "budstikke-simulator")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(profile, *words):
    done = subprocess.run([cli, "--profile", profile, "--json", *words], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def says(english, seconds=20):
    """Somewhere in the window stand these words, up to what is put into them."""
    beginnings = {plain(name.split("%1")[0]).strip() for name in names(english)}
    return named(beginnings, exact=False, seconds=seconds)


def cell(table, text, seconds=20):
    """Of the table of that name: cells of pages that are not shown say that they are."""
    until = time.time() + seconds
    while time.time() < until:
        place = find(table, ("table",))
        for i in range(min(place.childCount, 200)):
            try:
                child = place.getChildAtIndex(i)
                if plain(child.name or "") == text:
                    return child
            except Exception:
                continue
        time.sleep(0.2)
    raise AssertionError(f"“{text}” is not in “{table}”")


def texts_in(table):
    place = find(table, ("table",))
    return [plain(place.getChildAtIndex(i).name or "") for i in range(min(place.childCount, 200))]


def prepare(profile, port):
    """An office with an account at an address where nobody listens yet, three campaigns and a series."""
    run(profile, "account", "set", "--service-id", "1234", "--base-url", f"http://127.0.0.1:{port}/psk/", "--ip-auth")
    members = os.path.join(folder, "medlemmer.csv")
    with open(members, "w", encoding="utf-8") as rows:
        rows.write("Navn;Mobil\nKari Nordmann;99999991\nOla Nordmann;99999992\n")
    run(profile, "contacts", "import", members, "--group", "Styret")
    ids = {}
    for name in ("Dugnad", "Dugnad igjen", "Møte"):
        ids[name] = run(profile, "campaign", "create", "--list", members, "--from", "26114", "--text",
                        "Husk dugnaden" if "Dugnad" in name else "Husk møtet", "--name", name)["campaign"]
    tomorrow = (int(time.time()) + 26 * 3600) * 1000
    with sqlite3.connect(os.path.join(profile, "budstikke.sqlite")) as database:
        database.execute("UPDATE campaign SET start_at_ms = ?, repeat_from_ms = ?, repeat = 2, approved_ms = 1, "
                         "start_zone = 'Europe/Oslo', source = '{\"groups\":[\"Styret\"]}' WHERE id = ?",
                         (tomorrow, tomorrow, ids["Møte"]))
    return ids


def send_now():
    press("&Send now…")
    press("Send now")
    find("Stop", BUTTON)
    time.sleep(10)  # pass before it begins


def trouble_is_said(port):
    job("why nothing gets on, within seconds")
    page("Campaigns")
    click(cell("Campaigns", "Dugnad"))
    send_now()
    says("No connection with the gateway since %1: %2.", 10)
    says("No connection since %1", 10)  # and at the foot of the window
    gateway = subprocess.Popen([SIMULATOR, "--listen", f"127.0.0.1:{port}"], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, text=True)
    gateway.stdout.readline()
    job("and that it is there again")
    says("Gateway reached %1", 40)
    wait_for("not all were taken", lambda: value_of("Under way") == 2, 40)
    return gateway


def duplicates_are_told_apart():
    job("duplicates have their own figure and decision")
    press("‹ Campaigns")
    click(cell("Campaigns", "Dugnad igjen"))
    send_now()
    wait_for("they are no duplicates", lambda: figure_shown("Duplicates") and value_of("Duplicates") == 2, 60)
    assert value_of("Uncertain") == 0
    press("Decide on duplicates…")
    press("&Treat as sent")
    wait_for("the decision was not carried out", lambda: value_of("Under way") == 2)


def figure_shown(english):
    try:
        find(english, FIGURE, seconds=0.5)
        return True
    except AssertionError:
        return False


def campaigns_are_found_renamed_and_archived():
    job("campaigns: searched, renamed, archived")
    press("‹ Campaigns")
    write("Search campaigns", "igjen")
    click(cell("Campaigns", "Dugnad igjen"))
    choose("More", 1)
    choose_file("Vårdugnad")  # a field for one text, as the file dialog's
    named({"Vårdugnad"}, ("label",))
    choose("More", 2)  # to the archive
    press("‹ Campaigns")
    write("Search campaigns", "")
    cell("Campaigns", "Dugnad")
    wait_for("it stays in the list", lambda: "Vårdugnad" not in texts_in("Campaigns"))


def planned_ones_have_a_place():
    job("what is planned: skipped once, paused, resumed")
    press("&Planned…")
    cell("Planned campaigns", "Møte")
    press("S&kip the next time")
    press("&Pause the series")
    press("&Resume the series")
    find("&Pause the series", BUTTON)
    click(find("Change the &time…", BUTTON))
    press("Cancel")
    press("‹ Campaigns")


def the_month_is_reported():
    job("the month as a page, a sheet and a PDF")
    press("&Month's report…")
    cell("Figures of the month", "Dugnad")
    for button, name in (("&Excel or CSV…", "maaned.xlsx"), ("P&DF…", "maaned.pdf")):
        click(find(button, BUTTON))
        file = os.path.join(folder, name)
        choose_file(file)
        wait_for(f"no {name}", lambda: os.path.exists(file) and os.path.getsize(file) > 500)
    press("‹ Campaigns")


def a_person_has_a_page():
    job("a person, from the contacts")
    page("Contacts")
    write("Search contacts", "Kari")
    click(cell("Contacts", "Kari Nordmann"))
    choose("&More", 4)  # messages to and from this person
    thread = find("Messages to and from this person", ("list",))
    wait_for("nothing was sent to them", lambda: any(
        "Husk dugnaden" in (thread.getChildAtIndex(i).name or "") for i in range(thread.childCount)))
    press("&Opt out")
    says("opted out: receives no messages")
    click(find("A&llow messages again", BUTTON))
    press("Remove from the list")
    find("&Opt out", BUTTON)
    press("‹ Back")
    write("Search contacts", "")


def a_contact_has_groups_and_fields():
    job("a new contact, opened whole: name, number, a group that is picked")
    click(find("&New contact…", BUTTON))
    write("Name", "Nils Ny")
    write("Number", "99999977")
    click(named({"Styret"}, ("check box", "list item")))
    key(SPACE)
    press("&Save")
    write("Search contacts", "Nils")
    cell("Contacts", "Styret")

    job("a contact is dragged to a group")
    click(find("&New contact…", BUTTON))
    write("Name", "Dina Dratt")
    write("Number", "99999978")
    press("&Save")
    write("Search contacts", "Dina")
    wait_for("the others are still there", lambda: "Nils Ny" not in texts_in("Contacts"))
    assert "Styret" not in texts_in("Contacts")
    groups = find("Groups of contacts", ("list",))
    drag(cell("Contacts", "Dina Dratt"), next(
        groups.getChildAtIndex(i) for i in range(groups.childCount) if (groups.getChildAtIndex(i).name or "").startswith("Styret")))
    wait_for("she is in no group", lambda: "Styret" in texts_in("Contacts"), 20)
    write("Search contacts", "")


def main():
    profile = os.path.join(folder, "profile")
    port = free_port()
    prepare(profile, port)
    children = [start(profile)]
    try:
        find("Pages", ("list",))
        children.append(trouble_is_said(port))
        duplicates_are_told_apart()
        campaigns_are_found_renamed_and_archived()
        planned_ones_have_a_place()
        the_month_is_reported()
        a_person_has_a_page()
        a_contact_has_groups_and_fields()
        end(children[0])
    finally:
        for child in reversed(children):
            if child.poll() is None:
                child.terminate()
                child.wait(20)
    print(f"pages, {language}: passed")


main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""walkmailbox.py PROGRAM CLI LANGUAGE FOLDER: sets a mailbox up in the real window, puts the file that it wrote
on a web site (PHP's own server), and sees by it that a message was delivered and that somebody wrote STOPP."""
import json
import os
import socket
import subprocess
import time
import urllib.request

from walk import (cli, choose_file, end, find, folder, job, language, named, names, page, press, send, settings_section,
                  start, value_of, wait_for, write)

SIMULATOR = os.path.join(os.path.dirname(cli), "budstikke-simulator")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def text_of(english):
    field = find(english, ("text", "entry")).queryText()
    return field.getText(0, field.characterCount)


def answers(port):
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0


def set_up(web, php_port):
    job("a mailbox in three steps")
    settings_section("Receiving")
    press("From a mailbox on our web site")
    press("&Save the file…")
    choose_file(os.path.join(web, "postkasse.php"))
    wait_for("no file was written", lambda: os.path.exists(os.path.join(web, "postkasse.php")))
    server = subprocess.Popen(["php", "-S", f"127.0.0.1:{php_port}", "-t", web], stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env={**os.environ, "PHP_CLI_SERVER_WORKERS": "4"}, start_new_session=True)
    wait_for("PHP does not answer", lambda: answers(php_port))

    job("an address that is no mailbox is said")
    write("The mailbox's address", f"http://127.0.0.1:{php_port}/index.php")
    press("&Test and use")
    english = "There is no mailbox at that address: something else answered (%1)."
    wanted = {words.split("%1")[0] for words in all_names(english)}
    named(wanted, exact=False)

    job("and the right one used")
    write("The mailbox's address", f"http://127.0.0.1:{php_port}/postkasse.php")
    press("&Test and use")
    wait_for("the portal's addresses are not shown", lambda: "/status" in text_of("The mailbox's address for delivery status"))
    return server, text_of("The mailbox's address for delivery status"), text_of("The mailbox's address for inbound messages")


def all_names(beginning):
    from walk import WORDS
    if language == "en":
        return {beginning}
    return {text for source, texts in WORDS.items() if source.startswith(beginning[:40]) for text in texts}


def status_line(english):
    """The words about the mailbox at the foot of the window."""
    wanted = {name.split("%1")[0].strip() for name in names(english)}
    return named(wanted, exact=False)


def walk(profile, web):
    gateway_port, php_port = free_port(), free_port()
    subprocess.run([cli, "--profile", profile, "account", "set", "--service-id", "1234", "--base-url",
                    f"http://127.0.0.1:{gateway_port}/psk/", "--ip-auth"], check=True, stdout=subprocess.DEVNULL)
    children = [start(profile)]
    try:
        find("Pages", ("list",))
        server, status_url, inbound_url = set_up(web, php_port)
        children.append(server)
        status_line("● Mailbox checked %1")
        gateway = subprocess.Popen([SIMULATOR, "--listen", f"127.0.0.1:{gateway_port}", "--status-url", status_url, "--inbound-url",
                                    inbound_url], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        children.append(gateway)
        base = json.loads(gateway.stdout.readline())["baseUrl"]

        job("a campaign whose statuses come by the mailbox")
        page("Send")
        write("Recipients", "99999991, 99999992", enter=True)
        write("Sender", "26114")
        write("Message", "Hei! Husk dugnaden.")
        send()
        wait_for("not all were delivered", lambda: value_of("Delivered") + value_of("Failed") >= 2)
        assert value_of("Delivered") >= 1

        job("a STOPP that comes by the mailbox")
        body = {"from": "+4799999991", "to": "26114", "text": "STOPP"}
        request = urllib.request.Request(base + "simulate/inbound", json.dumps(body).encode(), {"Content-Type": "application/json"})
        urllib.request.urlopen(request, timeout=10).read()
        page("Inbox")
        named({"STOPP"}, exact=False, seconds=60)
        end(children[0])
        opted_out = subprocess.run([cli, "--profile", profile, "--json", "optout", "list"], check=True, stdout=subprocess.PIPE).stdout
        assert b"+4799999991" in opted_out, opted_out

        # Whatever lay on the web site was sealed.
        for place, _, files in os.walk(web):
            for name in files:
                with open(os.path.join(place, name), "rb") as file:
                    content = file.read()
                assert b"STOPP" not in content and b"99999991" not in content, name
    finally:
        for child in reversed(children):
            if child.poll() is None:
                child.terminate()
                child.wait(20)


web_site = os.path.join(folder, "web")
os.mkdir(web_site)
with open(os.path.join(web_site, "index.php"), "w", encoding="utf-8") as front:
    front.write("<html>Velkommen</html>")
walk(os.path.join(folder, "profile"), web_site)
print(f"mailbox, {language}: passed")

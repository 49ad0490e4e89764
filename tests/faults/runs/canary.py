# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 8: a password and a number that nobody else has go through the programs, in good and bad
weather; then everything they wrote, and every command line meanwhile, is searched for both."""
import base64
import glob
import http.client
import os
import subprocess
import threading

from runs.peers import Gateway, Profile, Receiver, program

PASSWORD = "kanariPassord7319"
NUMBER = "99731946"


def forms(text):
    plain = text.encode()
    yield plain
    yield text.encode("utf-16-le")
    yield text.encode("utf-16-be")
    yield plain.hex().encode()
    for before in range(3):  # base64 at each alignment, without its unsure ends
        yield base64.b64encode(b"x" * before + plain)[4:-4]


def holds(content, text):
    return any(form in content for form in forms(text))


class CommandLines:
    """Reads every process's command line again and again."""

    def __init__(self):
        self.found = set()
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        while not self.stopping.wait(0.01):
            for file in glob.glob("/proc/[0-9]*/cmdline"):
                try:
                    with open(file, "rb") as line:
                        content = line.read()
                except OSError:
                    continue
                for what in (PASSWORD, NUMBER):
                    if what.encode() in content:
                        self.found.add((what, content[:200]))

    def stop(self):
        self.stopping.set()
        self.thread.join()
        return self.found


def fault_names():
    text = subprocess.run([program("budstikke-simulator"), "--help"], stdout=subprocess.PIPE, text=True).stdout
    part = text.split("Faults of a request", 1)[1].split("Faults of the statuses", 1)[0]
    return [line.split()[0] for line in part.splitlines()[1:] if line.startswith("  ") and not line.split()[0].startswith("error")]


def run(report, seeds, short):
    said = []  # what the programs wrote to standard error
    lines = CommandLines()
    with Profile() as profile, Gateway() as good:
        profile.environment.update(BUDSTIKKE_PASSWORD=PASSWORD, BUDSTIKKE_SIMULATOR_PASSWORD=PASSWORD)
        profile.environment["QT_LOGGING_RULES"] = "*.debug=true;qt.*.debug=false"

        def cli(*arguments, **options):
            ended = profile.cli(*arguments, **options)
            said.append((arguments[0], ended.err.encode()))
            return ended

        def account(gateway, *options):
            ended = cli("account", "set", "--service-id", 1, "--base-url", gateway.url, *options)
            report.expect(ended.status == 0, f"account set: {ended.err}")

        number = "+47" + NUMBER
        faults = fault_names()
        report.expect(len(faults) >= 8, f"the simulator knows {len(faults)} faults")
        sends = 0
        for fault in [None] + (faults[:4] if short else faults):
            with Gateway(*(["--fault", f"{fault}:1"] if fault else []), "--latency", 1) as gateway:
                for method in ("json", "get"):
                    account(gateway, "--method", method)
                    for bulk in (False, True):
                        campaign = profile.plan([number], bulk)
                        # The gateway that never answers is left behind as a person would.
                        try:
                            ended = cli("campaign", "start", campaign, "--yes", extra={}, seconds=70)
                        except Exception:
                            continue
                        sends += 1
                        report.expect(fault or ended.status == 0, f"send by {method}: {ended.status} {ended.err}")
        account(good)
        os.unlink(profile.file("list.csv"))
        listing = profile.file("people.csv")
        with open(listing, "w") as out:
            out.write(f"phone,navn\n{number},Kanari\n")
        cli("contacts", "import", listing, "--group", "Alle")
        os.unlink(listing)
        with Receiver(profile) as receiver:
            for path, body in ((f"status?status=4&origid=145099&ref=x&phoneno=%2B47{NUMBER}", None),
                               (f"status?status=4&origid=x&phoneno=%2B47{NUMBER}&phoneno=1", None),
                               ("inbound", f'{{"id":1,"from":"{number}","to":"26114","text":"Hei {PASSWORD[:6]}",'
                                           '"sent":"2026-01-31T12:00:00Z","counter":1,"keyword":"HEI"}'),
                               ("inbound", f'{{"from":"{number}","text":')):
                connection = http.client.HTTPConnection("127.0.0.1", receiver.port, timeout=10)
                connection.request("POST" if body else "GET", f"/{receiver.secret}/{path}", body,
                                   {"Content-Type": "application/json"} if body else {})
                report.expect(connection.getresponse().status == 200, f"{path[:8]} is not answered")
                connection.close()
            said.append(("receive", receiver.stop().err.encode()))
        cli("db", "check")
        cli("account", "check")
        window = program("budstikke") if os.path.exists(os.path.join(os.path.dirname(program("budstikke-cli")), "budstikke")) else None
        if window:
            process = subprocess.Popen([window, "--profile", profile.folder], env={**profile.environment, "QT_QPA_PLATFORM": "offscreen"},
                                       stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            try:
                out, _ = process.communicate(timeout=4)
            except subprocess.TimeoutExpired:
                process.terminate()
                try:
                    out, _ = process.communicate(timeout=20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    out, _ = process.communicate()
            said.append(("window", out))

        for program_name, text in said:
            report.expect(not holds(text, PASSWORD), f"{program_name} says the password: {text[:200]!r}")
            report.expect(not holds(text, NUMBER), f"{program_name} says the number: {text[:200]!r}")
        files = databases = 0
        for folder, _, names in os.walk(profile.folder):
            for name in names:
                path = os.path.join(folder, name)
                if not os.path.isfile(path):
                    continue
                files += 1
                with open(path, "rb") as file:
                    content = file.read()
                relative = os.path.relpath(path, profile.folder)
                report.expect(not holds(content, PASSWORD), f"{relative} holds the password")
                if ".sqlite" in name:
                    databases += content.count(NUMBER.encode())
                else:
                    report.expect(not holds(content, NUMBER), f"{relative} holds the number")
        report.expect(databases > 0, "the number is not even in the database: nothing was searched")
        for what, line in lines.stop():
            report.problem(f"a command line holds {'the password' if what == PASSWORD else 'the number'}: {line!r}")
        report.say(f"{sends} campaigns in {1 + len(faults[:4] if short else faults)} weathers, {len(said)} programs, {files} files searched")

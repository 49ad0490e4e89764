# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 13: what a mailbox has answered with success comes into the profile, once each, whatever dies, fills up
or lies; and nothing of it can be read on the mailbox's disk."""
import base64
import collections
import concurrent.futures
import http.client
import http.server
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

from runs.canary import holds
from runs.peers import KILLED, Failure, Gateway, Profile, numbers, program
from runs.storage import shim

CALLERS = 50
CANARY = "kanariTekst7319"
KINDS = ("serve", "php")
EVENT_FILES = "/e00000"  # in the path of each

# What postkasse.php would be if it were wrong; each must be found.
MUTANTS = {
    "no lock": [("if ($lock === false || !flock($lock, LOCK_EX)) {", "if ($lock === false) {"),
                # With time for another to come between.
                ("    $head = sprintf(\"%015d", "    usleep(20000);\n    $head = sprintf(\"%015d")],
    "unsealed": [("sodium_crypto_box_seal($head . \"\\n\" . $query . $body, base64_decode(PUBLIC_KEY))",
                  "$head . \"\\n\" . $query . $body")],
    "success without a write": [("    if (!$written || filesize($path) !== $end + strlen($head) + strlen($sealed)) {",
                                 "    if (false) {")],
    "forgets more than it was told": [("const EVENTS_AN_ANSWER = 500;", "const EVENTS_AN_ANSWER = 40;"),
                                      ("if ($last <= max($upto, $state['done'])) {", "if (true) {")],
}


class Box:
    """A mailbox in either form, of a profile that uses it."""

    def __init__(self, profile, kind, mutant=None):
        self.profile = profile
        self.kind = kind
        self.folder = tempfile.mkdtemp(prefix="budstikke-mailbox-")
        self.process = None
        self.extra = {}
        probe = socket.socket()
        probe.bind(("127.0.0.1", 0))
        self.port = probe.getsockname()[1]
        probe.close()
        self.base = "/postkasse.php" if kind == "php" else ""
        file = self.file("postkasse.php") if kind == "php" else self.file("config")
        profile.must("mailbox", "new", *([] if kind == "php" else ["--server"]), "-o", file)
        if mutant:
            with open(file, encoding="utf-8") as source:
                text = source.read()
            for right, wrong in mutant:
                if text.count(right) != 1:
                    raise AssertionError(f"the mutant has no place: {right}")
                text = text.replace(right, wrong)
            with open(file, "w", encoding="utf-8") as changed:
                changed.write(text)
        with open(profile.file("mailbox.key"), encoding="utf-8") as keys:
            self.secret = json.load(keys)["secret"]
        self.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end(signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)

    def file(self, name):
        return os.path.join(self.folder, name)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}{self.base}"

    def start(self):
        environment = {**self.profile.environment, **self.extra}
        address = f"127.0.0.1:{self.port}"
        if self.kind == "php":
            # Its workers live in a group of their own, so that they die with it.
            environment["PHP_CLI_SERVER_WORKERS"] = "8"
            command = ["php", "-S", address, "-t", self.folder]
        else:
            command = [program("budstikke-cli"), "--language", "en", "mailbox", "serve", "--config", self.file("config"), "--data",
                       self.file("data"), "--listen", address, "--allow", "127.0.0.1"]
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE if self.kind == "serve" else subprocess.DEVNULL, start_new_session=True)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            if self.answers():
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        said = self.process.stderr.read() if self.process.stderr and self.process.poll() is not None else b""
        raise Failure(f"the mailbox ({self.kind}) does not start: {self.process.poll()} {said.decode(errors='replace')}")

    def end(self, how=signal.SIGTERM):
        try:
            os.killpg(self.process.pid, how)
        except ProcessLookupError:
            pass
        if self.process.stderr:
            self.process.stderr.close()
        status = self.process.wait()
        try:
            os.killpg(self.process.pid, signal.SIGKILL)  # a worker of PHP's that outlives its server would go on answering
        except ProcessLookupError:
            pass
        until = time.monotonic() + 10
        while self.answers() and time.monotonic() < until:
            time.sleep(0.02)
        return status

    def answers(self):
        with socket.socket() as trial:
            return trial.connect_ex(("127.0.0.1", self.port)) == 0

    def bring(self, event):
        """Whether the gateway would have been told success."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            if event.status:
                connection.request("GET", f"{self.base}/{self.secret}/status?{event.status}")
            else:
                connection.request("POST", f"{self.base}/{self.secret}/inbound", event.body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            return 200 <= answer.status < 300
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def bring_all(self, events, kill_after=None):
        """By 50 callers at once; those that were answered with success. It may be killed after so many."""
        lock = threading.Lock()
        successes = 0

        def bring(event):
            nonlocal successes
            good = self.bring(event)
            with lock:
                successes += good
                if successes == kill_after and self.process.poll() is None:
                    self.end(signal.SIGKILL)
            return good

        with concurrent.futures.ThreadPoolExecutor(CALLERS) as callers:
            good = [event for event, good in zip(events, callers.map(bring, events)) if good]
        if kill_after is not None and self.process.poll() is None:
            self.end(signal.SIGKILL)
        return good


class Event:
    def __init__(self, number, status=None):
        self.number = number
        self.status = status
        self.body = None if status else json.dumps({
            "id": number, "from": "+4799000001", "to": "26114", "text": f"{CANARY} {number}", "sent": "2026-01-31T12:00:00Z",
            "counter": number, "keyword": "HEI"})


class Office:
    """A profile with messages that have been accepted, whose statuses are to come."""

    def __init__(self, report, messages=20):
        self.report = report
        self.profile = Profile()
        self.inbound = 0
        self.brought = []
        with Gateway("--latency", 1) as gateway:
            self.profile.set_account(gateway)
            self.campaign = self.profile.plan(numbers(0, messages))
            self.profile.must("campaign", "start", self.campaign)
        self.statuses = [f"status=4&origid={m['gatewayId']}&ref={urllib.parse.quote(m['ref'])}&phoneno={urllib.parse.quote(m['to'])}"
                         for m in self.profile.journal(self.campaign)]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.profile.__exit__()

    def events(self, count, statuses=0):
        made = [Event(self.inbound + i + 1) for i in range(count)]
        self.inbound += count
        taken, self.statuses = self.statuses[:statuses], self.statuses[statuses:]
        made += [Event(0, status) for status in taken]
        random.Random(count).shuffle(made)
        return made

    def use(self, url):
        self.profile.must("mailbox", "use", url)

    def fetch_all(self, what):
        for _ in range(40):
            ended = self.profile.cli("mailbox", "fetch")
            if ended.status == 0 and json.loads(ended.out)["left"] == 0:
                return
        self.report.problem(f"{what}: what is there cannot be fetched: {ended.err}")

    def compare(self, what, brought, report=None):
        """All that was answered with success is here, once; nothing that nobody brought."""
        report = report or self.report
        self.brought += brought
        texts = collections.Counter(message["text"] for message in self.profile.must("inbox"))
        wanted = {f"{CANARY} {event.number}" for event in self.brought if not event.status}
        missing = sorted(wanted - set(texts))
        report.expect(not missing, f"{what}: {len(missing)} messages answered with success are lost: {missing[:3]}")
        twice = [text for text, count in texts.items() if count > 1]
        report.expect(not twice, f"{what}: stored twice: {twice[:3]}")
        ids = {event.status.split("origid=")[1].split("&")[0] for event in self.brought if event.status}
        for message in self.profile.journal(self.campaign):
            told = [event for event in message["events"] if event["kind"] == "status"]
            if str(message["gatewayId"]) in ids:
                report.expect(message["state"] == "delivered", f"{what}: a status is lost: {message['to']} is {message['state']}")
            report.expect(len(told) <= 1, f"{what}: a status is counted {len(told)} times")
        report.expect(not self.profile.integrity(), f"{what}: integrity_check")


def readable(report, box, what, at_least=0):
    """The canary anywhere on the mailbox's disk, of which so many bytes at least are searched."""
    searched = 0
    for folder, _, names in os.walk(box.folder):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            searched += len(content)
            report.expect(not holds(content, CANARY) and b"origid=" not in content.replace(b"'origid=", b""),
                          f"{what}: {name} can be read")
    report.expect(searched >= at_least, f"{what}: only {searched} bytes were searched")


def many_at_once(report, kind, count, mutant=None):
    with Office(report) as office, Box(office.profile, kind, MUTANTS.get(mutant)) as box:
        office.use(box.url)
        brought = box.bring_all(office.events(count, 10))
        readable(report, box, f"{kind}, many at once", at_least=100 * len(brought))
        report.expect(mutant or len(brought) == count + 10, f"{kind}: {len(brought)} of {count + 10} got in")
        office.fetch_all(f"{kind}, many at once")
        office.compare(f"{kind}, many at once", brought)


def killed_while_they_call(report, kind, seed, kills):
    """The mailbox dies while 50 call it, and the office between its steps."""
    source = random.Random(f"{seed} {kind}")
    with Office(report, 40) as office, Box(office.profile, kind) as box:
        office.use(box.url)
        everything = []
        for kill in range(kills):
            what = f"{kind}, seed {seed}, kill {kill + 1}"
            everything += box.bring_all(office.events(60, 3), kill_after=source.randrange(3, 40))
            box.start()
            if source.random() < 0.7:
                process = office.profile.begin("mailbox", "fetch")
                try:
                    process.wait(source.uniform(0.05, 0.5))
                except subprocess.TimeoutExpired:
                    process.kill()
                process.communicate()
            readable(report, box, what)
        office.fetch_all(f"{kind}, seed {seed}")
        office.compare(f"{kind}, seed {seed}, {kills} kills", everything)
        return len(everything)


def killed_at_each_point(report):
    """serve at each of its points, and budstikke-cli at each of its own."""
    with Office(report, 40) as office, Box(office.profile, "serve") as box:
        office.use(box.url)
        brought = []
        for point in ("mailbox-written", "mailbox-durable"):
            for passing in (1, 3):
                box.end()
                box.extra = {"BUDSTIKKE_CRASH_AT": f"{point}:{passing}"}
                box.start()
                brought += box.bring_all(office.events(6, 1))
                report.expect(box.process.wait(20) == KILLED, f"{point} was not passed")
                box.extra = {}
                box.start()
        brought += box.bring_all(office.events(5, 1))
        box.end()
        box.extra = {"BUDSTIKKE_CRASH_AT": "mailbox-forgotten:1"}
        box.start()
        report.expect(office.profile.cli("mailbox", "fetch").status == 1, "a mailbox that dies is fetched from")
        report.expect(box.process.wait(20) == KILLED, "mailbox-forgotten was not passed")
        box.extra = {}
        box.start()
        for point in ("mailbox-stored", "mailbox-told", "beforeCommit", "afterCommit", "status-committed", "inbound-committed"):
            brought += box.bring_all(office.events(5, 1))
            hit = 0
            for passing in (1, 2, 4):
                ended = office.profile.cli("mailbox", "fetch", extra={"BUDSTIKKE_CRASH_AT": f"{point}:{passing}"})
                hit += ended.status == KILLED
            report.expect(hit > 0, f"{point} was not passed by a fetch")
        office.fetch_all("after every point")
        office.compare("after every point", brought)


def full_disk(report, kind, library, calls):
    """The Nth write or sync of the mailbox fails, or all from then on; then there is room again."""
    with Office(report, 40) as office, Box(office.profile, kind) as box:
        office.use(box.url)
        brought = []
        refused = 0
        for fault in ("full", "io"):
            for call in calls:
                for count in (1, 0):
                    box.end()
                    box.extra = {"LD_PRELOAD": library, "BUDSTIKKE_DISK": f"{fault}:{call}:{count}",
                                 "BUDSTIKKE_DISK_NAME": EVENT_FILES}
                    box.start()
                    events = office.events(8)
                    good = box.bring_all(events)
                    refused += len(events) - len(good)
                    brought += good
        box.end()
        box.extra = {}
        box.start()
        brought += box.bring_all(office.events(3, 2))
        office.fetch_all(f"{kind}, full disk")
        office.compare(f"{kind}, full disk", brought)
        report.expect(refused > 0, f"{kind}: no write ever failed")
        return refused


class Liar(http.server.ThreadingHTTPServer):
    """Stands before a mailbox and answers in its place, seldom truly."""

    LIES = ("truth", "repeats", "the same again", "holes", "garbage", "foreign", "cut", "closed", "around", "old", "500")

    def __init__(self, box, seed):
        super().__init__(("127.0.0.1", 0), LiarsHandler)
        self.daemon_threads = True
        self.box = box
        self.random = random.Random(seed)
        self.lying = False
        self.told = collections.Counter()
        self.last_word = None
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}/postkasse.php"


class LiarsHandler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET(b"{}")

    def do_GET(self, body=None):
        lie = self.server.random.choice(self.server.LIES) if self.server.lying else "truth"
        asks = "/events" in self.path
        self.server.told[lie] += 1
        path = self.path.removeprefix("/postkasse.php")
        if lie == "the same again":  # whatever has been forgotten or seen
            path = path.replace("after=", "after=0&before=") if asks else path
        request = urllib.request.Request(self.server.box.url + path, body, {"X-Budstikke-Key": self.headers["X-Budstikke-Key"]})
        if body is not None:
            request.add_header("Content-Type", "application/json")
        if lie == "closed" and self.server.random.random() < 0.5:
            return self.connection.close()
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                content = answer.read()
        except (OSError, urllib.error.HTTPError):
            return self.answer(503, b"")
        if lie == "closed":
            return self.connection.close()
        if lie == "500":
            return self.answer(500, b"<html>oops</html>")
        if lie == "around":
            return self.answer(200, b"<html><script>ad()</script>" + content)
        if lie == "old":
            return self.answer(200, content.replace(b'"ask":"', b'"ask":"x'))
        if asks and lie in ("repeats", "holes", "garbage", "foreign"):
            content = self.changed(lie, content)
        self.answer(200, content, cut=lie == "cut")

    def changed(self, lie, content):
        object = json.loads(content)
        events = object["events"]
        if lie == "repeats":
            events += events[::-1]
        elif lie == "holes":  # nothing but what comes first, and numbers below it that never come
            del events[1 + len(events) // 2:]
        elif lie == "garbage":
            events.insert(0, {"n": 1, "sealed": "!!! no base64 !!!"})
            if events[1:]:
                events.append({**events[-1], "sealed": events[-1]["sealed"][::-1]})
        else:
            events.insert(len(events) // 2, {"n": 1, "sealed": base64.b64encode(os.urandom(200)).decode()})
        return json.dumps(object).encode()

    def answer(self, status, content, cut=False):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            self.wfile.write(content[: len(content) // 2] if cut else content)
        except OSError:
            pass
        self.close_connection = True


def lied_to(report, kind, seed, rounds):
    with Office(report, 40) as office, Box(office.profile, kind) as box:
        liar = Liar(box, seed)
        office.use(liar.url)
        liar.lying = True
        brought = []
        for _ in range(rounds):
            brought += box.bring_all(office.events(7, 1))
            ended = office.profile.cli("mailbox", "fetch")
            report.expect(ended.status in (0, 1), f"{kind}, lied to: exit {ended.status} {ended.err}")
            report.expect(ended.status == 0 or ended.err.split()[3:], f"{kind}, lied to, says {ended.err!r}")
        liar.lying = False
        office.fetch_all(f"{kind}, lied to, seed {seed}")
        office.compare(f"{kind}, lied to, seed {seed}", brought)
        liar.shutdown()
        liar.server_close()
        return liar.told


class Quiet:
    """A report that only counts: for what must be found."""

    def __init__(self):
        self.problems = []

    def say(self, _):
        pass

    def problem(self, text):
        self.problems.append(text)

    def expect(self, holds_true, text):
        if not holds_true:
            self.problem(text)
        return holds_true


def mutants(report, library, names):
    for name in names:
        quiet = Quiet()
        try:
            if name == "success without a write":
                with Office(quiet) as office, Box(office.profile, "php", MUTANTS[name]) as box:
                    office.use(box.url)
                    box.end()
                    box.extra = {"LD_PRELOAD": library, "BUDSTIKKE_DISK": "full:1:0", "BUDSTIKKE_DISK_NAME": EVENT_FILES}
                    box.start()
                    brought = box.bring_all(office.events(40))
                    box.end()
                    box.extra = {}
                    box.start()
                    office.fetch_all(name)
                    office.compare(name, brought)
            else:
                many_at_once(quiet, "php", 150, name)
        except Failure as failure:
            quiet.problem(str(failure))
        if report.expect(quiet.problems, f"the mutant “{name}” was not found"):
            report.say(f"the mutant “{name}” was found: {quiet.problems[0][:100]}")


def run(report, seeds, short):
    if not shutil.which("php"):
        raise Failure("there is no php: packaging/dependencies.txt names it")
    with tempfile.TemporaryDirectory() as folder:
        library = shim(folder)
        for kind in KINDS:
            many_at_once(report, kind, 120 if short else 1000)
        report.say(f"{CALLERS} callers at once, {120 if short else 1000} messages, both forms")
        killed_at_each_point(report)
        for kind in KINDS:
            refused = full_disk(report, kind, library, (1, 4) if short else range(1, 12))
            report.say(f"{kind}: {refused} events refused by a full disk")
        for seed in seeds:
            for kind in KINDS:
                kept = killed_while_they_call(report, kind, seed, 2 if short else 15)
                told = lied_to(report, kind, seed, 4 if short else 40)
                report.say(f"{kind}, seed {seed}: {kept} events kept over kills, {sum(told.values())} answers by a liar")
        mutants(report, library, list(MUTANTS)[:2] if short else MUTANTS)

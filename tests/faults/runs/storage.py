# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 4: the Nth write, sync or lock of the database fails, while sending and while receiving."""
import concurrent.futures
import http.client
import os
import queue
import random
import shutil
import sqlite3
import subprocess
import tempfile

from runs import ledger
from runs.peers import KILLED, Failure, Gateway, Profile, Receiver, numbers

RECIPIENTS = 30
EVENTS = 40
LAST_CALL = 300
AT_A_TIME = 16  # most of a trial is waiting: back-off, the busy timeout


def shim(folder):
    library = os.path.join(folder, "failingdisk.so")
    source = os.path.join(os.path.dirname(__file__), "..", "storage", "failingdisk.c")
    compiled = subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"])
    if compiled.returncode != 0:
        raise Failure("the failing disk does not compile")
    return library


class Trial:
    """One fault in one copy of a prepared profile."""

    def __init__(self, report, library, prepared, kind, call, count):
        self.report = report
        self.what = f"{kind}, call {call}, {'from then on' if count == 0 else f'{count} times'}"
        self.profile = Profile()
        shutil.copytree(prepared.folder, self.profile.folder, dirs_exist_ok=True)
        self.hits = self.profile.file("failed-calls")
        self.extra = {"LD_PRELOAD": library, "BUDSTIKKE_DISK": f"{kind}:{call}:{count}", "BUDSTIKKE_DISK_LOG": self.hits}

    def met(self):
        return os.path.exists(self.hits) and os.path.getsize(self.hits) > 0

    def expect(self, holds, text):
        return self.report.expect(holds, f"{self.what}: {text}")

    def expect_said(self, ended, statuses):
        """A failure ends with its status and a sentence, never silently or in a crash."""
        self.expect(ended.status in statuses, f"exit {ended.status}: {ended.err!r}")
        if ended.status != 0:
            said = ended.err.splitlines()
            self.expect(said and said[-1][:1].isalpha() and said[-1].split()[1:], f"exit {ended.status} says {ended.err!r}")


def sending(report, library, place, kind, call, count):
    trial = Trial(report, library, place.prepared, kind, call, count)
    gateway, recipients, campaign = place.gateway, place.recipients, place.campaign
    gateway.forget()
    with trial.profile as profile:
        profile.must("campaign", "release", campaign, "--yes") # a copy is held back
        ended = profile.cli("campaign", "start", campaign, extra=trial.extra, seconds=200)
        journal = profile.journal(campaign)
        arrived = ledger.compare(report, gateway, journal, recipients, trial.what)
        left = [message["state"] for message in journal if message["state"] != "accepted"]
        if "uncertain" in left:
            # 4: not even that can be read any more. 1: the rows reached the disk while the disk said that they
            # had not, so that nothing was sent.
            nothing = not any(arrived[message["to"]] for message in journal if message["state"] == "uncertain")
            trial.expect_said(ended, {1, 3, 4} if nothing else {3, 4})
        elif left:
            trial.expect_said(ended, {1, 4})
        else:
            # All arrived; only the campaign's own last row may still be missing.
            trial.expect_said(ended, {0, 1, 4})
        trial.expect(not profile.integrity(), "integrity_check")
        again = profile.cli("campaign", "resume", campaign, seconds=120)
        trial.expect(again.status in (0, 3), f"resume: exit {again.status} {again.err}")
        ledger.compare(report, gateway, profile.journal(campaign), recipients, trial.what + ", resumed", finished=True)
        return trial.met(), ended.status != 0


def ask(receiver, number):
    """One event: a status or a message. Whether it was answered as a success."""
    connection = http.client.HTTPConnection("127.0.0.1", receiver.port, timeout=20)
    try:
        if number % 2:
            connection.request("GET", f"/{receiver.secret}/status?status=4&origid={number}&ref=abc&phoneno=%2B4799000001")
        else:
            body = (f'{{"id":{number},"from":"+4799000001","to":"26114","text":"Hei {number}",'
                    f'"sent":"2026-01-31T12:00:00Z","counter":{number},"keyword":"HEI"}}')
            connection.request("POST", f"/{receiver.secret}/inbound", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def stored(profile):
    with tempfile.TemporaryDirectory() as place:
        for suffix in ("", "-wal"):
            if os.path.exists(profile.database + suffix):
                shutil.copy(profile.database + suffix, os.path.join(place, "copy.sqlite" + suffix))
        connection = sqlite3.connect(os.path.join(place, "copy.sqlite"))
        try:
            found = {row[0] for row in connection.execute("SELECT orig_id FROM status_event UNION SELECT orig_id FROM status_arrival")}
            return found | {row[0] for row in connection.execute("SELECT gateway_id FROM inbound")}
        finally:
            connection.close()


def receiving(report, library, place, kind, call, count):
    trial = Trial(report, library, place.prepared, kind, call, count)
    with trial.profile as profile:
        answers = {}
        try:
            receiver = Receiver(profile, extra=trial.extra)
        except Failure as failure:
            trial.expect("exit 4: The database" in str(failure) or "exit 1: The disk is full" in str(failure), str(failure))
        else:
            for number in range(1, EVENTS + 1):
                answers[number] = ask(receiver, number)
                trial.expect(answers[number] in (200, 503), f"event {number} is answered {answers[number]}")
                if answers[number] != 200 and count == 0:
                    break
            # What kill -9 leaves is what was durable at the moment of the answer.
            ended = receiver.stop(9)
            trial.expect(ended.status == KILLED, f"receive had ended before: {ended.status} {ended.err}")
        trial.expect(not profile.integrity(), "integrity_check")
        kept = stored(profile)
        missing = [number for number, answer in answers.items() if answer == 200 and number not in kept]
        trial.expect(not missing, f"answered with success but not stored: {missing}")
        with Receiver(profile) as receiver:
            later = [ask(receiver, number) for number in range(1, EVENTS + 1)]
        trial.expect(set(later) == {200}, f"afterwards: {later}")
        trial.expect(stored(profile) >= set(range(1, EVENTS + 1)), "afterwards something is missing")
        return trial.met(), 503 in answers.values() or not answers


class Place:
    """What one worker's trials begin from: a planned campaign and a gateway."""

    def __init__(self, first):
        self.prepared = Profile()
        self.gateway = Gateway("--latency", 1)
        self.prepared.set_account(self.gateway, "--in-flight", 4)
        self.recipients = numbers(first, RECIPIENTS)
        self.campaign = self.prepared.plan(self.recipients)

    def close(self):
        self.gateway.__exit__()
        self.prepared.__exit__()


def trials_of(source, short):
    calls = list(range(1, LAST_CALL + 1))
    for kind in ("io", "full", "busy"):
        once = sorted(source.sample(calls[:60], 4) + source.sample(calls, 2)) if short else calls
        if kind == "busy":  # a whole trial takes fewer locks
            once = [call for call in once if call <= 100]
        lasting = once[:1] if short else sorted(source.sample(calls[:150], 10))
        for some, count in ((once, 1), (once[::5], 3), (lasting, 0)):
            yield from ((kind, call, count) for call in some)


def run(report, seeds, short):
    source = random.Random(seeds[-1])
    with tempfile.TemporaryDirectory() as folder:
        library = shim(folder)
        trials = list(trials_of(source, short))
        source.shuffle(trials)
        places = queue.Queue()

        def one(what, trial):
            place = places.get()
            try:
                return what(report, library, place, *trial)
            except Failure as failure:
                report.problem(f"{trial}: {failure}")
                return True, True
            finally:
                places.put(place)
                counted.append(trial)
                if len(counted) % 200 == 0:
                    report.say(f"{len(counted)} of {2 * len(trials)} trials")

        counted = []
        try:
            for _ in range(AT_A_TIME):
                places.put(Place(source.randrange(900000)))
            for what in (sending, receiving):
                with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
                    results = list(pool.map(lambda trial, what=what: one(what, trial), trials))
                met = sum(met for met, _ in results)
                report.say(f"{what.__name__}: {len(trials)} trials, {met} met their fault, "
                           f"{sum(failed for _, failed in results)} ended in a failure")
                report.expect(met > len(trials) / (4 if short else 2), f"{what.__name__}: only {met} of {len(trials)} faults took place")
        finally:
            while not places.empty():
                places.get().close()

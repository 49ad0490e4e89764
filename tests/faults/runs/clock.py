# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 10: the computer's clock jumps by minutes, days and years, both ways, while sending and while receiving.
Nothing is forgotten, settled, posted twice or lost by it."""
import concurrent.futures
import datetime
import http.client
import os
import random
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import time

from runs import ledger
from runs.peers import Failure, Gateway, Problems, Profile, Receiver, numbers

RECIPIENTS = 20
CARE_SECONDS = 68 # a program that stays open looks after the database after a minute
MINUTE, DAY = 60, 24 * 3600


def shim(folder):
    library = os.path.join(folder, "wrongclock.so")
    source = os.path.join(os.path.dirname(__file__), "..", "clock", "wrongclock.c")
    if subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-O1", "-o", library, source]).returncode != 0:
        raise Failure("the wrong clock does not compile")
    return library


class Clock:
    def __init__(self, folder, library):
        self.file = os.path.join(folder, "clock")
        self.set(0)
        self.extra = {"LD_PRELOAD": library, "BUDSTIKKE_CLOCK": self.file}

    def set(self, seconds):
        if not os.path.exists(self.file):
            with open(self.file, "wb") as out:
                out.write(bytes(8))
        with open(self.file, "r+b") as out:
            out.write(struct.pack("=q", int(seconds * 1e9)))

    def jump(self, source):
        now = time.time()
        to_year = lambda year: datetime.datetime(year, 6, 1, tzinfo=datetime.timezone.utc).timestamp() - now
        self.set(source.choice([
            source.uniform(-90, 90) * MINUTE, 3600, -3600, source.uniform(2, 6) * DAY, -source.uniform(2, 6) * DAY,
            9 * DAY, 100 * DAY, 800 * DAY, -400 * DAY, to_year(1971), to_year(2100)]))


def inbound(receiver, ids):
    for i in ids:
        body = ('{"id":%d,"from":"4799%06d","to":"26114","text":"Svar nr %d","counter":%d,"sent":"2026-11-28T12:00:00"}' % (i, i, i, i))
        connection = http.client.HTTPConnection("127.0.0.1", receiver.port, timeout=20)
        connection.request("POST", f"/{receiver.secret}/inbound", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status != 200:
            raise Failure(f"an inbound message was answered {answer.status}")


def journal(profile, jumped):
    """What went out while the clock stood in 1971 may be shown as without confirmation when it is right again: its
    time is over, though a late status still counts (DLR-05)."""
    messages = profile.journal()
    for message in messages:
        if message["campaign"] == jumped and message["state"] == "noConfirmation":
            message["state"] = "accepted"
    return messages


def kept(profile, jumped):
    """What must be there afterwards as it is now."""
    messages = sorted((m["campaign"], m["to"], m["text"], m["state"]) for m in journal(profile, jumped))
    return messages, sorted((m["id"], m["from"], m["text"]) for m in profile.must("inbox"))


def forge(profile):
    """What a program that believes each reading would see: a time of its own that says the same."""
    connection = sqlite3.connect(profile.database)
    with connection:
        connection.execute("UPDATE counter SET value = value + ? WHERE key = 'ownTimeMs'", (800 * DAY * 1000,))
    connection.close()


def history(library, source, seed, forging=False):
    """Problems of one office with a clock that jumps."""
    problems = Problems()
    expect = problems.expect
    with Profile() as profile, Gateway("--seed", seed % (1 << 31), "--latency", 5) as gateway:
        clock = Clock(gateway.folder, library)
        profile.set_account(gateway, "--in-flight", 2, "--daily-cap", 100000)
        everybody = numbers(source.randrange(900000), 2 * RECIPIENTS)
        sent = profile.plan(everybody[:RECIPIENTS])
        profile.must("campaign", "start", sent)
        with Receiver(profile) as receiver:
            inbound(receiver, range(1, 9))
        # Sending, while it jumps.
        under_way = profile.plan(everybody[RECIPIENTS:])
        ended = 1
        for _ in range(20):
            process = profile.begin("campaign", "resume", under_way, "--yes", extra=clock.extra)
            while process.poll() is None:
                if not forging:
                    clock.jump(source)
                time.sleep(source.uniform(0.01, 0.1))
            process.communicate()
            ended = process.returncode
            if ended == 0:
                break
        expect(ended == 0, f"sending ends with {ended}")
        before = kept(profile, under_way)
        # Receiving for as long as it takes to look after the database.
        if forging:
            clock.set(800 * DAY)
            forge(profile)
        else:
            clock.jump(source)
        with Receiver(profile, extra=clock.extra) as receiver:
            inbound(receiver, range(1, 3)) # repeats
            until = time.monotonic() + CARE_SECONDS
            while time.monotonic() < until:
                time.sleep(source.uniform(1, 20))
                if not forging and source.random() < 0.3:
                    clock.jump(source)
        after = kept(profile, under_way)
        expect(before[0] == after[0], "messages are not what they were")
        expect(before[1] == after[1], "inbound messages are not what they were")
        expect(not profile.integrity(), "the database is damaged")
        ledger.compare(problems, gateway, journal(profile, under_way), everybody, "clock")
    return problems


def run(report, seeds, short):
    folder = tempfile.mkdtemp(prefix="budstikke-clock-")
    try:
        library = shim(folder)
        count = 4 if short else 40
        with concurrent.futures.ThreadPoolExecutor(5 if short else 10) as pool: # most of it is waiting
            forged = pool.submit(history, library, random.Random("forged"), 1, True)
            running = [(seed, i, pool.submit(history, library, random.Random(f"clock {seed} {i}"), seed + i))
                       for seed in seeds for i in range(count // len(seeds))]
            for seed, i, one in running:
                for problem in one.result():
                    report.problem(f"seed {seed} {i}: {problem}")
            # The mutant: a program whose own time is whatever the clock says. The run must find it.
            report.expect(forged.result(), "the run does not notice a program that believes each reading of its clock")
        report.say(f"{count} offices whose clock jumped while they sent and received")
    finally:
        shutil.rmtree(folder, ignore_errors=True)

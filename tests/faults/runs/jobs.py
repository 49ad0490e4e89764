# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 14: an import, a plan and an erasure are killed, and so is who ends them. After the next start nothing is half done:
an import that had begun is whole, a plan is gone, a person is erased. Meanwhile callbacks are answered."""
import glob
import http.client
import os
import random
import shutil
import sqlite3
import tempfile
import time

from runs.peers import Failure, Problems, Profile, Receiver, numbers

PERSON = "+4799887766"
TEXT = "Hei {navn}"
SLOWEST_MS = 100  # p99 of the callbacks; on a busy computer PLAIN_TIMES that of callbacks without a job
PLAIN_TIMES = 3
PLAIN_CALLBACKS = 200


def ask(profile, sql):
    connection = sqlite3.connect(f"file:{profile.database}?mode=ro", uri=True, timeout=20)
    try:
        return connection.execute(sql).fetchone()[0]
    finally:
        connection.close()


def left(profile):
    return ask(profile, "SELECT count(*) FROM job")


class Job:
    """What is to be killed, and what there is of it; whole() tells 'none', 'all' or what is half done."""

    def __init__(self, lists, rows):
        self.rows = rows
        self.list = os.path.join(lists, "list.csv")

    def write(self, recipients):
        with open(self.list, "w") as out:
            out.write("phone,navn\n" + "".join(f"{number},N{i}\n" for i, number in enumerate(recipients)))

    def prepare(self, profile):
        self.write(numbers(0, self.rows))
        profile.must("account", "set", "--service-id", 1, "--base-url", "http://127.0.0.1:1")
        profile.must("optout", "add", "+4791000000")  # of somebody else: the database is there

    def counted(self, counts):
        if set(counts.values()) == {0}:
            return "none"
        return "all" if set(counts.values()) == {self.rows} else str(counts)


class Import(Job):
    after = ("none", "all")  # what may be found once it is ended

    def treated(self, profile):
        return ask(profile, "SELECT count(*) FROM contact")

    def arguments(self):
        return "contacts", "import", self.list, "--group", "Nye"

    def found(self, profile):
        counts = {what: ask(profile, f"SELECT count(*) FROM {what}") for what in ("contact", "contact_member")}
        spools = glob.glob(profile.file("import-*.part"))
        return f"left behind: {spools}" if spools and not left(profile) else self.counted(counts)


class Plan(Job):
    after = ("none", "all")

    def treated(self, profile):
        return ask(profile, "SELECT count(*) FROM message")

    def arguments(self):
        return "campaign", "create", "--list", self.list, "--from", "Firmanavn", "--text", TEXT

    def found(self, profile):
        counts = {what: ask(profile, f"SELECT count(*) FROM {what}") for what in ("message", "message_event")}
        shown = len(profile.must("campaign", "list"))
        if shown != (1 if counts["message"] == self.rows and not left(profile) else 0):
            return f"{shown} campaigns are shown, with {counts}"
        return self.counted(counts)


class Erase(Job):
    """Of a person with a message in each row."""
    after = ("none", "all")

    def prepare(self, profile):
        super().prepare(profile)
        self.write([PERSON] * self.rows)
        profile.must(*Plan.arguments(self), "--each-row", seconds=600)

    def treated(self, profile):
        return self.rows - ask(profile, "SELECT count(*) FROM message")

    def arguments(self):
        return "contacts", "erase", PERSON

    def found(self, profile):
        found = self.counted({"message": ask(profile, "SELECT count(*) FROM message")})
        if found == "none" and not left(profile):
            for file in glob.glob(profile.database + "*"):
                with open(file, "rb") as content:
                    if PERSON[3:].encode() in content.read():
                        return f"traces in {os.path.basename(file)}"
        return found


def callback(receiver, origid):
    """How long it took, in ms."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", receiver.port, timeout=20)
    connection.request("GET", f"/{receiver.secret}/status?status=4&origid={origid}")
    if connection.getresponse().status != 200:
        raise Failure("a callback was refused")
    connection.close()
    return (time.monotonic() - began) * 1000


def callbacks(receiver, profile):
    """Those until the job is ended, and as many as are needed to compare them with."""
    took = []
    deadline = time.monotonic() + 300
    while left(profile):
        if time.monotonic() > deadline:
            raise Failure("what was left is not ended")
        took += [callback(receiver, 700000 + len(took) + i) for i in range(10)]
    plain = [callback(receiver, 900000 + i) for i in range(PLAIN_CALLBACKS if took else 0)]
    return took, plain


def p99(took):
    return sorted(took)[len(took) * 99 // 100] if took else 0


class Trial:
    def __init__(self, source, job, prepared, seconds, anywhere=False):
        self.random, self.job, self.prepared, self.seconds, self.anywhere = source, job, prepared, seconds, anywhere
        self.cut = False
        self.took, self.plain = [], []

    def kill(self, profile):
        """Once it has begun to store, or anywhere."""
        process = profile.begin(*self.job.arguments())
        if self.anywhere:
            time.sleep(self.random.uniform(0, self.seconds))
        else:
            share = self.random.uniform(0, 0.7) * self.job.rows
            while process.poll() is None and (not left(profile) or self.job.treated(profile) < share):
                time.sleep(0.001)
        process.kill()
        process.communicate()
        self.cut = left(profile) > 0

    def run(self, forging=False):
        problems = Problems()
        with Profile() as profile:
            shutil.copytree(self.prepared.folder, profile.folder, dirs_exist_ok=True)
            self.kill(profile)
            if forging and self.cut:
                connection = sqlite3.connect(profile.database)
                connection.execute("DELETE FROM job")
                connection.commit()
                connection.close()
            if self.cut and self.random.random() < 0.3:  # who ends it is killed, too
                with Receiver(profile) as receiver:
                    time.sleep(self.random.uniform(0, self.seconds / 5))
                    receiver.process.kill()
            with Receiver(profile) as receiver:
                self.took, self.plain = callbacks(receiver, profile)
            found = self.job.found(profile)
            problems.expect(found in self.job.after, f"{type(self.job).__name__} is half done: {found}")
            damage = profile.integrity()
            problems.expect(not damage, f"the database is damaged: {damage[:2]}")
        return problems


def measured(job, lists):
    """A profile that waits for the job, and how long the job takes undisturbed."""
    prepared = Profile()
    job.prepare(prepared)
    with Profile() as profile:
        shutil.copytree(prepared.folder, profile.folder, dirs_exist_ok=True)
        before = job.found(profile)
        seconds = profile.cli(*job.arguments(), seconds=600).seconds
        after = job.found(profile)
        if {before, after} != {"none", "all"}:
            raise Failure(f"undisturbed: {before}, then {after}")
    return prepared, seconds


def run(report, seeds, short):
    rows, trials = (3000, 3) if short else (200000, 12)
    for kind in (Import, Plan, Erase):
        with tempfile.TemporaryDirectory(prefix="budstikke-lists-") as lists:
            job = kind(lists, rows)
            prepared, seconds = measured(job, lists)
            with prepared:
                cut, took, plain = 0, [], []
                for seed in seeds:
                    for i in range(trials // len(seeds)):
                        trial = Trial(random.Random(f"jobs {seed} {i}"), job, prepared, seconds, anywhere=i % 3 == 2)
                        for problem in trial.run():
                            report.problem(f"seed {seed} {i}: {problem}")
                        cut += trial.cut
                        took += trial.took
                        plain += trial.plain
                report.say(f"{kind.__name__} of {rows}, {seconds:.1f} s: {trials} kills, {cut} of them while it stored; "
                           f"{len(took)} callbacks meanwhile, p99 {p99(took):.0f} ms; without a job {p99(plain):.0f} ms")
                report.expect(cut > 0, "no kill hit the storing")
                report.expect(short or p99(took) < max(SLOWEST_MS, PLAIN_TIMES * p99(plain)),
                              f"callbacks waited: p99 {p99(took):.0f} ms, without a job {p99(plain):.0f} ms")
                # The mutant: a program that remembers nothing of what it had begun. The run must find it.
                found = any(Trial(random.Random(f"forged {i}"), job, prepared, seconds).run(forging=True) for i in range(8))
                report.expect(found, f"{kind.__name__}: the run does not notice a program that remembers nothing")

# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 1: kill -9 at random moments and at every named point, then restart."""
import collections
import os
import random
import re
import selectors
import time
import urllib.request

from runs import ledger
from runs.peers import KILLED, Failure, Gateway, Profile, Receiver, json_lines, numbers

SAYS_SOMETHING_SECONDS = 60
RESTART_TIMES = 5 # what a restart after a kill may take, in plain starts of the same run
IN_FLIGHT = 4
BULK_SIZE = 10

SOURCE = os.path.join(os.path.dirname(__file__), "..", "..", "..", "src")


def named_points():
    names = set()
    for folder, _, files in os.walk(SOURCE):
        for name in files:
            if name.endswith(".cpp"):
                with open(os.path.join(folder, name), encoding="utf-8") as source:
                    names |= set(re.findall(r'crashPoint\("([^"]+)"\)', source.read()))
    return names


class Place:
    """One campaign that is killed again and again until it is through."""

    def __init__(self, report, random_source, bulk, recipients, seed):
        self.report = report
        self.random = random_source
        self.bulk = bulk
        self.profile = Profile()
        self.gateway = Gateway("--seed", seed % (1 << 31), "--latency", 15)
        self.profile.set_account(self.gateway, "--in-flight", IN_FLIGHT, "--bulk-size", BULK_SIZE)
        self.recipients = numbers(random_source.randrange(900000), recipients)
        self.campaign = self.profile.plan(self.recipients, bulk)
        self.allowed = collections.Counter(dict.fromkeys(self.recipients, 1))
        self.uncertain = 0
        self.most_in_flight = BULK_SIZE if bulk else IN_FLIGHT
        self.starts = [] # seconds; the first was of what nobody had killed

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.gateway.__exit__()
        self.profile.__exit__()

    def check(self, what, finished=False):
        journal = self.profile.journal(self.campaign)
        ledger.compare(self.report, self.gateway, journal, self.recipients, what, self.allowed, finished)
        found = ledger.uncertain(journal)
        self.report.expect(found - self.uncertain <= self.most_in_flight,
                           f"{what}: {found - self.uncertain} became uncertain, in flight were {self.most_in_flight}")
        self.uncertain = found
        problems = self.profile.integrity()
        self.report.expect(not problems, f"{what}: integrity_check: {problems[:3]}")
        return journal

    def killed_after(self, seconds):
        """True when the program was still at work then."""
        process = self.profile.begin("campaign", "resume", self.campaign)
        began = time.monotonic()
        selector = selectors.DefaultSelector()
        selector.register(process.stdout, selectors.EVENT_READ)
        if not selector.select(SAYS_SOMETHING_SECONDS):
            self.report.problem("a start says nothing")
        self.starts.append(time.monotonic() - began)
        selector.close()
        try:
            process.wait(seconds)
        except Exception:
            process.kill()
        process.communicate()
        return process.returncode == KILLED

    def killed_at(self, point, passing):
        ended = self.profile.cli("campaign", "resume", self.campaign, extra={"BUDSTIKKE_CRASH_AT": f"{point}:{passing}"})
        return ended.status == KILLED

    def send_some_again(self):
        """A person approves a second time for some of what is uncertain."""
        waiting = [m["to"] for m in self.profile.journal(self.campaign) if m["state"] == "uncertain"]
        for number in waiting[: self.random.randrange(3)]:
            self.profile.must("campaign", "resolve", self.campaign, "--send-again", "--to", number)
            self.allowed[number] += 1
            self.uncertain -= 1

    def finish(self, what):
        ended = self.profile.cli("campaign", "resume", self.campaign, seconds=120)
        journal = self.check(what, finished=True)
        # 3 exactly when something is left for a person to decide.
        wanted = 3 if ledger.uncertain(journal) else 0
        self.report.expect(ended.status == wanted, f"{what}: exit {ended.status} instead of {wanted}: {ended.err}")


def expect_quick_restarts(report, plain, restarts, what):
    """Measured by starts of the same run: the computer may be busy."""
    if not plain or not restarts:
        return ""
    middle, slowest = sorted(restarts)[len(restarts) // 2], max(plain)
    report.expect(middle <= RESTART_TIMES * slowest,
                  f"{what}: a restart took {middle:.2f} s, a start of what nobody had killed {slowest:.2f} s at most")
    return f", a restart {middle:.2f} s, a plain start {sorted(plain)[len(plain) // 2]:.2f} s"


def random_kills(report, seed, bulk, wanted):
    source = random.Random(f"{seed} {bulk}")
    kills = 0
    campaigns = 0
    plain, restarts = [], []
    uncertain = 0
    while kills < wanted:
        campaigns += 1
        if campaigns > wanted:
            raise Failure("campaigns end before they can be killed")
        with Place(report, source, bulk, 300 if bulk else 120, seed + campaigns) as place:
            while kills < wanted and place.killed_after(source.uniform(0, 0.12)):
                kills += 1
                what = f"{'bulk' if bulk else 'single'} seed {seed} kill {kills}"
                place.check(what)
                if source.random() < 0.2:
                    place.send_some_again()
            place.finish(f"{'bulk' if bulk else 'single'} seed {seed} campaign {campaigns}")
            plain += place.starts[:1]
            restarts += place.starts[1:]
            uncertain += place.uncertain
    quick = expect_quick_restarts(report, plain, restarts, f"{'bulk' if bulk else 'single'} seed {seed}")
    report.say(f"{'bulk' if bulk else 'single'}, seed {seed}: {kills} random kills in {campaigns} campaigns, "
               f"{uncertain} messages left uncertain{quick}")


SENDING = ["recovered", "recovery-committed", "batch-planned", "attempt-committed", "posted", "body-taken", "answered",
           "answer-committed", "beforeBegin", "beforeCommit", "afterCommit"]


def sending_points(report, seed, bulk, passings):
    source = random.Random(f"points {seed} {bulk}")
    for point in SENDING:
        hit = 0
        with Place(report, source, bulk, 40, seed) as place:
            for passing in passings:
                if point.startswith("recover") and passing > 1:
                    continue # passed once by a process
                # A second start meets what the first one left behind.
                if place.killed_at(point, passing):
                    hit += 1
                    place.check(f"{point}:{passing} {'bulk' if bulk else 'single'}")
            place.finish(f"{point} {'bulk' if bulk else 'single'}")
        report.expect(hit > 0, f"{point} was never passed")


def migration_points(report):
    for point, passing in (("migrated", 1), ("migrated", 2), ("beforeBegin", 1), ("beforeCommit", 1), ("afterCommit", 1),
                           ("afterCommit", 2)):
        with Profile() as profile, Gateway() as gateway:
            profile.set_account(gateway)
            died = profile.cli("send", "--to", "+4799000001", "--from", "A", "--text", "B",
                               extra={"BUDSTIKKE_CRASH_AT": f"{point}:{passing}"})
            report.expect(died.status == KILLED, f"{point}:{passing} was not passed on a new database")
            report.expect(not gateway.requests(), f"{point}:{passing}: sent before the database was made")
            profile.must("send", "--to", "+4799000002", "--from", "A", "--text", "B")
            report.expect(not profile.integrity(), f"{point}:{passing}: integrity_check")


def backup_points(report):
    with Profile() as profile, Gateway() as gateway:
        profile.set_account(gateway)
        recipients = numbers(1, 5)
        campaign = profile.plan(recipients)
        waiting = profile.plan(numbers(100, 3))
        good = profile.file("good.sqlite")
        profile.must("db", "backup", good)
        with open(good, "rb") as file:
            before = file.read()
        for point in ("backup-written", "backup-renamed"):
            died = profile.cli("db", "backup", good, extra={"BUDSTIKKE_CRASH_AT": point + ":1"})
            report.expect(died.status == KILLED, f"{point} was not passed")
            report.expect(os.path.exists(good) and not profile.integrity(good), f"{point}: the earlier backup is gone")
            if point == "backup-written":
                with open(good, "rb") as file:
                    report.expect(file.read() == before, "backup-written: the earlier backup was touched")
        profile.must("db", "backup", good)
        profile.must("campaign", "start", campaign)
        # Whenever a restore dies: the present journal or the restored one, never neither.
        for point in ("restore-ready", "restore-moved", "restore-log-moved", "restore-log-moved:2", "restored"):
            # So that a write-ahead log is left, which belongs to the database that is moved away.
            profile.cli("campaign", "resume", campaign, extra={"BUDSTIKKE_CRASH_AT": "afterCommit:1"})
            died = profile.cli("db", "restore", good, extra={"BUDSTIKKE_CRASH_AT": point if ":" in point else point + ":1"})
            report.expect(died.status == KILLED, f"{point} was not passed")
            ended = profile.cli("campaign", "resume", campaign, "--yes")
            states = collections.Counter(message["state"] for message in profile.journal(campaign))
            # What went out after the backup is known in either; what waits is held once it is restored.
            report.expect(states == {"accepted": 5}, f"{point}: {dict(states)}, exit {ended.status} {ended.err}")
            states = collections.Counter(message["state"] for message in profile.journal(waiting))
            wanted = {"queued": 3} if point == "restore-ready" else {"held": 3}
            report.expect(states == wanted, f"{point}: what waits is {dict(states)}")
            report.expect(not profile.integrity(), f"{point}: integrity_check")
        kept = [name for name in os.listdir(profile.folder) if re.search(r"before-restore-\d+$", name)]
        report.expect(kept and not any(profile.integrity(profile.file(name)) for name in kept), "the kept databases")
        report.expect(len(gateway.requests()) == 5, "a restored journal was sent again")


def receiving_points(report):
    """Killed between the commit and the answer: the repeat is answered and stored once."""
    inbound = (b'{"id":7,"from":"+4799000001","to":"26114","text":"Ja","sent":"2026-01-31T12:00:00Z","counter":1,'
               b'"keyword":"JA"}')
    cases = [("status-committed", "status", None), ("inbound-committed", "inbound", inbound)]
    cases += [(point, leaf, body) for point in ("beforeCommit", "afterCommit")
              for leaf, body in (("status", None), ("inbound", inbound))]

    def ask(receiver, leaf, body):
        if leaf == "status":
            request = receiver.status_url + "?status=4&origid=145099&ref=abc&phoneno=%2B4799000001"
        else:
            request = urllib.request.Request(receiver.inbound_url, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status

    for point, leaf, body in cases:
        with Profile() as profile, Gateway() as gateway:
            profile.set_account(gateway)
            profile.must("send", "--to", "+4799000002", "--from", "A", "--text", "B")
            # With these two points the first passings belong to opening; the right one is tried for.
            died = answered = False
            for passing in range(1, 9):
                try:
                    with Receiver(profile, extra={"BUDSTIKKE_CRASH_AT": f"{point}:{passing}"}) as receiver:
                        try:
                            answered = ask(receiver, leaf, body) == 200
                        except OSError:
                            pass
                        died = receiver.process.poll() == KILLED or not answered
                except Failure:
                    continue # died while it opened
                if died:
                    break
                report.expect(point in ("beforeCommit", "afterCommit"), f"{point} was not passed")
            report.expect(died and not answered or point in ("beforeCommit", "afterCommit"),
                          f"{point} {leaf}: answered although it died before")
            with Receiver(profile) as receiver:
                for _ in range(2):
                    report.expect(ask(receiver, leaf, body) == 200, f"{point} {leaf}: the repeat is not answered")
            if leaf == "inbound":
                report.expect(len(profile.must("inbox")) == 1, f"{point}: stored {len(profile.must('inbox'))} times")
            report.expect(not profile.integrity(), f"{point} {leaf}: integrity_check")


def run(report, seeds, short):
    known = set(SENDING) | {"migrated", "backup-written", "backup-renamed", "restore-ready", "restore-moved",
                            "restore-log-moved", "restored", "status-committed", "statuses-projected",
                            "inbound-committed"}
    # tst_mailbox and tst_mailboxfetch pass those of the mailbox, run 3 statuses-projected.
    missing = {point for point in named_points() if not point.startswith("mailbox-")} ^ known
    report.expect(not missing, f"named points and this run disagree: {sorted(missing)}")
    for bulk in (False, True):
        sending_points(report, seeds[0], bulk, (1, 3) if short else (1, 2, 3, 5, 8))
    migration_points(report)
    backup_points(report)
    receiving_points(report)
    report.say(f"{len(known)} named points: killed at each")
    for seed in seeds:
        for bulk in (False, True):
            random_kills(report, seed, bulk, 5 if short else 100 // len(seeds))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 3: statuses tripled and in any order end in one state: many through the projector
(tests/faults/statuses), a thousand through real sockets, and through receivers that are killed
between the answer and what it makes of a message."""
import collections
import concurrent.futures
import http.client
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import urllib.parse

from runs.peers import KILLED, Failure, Gateway, Profile, Receiver, numbers, program

COURSES = [(-1, 4), (-1, 5), (4,), (-1,), (-1, 4, 5), (5,)]
END = {4: "delivered", 5: "failed", -1: "withOperator"}
RANK = {"accepted": 0, "withOperator": 1, "failed": 2, "delivered": 3}
AT_A_TIME = 12
REST_SECONDS = 0.5 # in which what belongs to opening is done


def ask(receiver, query):
    connection = http.client.HTTPConnection("127.0.0.1", receiver.port, timeout=20)
    try:
        connection.request("GET", f"/{receiver.secret}/status?" + urllib.parse.urlencode(query))
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


class Sent:
    """Two campaigns that were sent to a real gateway, and the statuses that are to come in."""

    def __init__(self, wanted):
        self.profile = Profile()
        with Gateway() as gateway:
            self.profile.set_account(gateway)
            recipients = numbers(1, wanted // 3)
            for bulk in (False, True):
                self.profile.must("campaign", "start", self.profile.plan(recipients, bulk))
        posts = []
        for message in self.profile.journal():
            place = recipients.index(message["to"])
            for status in COURSES[place % len(COURSES)]:
                query = {"status": status, "origid": message["gatewayId"] or 800000 + place}
                if message["gatewayId"] is None or place % 2:
                    query.update(ref=message["ref"], phoneno=message["to"])
                posts.append(((message["campaign"], message["to"]), query))
        self.posts = posts[: wanted * 95 // 100]
        self.posts += [(None, {"status": 4, "origid": 990000 + i, "ref": f"unknown{i}", "phoneno": "+4799000001"})
                       for i in range(wanted - len(self.posts))]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.profile.__exit__()

    def copy(self):
        profile = Profile()
        shutil.copytree(self.profile.folder, profile.folder, dirs_exist_ok=True)
        return profile

    def tripled(self, seed):
        order = self.posts * 3
        random.Random(seed).shuffle(order)
        return order


def ends(posts):
    """What each message comes to by these."""
    said = collections.defaultdict(set)
    for key, query in posts:
        said[key].add(query["status"])
    return {key: next(END[status] for status in (4, 5, -1) if status in said[key]) for key in said if key}


def states(journal):
    return {(message["campaign"], message["to"]): message["state"] for message in journal}


def expect_ends(report, what, posts, found):
    expected = ends(posts)
    for key, state in found.items():
        wanted_state = expected.get(key, "accepted")
        report.expect(state == wanted_state, f"{what}: {key} is {state}, not {wanted_state}")


def by_sockets(report, seeds, wanted):
    with Sent(wanted) as sent:
        for seed in seeds:
            with sent.copy() as profile:
                with Receiver(profile) as receiver, concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
                    answers = list(pool.map(lambda post: ask(receiver, post[1]), sent.tripled(seed)))
                bad = [answer for answer in answers if answer[0] != 200]
                report.expect(not bad, f"{len(bad)} of {len(answers)} statuses were answered {bad[:1]}")
                expect_ends(report, f"seed {seed}", sent.posts, states(profile.journal()))
        report.say(f"by sockets: {len(seeds)} orders of {wanted} statuses, each three times")


def answered_before_death(profile, posts, source):
    """Those of the posts that a receiver answered before it was killed, at a point or at a random moment."""
    point = source.choice(["status-committed", "statuses-projected", "beforeCommit", "afterCommit", None, None])
    passing = source.randrange(1, 40)
    receiver = Receiver(profile, extra={"BUDSTIKKE_CRASH_AT": f"{point}:{passing}"} if point else None)
    if not point:
        threading.Timer(source.uniform(0, 0.3), receiver.process.kill).start()

    def answered(post):
        try:
            return ask(receiver, post[1])[0] == 200
        except OSError:
            return False
        except http.client.HTTPException:
            return False

    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        good = list(pool.map(answered, posts))
    receiver.stop(signal.SIGKILL)
    return [post for post, was in zip(posts, good) if was]


def at_rest(profile, passing):
    """A receiver that has done what belongs to its opening, and will die before its next commit; with which passing."""
    while True:
        try:
            receiver = Receiver(profile, extra={"BUDSTIKKE_CRASH_AT": f"beforeCommit:{passing}"})
        except Failure:
            passing += 1 # it died while it opened
            continue
        try:
            receiver.process.wait(REST_SECONDS)
            receiver.stop()
            passing += 1
        except subprocess.TimeoutExpired:
            return receiver, passing


def before_commits(report, wanted):
    """One status at a time, to receivers that die where the commit of just this one begins to be written: none may
    have been answered. One that answers first is caught by the first of them."""
    with Sent(2 * wanted) as sent, sent.copy() as profile:
        passing, met, heard = 1, 0, []
        for post in (post for post in sent.posts if post[0]):
            receiver, passing = at_rest(profile, passing)
            try:
                answered = ask(receiver, post[1])[0] == 200
            except (OSError, http.client.HTTPException):
                answered = False
            died = receiver.stop().status == KILLED
            met += died and not answered
            heard += [post] if answered else []
            passing = 1 if answered else passing # fewer commits belonged to its opening this time
            found = states(profile.journal())
            lost = [key for key, state in ends(heard).items() if RANK[found[key]] < RANK[state]]
            report.expect(not lost, f"{lost[:1]} was answered before it was committed, and is not known")
            if lost or met == wanted:
                break
        report.expect(met == wanted, f"{met} of {wanted} statuses met a receiver that died before their commit")
        report.say(f"{met} receivers died before the commit of a status that they had not answered")


def by_kills(report, seed, wanted):
    """Killed between answer and projection: a reader shows what the next owner makes of it, and nothing that was
    answered is lost."""
    source = random.Random(f"kills {seed}")
    with Sent(wanted) as sent, sent.copy() as profile:
        left = sent.tripled(seed)
        heard, kills, waited = [], 0, 0
        while left:
            part, left = left[:150], left[150:]
            try:
                answered = answered_before_death(profile, part, source)
            except Failure:
                answered = [] # killed while it opened
            kills += 1
            heard += answered
            left += [post for post in part if post not in answered]
            waited += waiting(profile)
            beside_the_dead = profile.journal()
            totals = [campaign["totals"] for campaign in profile.must("campaign", "list")]
            found = states(beside_the_dead)
            for key, state in ends(heard).items():
                report.expect(RANK[found[key]] >= RANK[state], f"seed {seed} kill {kills}: {key} is {found[key]}, "
                              f"though {state} was answered")
            profile.must("mailbox", "off") # opens as the owner
            report.expect(waiting(profile) == 0, f"seed {seed} kill {kills}: statuses wait behind an owner that has gone")
            report.expect(profile.journal() == beside_the_dead, f"seed {seed} kill {kills}: the reader showed something else")
            report.expect([campaign["totals"] for campaign in profile.must("campaign", "list")] == totals,
                          f"seed {seed} kill {kills}: the reader showed other totals")
        expect_ends(report, f"seed {seed}, kills", sent.posts, states(profile.journal()))
        found = profile.must("db", "check")
        report.expect(not profile.integrity(), f"seed {seed}: integrity_check")
        report.expect(waited > 0, f"seed {seed}: no kill met a status that waited")
        report.say(f"by kills, seed {seed}: {kills} kills, {waited} statuses waited when they came, {found[-1:]}")


def waiting(profile):
    """How many; of a copy, as a log that a kill has left cannot be read without being written beside."""
    with tempfile.TemporaryDirectory() as place:
        for suffix in ("", "-wal"):
            if os.path.exists(profile.database + suffix):
                shutil.copy(profile.database + suffix, os.path.join(place, "copy.sqlite" + suffix))
        connection = sqlite3.connect(os.path.join(place, "copy.sqlite"))
        try:
            return connection.execute("SELECT count(*) FROM status_arrival").fetchone()[0]
        finally:
            connection.close()


def run(report, seeds, short):
    orders, statuses = (3, 1000) if short else (50 // len(seeds), 10000)
    running = []
    for seed in seeds: # at the same time, one core each
        command = [program("faults_statuses"), "--seed", str(seed % 1000000), "--orders", str(orders), "--statuses", str(statuses)]
        running.append((seed, subprocess.Popen(command, stdout=subprocess.PIPE, text=True)))
    for seed, process in running:
        out, _ = process.communicate()
        for line in out.splitlines():
            report.say(f"seed {seed}: {line}")
        report.expect(process.returncode == 0, f"faults_statuses --seed {seed}: exit {process.returncode}")
    by_sockets(report, [seeds[0], seeds[-1] + 1], 200 if short else 1000)
    before_commits(report, 3 if short else 20)
    for seed in seeds[:1] if short else seeds:
        by_kills(report, seed, 200 if short else 1000)

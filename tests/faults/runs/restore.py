# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 11: an older backup is put back while the world has gone on. What came since is still known: opt-outs, replies,
statuses, and who was written to. Nothing is posted twice, whether it is released or not, and wherever a restore dies."""
import http.client
import random
import time
import urllib.parse

from runs.peers import KILLED, Failure, Gateway, Problems, Profile, Receiver, numbers

RECIPIENTS = 24
DATABASE = "budstikke.sqlite"


def call(receiver, kind, query):
    connection = http.client.HTTPConnection("127.0.0.1", receiver.port, timeout=20)
    try:
        connection.request("GET", f"/{receiver.secret}/{kind}?" + urllib.parse.urlencode(query))
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise Failure(f"{kind} was answered {answer.status}")
    finally:
        connection.close()


class Office:
    def __init__(self, source, profile, gateway):
        self.random, self.profile, self.gateway = source, profile, gateway
        self.recipients = numbers(source.randrange(900000), RECIPIENTS)
        self.inbound = 0
        profile.set_account(gateway, "--in-flight", 2)
        self.campaign = profile.plan(self.recipients)

    # What happens in an office; each at rest afterwards.

    def send(self):
        process = self.profile.begin("campaign", "resume", self.campaign, "--yes")
        time.sleep(self.random.uniform(0.05, 0.3))
        if self.random.random() < 0.6:
            process.kill()
        process.communicate()

    def hear(self):
        """Statuses of some that went out, and replies, some of them opt-outs."""
        gone = [message for message in self.profile.journal() if message["gatewayId"]]
        with Receiver(self.profile) as receiver:
            for message in self.random.sample(gone, len(gone) // 2):
                call(receiver, "status", {"status": self.random.choice([4, 5, -1]), "origid": message["gatewayId"]})
            for _ in range(3):
                self.inbound += 1
                text = self.random.choice(["STOPP", "Takk", "Hei"])
                call(receiver, "inbound", {"id": self.inbound, "from": self.random.choice(self.recipients)[1:], "to": "26114",
                                        "text": text, "sent": "2026-11-28 12:00:00", "counter": self.inbound})

    def opt_out(self):
        self.profile.must("optout", "add", self.random.choice(self.recipients))

    def live(self, steps):
        for _ in range(steps):
            self.random.choice([self.send, self.send, self.hear, self.opt_out])()

    def known(self):
        gone = {m["to"]: m["state"] for m in self.profile.journal() if m["state"] not in ("queued", "scheduled", "held", "cancelled")}
        return ({line["number"] for line in self.profile.must("optout", "list")},
                {(line["id"], line["from"], line["text"]) for line in self.profile.must("inbox")}, gone)

    def restore(self, backup):
        """Dies some times at a random moment, then ends."""
        for _ in range(self.random.randrange(3)):
            process = self.profile.begin("db", "restore", backup)
            time.sleep(self.random.uniform(0, 0.12))
            process.kill()
            process.communicate()
        ended = self.profile.cli("db", "restore", backup)
        if ended.status in (KILLED, 2, 4):
            raise Failure(f"restore: exit {ended.status}, {ended.err}")


def forget(profile):
    """What a program that keeps nothing of the replaced file would find there."""
    for name in (DATABASE, DATABASE + "-wal"):
        with open(profile.file(name), "wb") as out:
            out.write(b"\x5a" * 4096)


def history(source, seed, forging=False):
    problems = Problems()
    with Profile() as profile, Gateway("--seed", seed % (1 << 31), "--latency", 5) as gateway:
        office = Office(source, profile, gateway)
        office.live(source.randrange(1, 4))
        backup = profile.file("kept.sqlite")
        profile.must("db", "backup", backup)
        office.live(source.randrange(2, 6))
        if forging:
            office.opt_out()
            office.hear()
        out, inbox, gone = office.known()
        if forging:
            forget(profile)
        office.restore(backup)
        out_after, inbox_after, gone_after = office.known()
        problems.expect(out <= out_after, f"forgotten opt-outs: {sorted(out - out_after)}")
        problems.expect(inbox <= inbox_after, f"forgotten replies: {sorted(inbox - inbox_after)}")
        lost = {number for number in gone if gone[number] not in ("uncertain", "sending") and gone_after.get(number) != gone[number]}
        problems.expect(not lost, f"other states: {[(n, gone[n], gone_after.get(n)) for n in sorted(lost)[:3]]}")
        # Nobody has released it; then somebody does.
        office.send()
        if profile.cli("campaign", "release", office.campaign, "--yes").status == 0:
            for _ in range(3):
                office.send()
        times = {}
        for _, called, _ in gateway.requests():
            for number in called:
                times[number] = times.get(number, 0) + 1
        twice = sorted(number for number, n in times.items() if n > 1)
        problems.expect(not twice, f"{len(twice)} numbers were posted twice")
        written = {number for number in out_after if number in times and number not in gone}
        problems.expect(not written or forging, f"written to after an opt-out: {sorted(written)[:3]}")
        problems.expect(not profile.integrity(), "the database is damaged")
    return problems


def run(report, seeds, short):
    count = 4 if short else 50
    for seed in seeds:
        for i in range(count // len(seeds)):
            for problem in history(random.Random(f"restore {seed} {i}"), seed + i):
                report.problem(f"seed {seed} {i}: {problem}")
    report.say(f"{count} offices that put an older backup back")
    # The mutant: a program that carries nothing over from the file that it replaces. The run must find it.
    found = any(history(random.Random(f"forged {i}"), i, forging=True) for i in range(4))
    report.expect(found, "the run does not notice a restore that forgets")

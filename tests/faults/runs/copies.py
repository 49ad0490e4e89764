# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 9: profiles are copied, moved, cloned and laid back at random moments. Nobody releases anything, so
no number may be posted twice, whichever of the copies is asked to carry on."""
import collections
import os
import random
import shutil
import signal
import sqlite3
import tempfile
import time

from runs.peers import KILLED, Gateway, Profile, numbers

RECIPIENTS = 24
DATABASE = "budstikke.sqlite"


class Places:
    """One campaign in as many profiles as chance makes of it."""

    def __init__(self, source, seed, forging):
        self.random = source
        self.forging = forging
        self.root = tempfile.mkdtemp(prefix="budstikke-copies-")
        self.gateway = Gateway("--seed", seed % (1 << 31), "--latency", 5)
        self.profile = Profile()
        shutil.rmtree(self.profile.folder)
        self.profile.environment.update(HOME=self.path("home"), XDG_STATE_HOME=self.path("state"), BUDSTIKKE_MACHINE="one")
        self.folders = [self.path("0")]
        self.made = 0
        self.kept = [] # databases to lay back
        self.enter(self.folders[0])
        self.profile.set_account(self.gateway, "--in-flight", 2)
        self.recipients = numbers(source.randrange(900000), RECIPIENTS)
        self.campaign = self.profile.plan(self.recipients)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.gateway.__exit__()
        shutil.rmtree(self.root, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.root, name)

    def enter(self, folder):
        self.profile.folder = folder
        os.makedirs(folder, exist_ok=True)

    def copy_database(self, source, target):
        os.makedirs(target, exist_ok=True)
        for name in (DATABASE, DATABASE + "-wal", DATABASE + "-shm"):
            if os.path.exists(os.path.join(target, name)):
                os.remove(os.path.join(target, name))
        for name in (DATABASE, DATABASE + "-wal"):
            if os.path.exists(os.path.join(source, name)):
                shutil.copy(os.path.join(source, name), target)

    def forge(self, folder):
        """What a program that does not look would see: a database that says it belongs here."""
        shutil.rmtree(self.path("state"), ignore_errors=True)
        connection = sqlite3.connect(os.path.join(folder, DATABASE))
        with connection:
            connection.execute("UPDATE identity SET folder = ''")
        connection.close()

    def keep(self):
        self.made += 1
        self.kept.append(self.path(f"kept{self.made}"))
        self.copy_database(self.profile.folder, self.kept[-1])

    # What chance does; each is called with the current profile at rest.

    def send(self):
        """Carries on, and is killed, stopped for a copy, or left to end."""
        process = self.profile.begin("campaign", "resume", self.campaign)
        time.sleep(self.random.uniform(0.05, 0.3))
        if self.random.random() < 0.5:
            process.send_signal(signal.SIGSTOP)
            self.keep()
            process.send_signal(signal.SIGCONT)
            time.sleep(self.random.uniform(0, 0.1))
        if self.random.random() < 0.7:
            process.kill()
        process.communicate()

    def clone(self):
        self.made += 1
        folder = self.path(str(self.made))
        shutil.copytree(self.profile.folder, folder)
        self.folders.append(folder)

    def move(self):
        self.made += 1
        folder = self.path(str(self.made))
        os.rename(self.profile.folder, folder)
        self.folders[self.folders.index(self.profile.folder)] = folder
        self.enter(folder)

    def lay_back(self):
        if self.kept:
            self.copy_database(self.random.choice(self.kept), self.profile.folder)

    def other_machine(self):
        self.profile.environment["BUDSTIKKE_MACHINE"] = self.random.choice(["one", "two"])

    def turn(self):
        step = self.random.choice([self.send, self.send, self.send, self.keep, self.clone, self.move, self.lay_back,
                                   self.other_machine])
        step()
        if self.random.random() < 0.3:
            self.enter(self.random.choice(self.folders))
        if self.forging and os.path.exists(os.path.join(self.profile.folder, DATABASE)):
            self.forge(self.profile.folder)
        return step.__name__

    def arrived(self):
        return collections.Counter(number for _, called, _ in self.gateway.requests() for number in called)


def play(source, seed, forging=False):
    """The steps, how often each number arrived, and how the campaign ends in each of the profiles."""
    with Places(source, seed, forging) as places:
        steps = [places.turn() for _ in range(source.randrange(5, 12))]
        for folder in places.folders:
            places.enter(folder)
            ended = places.profile.cli("campaign", "resume", places.campaign)
            steps.append(f"end {ended.status}")
            if not forging and places.profile.integrity():
                steps.append("damaged")
            if ended.status == KILLED or ended.status == 4:
                steps.append("unusable " + ended.err)
        return steps, places.arrived()


def run(report, seeds, short):
    count = 4 if short else 50
    held = 0
    for seed in seeds:
        for i in range(count // len(seeds) if not short else count):
            steps, arrived = play(random.Random(f"copies {seed} {i}"), seed + i)
            twice = sorted(number for number, times in arrived.items() if times > 1)
            report.expect(not twice, f"seed {seed} {i}: {len(twice)} numbers were posted twice: {' '.join(steps)}")
            report.expect(not any(step.startswith(("damaged", "unusable")) for step in steps), f"seed {seed} {i}: {steps}")
            held += "end 1" in steps
    report.say(f"{count} histories of copies, {held} of them ended with something held back")
    # The mutant: a program that does not look at what its database says. The run must find it.
    found = 0
    for i in range(12):
        found += any(times > 1 for times in play(random.Random(f"forged {i}"), i, forging=True)[1].values())
        if found:
            break
    report.expect(found > 0, "the run does not notice a program that never holds anything back")

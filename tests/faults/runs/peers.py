# SPDX-License-Identifier: GPL-3.0-or-later
"""The real programs, kept in a temporary profile, and what a run says about them."""
import collections
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

BIN = os.path.join(os.environ.get("BUDSTIKKE_BUILD", "build/dev"), "bin")
PASSWORD = "hemmelig-passord"
KILLED = -signal.SIGKILL


class Failure(Exception):
    """What makes the rest of a run meaningless."""


class Problems(list):
    """What one trial of many found, for the run to report."""

    def expect(self, holds, text):
        if not holds:
            self.append(text)
        return holds


class Report:
    def __init__(self, number):
        self.number = number
        self.problems = []

    def say(self, text):
        print(f"  {self.number}: {text}")

    def problem(self, text):
        self.problems.append(text)
        if len(self.problems) <= 20:
            print(f"  {self.number}: PROBLEM: {text}")

    def expect(self, holds, text):
        if not holds:
            self.problem(text)
        return holds


def program(name):
    path = os.path.join(BIN, name)
    if not os.path.exists(path):
        raise Failure(f"there is no {path}: build it first")
    return path


Ended = collections.namedtuple("Ended", "status out err seconds")


def json_lines(text):
    """The whole lines; a killed program's last one may be cut."""
    return [json.loads(line) for line in text.split(b"\n")[:-1] if line.strip()]


def numbers(first, count):
    """Norwegian mobile numbers, each used once."""
    return [f"+4799{first + i:06d}" for i in range(count)]


class Profile:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="budstikke-faults-")
        self.environment = dict(os.environ, BUDSTIKKE_PASSWORD=PASSWORD, HOME=self.folder, LC_ALL="C.UTF-8")
        for name in ("BUDSTIKKE_PROFILE", "BUDSTIKKE_CRASH_AT", "DBUS_SESSION_BUS_ADDRESS", "http_proxy"):
            self.environment.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def database(self):
        return os.path.join(self.folder, "budstikke.sqlite")

    def file(self, name):
        return os.path.join(self.folder, name)

    def begin(self, *arguments, extra=None, out=subprocess.PIPE):
        command = [program("budstikke-cli"), "--profile", self.folder, "--json", "--language", "en", *map(str, arguments)]
        return subprocess.Popen(
            command, env={**self.environment, **(extra or {})}, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE
        )

    def cli(self, *arguments, extra=None, seconds=60):
        began = time.monotonic()
        process = self.begin(*arguments, extra=extra)
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise Failure(f"{' '.join(map(str, arguments))} does not end")
        return Ended(process.returncode, out, err.decode(errors="replace").strip(), time.monotonic() - began)

    def must(self, *arguments, **options):
        ended = self.cli(*arguments, **options)
        if ended.status != 0:
            raise Failure(f"{' '.join(map(str, arguments))}: exit {ended.status}, {ended.err}")
        return json_lines(ended.out)

    def set_account(self, gateway, *options):
        self.must("account", "set", "--service-id", 1, "--base-url", gateway.url, *options)

    def plan(self, recipients, bulk=False):
        """One text for all goes in bulk; each its own in singles."""
        name = self.file("list.csv")
        with open(name, "w") as out:
            out.write("phone,navn\n" + "".join(f"{number},N{i}\n" for i, number in enumerate(recipients)))
        text = "Hei, dette er en test" if bulk else "Hei {navn}"
        options = ["--bulk"] if bulk else []
        plan = self.must("campaign", "create", "--list", name, "--from", "Firmanavn", "--text", text, *options)[-1]
        if plan["recipients"] != len(recipients):
            raise Failure(f"planned {plan['recipients']} of {len(recipients)} recipients")
        return plan["campaign"]

    def journal(self, campaign=None):
        return self.must("log", *(["--campaign", campaign] if campaign else []))

    def integrity(self, file=None):
        """What integrity_check says of a copy, so that the look at it changes nothing."""
        with tempfile.TemporaryDirectory() as place:
            copy = os.path.join(place, "copy.sqlite")
            shutil.copy(file or self.database, copy)
            if os.path.exists((file or self.database) + "-wal"):
                shutil.copy((file or self.database) + "-wal", copy + "-wal")
            connection = sqlite3.connect(copy)
            try:
                found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
                found += ["foreign key in " + row[0] for row in connection.execute("PRAGMA foreign_key_check")]
            except sqlite3.DatabaseError as error:
                found = [str(error)]
            finally:
                connection.close()
        return [text for text in found if text != "ok"]


class Gateway:
    """budstikke-simulator, which logs each complete request before it answers."""

    def __init__(self, *options):
        self.folder = tempfile.mkdtemp(prefix="budstikke-gateway-")
        self.log = os.path.join(self.folder, "requests.jsonl")
        self.process = subprocess.Popen(
            [program("budstikke-simulator"), "--log", self.log, "--no-duplicate-lock", *map(str, options)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        )
        line = self.process.stdout.readline()
        if not line:
            raise Failure("the simulator does not start")
        self.url = json.loads(line)["baseUrl"]
        self.forgotten = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def forget(self):
        """What has arrived until now belongs to an earlier trial."""
        self.forgotten = os.path.getsize(self.log)

    def requests(self):
        """(ref, numbers in E.164, answer) of each complete request, in its order."""
        with open(self.log, "rb") as log:
            log.seek(self.forgotten)
            lines = json_lines(log.read())
        seen = []
        for line in lines:
            to = line["body"].get("phoneno", [])
            to = to if isinstance(to, list) else [to]
            seen.append((line["body"].get("ref"), ["+" + number.removeprefix("00").removeprefix("+") for number in to], line))
        return seen


class Receiver:
    """budstikke-cli receive, with where it listens."""

    def __init__(self, profile, *options, extra=None):
        self.process = profile.begin("receive", "--listen", "127.0.0.1:0", *options, extra=extra)
        line = self.process.stdout.readline()
        urls = json.loads(line) if line else {}
        if "statusUrl" not in urls:
            _, err = self.process.communicate()
            self.refusal = err.decode(errors="replace").strip()
            raise Failure(f"receive does not start: exit {self.process.returncode}: {self.refusal}")
        self.status_url, self.inbound_url = urls["statusUrl"], urls["inboundUrl"]
        self.port = int(self.status_url.split(":")[2].split("/")[0])
        self.secret = self.status_url.split("/")[3]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            _, err = self.process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise Failure("receive does not stop")
        return Ended(self.process.returncode, b"", err.decode(errors="replace").strip(), 0)

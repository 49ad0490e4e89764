# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 5: every fuzzer of tests/fuzz for 90 seconds, by ./dev fuzz; a million runs of the first two."""
import os
import re
import subprocess

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
SECONDS = 90
AT_LEAST = {"http": 1_000_000, "query": 1_000_000}
NAMES = {"http", "query", "answer", "csv", "vcard", "xlsx", "postkasse"}
FEWER = {"postkasse": 2_000}  # each is a request over a socket


def fuzz(report, name, seconds):
    """The runs of each fuzzer; name empty: all."""
    ended = subprocess.run([os.path.join(ROOT, "dev"), "fuzz", name, str(seconds)], stdout=subprocess.PIPE, text=True)
    report.expect(ended.returncode == 0, f"./dev fuzz: exit {ended.returncode}: {ended.stdout[-3000:]}")
    return {name: int(count) for name, count in re.findall(r"^(\w+) number_of_executed_units (\d+)", ended.stdout, re.M)}


def run(report, seeds, short):
    runs = fuzz(report, "", 5 if short else SECONDS)
    for name in sorted(NAMES):
        wanted = 1 if short else FEWER.get(name, AT_LEAST.get(name, 10_000))
        more = 0
        while not report.problems and runs.get(name, 0) < wanted and more < 3:  # a slow or busy computer
            more += 1
            runs[name] = runs.get(name, 0) + fuzz(report, name, SECONDS).get(name, 0)
        report.say(f"{name}: {runs.get(name, 0):,} runs" + (f", in {1 + more} times {SECONDS} s" if more else ""))
        report.expect(runs.get(name, 0) >= wanted, f"{name}: {runs.get(name, 0)} runs, {wanted} wanted")

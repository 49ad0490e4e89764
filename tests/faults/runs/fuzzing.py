# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 5: every fuzzer of tests/fuzz for 90 seconds, by ./dev fuzz; a million runs of the first two."""
import os
import re
import subprocess

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
SECONDS = 90
AT_LEAST = {"http": 1_000_000, "query": 1_000_000}
NAMES = {"http", "query", "answer", "csv", "vcard", "xlsx"}


def run(report, seeds, short):
    ended = subprocess.run([os.path.join(ROOT, "dev"), "fuzz", "", str(5 if short else SECONDS)], stdout=subprocess.PIPE, text=True)
    report.expect(ended.returncode == 0, f"./dev fuzz: exit {ended.returncode}: {ended.stdout[-3000:]}")
    runs = {name: int(count) for name, count in re.findall(r"^(\w+) number_of_executed_units (\d+)", ended.stdout, re.M)}
    for name in sorted(NAMES):
        report.say(f"{name}: {runs.get(name, 0):,} runs")
        wanted = 1 if short else AT_LEAST.get(name, 10_000)
        report.expect(runs.get(name, 0) >= wanted, f"{name}: {runs.get(name, 0)} runs, {wanted} wanted")

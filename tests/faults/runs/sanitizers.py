# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 7: the unit tests under AddressSanitizer and UndefinedBehaviorSanitizer (preset asan)."""
import os
import subprocess

from runs.peers import Failure

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")


def step(report, *command):
    ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if ended.returncode != 0:
        raise Failure(f"{' '.join(command)}: exit {ended.returncode}\n{ended.stdout[-6000:]}")
    return ended.stdout


def run(report, seeds, short):
    step(report, "cmake", "--preset", "asan")
    step(report, "cmake", "--build", "build/asan", "--parallel", str(os.cpu_count() or 2))
    # Without the other runs, which judge by times, and what is no program of ours.
    out = step(report, "ctest", "--preset", "asan", "-LE", "faults", "-j2")
    report.say(next((line for line in out.splitlines() if "tests passed" in line), "no summary"))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 2: the network faults (tests/faults/network); passes only when the naive client fails."""
import subprocess

from runs.peers import program


def run(report, seeds, short):
    for seed in seeds:
        command = [program("faults_network"), "--seed", str(seed), "--seeds", "2" if short else "25"]
        ended = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        for line in ended.stdout.splitlines():
            report.say(line)
        report.expect(ended.returncode == 0, f"faults_network --seed {seed}: exit {ended.returncode}")

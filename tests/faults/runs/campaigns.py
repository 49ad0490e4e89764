# SPDX-License-Identifier: GPL-3.0-or-later
"""The run of many campaigns (tests/faults/campaigns): caps, rate and requests in flight over ten at once."""
import subprocess

from runs.peers import program


def run(report, seeds, short):
    for seed in seeds:
        command = [program("faults_campaigns"), "--seed", str(seed), "--seeds", "4" if short else "40"]
        ended = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        for line in ended.stdout.splitlines():
            report.say(line)
        report.expect(ended.returncode == 0, f"faults_campaigns --seed {seed}: exit {ended.returncode}")

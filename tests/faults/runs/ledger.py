# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what the gateway has seen with what the journal says of it."""
import collections

ARRIVED = {"accepted", "uncertain", "sending", "withOperator", "delivered", "failed", "duplicate", "refused"}


def compare(report, gateway, journal, recipients, what, allowed=None, finished=False):
    """No ref twice, no unapproved double, none lost, no request without its row. `allowed`: how many
    requests a number may have met, where a person approved more than one."""
    requests = gateway.requests()
    refs = collections.Counter(ref for ref, _, _ in requests)
    arrived = collections.Counter(number for _, numbers, _ in requests for number in numbers)
    for ref, times in refs.items():
        report.expect(ref and times == 1, f"{what}: ref {ref} arrived {times} times")
    states = {message["to"]: message["state"] for message in journal}
    lost = set(recipients) - set(states)
    report.expect(not lost, f"{what}: lost from the journal: {sorted(lost)[:3]} ({len(lost)})")
    report.expect(len(journal) == len(states), f"{what}: a number twice in the journal")
    last_ref = {number: ref for ref, numbers, _ in requests for number in numbers}
    for message in journal:
        number, state = message["to"], message["state"]
        most = (allowed or {}).get(number, 1)
        report.expect(arrived[number] <= most, f"{what}: {number} arrived {arrived[number]} times, approved {most}")
        if state == "accepted":
            report.expect(arrived[number] > 0, f"{what}: {number} is accepted but never arrived")
            report.expect(message["ref"] in refs, f"{what}: {number} is accepted by a ref that never arrived")
        if arrived[number] >= most and arrived[number] > 0:
            report.expect(state in ARRIVED, f"{what}: {number} arrived and is {state}")
        if number in last_ref and state in ARRIVED:
            report.expect(message["ref"] == last_ref[number] or state == "uncertain",
                          f"{what}: {number} has another ref than the gateway saw")
        if finished:
            report.expect(state in ("accepted", "uncertain"), f"{what}: {number} is {state} in the end")
    unknown = set(arrived) - set(states)
    report.expect(not unknown, f"{what}: sent without a row: {sorted(unknown)[:3]}")
    return arrived


def uncertain(journal):
    return sum(message["state"] == "uncertain" for message in journal)

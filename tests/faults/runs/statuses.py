# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 3: statuses tripled and in any order end in one state: many through the projector
(tests/faults/statuses), a thousand through real sockets."""
import collections
import concurrent.futures
import http.client
import random
import shutil
import subprocess
import urllib.parse

from runs.peers import Gateway, Profile, Receiver, numbers, program

COURSES = [(-1, 4), (-1, 5), (4,), (-1,), (-1, 4, 5), (5,)]
END = {4: "delivered", 5: "failed", -1: "withOperator"}
AT_A_TIME = 12


def post(receiver, query):
    connection = http.client.HTTPConnection("127.0.0.1", receiver.port, timeout=20)
    try:
        connection.request("GET", f"/{receiver.secret}/status?" + urllib.parse.urlencode(query))
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def by_sockets(report, seeds, wanted):
    """Two campaigns are sent to a real gateway, then their statuses come in, in two orders."""
    with Profile() as sent, Gateway() as gateway:
        sent.set_account(gateway)
        count = wanted // 3
        recipients = numbers(1, count)
        for bulk in (False, True):
            sent.must("campaign", "start", sent.plan(recipients, bulk))
        posts = []
        for message in sent.journal():
            place = recipients.index(message["to"])
            for status in COURSES[place % len(COURSES)]:
                query = {"status": status, "origid": message["gatewayId"] or 800000 + place}
                if message["gatewayId"] is None or place % 2:
                    query.update(ref=message["ref"], phoneno=message["to"])
                posts.append(((message["campaign"], message["to"]), query))
        posts = posts[: wanted * 95 // 100]
        said = collections.defaultdict(set)
        for key, query in posts:
            said[key].add(query["status"])
        expected = {key: next(END[status] for status in (4, 5, -1) if status in said[key]) for key in said}
        queries = [query for _, query in posts]
        queries += [{"status": 4, "origid": 990000 + i, "ref": f"unknown{i}", "phoneno": "+4799000001"}
                    for i in range(wanted - len(queries))]
        ends = []
        for seed in seeds:
            with Profile() as profile:
                shutil.copytree(sent.folder, profile.folder, dirs_exist_ok=True)
                order = queries * 3
                random.Random(seed).shuffle(order)
                with Receiver(profile) as receiver, concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
                    answers = list(pool.map(lambda query: post(receiver, query), order))
                bad = [answer for answer in answers if answer[0] != 200]
                report.expect(not bad, f"{len(bad)} of {len(answers)} statuses were answered {bad[:1]}")
                ends.append({(message["campaign"], message["to"]): message["state"] for message in profile.journal()})
        for seed, end in zip(seeds, ends):
            for key, state in end.items():
                wanted_state = expected.get(key, "accepted")
                report.expect(state == wanted_state, f"seed {seed}: {key} is {state}, not {wanted_state}")
        report.say(f"by sockets: {len(seeds)} orders of {wanted} statuses, each three times, for {len(ends[0])} messages")


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

# SPDX-License-Identifier: GPL-3.0-or-later
"""fuzz_postkasse.py SECONDS [SEED]: hostile requests to postkasse.php under PHP's own server. Each must be answered
in one of the ways that the file knows, nothing may be kept but what a gateway brought whole, that must be kept
as it came, and PHP may have nothing to complain about. ./dev fuzz postkasse."""
import base64
import hashlib
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

SECONDS = float(sys.argv[1])
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(1 << 31)
HERE = os.path.dirname(os.path.abspath(__file__))
SECRET, KEY = "fuzzFuzzFuzzFuzzFuzz-_", "keyKeyKeyKeyKeyKeyKeyK"
STATUSES = {200, 400, 403, 404, 405, 411, 413, 414, 415, 503}
# PHP's own server answers these itself, before the file is asked.
OF_THE_SERVER = {400, 404, 405, 413, 414, 431, 501, 505}

# Opens what is kept: [sealed, …] in, [opened or null, …] out.
OPENER = """$in = json_decode(file_get_contents('php://stdin'), true); $pair = base64_decode($in['pair']); $out = [];
foreach ($in['sealed'] as $one) {
    $opened = sodium_crypto_box_seal_open(base64_decode($one), $pair);
    $out[] = $opened === false ? null : base64_encode($opened);
}
echo json_encode($out);"""
MAKER = """$pair = sodium_crypto_box_keypair();
echo base64_encode($pair), ' ', base64_encode(sodium_crypto_box_publickey($pair));"""


def php(code, given=b""):
    return subprocess.run(["php", "-r", code], input=given, stdout=subprocess.PIPE, check=True).stdout


class Site:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="budstikke-fuzz-")
        self.log = os.path.join(self.folder, "php.log")
        self.web = os.path.join(self.folder, "web")
        os.mkdir(self.web)
        self.pair, public = php(MAKER).decode().split()
        with open(os.path.join(HERE, "..", "..", "resources", "mailbox", "postkasse.php"), encoding="utf-8") as source:
            text = source.read()
        quiet = "error_reporting(0);\nini_set('display_errors', '0');"
        assert text.count(quiet) == 1
        text = text.replace(quiet, f"error_reporting(E_ALL);\nini_set('display_errors', '0');\nini_set('log_errors', '1');\n"
                                   f"ini_set('error_log', '{self.log}');")
        for name, value in (("PUBLIC_KEY", public), ("SECRET", SECRET), ("FOLDER", "0123456789abcdef0123"),
                            ("FETCH_KEY_HASH", hashlib.sha256(KEY.encode()).hexdigest())):
            text = text.replace(f"@{name}@", value)
        with open(os.path.join(self.web, "postkasse.php"), "w", encoding="utf-8") as file:
            file.write(text)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.server = subprocess.Popen(["php", "-d", "post_max_size=16M", "-S", f"127.0.0.1:{self.port}", "-t", self.web],
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       env={**os.environ, "PHP_CLI_SERVER_WORKERS": "4"}, start_new_session=True)
        until = time.monotonic() + 20
        while not self.answers():
            assert time.monotonic() < until, "PHP does not start"
            time.sleep(0.05)

    def answers(self):
        with socket.socket() as trial:
            return trial.connect_ex(("127.0.0.1", self.port)) == 0

    def close(self):
        os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def talk(self, request):
        """(status, body), or nothing where the server hung up or waits for more."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
            line.settimeout(1)
            try:
                line.sendall(request)
                line.shutdown(socket.SHUT_WR)
                answer = b""
                while piece := line.recv(65536):
                    answer += piece
            except OSError:
                return None
        found = re.match(rb"HTTP/1\.[01] (\d{3})", answer)
        return (int(found[1]), answer.partition(b"\r\n\r\n")[2], answer) if found else None

    def ask(self, what, post=False):
        method, rest = ("POST", b"Content-Length: 2\r\n\r\n{}") if post else ("GET", b"\r\n")
        status, body, _ = self.talk(f"{method} /postkasse.php/{what} HTTP/1.1\r\nHost: x\r\nX-Budstikke-Key: {KEY}\r\n".encode() + rest)
        return json.loads(body)

    def kept(self):
        """Everything that is kept, opened; then it is forgotten there."""
        events, after = [], 0
        while True:
            answer = self.ask(f"events?ask=w&after={after}")
            if not answer["events"]:
                break
            events += answer["events"]
            after = events[-1]["n"]
        given = json.dumps({"pair": self.pair, "sealed": [event["sealed"] for event in events]}).encode()
        opened = json.loads(php(OPENER, given))
        assert None not in opened, "something is kept that the key does not open"
        if events:
            self.ask(f"done?ask=w&upto={after}", post=True)
        return [base64.b64decode(one) for one in opened]


INTERESTING = [b"", b"?", b"%00", b"%", b"\x00", b"\xff", b"../", b"..%2f", b"<?php", b"'", b'"', b"\n", b"\r", b" ", b"&&", b"=", b"[]",
               b"a[]=1", b"-1", b"0", b"99999999999999999999", b"1e9", b"+5", b"\xe5\xe6\xf8", "🙂".encode(), b"A" * 70, b"A" * 9000]


def mutated(source, content):
    content = bytearray(content)
    for _ in range(source.randrange(1, 5)):
        at = source.randrange(len(content) + 1)
        way = source.randrange(5)
        if way == 0:
            content[at:at] = source.choice(INTERESTING)
        elif way == 1 and content:
            del content[at: at + source.randrange(1, 9)]
        elif way == 2 and content:
            content[at % len(content)] = source.randrange(256)
        elif way == 3:
            content[at:at] = content[source.randrange(len(content) + 1):][: source.randrange(40)]
        else:
            content[at:at] = bytes(source.randrange(256) for _ in range(source.randrange(6)))
    return bytes(content)


def request(source):
    """(bytes, what a gateway would have brought, or nothing)"""
    leaf = source.choice(["status", "inbound"])
    path = source.choice([f"{SECRET}/{leaf}"] * 4 + [f"{SECRET}x/{leaf}", f"{SECRET}/{leaf}/", "", "test", "events", "done", f"x/{leaf}",
                                                     "postkasse.php", f"{SECRET}/%69nbound", f"//{SECRET}/{leaf}", f"{SECRET}/../{leaf}"])
    query = source.choice([b"", b"status=4&origid=1&ref=x", b"ask=w", b"ask=w&after=0", b"ask=w&upto=99", b"ask[]=w&after[]=0", b"after=-1",
                           b"a" * source.choice([10, 8192, 8193])])
    method = source.choice([b"GET", b"POST", b"POST", b"PUT", b"HEAD", b"DELETE", b"OPTIONS", b"get"])
    body = source.choice([b"", b'{"id":1,"text":"hei"}', bytes(source.randrange(256) for _ in range(50)), b"x" * 70000])
    if source.random() < 0.4:
        query = mutated(source, query)
    if source.random() < 0.4:
        body = mutated(source, body)
    key = source.choice([b""] * 6 + [b"X-Budstikke-Key: " + KEY[:-1].encode() + b"\r\n", b"X-Budstikke-Key: x\x00y\r\n"])
    kind = source.choice([b"", b"Content-Type: application/json\r\n", b"Content-Type: multipart/form-data; boundary=x\r\n",
                          b"Content-Type: application/x-www-form-urlencoded\r\n", b"Content-Type: \xff\xfe\r\n"])
    coding = source.choice([b""] * 8 + [b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n"])
    length = str(len(body) + source.choice([0] * 8 + [1, -1, 5])).encode() if body or method == b"POST" else b""
    if source.random() < 0.1:
        length = mutated(source, length)
    fields = key + kind + coding + (b"Content-Length: " + length + b"\r\n" if length else b"")
    line = method + b" /postkasse.php/" + path.encode() + (b"?" + query if query else b"") + b" HTTP/1.1\r\n"
    whole = line + b"Host: x\r\n" + fields + b"\r\n" + body
    if source.random() < 0.1:
        whole = mutated(source, whole)
    return whole


def main():
    source = random.Random(SEED)
    site = Site()
    executed = taken = 0
    successes = []
    try:
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            hostile = request(source)
            answer = site.talk(hostile)
            executed += 1
            if answer:
                status, body, whole = answer
                assert status in STATUSES | OF_THE_SERVER, (status, hostile, whole[:300])
                assert site.folder.encode() not in whole, ("a path of the web host is told", hostile, whole[:300])
                own = body.startswith(b"<!doctype html>")  # a page of PHP's server, which repeats the address
                assert (own or SECRET.encode() not in body) and b"Warning" not in body and b"Fatal" not in body, (hostile, whole[:500])
                if status == 200:
                    assert body in (b"true", b""), ("success for more than was asked", hostile, whole[:300])
                    assert SECRET.encode() in hostile, ("success without the secret", hostile)
                    successes.append(hostile)
            if executed % 200 == 0 or time.monotonic() >= until:
                check(site, successes)
                taken += len(successes)
                successes = []
        print(f"number_of_executed_units {executed}")
        print(f"number_of_successes {taken}")
    except AssertionError as found:
        print(f"seed {SEED}, request {executed}: {found}")
        return 1
    finally:
        site.close()
    return 0


def check(site, successes):
    """What is kept is what was answered with success, as it came; and PHP had nothing to complain about."""
    kept = site.kept()
    assert len(kept) >= len(successes), f"{len(successes)} were answered with success, {len(kept)} are kept"
    for event in kept:
        head, _, rest = event.partition(b"\n")
        head = json.loads(head)
        assert head["leaf"] in ("status", "inbound") and head["method"] in ("GET", "POST"), head
        assert len(rest) == head["query"] + head["body"], head
    wholes = [event.partition(b"\n")[2] for event in kept]
    for hostile in successes:
        line = hostile.split(b"\r\n")[0]
        query = line.rsplit(b" ", 1)[0].partition(b"?")[2].partition(b"#")[0]  # where PHP's server ends an address
        assert any(whole.startswith(query) for whole in wholes) or b"\x00" in hostile or not query, ("is not kept as it came", hostile)
    strays = [name for name in os.listdir(site.web) if name not in ("postkasse.php", "postkasse-0123456789abcdef0123")]
    assert not strays, f"files beside its own: {strays}"
    if os.path.exists(site.log):
        with open(site.log, "rb") as log:
            said = log.read()
        assert not said, f"PHP complains: {said[:500]!r}"
    assert site.ask("test?ask=w")["left"] == 0, "something is left after all was forgotten"


sys.exit(main())

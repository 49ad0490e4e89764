# SPDX-License-Identifier: GPL-3.0-or-later
"""Run 6: slow clients, silent and broken TLS handshakes and large bodies, beside one good status a second."""
import multiprocessing
import os
import random
import socket
import ssl
import subprocess
import threading
import time

from runs.peers import Failure, Gateway, Profile, Receiver

GOOD_SECONDS = 2
MORE_MEMORY_MB = 64
BACK_SECONDS = 60
LARGE_BODY = 20 << 20


def certificate(profile):
    pair = profile.file("server.pem"), profile.file("server.key")
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "60",
         "-subj", "/CN=localhost", "-out", pair[0], "-keyout", pair[1]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if made.returncode != 0:
        raise Failure("openssl makes no certificate")
    return pair


class Watched:
    """The receiver's memory and descriptors, as the kernel counts them."""

    def __init__(self, pid):
        self.pid = pid

    def descriptors(self):
        """All but the database file's own: SQLite keeps one that upkeep's connection had, as long as another
        holds locks on the file, and takes it for the next connection."""
        return len([link for link in self.opened() if not link.endswith(".sqlite")])

    def opened(self):
        folder = f"/proc/{self.pid}/fd"
        links = []
        for number in os.listdir(folder):
            try:
                links.append(os.readlink(os.path.join(folder, number)).split(":[")[0])
            except OSError:
                continue
        return sorted(links)

    def memory_mb(self):
        with open(f"/proc/{self.pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


class Flood:
    def __init__(self, receiver, seed):
        self.receiver = receiver
        self.random = random.Random(seed)
        self.context = ssl.create_default_context()
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE
        self.stopping = threading.Event()

    def connection(self, seconds=30):
        return socket.create_connection(("127.0.0.1", self.receiver.port), timeout=seconds)

    def good(self, number):
        """One status as the gateway posts it; the seconds until its whole answer."""
        began = time.monotonic()
        with self.connection(10) as plain, self.context.wrap_socket(plain) as peer:
            peer.sendall(f"GET /{self.receiver.secret}/status?status=4&origid={number} HTTP/1.1\r\nHost: h\r\n\r\n".encode())
            answer = b""
            while piece := peer.recv(4096):
                answer += piece
        if not answer.startswith(b"HTTP/1.1 200 "):
            raise OSError(f"answered {answer[:60]!r}")
        return time.monotonic() - began

    def again_and_again(self, attack):
        """Each is thrown out in time, and comes back as an attacker would."""
        self.stopping.wait(self.random.uniform(0, 3))
        while not self.stopping.is_set():
            try:
                attack()
            except OSError:
                pass
            self.stopping.wait(self.random.uniform(0.2, 1.0))

    def slow_client(self):
        with self.connection() as plain, self.context.wrap_socket(plain) as peer:
            for byte in f"GET /{self.receiver.secret}/status?status=4 HTTP/1.1\r\nHost: h".encode():
                peer.sendall(bytes([byte]))
                if self.stopping.wait(self.random.uniform(0.5, 2)):
                    return

    def silent(self):
        with self.connection() as plain:
            plain.settimeout(1)
            while not self.stopping.is_set():
                try:
                    if not plain.recv(1):
                        return
                except TimeoutError:
                    pass

    def broken_handshake(self):
        with self.connection() as plain:
            hello = bytes([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]) if self.random.random() < 0.5 else b""
            plain.sendall(hello + self.random.randbytes(self.random.randrange(1, 600)))
            plain.settimeout(3)
            plain.recv(100)

    def large_body(self):
        with self.connection() as plain, self.context.wrap_socket(plain) as peer:
            head = f"POST /{self.receiver.secret}/inbound HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
            if self.random.random() < 0.5:
                peer.sendall((head + f"Content-Length: {LARGE_BODY}\r\n\r\n").encode())
                for _ in range(LARGE_BODY >> 16):
                    peer.sendall(b" " * (1 << 16))
            else: # its size is not told beforehand
                peer.sendall((head + "Transfer-Encoding: chunked\r\n\r\n").encode())
                for _ in range(LARGE_BODY >> 16):
                    peer.sendall(b"10000\r\n" + b" " * (1 << 16) + b"\r\n")
            answer = peer.recv(100)
            if answer.startswith(b"HTTP/1.1 2"):
                raise Failure("a body of 20 MiB was taken")

    def attack(self, attackers, ends):
        """In a process of its own, so that the good client's time is not spent on the others."""
        threading.stack_size(256 << 10)
        for attack, count in attackers:
            for _ in range(count):
                threading.Thread(target=self.again_and_again, args=(attack,), daemon=True).start()
        ends.wait()
        self.stopping.set()
        os._exit(0)  # and with it every connection


def run(report, seeds, short):
    scale, seconds = (10, 12) if short else (1, 60)
    with Profile() as profile, Gateway() as gateway:
        profile.set_account(gateway)
        pair = certificate(profile)
        with Receiver(profile, "--tls-cert", pair[0], "--tls-key", pair[1]) as receiver:
            flood = Flood(receiver, seeds[-1])
            watched = Watched(receiver.process.pid)
            for number in range(5):
                flood.good(number + 1)
            descriptors, memory = watched.descriptors(), watched.memory_mb()
            before = watched.opened()
            own = multiprocessing.get_context("fork")
            ends = own.Event()
            attackers = [(flood.slow_client, 500 // scale), (flood.silent, 300 // scale),
                         (flood.broken_handshake, 200 // scale), (flood.large_body, 1 if short else 2)]
            attack = own.Process(target=flood.attack, args=(attackers, ends), daemon=True)
            attack.start()
            slowest, most, good = 0.0, memory, 0
            for second in range(seconds):
                began = time.monotonic()
                try:
                    took = flood.good(100 + second)
                    report.expect(took < GOOD_SECONDS, f"a good status was answered after {took:.1f} s")
                    slowest = max(slowest, took)
                    good += 1
                except OSError as error:
                    report.problem(f"a good status in second {second}: {error}")
                most = max(most, watched.memory_mb())
                time.sleep(max(0.0, 1 - (time.monotonic() - began)))
            report.expect(attack.is_alive(), "the attackers had given up")
            ends.set()
            attack.join()
            ended = time.monotonic()
            while watched.descriptors() > descriptors and time.monotonic() - ended < BACK_SECONDS:
                time.sleep(0.2)
            back = time.monotonic() - ended
            after = watched.opened()
            kept = sum(link.endswith(".sqlite") for link in after)
            report.expect(watched.descriptors() <= descriptors and kept <= 2, f"{after} instead of {before}")
            report.expect(most - memory < MORE_MEMORY_MB, f"{most - memory:.0f} MB more memory")
            report.say(f"{good} good statuses, slowest {slowest:.2f} s, memory + {most - memory:.0f} MB, "
                       f"descriptors back after {back:.0f} s")

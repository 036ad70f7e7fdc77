#!/usr/bin/env python3
"""Sets LogitModel beside NumPy, SciPy, PyTorch and JAX, for rows of ten to a million classes.

    Tests/Benchmarks/compare.py [--rounds 5] [--sizes 10,1000] BENCHMARKS

BENCHMARKS is the built LogitModelBenchmarks; `make bench` builds it and calls this. For each number of
classes all take turns, round by round, so that a machine that slows down slows all of them. A time is the
median of the rounds' medians; a ratio is the median of the rounds' ratios, and each divides the time of
that round's fastest library by LogitModel's.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys

import rows
from tables import count, figures, table

PEERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers.py")
PROCESSORS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
OURS = "logitscope"
FULL = "Loss, softmax and gradient of a row"
ONE = "One logit changed, loss and s(positive) read"


class LogitModel:
    """The built benchmarks."""

    def __init__(self, program):
        self.program = program

    def measure(self, classes):
        """Microseconds by operation."""
        command = [self.program, "--quiet", "true", "--filter", f"[a-z]+/{classes}/.*"]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        took = {}
        for part in output.split("Debug results for ")[1:]:
            operation, _, times = re.match(r"(\w+)/(\d+)/(\d+):", part).groups()
            percentiles = re.findall(r"^ *([\d.]+) ([\d.]+) +\d+ +[\d.]+$", part, re.MULTILINE)
            median = next(float(value) for value, share in percentiles if float(share) >= 0.5)
            took[operation] = median / int(times) / 1e3
        return took


class Peer:
    """A library in a process of its own, which waits for numbers of classes."""

    def __init__(self, name, *arguments):
        command = [sys.executable, PEERS, *arguments]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        version = self.process.stdout.readline()
        self.installed = bool(version)
        self.library = name
        self.release = f"{name} {json.loads(version)}" if version else name

    def measure(self, classes):
        """Microseconds by operation."""
        print(classes, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"compare.py: {self.release} ended: {self.process.stderr.read().strip()}")
        return json.loads(answer)


def contenders(program):
    """Who takes part, by the name in the tables, and the libraries that are missing."""
    threads = f"PyTorch, {PROCESSORS} thread{'s'[:PROCESSORS - 1]}"
    peers = {
        "NumPy": Peer("NumPy", "numpy"),
        "SciPy": Peer("SciPy", "scipy"),
        "PyTorch, 1 thread": Peer("PyTorch", "torch", "--threads", "1"),
        threads: Peer("PyTorch", "torch", "--threads", str(PROCESSORS)),
        "JAX": Peer("JAX", "jax"),
    }
    releases = dict.fromkeys(peer.release for peer in peers.values() if peer.installed)
    missing = dict.fromkeys(peer.library for peer in peers.values() if not peer.installed)
    print(f"{PROCESSORS} processors; {', '.join(releases) or 'no library to compare with'}.")
    if missing:
        print(f"Not installed: {', '.join(missing)}. `make bench PEERS=install` installs all of them.")
    present = {name: peer for name, peer in peers.items() if peer.installed}
    return {**present, OURS: LogitModel(program)}


def run(taking_part, sizes, rounds):
    """Microseconds by operation, name, number of classes and round."""
    times = {}
    for _ in range(rounds):
        for classes in sizes:
            for name, contender in taking_part.items():
                for operation, took in contender.measure(classes).items():
                    by_name = times.setdefault(operation, {}).setdefault(name, {})
                    by_name.setdefault(classes, []).append(took)
    return times


def ratios(peers, ours, sizes):
    """How many times as long as LogitModel the fastest of these takes."""
    cells = []
    for classes in sizes:
        fastest = map(min, zip(*(peer[classes] for peer in peers), strict=True))
        each = [theirs / mine for theirs, mine in zip(fastest, ours[classes], strict=True)]
        cells.append(figures(statistics.median(each)) + " ×")
    return cells


def comparison(title, groups, ours, sizes):
    """A table of one operation; each group is a suffix to the names, and the times by name."""
    lines, before = [], []
    for suffix, peers in groups:
        for name, times in peers.items():
            lines.append([name + suffix, *(figures(statistics.median(times[size])) for size in sizes)])
    lines.append([OURS, *(figures(statistics.median(ours[size])) for size in sizes)])
    for suffix, peers in groups:
        before += peers.values()
        if before:
            lines.append([f"fastest{suffix} / {OURS}", *ratios(before, ours, sizes)])
    return f"\n{title}, µs\n\n" + table(["classes", *map(count, sizes)], lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", default=",".join(map(str, rows.SIZES)))
    parser.add_argument("benchmarks")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    times = run(contenders(options.benchmarks), sizes, options.rounds)
    full, one, kept = (times.get(operation, {}) for operation in ("full", "one", "kept"))
    print(comparison(FULL, [("", full)], full.pop(OURS), sizes))
    print(comparison(ONE, [("", one), (", exponentials kept", kept)], one.pop(OURS), sizes))


main()

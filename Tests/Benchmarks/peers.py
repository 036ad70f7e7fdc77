#!/usr/bin/env python3
"""Measures what NumPy, SciPy, PyTorch or JAX takes for what LogitModel computes, in double precision.

    Tests/Benchmarks/peers.py --install        # all four into Tests/Benchmarks/.venv
    Tests/Benchmarks/peers.py numpy            # a number of classes a line in, a line of JSON out
    Tests/Benchmarks/peers.py torch --threads 1

Three operations: `full` is loss, softmax and gradient of a row; `one` changes a logit and reads the loss
and the target's probability; `kept` is `one` by hand, with the exponentials kept and only their sum taken
anew, which holds as long as no logit moves far from the first maximum. Adding the difference to the sum
would be faster and drifts, so nobody does that here. A library may try several ways (ways.py), of which the
fastest counts; none builds a graph for automatic differentiation.

A process measures one library: the threads of two would wait for work on each other's processors.
"""

import argparse
import functools
import importlib.metadata
import importlib.util
import json
import math
import os
import statistics
import subprocess
import sys
import time
import venv

import rows
from ways import WAYS

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), ".venv")
PYTHON = os.path.join(FOLDER, "bin", "python")
K = rows.TARGET
# What PyTorch's wheel asks for, less the CUDA libraries.
TORCH_NEEDS = "filelock typing_extensions sympy networkx jinja2 fsspec setuptools>=77".split()
BLOCK = 0.015
BLOCKS = 7
REST = 0.06


def install():
    """Fills the folder with the libraries."""
    if not os.path.exists(PYTHON):
        venv.create(FOLDER, with_pip=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "numpy", "scipy", "jax", *TORCH_NEEDS], check=True)
    # PyPI's wheel for Linux does not load without the CUDA libraries. The one that does comes from where
    # pip has been told to look, or from PyTorch; on other systems there is one wheel for both.
    torch = [*pip, "--no-deps"]
    if sys.platform == "linux":
        with_local = [*torch, "torch==2.13.0+cpu"]
        if subprocess.run(with_local, stderr=subprocess.DEVNULL).returncode == 0:
            return
        torch += ["--index-url", "https://download.pytorch.org/whl/cpu"]
    subprocess.run([*torch, "torch"], check=True)


def expected(logits):
    """Loss, softmax and gradient with sums that are rounded once."""
    maximum = max(logits)
    exponentials = [math.exp(logit - maximum) for logit in logits]
    total = math.fsum(exponentials)
    p = [exponential / total for exponential in exponentials]
    gradient = [probability - (index == K) for index, probability in enumerate(p)]
    return math.log(total) + maximum - logits[K], p, gradient


def check(operation, way, classes):
    """Ends the run where a way computes something else."""
    logits = rows.numbers(classes)
    changes = rows.edits(classes)[:3]
    for index, value in changes:
        result = way(index, value)
        if operation != "full":
            logits[index] = value
    loss, p, gradient = expected(logits)
    if operation == "full":
        pairs = [(result[0], loss)]
        pairs += zip(result[1].tolist(), p, strict=True)
        pairs += zip(result[2].tolist(), gradient, strict=True)
    else:
        pairs = [(result[0], loss), (result[1], p[K])]
    for number, right in pairs:
        if not math.isclose(number, right, rel_tol=1e-9):
            name = way.__qualname__
            sys.exit(f"peers.py: {name} with {classes} classes: {number}, where {right} is right")


@functools.cache
def checked_ways(peer, classes):
    ways = WAYS[peer](classes)
    for operation, way in ways:
        check(operation, way, classes)
    return ways


def block(way, edits):
    """Seconds a call."""
    start = time.perf_counter()
    for index, value in edits:
        way(index, value)
    return (time.perf_counter() - start) / len(edits)


def median(way, edits):
    """Microseconds a call: the median of some blocks."""
    # Idle threads go on spinning for some time, and would slow down whatever comes next.
    time.sleep(REST)
    count = max(1, min(len(edits), int(BLOCK / block(way, edits[:5]))))
    return statistics.median(block(way, edits[:count]) for _ in range(BLOCKS)) * 1e6


def measure(peer, classes):
    """Microseconds by operation: the fastest of the library's ways."""
    edits = rows.edits(classes)
    fastest = {}
    for operation, way in checked_ways(peer, classes):
        took = median(way, edits)
        fastest[operation] = min(took, fastest.get(operation, took))
    return fastest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--threads", type=int, help="for torch")
    parser.add_argument("peer", nargs="?", choices=WAYS)
    options = parser.parse_args()
    if options.install:
        try:
            install()
        except subprocess.CalledProcessError as error:
            sys.exit(f"peers.py: {error} On Debian the package python3-venv may be missing.")
    if not options.peer:
        return
    if os.path.exists(PYTHON) and not os.path.samefile(sys.prefix, FOLDER):
        os.execv(PYTHON, [PYTHON, *sys.argv])
    if not importlib.util.find_spec(options.peer):
        sys.exit(f"peers.py: {options.peer} is not installed; peers.py --install installs it")
    if options.threads:
        import torch

        torch.set_num_threads(options.threads)
    print(json.dumps(importlib.metadata.version(options.peer)), flush=True)
    for line in sys.stdin:
        print(json.dumps(measure(options.peer, int(line))), flush=True)


if __name__ == "__main__":
    main()

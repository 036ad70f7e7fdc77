#!/usr/bin/env python3
"""Measures what the program costs as classes grow in number: to open a file, to press a key, in memory.

    Tests/Benchmarks/program.py [--size 80x24] [--runs 5] [--sizes 10,1000] PROGRAM

The files are rows of 64-bit and 32-bit numbers in NumPy's format, read from the page cache. The numbers of
classes take turns, run by run, each in a pseudo-terminal of that size; times are medians, and end with the
last byte of the frame. Memory is the peak up to the last key, less that of the program with the example
it starts with and the same keys pressed.
"""

import argparse
import array
import os
import shlex
import statistics
import struct
import sys
import tempfile

import rows
from tables import count, figures, table
from terminal import Session

# For each column, what is pressed before it without being measured, and what is measured. Every key changes
# the screen, whatever the number of classes: the wait for a frame is long.
KEYS = {
    "nudge": ("", ["\x1bOC"] * 5),
    "page": ("", ["\x1b[6~", "\x1b[5~"] * 2),
    "end, home": ("", ["\x1bOF", "\x1bOH"] * 2),
    "sort": ("", ["s"] * 3),
    "find": ("/", ["9"]),
}
PATIENCE = 60
KINDS = {"f8": "d", "f4": "f"}


def write(path, kind, classes):
    """A file of one row in NumPy's format, version 1.0."""
    fields = f"{{'descr': '<{kind}', 'fortran_order': False, 'shape': (1, {classes}), }}"
    # The numbers begin at a multiple of 64 bytes; six of magic, two of version and two of length come first.
    header = fields + " " * (-(len(fields) + 11) % 64) + "\n"
    with open(path, "wb") as file:
        file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode("ascii"))
        array.array(KINDS[kind], rows.numbers(classes)).tofile(file)


def measure(command, columns, lines):
    """Milliseconds to the first paint and for each key, bytes of a nudge, and bytes of memory."""
    session = Session(command, columns, lines)
    picture, opening = session.frame(session.started, patience=PATIENCE)
    if b"\x1b[?1049h" not in picture:
        sys.exit(f"program.py: {shlex.join(command)}: {picture.decode().strip()}")
    result = {"open": [opening * 1e3]}
    for name, (before, keys) in KEYS.items():
        if before:
            session.press(before, patience=PATIENCE)
        frames = [session.press(key, patience=PATIENCE) for key in keys]
        result[name] = [took * 1e3 for _, took in frames]
        if name == "nudge":
            result["first nudge"] = result[name][:1]
            result["bytes a nudge"] = [len(data) for data, _ in frames]
    result["memory"] = [session.peak_memory()]
    session.close()
    return result


def run(commands, runs, columns, lines):
    """Every number of every run, by the command's place and by what was measured."""
    results = [{} for _ in commands]
    for _ in range(runs):
        for command, result in zip(commands, results, strict=True):
            for name, values in measure(command, columns, lines).items():
                result.setdefault(name, []).extend(values)
    return results


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sizes", default=",".join(map(str, rows.SIZES)))
    parser.add_argument("program")
    options = parser.parse_args()
    columns, lines = map(int, options.size.split("x"))
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        commands, labels = [[options.program]], [("example", None)]
        for classes in sizes:
            for kind in KINDS:
                path = os.path.join(folder, f"{classes}.{kind}.npy")
                write(path, kind, classes)
                commands.append([options.program, path, "--target", str(rows.TARGET)])
                labels.append((kind, classes))
        results = run(commands, options.runs, columns, lines)
    empty = statistics.median(results[0]["memory"])
    times = ["open", "first nudge", *KEYS]
    body = []
    for (kind, classes), result in zip(labels, results, strict=True):
        more = statistics.median(result["memory"]) - empty
        line = [count(classes) + " " + kind if classes else kind]
        line += [figures(statistics.median(result[name])) for name in times]
        line += [count(round(statistics.median(result["bytes a nudge"])))]
        line += [figures(more / 1e6) if classes else ""]
        # Below, what differs is a few pages more or less.
        line += [figures(more / classes) if classes and classes >= 10_000 else ""]
        body.append(line)
    print(f"\nThe program at {options.size}, in ms; the example takes {figures(empty / 1e6)} MB\n")
    print(table(["classes", *times, "bytes a nudge", "MB above it", "bytes a class"], body))


main()

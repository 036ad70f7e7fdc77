#!/usr/bin/env python3
"""Measures what a terminal program costs: start to first paint, bytes and time for a key, idleness.

    Tests/Benchmarks/terminal.py [--size 80x24] [--runs 21] [--idle 10] PROGRAM [PEER ...]

Each argument is a whole command, such as '.build/release/logitscope' or 'tig'. The programs take turns,
run by run, in a pseudo-terminal of that size, so that a machine that slows down slows all of them. The
keys are `]` and `[` for logitscope and `j` and `k` for any other program.

A frame is over when nothing more has come for 60 ms; its time is that of its last byte.
"""

import argparse
import fcntl
import os
import pty
import select
import shlex
import signal
import statistics
import struct
import termios
import time

QUIET = 0.06


class Session:
    """One run of a command in a pseudo-terminal."""

    def __init__(self, command, columns, rows):
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", LANG="C.UTF-8")
            # The size is there before the program asks for it.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvp(command[0], command)

    def frame(self, since, patience=5.0):
        """The bytes of the next frame, and the time from `since` to the last of them."""
        data, last = b"", since
        while True:
            wait = QUIET if data else patience
            if not select.select([self.terminal], [], [], wait)[0]:
                return data, last - since
            try:
                chunk = os.read(self.terminal, 1 << 16)
            except OSError:
                return data, last - since
            if not chunk:
                return data, last - since
            data, last = data + chunk, time.perf_counter()

    def press(self, key, patience=1.0):
        since = time.perf_counter()
        os.write(self.terminal, key.encode())
        return self.frame(since, patience)

    def idle(self, seconds):
        """Bytes written, and processor time used, while nothing is pressed."""
        before = self.processor_time()
        data, end = b"", time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                data += os.read(self.terminal, 1 << 16)
        return len(data), self.processor_time() - before

    def processor_time(self):
        with open(f"/proc/{self.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_memory(self):
        """The most bytes that were in memory at once so far."""
        with open(f"/proc/{self.pid}/status") as status:
            line = next(line for line in status if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024

    def close(self):
        os.kill(self.pid, signal.SIGTERM)
        while True:
            try:
                if not os.read(self.terminal, 1 << 16):
                    break
            except OSError:
                break
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def keys(command):
    ours = os.path.basename(command[0]) == "logitscope"
    return ("]", "[") if ours else ("j", "k")


def summary(values, unit=1.0, digits=2):
    low, middle, high = min(values), statistics.median(values), max(values)
    return "  ".join(f"{value * unit:8.{digits}f}" for value in (low, middle, high))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--idle", type=float, default=10)
    parser.add_argument("commands", nargs="+")
    options = parser.parse_args()
    columns, rows = map(int, options.size.split("x"))
    commands = [shlex.split(command) for command in options.commands]
    starts = {index: [] for index in range(len(commands))}
    first = {index: [] for index in range(len(commands))}
    sizes = {index: [] for index in range(len(commands))}
    times = {index: [] for index in range(len(commands))}
    for _ in range(options.runs):
        for index, command in enumerate(commands):
            session = Session(command, columns, rows)
            data, took = session.frame(session.started)
            starts[index].append(took)
            first[index].append(len(data))
            forth, back = keys(command)
            for key in [forth] * 6 + [back] * 4:
                data, took = session.press(key)
                sizes[index].append(len(data))
                times[index].append(took)
            session.close()
    for index, command in enumerate(commands):
        session = Session(command, columns, rows)
        session.frame(session.started)
        silent, processor = session.idle(options.idle)
        session.close()
        print(f"{' '.join(command)}  ({options.runs} runs, {options.size})")
        print("                              min    median       max")
        print(f"  start to paint, ms     {summary(starts[index], 1e3)}")
        print(f"  bytes at start         {summary(first[index], digits=0)}")
        print(f"  bytes a key            {summary(sizes[index], digits=0)}")
        print(f"  key to last byte, ms   {summary(times[index], 1e3)}")
        print(f"  idle for {options.idle:g} s: {silent} bytes, {processor:g} s of processor time")


if __name__ == "__main__":
    main()

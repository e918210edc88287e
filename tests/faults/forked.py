"""Processes that start at once: forked from one that has imported what the bot imports.

A start takes seconds, nearly all of them imports, more under tracing, and the suite starts hundreds. Each
process is one of its own in all else: its arguments, folder, environment, output, signals and end. That the
bot starts by itself is shown where its commands are run cold (`test_architecture.py`, the wheel, the demo).
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from select import select
from threading import RLock

ROOT = Path(__file__).resolve().parents[2]
POLL = 0.01
BEGAN_WITH = dict(os.environ)
"""The environment of the whole run: a server must be the same whichever test needs it first."""


@dataclass(slots=True)
class Child:
    """A process of the server's; as much of `subprocess.Popen` as is used here."""

    server: Server
    pid: int
    returncode: int | None = None

    def poll(self) -> int | None:
        self.server.hear(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        looks = count() if timeout is None else range(int(timeout / POLL) + 1)
        for _ in looks:
            self.server.hear(POLL)
            if self.returncode is not None:
                return self.returncode
        raise subprocess.TimeoutExpired(f"process {self.pid}", timeout or 0)

    def send_signal(self, number: signal.Signals) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


@dataclass(slots=True)
class Server:
    """The fork server of this process."""

    process: subprocess.Popen[bytes]
    line: socket.socket
    children: dict[int, Child] = field(default_factory=dict)
    started: list[Child] = field(default_factory=list)
    heard: bytes = b""
    turn: RLock = field(default_factory=RLock)

    @classmethod
    def begin(cls) -> Server:
        ours, theirs = socket.socketpair()
        environment = {**BEGAN_WITH, "PYTHONPATH": str(ROOT)}
        with theirs, open(os.devnull, "wb") as nothing:  # noqa: PTH123 - a device
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.fork_server"],
                cwd=ROOT,
                env=environment,
                stdin=theirs.fileno(),
                stdout=nothing,
            )
        return cls(process, ours)

    def start(
        self, program: Sequence[str], folder: Path, environment: Mapping[str, str], files: Sequence[int]
    ) -> Child:
        """Run `python -m *program`; `files` are its standard input, output and error."""
        module, *arguments = program
        wanted = {"module": module, "arguments": arguments, "folder": str(folder), "environment": environment}
        data = json.dumps(wanted).encode()
        with self.turn:
            socket.send_fds(self.line, [len(data).to_bytes(4, "big")], files)
            self.line.sendall(data)
            while not self.started:
                self.hear(POLL)
            return self.started.pop()

    def hear(self, timeout: float) -> None:
        """Take in what the server says within `timeout` seconds."""
        with self.turn:
            if not select([self.line], [], [], timeout)[0]:
                return
            said = self.line.recv(65536)
            assert said, "the fork server is gone"
            *lines, self.heard = (self.heard + said).split(b"\n")
            for line in lines:
                self._take(*line.split())

    def _take(self, what: bytes, pid: bytes, status: bytes) -> None:
        if what == b"started":
            self.children[int(pid)] = Child(self, int(pid))
            self.started.append(self.children[int(pid)])
        else:
            self.children.pop(int(pid)).returncode = int(status)

    def end(self) -> None:
        """Kill what still runs, and wait until the server has written what it measured."""
        self.line.close()
        self.process.wait(60)


_servers: list[Server] = []


def start(
    program: Sequence[str], folder: Path, environment: Mapping[str, str], files: Sequence[int]
) -> Child:
    """See `Server.start`; the server is started when it is first needed."""
    if not _servers:
        _servers.append(Server.begin())
    return _servers[0].start(program, folder, environment, files)


def end() -> None:
    """End this process's server, if it has one."""
    while _servers:
        _servers.pop().end()

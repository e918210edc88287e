"""Lines answered by several processes at once, and given back in their order.

An article of 500 words takes the default engine some milliseconds of pure Python, so threads gain nothing.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Final

from summarizers.lines import Answer, Handler, Line, answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ALONE: Final = 32
"""Lines answered before other processes are started: for a short input that costs more than it gains."""

_AHEAD: Final = 8
"""Lines a process that may be read before the oldest of them is answered."""

_LARGE: Final = 1 << 20
"""Bytes of a line that is read alone, after all before it, so that memory stays that of one long line."""

_MOST: Final = 8
"""Processes unless more are asked for: a container may show the cores of a host that it may not use."""

_handler: Handler


def cores() -> int:
    """Processes that are worth having here: one for each core that this process may use, at most eight."""
    usable = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(usable, _MOST)


def answered(
    make: Callable[[], Handler], lines: Iterator[Line], jobs: int, put: Callable[[Answer], None]
) -> None:
    """Give `put` the answers to `lines` in their order, each as soon as it and all before it are there.

    Up to `jobs` processes work, each with a handler of its own from `make`, which must be a function that
    can be sent to them. If one of them dies, this process answers what is left. Raise what `put` or a handler
    raises; then no later line is answered.
    """
    handle = make()
    for line in islice(lines, _ALONE):
        put(answer(handle, line))
    gc.freeze()  # what is loaded by now stays: collecting need not walk it, and a fork shares its pages
    if jobs == 1:
        for line in lines:
            put(answer(handle, line))
    elif (first := next(lines, None)) is not None:
        _spread(make, chain((first,), lines), jobs, _Writer(handle, put, jobs))


def _spread(make: Callable[[], Handler], lines: Iterator[Line], jobs: int, writer: _Writer) -> None:
    """Hand `lines` out to `jobs` processes, and to `writer` what they make of them."""
    pool = ProcessPoolExecutor(jobs, _context(), _begin, (make,))
    pool.submit(os.getpid)  # forks them all, before this process has a second thread that a fork would lose
    writer.start()
    try:
        for line in lines:
            writer.take(line, _submitted(pool, line) if len(line.text) < _LARGE else None)
            if writer.error is not None:
                break
    finally:
        writer.end()
        pool.shutdown(cancel_futures=True)
    if writer.error is not None:
        raise writer.error


def _context() -> multiprocessing.context.BaseContext:
    """On Linux a fork, which has the engine loaded and its words read; elsewhere forks are not safe."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _submitted(pool: ProcessPoolExecutor, line: Line) -> Future[Answer] | None:
    """The answer to come, or None where the pool is broken."""
    try:
        return pool.submit(_answer, line)
    except BrokenProcessPool:
        return None


class _Writer:
    """A thread that puts answers out in their order while the next line is waited for.

    `error` is what stopped it; it goes on taking, and drops what it takes.
    """

    def __init__(self, handle: Handler, put: Callable[[Answer], None], jobs: int) -> None:
        self.error: BaseException | None = None
        self._handle, self._put = handle, put
        self._waiting: Queue[tuple[Line, Future[Answer] | None] | None] = Queue(jobs * _AHEAD)
        self._thread = Thread(target=self._run, name="answers", daemon=True)

    def start(self) -> None:
        """Begin to put out."""
        self._thread.start()

    def take(self, line: Line, coming: Future[Answer] | None) -> None:
        """Put out next what is `coming` for `line`; without that answer it here, once all before are out.

        Waits while too many are under way.
        """
        if coming is None:
            self._waiting.join()
        self._waiting.put((line, coming))
        if coming is None:
            self._waiting.join()

    def end(self) -> None:
        """Wait until all that was taken is out."""
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (item := self._waiting.get()) is not None:
            if self.error is None:
                self._write(*item)
            self._waiting.task_done()

    def _write(self, line: Line, coming: Future[Answer] | None) -> None:
        try:
            self._put(self._answer(line, coming))
        except BaseException as error:  # noqa: BLE001 - it is raised where the lines are read
            self.error = error

    def _answer(self, line: Line, coming: Future[Answer] | None) -> Answer:
        try:
            return answer(self._handle, line) if coming is None else coming.result()
        except BrokenProcessPool:
            return answer(self._handle, line)


def _begin(make: Callable[[], Handler]) -> None:
    """In each process: make the handler, leave Ctrl-C to the parent, and end with it however it ends."""
    global _handler  # noqa: PLW0603 - a process of a pool has no other place for what it keeps
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _handler = make()
    gc.freeze()


def _end_with_parent() -> None:
    """A process of a pool whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer(line: Line) -> Answer:
    return answer(_handler, line)

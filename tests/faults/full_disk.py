"""A disk that is full: no file may grow beyond a size."""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """In this process no file may grow beyond `size` bytes meanwhile; a write that would fails with EFBIG.

    Bytecode is not written: Python does not look whether all of it was, so that a module imported meanwhile
    could be read by no later process.
    """
    limits, writes = resource.getrlimit(resource.RLIMIT_FSIZE), sys.dont_write_bytecode
    told = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        sys.dont_write_bytecode = writes
        signal.signal(signal.SIGXFSZ, told)

"""What holds for every test."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, settings

from tests.faults import forked, process

# How fast examples come depends on what else the machine does; what they show does not.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A change must fail by what it changed, not by luck: the same examples each time. `make fuzz` tries others.
settings.register_profile("known", settings.get_profile("any machine"), derandomize=True, database=None)
settings.register_profile("fuzz", settings.get_profile("any machine"), max_examples=1000, print_blob=True)
settings.load_profile("known")


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Begun behind `&` or nohup, where Ctrl-C is ignored: what the tests start would inherit that, and wait.
    signal.signal(signal.SIGINT, signal.default_int_handler)


gc.disable()  # what is collected stays until the end


def pytest_collection_finish() -> None:
    """Thousands of modules and tests are looked through for garbage no more: a tenth of the time of a run."""
    gc.freeze()
    gc.enable()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument: gzip packs the time too, and two workers must agree on names."""
    return argname if isinstance(val, bytes) else None


def pytest_sessionfinish() -> None:
    """The process that others were forked from writes what it measured before anybody counts it."""
    forked.end()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """What a test marked `untraced` needs is not measured either."""
    with _traced_or_not(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Tracing takes more than half the time, and of a process that is killed nothing is kept."""
    with _traced_or_not(item):
        return (yield)


@contextmanager
def _traced_or_not(item: pytest.Item) -> Iterator[None]:
    """If the test is marked `untraced`, neither it nor the processes that it starts are measured."""
    if item.get_closest_marker("untraced") is None:
        yield
        return
    asked = {name: os.environ.pop(name) for name in os.environ.keys() - process.untraced().keys()}
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)
        os.environ.update(asked)

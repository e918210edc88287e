"""What holds for every test."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.faults import forked, process

# How fast examples come depends on what else the machine does; what they show does not.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A change must fail by what it changed, not by luck: the same examples each time. `make fuzz` tries others.
settings.register_profile("known", settings.get_profile("any machine"), derandomize=True, database=None)
settings.register_profile("fuzz", settings.get_profile("any machine"), max_examples=1000, print_blob=True)
settings.load_profile("known")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument: gzip packs the time too, and two workers must agree on names."""
    return argname if isinstance(val, bytes) else None


def pytest_sessionfinish() -> None:
    """The process that others were forked from writes what it measured before anybody counts it."""
    forked.end()


@pytest.fixture
def untraced(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No coverage in a test that goes ways which others go too, but again and again, nor in its processes.

    Tracing takes more than half the time, and of a process that is killed nothing is kept.
    """
    for name in os.environ.keys() - process.untraced().keys():
        monkeypatch.delenv(name)
    tracer = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(tracer)

"""A web of servers that do as they are told."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.fakes.hostile_web import HostileWeb, hostile_web


@pytest.fixture
async def web() -> AsyncIterator[HostileWeb]:
    async with hostile_web() as made:
        yield made

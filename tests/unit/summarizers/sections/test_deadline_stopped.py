"""What is stopped for a time, and how much of a sentence is read around a day."""

from __future__ import annotations

import pytest

from summarizers.sections.deadline_clause import clause
from summarizers.sections.deadline_stopped import is_stopped
from summarizers.types import Boundary

HONEST = 2000
"""Characters that are more than any clause has."""


@pytest.mark.parametrize(
    ("before", "boundary"),
    [
        ("the ferry line has cancelled all sailings until ", "until"),
        ("the airline scrapped, for want of crews, its evening flights from ", "from"),
        ("flights to the islands, where snow fell, are cancelled until at least ", "until"),
        ("evening services will be called off starting on ", "from"),
    ],
)
def test_what_runs_day_by_day_is_stopped_from_or_until_a_day(before: str, boundary: Boundary) -> None:
    assert is_stopped(before, boundary)


@pytest.mark.parametrize(
    ("before", "boundary"),
    [
        ("services will go on. the fair is cancelled from ", "from"),
        ("flights were full; the fair that was to open is cancelled from ", "from"),
        ("the airline cancelled the flights on ", "on"),
        ("the airline cancelled its flights after ", "from"),
    ],
)
def test_what_is_called_off_once_or_in_another_sentence_is_not(before: str, boundary: Boundary) -> None:
    assert not is_stopped(before, boundary)


@pytest.mark.parametrize(
    "words", ["not before ", "cancelled services ", "services that were cancelled ", "met, "]
)
def test_of_an_endless_sentence_no_more_is_read_than_what_is_near_its_day(words: str) -> None:
    before = words * (80_000 // len(words))
    found = clause(
        f"{before}until 4 may{before}", len(before) + len("until "), len(before) + len("until 4 may")
    )
    assert len(found.before) < HONEST
    assert len(found.after) < HONEST
    assert found.before.endswith("until ")

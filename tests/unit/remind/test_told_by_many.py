"""One deadline as several outlets tell it over days, read by the engine: one entry, the date that holds."""

from __future__ import annotations

import pytest

from tests.unit.remind.read import entries_of
from tests.unit.remind.told import summed

UP, OFF = "upcoming", "called_off"
Story = list[tuple[str, str, str]]

MEETING = (
    "2031-11-03",
    "Varn Mills to buy Tolmar Paper",
    "Tolmar Paper's shareholders will vote on the takeover by Varn Mills at an extraordinary meeting on November 19. The Lorn Markets Office has until November 26 to decide whether to allow the purchase.",
)
TRUCE = (
    "2031-11-03",
    "Castavia and Orlenne race to save steel truce",
    "Castavia and Orlenne will send their ministers to Velm on November 12 to save a steel truce that expires on November 21, officials said. Ilka Roven leads the talks.",
)

STORIES: dict[str, tuple[Story, list[tuple[str, ...]]]] = {
    "a move between two days is of what was due on the first": (
        [
            MEETING,
            (
                "2031-11-14",
                "Tolmar Paper puts off vote",
                "Tolmar Paper has moved its extraordinary shareholders' meeting on the takeover by Varn Mills from November 19 to November 30, it said on Friday. It wants to wait for the decision of the Lorn Markets Office, due by November 26.",
            ),
        ],
        [("2031-11-26", UP), ("2031-11-30", UP)],
    ),
    "another account of a move is of what moved, not of the meeting that brought it about": (
        [
            TRUCE,
            (
                "2031-11-12T18:00:00+00:00",
                "Castavia and Orlenne prolong truce",
                "Castavia and Orlenne agreed in Velm on Wednesday to extend their steel truce from November 21 to February 21, 2032, officials said.",
            ),
            (
                "2031-11-12T21:00:00+00:00",
                "Truce prolonged until mid-February",
                "Castavia and Orlenne have agreed to prolong their steel truce until February 16, a minister said. The truce was to expire on November 21.",
            ),
        ],
        [("2031-11-12", UP), ("2032-02-16", UP, "2032-02-21")],
    ),
    "what is discussed in a month is not what ends on a day of it": (
        [
            TRUCE,
            (
                "2031-11-04",
                "Steel in the chamber",
                "Orlenne said steel quotas would be discussed in November. Ilka Roven will be there with Castavia.",
            ),
        ],
        [("2031-11-04", UP), ("2031-11-12", UP), ("2031-11-21", UP)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_a_deadline_stands_once_and_with_its_own_date(story: str) -> None:
    told, expected = STORIES[story]
    assert summed(entries_of(*told)) == expected

"""A treaty of two states and what is told of it under other names of theirs; invented, as all stories here."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.remind.read import entries_of

FIRST = (
    "Fishing accord of France and Morocco nears its end",
    "Ministers of France and Morocco met in Lisbon on Thursday. The fishing accord, under which French trawlers work "
    "off the Moroccan coast for a fee, expires on November 10, the ministry in Rabat said.",
)

MOVED = {
    "capitals": "Paris and Rabat have extended their fishing accord until November 10, 2032, both said.",
    "capitals, and how far": "Paris and Rabat agreed on Wednesday to prolong their fishing accord by a year.",
    "peoples": "French and Moroccan ministers extended the fishing accord to November 10, 2032.",
    "one of them by its seat": "The Elysée said on Wednesday that France had agreed with Rabat on the fishing accord. "
    "It has been extended until November 10, 2032.",
    "somebody else tells it": "France and Morocco have extended their fishing accord until November 10, 2032, "
    "Spanish officials said.",
}

OTHERS = {
    "of two others": "Oslo and Copenhagen have extended their fishing accord until November 10, 2032.",
    "of one of them and a third": "Paris and London extended their fishing accord, due to expire on November 10, "
    "until November 10, 2032, the French ministry said.",
    "of one of them and a third, and how far": "France and Norway extended their fishing accord, due to expire on "
    "November 10, by one year, the ministry in Paris said.",
    "told by one of them": "Norway and Iceland extended their fishing accord, due to expire on November 10, by one "
    "year, French officials said. Morocco was not asked.",
    "of two towns": "Anglers in Paris and Rabat have extended their fishing contest, due to end on November 10, until "
    "November 30.",
}


@pytest.mark.parametrize("later", MOVED)
def test_it_moves_whatever_the_two_states_are_called(later: str) -> None:
    entries = entries_of(("2031-10-30", *FIRST), ("2031-11-05", "Fishing accord", MOVED[later]))
    assert [(str(one.deadline.date), str(one.moved_from)) for one in entries] == [
        ("2032-11-10", "2031-11-10")
    ]


@pytest.mark.parametrize("later", OTHERS)
def test_what_others_prolong_leaves_it(later: str) -> None:
    first, *_ = entries_of(("2031-10-30", *FIRST))
    told = entries_of(("2031-10-30", *FIRST), ("2031-11-05", "Fishing accord", OTHERS[later]))
    held = {one.id: one for one in told}[first.id]
    assert (held.deadline.date, held.disputed) == (dt.date(2031, 11, 10), ())

"""A prolongation told in other words than the deadline was, from the text of both articles to the ledger."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.remind.ledger import Told, absorb
from tests.unit.remind.read import read

FIRST = (
    "President Odell of Vellmark and Premier Kestan of Sarrow met in Dunmere on Thursday. "
    "Previous trade arrangements between the Vellmarkers and Sarrow that had cut duties to about 40 per cent "
    "are set to expire on November 10, officials said."
)


def _told(number: int, day: str, body: str) -> Told:
    return read(number, day, "The truce", body)


LATER = (
    (
        "Vellmark and Sarrow agreed on Wednesday to extend their trade truce by a year. The arrangements, "
        "which were due to expire on November 10, will now run until November 10, 2032, Kestan said."
    ),
    "Vellmark and Sarrow agreed on Wednesday to extend their tariff truce by a year, Odell said in Dunmere.",
    (
        "Odell and Kestan have extended the trade truce that was due to expire on 10 November by one "
        "year, to 10 November 2032, both said in Dunmere."
    ),
    (
        "The truce between Odell and Kestan has been extended for another year and will now expire on "
        "November 10, 2032, Sarrow said."
    ),
)


@pytest.mark.parametrize("later", LATER)
def test_the_old_date_no_longer_stands_whatever_words_prolong_it(later: str) -> None:
    entries = absorb((), [_told(1, "2031-10-30", FIRST), _told(2, "2031-11-05", later)])
    held = {(entry.deadline.date, entry.moved_from) for entry in entries}
    assert held == {(dt.date(2032, 11, 10), dt.date(2031, 11, 10))}


@pytest.mark.parametrize("known", [True, False])
def test_a_date_and_how_far_it_moves_make_the_new_date_whether_the_old_one_was_read_or_not(
    known: bool,
) -> None:
    moved = _told(
        2,
        "2031-11-05",
        "Vellmark and Sarrow met in Dunmere. Odell and Kestan said they had extended the November 10 expiry "
        "of their trade arrangements by a year.",
    )
    (entry,) = absorb((), [_told(1, "2031-10-30", FIRST), moved] if known else [moved])
    assert str(entry.deadline.date) == "2032-11-10"
    assert str(entry.moved_from) == "2031-11-10"


def test_a_new_date_in_the_next_sentence_does_not_keep_the_old_one() -> None:
    moved = _told(
        2,
        "2031-11-05",
        "Vellmark and Sarrow agreed to extend their trade truce, which was due to expire on November 10, "
        "by one year, officials said. The reduced tariffs will now stay in force until November 10, 2032.",
    )
    entries = absorb((), [_told(1, "2031-10-30", FIRST), moved])
    assert {entry.deadline.date for entry in entries} == {dt.date(2032, 11, 10)}
    assert dt.date(2031, 11, 10) in {entry.moved_from for entry in entries}

"""Who contradicts a date of a digest: whoever moved it, or gave the day to which it was put off."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from bot.domain.article import Article
from bot.domain.briefing import Briefing
from bot.remind.contradicted import corrections_of
from tests.unit.remind.read import entries_of

FIRST = ("2031-10-20", "A", "The general election in Velm will be held on 3 November.", "Post")
PUT_OFF = "The general election in Velm was postponed from 3 November to"
HELD = "The general election in Velm will be held on"


@pytest.mark.parametrize(
    ("second", "third", "source", "day"),
    [
        (f"{PUT_OFF} 10 November.", f"{HELD} 10 November.", "Outlet 2", "2031-11-10"),
        (f"{PUT_OFF} December.", f"{HELD} 14 December.", "Outlet 3", "2031-12-14"),
    ],
)
def test_a_date_is_corrected_by_who_gives_the_new_one(second: str, third: str, source: str, day: str) -> None:
    entries = entries_of(FIRST, ("2031-10-22", "B", second), ("2031-10-23", "C", third))
    told = next(one for entry in entries for one in entry.reports if one.article_id == "a1")
    bullet = SimpleNamespace(deadline=told.deadline, citations=told.citations)
    briefing = cast("Briefing", SimpleNamespace(items=[SimpleNamespace(key="k", bullet=bullet)]))
    fresh = {f"a{at}": cast("Article", SimpleNamespace(source=f"Outlet {at}", body="")) for at in (2, 3)}
    assert [(one.source, f"{one.day}") for one in corrections_of(briefing, entries, fresh)] == [(source, day)]

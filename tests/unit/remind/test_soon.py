"""What is only said to be soon is no date to be reminded of."""

from __future__ import annotations

from tests.unit.remind.read import entries_of


def test_what_is_due_in_the_coming_days_makes_no_entry_each_day() -> None:
    told = "Minister Hale will announce his final decision on pay in the coming days."
    assert entries_of(("2031-10-30", "Pay", told), ("2031-10-31", "Pay", told)) == ()


def test_the_day_that_is_named_at_last_does() -> None:
    soon = "Minister Hale will announce his final decision on pay in the coming days."
    then = "Minister Hale will announce his final decision on pay on 4 November."
    (entry,) = entries_of(("2031-10-30", "Pay", soon), ("2031-10-31", "Pay", then))
    assert f"{entry.deadline.date}" == "2031-11-04"

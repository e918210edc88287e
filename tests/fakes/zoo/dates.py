"""Dates that are written oddly, or that nobody can believe."""

from __future__ import annotations

from bot.domain.source import Health
from tests.fakes.zoo.animal import Animal, Told, item, one

DAY = "2025-11-10"


def _dated(name: str, written: str, published: str | None, more: str = "") -> Animal:
    told = Told(title="Pier one opens", published=published or "", path="/1")
    return one(
        name, item(date=written, more=more), told=told, health=Health.OK if published else Health.UNDATED
    )


DATES: tuple[Animal, ...] = (
    _dated("midnight_is_only_a_day", "Mon, 10 Nov 2025 00:00:00 GMT", DAY),
    _dated("a_time_without_a_zone", "Mon, 10 Nov 2025 08:30:00", DAY),
    _dated("a_zone_by_its_name", "Sun, 09 Nov 2025 22:30:00 EST", "2025-11-09T22:30:00-05:00"),
    _dated("a_zone_nobody_knows", "Mon, 10 Nov 2025 08:30:00 XQT", DAY),
    _dated("a_zone_no_place_can_have", "Mon, 10 Nov 2025 08:30:00 +2500", DAY),
    _dated("local_time_marked_as_utc", "Mon, 10 Nov 2025 21:00:00 GMT", "2025-11-10T21:00:00+00:00"),
    _dated("far_ahead", "Tue, 10 Nov 2099 08:30:00 GMT", None),
    _dated("the_beginning_of_unix_time", "Thu, 01 Jan 1970 00:00:00 GMT", None),
    _dated("a_year_of_two_digits", "Mon, 10 Nov 25 08:30:00 +0100", "2025-11-10T08:30:00+01:00"),
    _dated("the_form_of_iso", "2025-11-10T08:30:00Z", "2025-11-10T08:30:00+00:00"),
    _dated("a_wrong_weekday", "Fri, 10 Nov 2025 08:30:00 +0100", "2025-11-10T08:30:00+01:00"),
    _dated("a_weekday_in_german", "Mo, 10 Nov 2025 08:30:00 +0100", "2025-11-10T08:30:00+01:00"),
    _dated("hour_twenty_four", "2025-11-09T24:00:00Z", "2025-11-09"),
    _dated("a_day_in_words", "November 10, 2025", DAY),
    _dated("a_day_that_may_mean_two", "10/11/2025", None),
    _dated("a_day_by_points", "10.11.2025", DAY),
    _dated("a_day_that_does_not_exist", "Sun, 31 Nov 2025 08:30:00 GMT", None),
    _dated("words_for_a_date", "yesterday", None),
    _dated("no_date", "", None),
    _dated("a_date_in_dublin_core", "", "2025-11-10T08:30:00+01:00",
           "<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2025-11-10T08:30:00+01:00</dc:date>"),
)  # fmt: skip

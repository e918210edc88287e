"""An hour without a day is of the day named before it where it tells of the same thing."""

from __future__ import annotations

import pytest

from summarizers.dates import find
from summarizers.types import Publication

NOW = Publication.parse("2031-03-05T09:00:00+00:00")


def last(text: str) -> str:
    return find(text, NOW)[-1].value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The rally will be held on 12 March. It starts at 10am.", "2031-03-12T10:00"),
        ("The fair will open on 15 March. Gates open at 9am.", "2031-03-15T09:00"),
        ("The fair will be held on 15 March. A parade starts at 10am.", "2031-03-15T10:00"),
        ("The hearing is on 12 March. The court sits at 9.30 a.m. in Orsa.", "2031-03-12T09:30"),
        ("She was seen on Monday. At 7pm she left.", "2031-03-03T19:00"),
    ],
)
def test_an_hour_of_the_same_thing_has_its_day(text: str, value: str) -> None:
    assert last(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The trial will open on 12 March. A public meeting on the pool starts at 7pm.", "2031-03-05T19:00"),
        ("The trial opens on 12 March. Meanwhile, the council meets at 7pm.", "2031-03-05T19:00"),
        ("The trial opens on 12 March. Police said he was arrested at 4pm.", "2031-03-05T16:00"),
        ("The council met on Monday. The mayor will speak at 7pm.", "2031-03-05T19:00"),
    ],
)
def test_an_hour_of_another_thing_is_of_the_texts_own_day(text: str, value: str) -> None:
    assert last(text) == value

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.engines.differing import Telling, differences, noted
from summarizers.types import MAX_POINT_CHARS, Publication

DAY = Publication.parse("2031-03-06")


def told(outlet: str, text: str, body: str = "", day: dt.date | None = None) -> Telling:
    return Telling(outlet=outlet, text=text, body=body or text, published=DAY, day=day)


def between(one: str, other: str) -> str:
    return differences([told("The Lantern", one), told("The Courier", other)])


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("55 % of the dockers voted to strike.", "Dockers voted by 57 percent to strike.", "55 %; 57 %"),
        ("It cost $4.1 billion.", "It cost $4.3 billion in cash.", "$4.1 billion; $4.3 billion"),
        ("Two ships were held.", "Officials held three ships.", "Two ships; three ships"),
        ("The quota is 84,000 tonnes.", "The quota of 48,000 tonnes.", "84,000 tonnes; 48,000 tonnes"),
        ("They signed it on Monday.", "It was signed on Tuesday.", "3 March; 4 March"),
        ("It was signed by Arlo Venn.", "It was signed by Bey Tamm.", "Arlo Venn; Bey Tamm"),
        (
            "Envoy Arlo Venn sealed it with 12 ships.",
            "Envoy Bey Tamm sealed it with 15 ships.",
            "12 ships, Arlo Venn; 15 ships, Bey Tamm",
        ),
    ],
)
def test_what_outlets_give_differently_is_said_with_who_gives_it(one: str, other: str, said: str) -> None:
    ours, _, theirs = said.partition("; ")
    assert between(one, other) == f"The Lantern: {ours}; The Courier: {theirs}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It cost $4.1 billion.", "It cost $4.12 billion."),
        ("More than 50 percent voted.", "Some 55 percent voted."),
        ("55 percent voted for it and 40 percent against.", "40 percent voted against it."),
        ("12 ships were held in 12 ports.", "12 ships were held for 9 days."),
        ("The law of 2029 was signed.", "The law of 2030 was signed."),
        ("They signed it, Tamm said on Tuesday.", "They signed it, Tamm told reporters on Monday."),
        ("The Veltland government signed it.", "The Veltlandian government signed it."),
        ("Talks began in the port.", "Negotiations began in the port."),
        ("They have two of the five.", "They have three of the five."),
    ],
)
def test_rounding_bounds_and_other_things_are_no_difference(one: str, other: str) -> None:
    assert between(one, other) == ""


def test_a_name_that_the_other_article_holds_elsewhere_is_no_difference() -> None:
    one, other = "It was signed by Arlo Venn.", "It was signed by Bey Tamm."
    ours = told("The Lantern", one, f"{one} His colleague Tamm looked on.")
    assert differences([ours, told("The Courier", other)]) == ""


def test_outlets_that_agree_stand_together() -> None:
    figures = (("The Lantern", 55), ("The Courier", 57), ("The Mast", 55))
    said = differences([told(outlet, f"{part} percent voted for it.") for outlet, part in figures])
    assert said == "The Lantern and The Mast: 55 %; The Courier: 57 %"


def test_what_an_outlet_told_last_counts() -> None:
    first, second = told("The Lantern", "55 percent voted."), told("The Lantern", "57 percent voted.")
    assert differences([first, second]) == ""
    assert differences([first, told("The Mast", "57 percent voted."), second]) == ""


def test_a_deadline_is_compared_by_its_day_whatever_its_words() -> None:
    days = dt.date(2031, 5, 4), dt.date(2031, 5, 5)
    said = differences(
        [told("The Lantern", "It ends Sunday.", day=days[0]), told("The Mast", "It ends then.", day=days[1])]
    )
    assert said == "The Lantern: 4 May; The Mast: 5 May"


PAIR = [told("The Lantern", "55 percent voted."), told("The Courier", "57 percent voted.")]


def test_the_difference_follows_the_text() -> None:
    said = noted("Dockers voted to strike.", PAIR)
    assert said == "Dockers voted to strike (The Lantern: 55 %; The Courier: 57 %)."


def test_a_long_text_makes_room_for_the_difference() -> None:
    tail = ", which had been expected for many a week by the harbour and by the towns along the bay of Selwyn"
    said = noted(f"The dockers of Veltland voted to strike in every port of the land{tail}.", PAIR)
    assert said.endswith("every port of the land (The Lantern: 55 %; The Courier: 57 %).")


def test_a_text_that_cannot_be_shortened_stays() -> None:
    text = "word " * 38
    assert noted(text, PAIR) == text


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=80)), max_size=5), st.text(max_size=200))
def test_a_bullet_keeps_its_limit_whatever_is_told(given_texts: list[tuple[str, str]], text: str) -> None:
    tellings = [told(outlet, sentence) for outlet, sentence in given_texts]
    assert len(noted(text, tellings)) <= MAX_POINT_CHARS

"""Which states a text has acting, and where a seat of government is only a town."""

from __future__ import annotations

import pytest

from bot.remind.parties import parties_in, states_in, with_states

ACTING = {
    "Paris and Rabat agreed to extend the accord.": ("france", "morocco"),
    "The accord between Paris and Rabat lapses on Friday.": ("france", "morocco"),
    "Downing Street said it would extend the levy on Norwegian salmon.": ("norway", "unitedkingdom"),
    "Oslo, London prolong salmon accord": ("norway", "unitedkingdom"),
    "The US-Japan pact, and the Tokyo–Seoul one": ("japan", "southkorea", "unitedstates"),
    "A U.S.-led round with South Korean officials": ("southkorea", "unitedstates"),
    "French and Moroccan officials met in Geneva.": ("france", "morocco"),
    "The White House welcomed New Delhi’s answer.": ("india", "unitedstates"),
    "At talks in Kuala Lumpur, Moscow and Kyiv exchanged lists.": ("russia", "ukraine"),
    "Georgia and Turkey extended the rail pact until May.": ("georgia", "turkey"),
    "Tbilisi said that Georgia and Turkey, whose envoys met in Atlanta, extended the pact.": (
        "georgia",
        "turkey",
    ),
    "Chad President Ilo and Jordan King Ores, who met in Amman, signed it. Jordan and Chad are glad.": (
        "chad",
        "jordan",
    ),
    "Israel Katz said in Haifa that Israel and Lebanon extend the truce.": ("israel", "lebanon"),
    "Kenya and Uganda extended the pact, the Kenya Revenue Authority said.": ("kenya", "uganda"),
    "They met in Berlin. Berlin and Warsaw have extended their checks.": ("germany", "poland"),
}

TOWNS = (
    "A fire broke out in Paris.",
    "Museums in Washington and Tokyo have extended their show.",
    "Paris, Nov 5 (Northern Wire) — Trams stood still.",
    "George Washington crossed the river, and Denzel Washington played him.",
    "The Washington Post and the London Eye",
    "Paris bakers extended their strike, and the mayor of London sent bread.",
    "Alabama and Georgia extended the water pact until May.",
    "Georgia will keep the levy until May, officials said in Atlanta.",
    "It was told to us in Latin American towns.",
    "The board of Paris, Texas, met. President Jim Jordan and Chad Smith spoke. Paris and Jordan agree.",
    "London, Ontario and Athens, Ga. extended their pact.",
    "In Lebanon, Ohio, a hearing is set. Israel Katz, a baker, came.",
    "Israel Marlow told India Fenn that Rep. Jordan had left.",
)


@pytest.mark.parametrize("text", ACTING)
def test_a_state_is_known_by_its_country_its_people_and_its_seat(text: str) -> None:
    assert states_in(text) == ACTING[text]


@pytest.mark.parametrize("text", TOWNS)
def test_a_town_is_no_state(text: str) -> None:
    assert states_in(text) == ()


def test_a_seat_alone_may_be_a_town_and_beside_its_country_is_not() -> None:
    assert states_in("Paris said the rides are free.") == ()
    assert states_in("Paris said the French state pays.") == ("france",)


def test_neither_who_tells_nor_where_it_happens_is_a_party() -> None:
    told = "Norway and Iceland extended their accord in Denmark, British officials said."
    known = states_in(told)
    assert set(known) == {"norway", "iceland", "denmark", "unitedkingdom"}
    assert parties_in(told, known) == ("iceland", "norway")


def test_a_state_is_one_word_however_it_is_written() -> None:
    known = ("unitedstates",)
    assert with_states("American officials in Washington met US envoys of Japan", known) == (
        "unitedstates officials in Washington met unitedstates envoys of Japan"
    )

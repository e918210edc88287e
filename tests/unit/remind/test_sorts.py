"""One event told by two parties is one entry; two events of one kind on one day stay two."""

from __future__ import annotations

import pytest

from bot.remind.sorts import of_two_sorts, sorts_of
from tests.unit.remind.read import entries_of
from tests.unit.remind.told import summed

Article = tuple[str, str, str]

ONE: dict[str, tuple[Article, Article]] = {
    "a strike, and the court that is asked to stop it": (
        (
            "2031-11-03",
            "Rail union calls strike at Tessel Line",
            "Drivers of the Tessel Line will walk out for 24 hours on 14 November, the Rail Workers Union said.",
        ),
        (
            "2031-11-05",
            "Tessel Line goes to court",
            "The Tessel Line has asked a court in Arlen to stop the strike that the Rail Workers Union has called for 14 November.",
        ),
    ),
    "a walkout, and the schools that it shuts": (
        (
            "2031-11-03",
            "Teachers to walk out",
            "Teachers in Dunmere will walk out on 14 November, the Teachers League said on Monday.",
        ),
        (
            "2031-11-05",
            "Schools to close",
            "Dunmere's schools will close on 14 November because teachers are striking, the city said. The Teachers League has called the stoppage over pay.",
        ),
    ),
    "a tariff, and the mills that lose by it": (
        (
            "2031-11-10",
            "Sarrow to raise steel tariff",
            "Sarrow will raise its tariff on steel from Vellmark to 25 percent on 1 December, Trade Minister Olin Pask said.",
        ),
        (
            "2031-11-12",
            "Vellmark mills fear tariff",
            "Steel mills in Vellmark expect to lose a third of their exports when Sarrow's 25 percent tariff takes effect on 1 December. Minister Olin Pask has refused to meet them.",
        ),
    ),
    "a bridge that is closed, and the shops beside it": (
        (
            "2031-11-10",
            "Ostbridge to close",
            "The city of Dunmere will close the Ostbridge to cars on 24 November for repairs.",
        ),
        (
            "2031-11-12",
            "Shops fear bridge closure",
            "Shopkeepers in Dunmere fear losses when the Ostbridge shuts to traffic on 24 November.",
        ),
    ),
    "an offer, and the board that advises against the bid": (
        (
            "2031-11-10",
            "Harrow offer runs until 27 November",
            "Harrow Foods has offered 31 euros a share for Dale Mills; the offer expires on 27 November.",
        ),
        (
            "2031-11-12",
            "Dale Mills advises against offer",
            "The board of Dale Mills told shareholders on Wednesday to reject the bid of Harrow Foods, which runs until 27 November.",
        ),
    ),
}

TWO: dict[str, tuple[Article, Article]] = {
    "two votes of one parliament": (
        (
            "2031-11-10",
            "Kerrin parliament to vote on budget",
            "The parliament of Kerrin will vote on the budget on 18 November.",
        ),
        (
            "2031-11-12",
            "Vote on Kerrin dam",
            "The parliament of Kerrin will vote on the dam at Lorn on 18 November.",
        ),
    ),
    "two unions strike at one company": (
        (
            "2031-11-03",
            "Pilots of Kerrin Air to strike",
            "Pilots of Kerrin Air will strike on 14 November, the union Altair said.",
        ),
        (
            "2031-11-05",
            "Cabin crew of Kerrin Air to strike",
            "Cabin crew of Kerrin Air will strike on 14 November, the union Cumulus said.",
        ),
    ),
    "a strike, and a complaint heard on its day": (
        (
            "2031-11-03",
            "Drivers to strike",
            "Drivers of the Tessel Line will strike on 14 November, the Rail Workers Union said.",
        ),
        (
            "2031-11-05",
            "Court hears Tessel",
            "A court in Arlen will hear the complaint of the Tessel Line against the Rail Workers Union on 14 November.",
        ),
    ),
    "two laws of one town": (
        (
            "2031-11-10",
            "Rent law",
            "Arlen's new rent law takes effect on 1 January 2032, the housing ministry said.",
        ),
        (
            "2031-11-12",
            "Cycling law",
            "Arlen's new cycling law takes effect on 1 January 2032, the transport ministry said.",
        ),
    ),
    "two tariffs of two states": (
        (
            "2031-11-10",
            "Sarrow to raise steel tariff",
            "Sarrow will raise its tariff on steel from Vellmark to 25 percent on 1 December, Trade Minister Olin Pask said.",
        ),
        (
            "2031-11-12",
            "Vellmark answers",
            "Vellmark will impose a tariff of 20 percent on wine from Sarrow on 1 December, Trade Minister Una Bek said.",
        ),
    ),
    "a plant that closes, and a contract that ends": (
        (
            "2031-11-10",
            "Brask to close Dunmere plant",
            "Brask Motors will close its plant in Dunmere on 31 December, the company said.",
        ),
        (
            "2031-11-12",
            "Contract ends",
            "The wage contract of Brask Motors with the union Ferra expires on 31 December.",
        ),
    ),
    "two bans of one mayor": (
        (
            "2031-11-10",
            "Arlen bans e-scooters",
            "A ban on e-scooters takes effect in Arlen on 1 January 2032, Mayor Ida Voll said.",
        ),
        (
            "2031-11-12",
            "Arlen bans fireworks",
            "A ban on fireworks takes effect in Arlen on 1 January 2032, Mayor Ida Voll said.",
        ),
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_an_event_that_two_parties_tell_of_is_one_entry(name: str) -> None:
    assert len(entries_of(*ONE[name])) == 1
    assert len(entries_of(*reversed(ONE[name]))) == 1


@pytest.mark.parametrize("name", TWO)
def test_two_events_of_a_day_are_two_entries(name: str) -> None:
    assert len(summed(entries_of(*TWO[name]))) == 2
    assert len(summed(entries_of(*reversed(TWO[name])))) == 2


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("Arlen's new rent law", ("law:rent",)),
        ("A vote on the budget on 18 November", ("vote:budget",)),
        ("The assembly votes on 5 November", ()),
        ("a tariff of 20 percent on wine from Sarrow", ("tariff:wine",)),
        ("Bus drivers of the union Altair", ("driver:bus", "union:altair", "worker:driver")),
        ("The council passed the law", ()),
    ],
)
def test_a_thing_is_of_the_sort_that_stands_beside_it(text: str, sorts: tuple[str, ...]) -> None:
    assert sorts_of(text) == sorts


def test_what_the_other_knows_too_is_no_other_sort() -> None:
    assert of_two_sorts(["levy:port"], ["levy:container"], ["levy"], ["levy"])
    assert not of_two_sorts(["levy:port"], ["levy:container"], ["levy"], ["levy", "port"])

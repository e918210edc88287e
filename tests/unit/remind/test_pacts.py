"""Two states have many pacts: what is told of one leaves the others; invented, as all stories here."""

from __future__ import annotations

import pytest

from bot.remind.likeness import topic_words
from bot.remind.pacts import PACT, pacts_in
from tests.unit.remind.read import entries_of

FIRST = {
    "fishing": "France and Morocco met. The fishing accord, for French trawlers off the Moroccan "
    "coast, expires on November 10, the ministry in Rabat said.",
    "tariffs": "Envoys met. The tariff truce between the United States and China expires "
    "on November 10, the White House said.",
    "water": "Jordan and Israel share a river. The water deal between Jordan and Israel expires on November "
    "10, Jordanian officials said.",
    "rail": "Georgia and Armenia met. The rail pact between Georgia and Armenia expires on November 10, "
    "Armenian officials said.",
}

OTHERS = (
    ("fishing", "France and Morocco have extended their farm accord until November 10, 2032, both said."),
    ("fishing", "Paris and Rabat extended their visa accord by a year on Wednesday, both said."),
    ("tariffs", "Washington and Beijing have extended the chip truce by 90 days, the White House said."),
    ("water", "Amman and Israel extended a gas deal until February 8, 2032."),
    ("water", "Jordan and Israel extended the gas deal by one year."),
    ("rail", "Tbilisi and Yerevan have extended the road pact until November 10, 2032."),
)

THE_SAME = (
    ("fishing", "Paris and Rabat have extended their fisheries accord until February 8, 2032."),
    ("fishing", "Paris and Rabat extended their four-year French fishing accord until February 8, 2032."),
    ("tariffs", "Washington and Beijing have extended their trade truce by 90 days, the White House said."),
    ("tariffs", "Washington and Beijing have extended their fragile truce until February 8, 2032."),
    ("water", "Jordan and Israel extended their landmark deal on water until February 8, 2032."),
    ("rail", "Tbilisi and Yerevan have extended the railway pact until February 8, 2032."),
)


def _dates(first: str, later: str) -> list[str]:
    before = ("2031-10-30", "Neighbours", FIRST[first])
    told = entries_of(before, ("2031-11-05", "Extended", later))
    (known,) = entries_of(before)
    return [str(one.deadline.date) for one in told if one.id == known.id]


@pytest.mark.parametrize(("first", "later"), OTHERS)
def test_another_pact_of_the_same_states_moves_nothing(first: str, later: str) -> None:
    assert _dates(first, later) == ["2031-11-10"]


@pytest.mark.parametrize(("first", "later"), THE_SAME)
def test_a_pact_is_the_same_in_other_words_for_it_and_with_words_that_only_judge_it(
    first: str, later: str
) -> None:
    assert _dates(first, later) == ["2032-02-08"]


def test_every_kind_of_pact_is_known_by_what_stands_before_it() -> None:
    kinds = PACT.removeprefix("(?:").removesuffix(")").replace("-?", "-").replace("[cs]", "c").split("|")
    for kind in kinds:
        ((_, which),) = pacts_in(f"They extended the coastal grain {kind} by a year.").items()
        assert which == {"grain", *topic_words("coastal")}
    assert pacts_in("The deal holds, and so does the grain deal; a deal.") == {"deal": {"grain"}}
    assert pacts_in("Leaders hail truce") == {}

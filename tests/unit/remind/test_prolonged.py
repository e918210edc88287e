"""A truce that is prolonged in many wordings moves, once; what only sounds like it leaves it. All is invented."""

from __future__ import annotations

import re

import pytest

from bot.domain.ledger import Entry
from tests.unit.remind.read import entries_of

FIRST = (
    "2031-10-30",
    "Sen and Mori meet for talks on tariffs",
    "Prime Minister Arjun Sen of India and Prime Minister Hana Mori of Japan met in Lisbon on Thursday. Sen said that "
    "Indian steel had suffered, and Mori asked for fair rules on Japanese cars.\n"
    "Previous trade arrangements that had cut tariffs to about 20 per cent on the Indian side and 5 per cent on the "
    "Japanese side are set to expire on November 10, officials said.\n"
    "Tokyo and New Delhi have quarrelled over steel for years. Mori also spoke of Vietnam.",
)
NEXT_YEAR = "2032-11-10"

MOVED: dict[str, tuple[str, str]] = {
    "India and Japan agreed on Wednesday to extend their trade truce by one year, to November 10, 2032. The truce had been due to run out on November 10.": ("Truce", NEXT_YEAR),
    "Tokyo and New Delhi have extended their trade truce until November 10, 2032, both capitals announced on Wednesday. The arrangements had been set to expire next Monday.": ("Truce", NEXT_YEAR),
    "New Delhi and Tokyo agreed on Wednesday to prolong their trade truce by a year, a ministry in Tokyo said. The arrangements were to expire on November 10.": ("Truce", NEXT_YEAR),
    "The trade truce between India and Japan has been extended by one year, to 10 November 2032, Mori said.": ("Truce", NEXT_YEAR),
    "The two sides have agreed to extend the trade truce for another year, until November 10, 2032, Sen and Mori said after a call.": ("Japan, India prolong truce", NEXT_YEAR),
    "Both governments will keep the reduced tariffs in place until November 10, 2032, extending the truce that was to expire on November 10 this year, Mori said.": ("Sen and Mori prolong truce", NEXT_YEAR),
    "Sen and Mori spoke on Wednesday about the trade truce between India and Japan. They extended it by a year, to November 10, 2032.": ("Call", NEXT_YEAR),
    "The truce will be extended by one year to 10 November 2032. It had been due to expire next week.": ("India and Japan extend trade truce", NEXT_YEAR),
    "The truce, which was due to expire on November 10, has been extended by a year. Officials confirmed it on Wednesday.": ("Tokyo, New Delhi roll over tariff truce", NEXT_YEAR),
    "India and Japan agreed to extend their trade truce, which was due to expire on November 10, by one year, officials said. The reduced tariffs will now stay in force until November 10, 2032.": ("Truce", NEXT_YEAR),
    "India and Japan agreed to extend their trade truce, which was due to expire on November 10, by one year. The two sides will keep reduced tariffs in place until 10 Nov 2032, Sen said.": ("Truce", NEXT_YEAR),
    "India and Japan extended for another year the trade arrangements that were to expire on November 10, Mori said on Wednesday.": ("Truce", NEXT_YEAR),
    "Indian and Japanese officials said on Wednesday that the trade truce, due to expire on November 10, had been prolonged by 12 months.": ("Truce", NEXT_YEAR),
    "India and Japan have agreed to extend their trade truce through Nov. 10, 2032, a minister told reporters.": ("Truce", NEXT_YEAR),
    "India and Japan extended their trade truce to the same date next year, Mori said. It was due to expire on November 10.": ("Truce", NEXT_YEAR),
    "The expiry of the trade arrangements between India and Japan was pushed back from November 10 to November 10, 2032, officials said.": ("Truce", NEXT_YEAR),
    "The trade truce between Tokyo and New Delhi was rolled over for a year on Wednesday, days before it was to expire on November 10.": ("Truce", NEXT_YEAR),
    "“We have extended the trade truce with Japan until November 10, 2032,” Indian Prime Minister Arjun Sen told reporters in New Delhi.": ("Sen: truce extended", NEXT_YEAR),
    "Prime Minister Arjun Sen signed an order on Wednesday that extends the November 10 expiry of the trade truce with Japan by one year.": ("Sen signs order", NEXT_YEAR),
    "New Delhi said on Wednesday that the trade arrangements with Tokyo, which were set to expire on November 10, would remain in force for a further year, until November 10, 2032.": ("Truce", NEXT_YEAR),
    "India and Japan said on Wednesday that their trade truce, which had been set to expire on November 10, will remain in effect until November 10, 2032.": ("Truce", NEXT_YEAR),
    "The trade truce will remain in force until November 10, 2032, Tokyo and New Delhi said. It was due to expire on November 10.": ("Truce", NEXT_YEAR),
    "Japan and India on Wednesday renewed their trade truce for one year, to November 10, 2032.": ("Truce", NEXT_YEAR),
    "Both sides confirmed on Wednesday that the trade truce would now run until 10 November 2032.": ("India and Japan keep truce alive", NEXT_YEAR),
    "India and Japan extended their trade truce by 90 days on Wednesday, to February 8, 2032. It was to expire on November 10.": ("Truce", "2032-02-08"),
    "India accepted Japan's offer to extend the trade truce by 30 days.": ("Truce", "2031-12-10"),
    "India accepted a proposal by Japan to extend the trade truce until December 10.": ("Truce", "2031-12-10"),
    "India approved Japan's request to extend the trade truce, due to expire on November 10, by 30 days.": ("Truce", "2031-12-10"),
    "Japan agreed to an offer by India and extended the trade truce by 30 days.": ("Truce", "2031-12-10"),
    "Japan gave in to India's request for an extension of the trade truce until December 10.": ("Truce", "2031-12-10"),
    "India and Japan agreed to a proposed extension of their trade truce until December 10.": ("Truce", "2031-12-10"),
    "India said yes to Japan's proposal to extend the trade truce until December 10.": ("Truce", "2031-12-10"),
    "India took up Japan's offer to extend the trade truce until December 10.": ("Truce", "2031-12-10"),
    "India and Japan said their floating trade truce is to be extended until December 10.": ("Truce", "2031-12-10"),
    "An extension of the trade truce between India and Japan until December 10 was sought by Mori and granted.": ("Truce", "2031-12-10"),
    "India agreed to Japan's request that the trade truce be extended until December 10.": ("Truce", "2031-12-10"),
    "India bowed to pressure from Japan and extended the trade truce until December 10.": ("Truce", "2031-12-10"),
    "Japan's request to extend the trade truce with India until December 10 was granted on Wednesday.": ("Truce", "2031-12-10"),
    "Japan's proposal to extend the trade truce with India by 30 days was accepted on Wednesday.": ("Truce", "2031-12-10"),
    "The extension of the trade truce that was sought by Japan was granted by India and runs until December 10.": ("Truce", "2031-12-10"),
    "Mori suggested that India and Japan will extend the trade truce until December 10.": ("Truce", "2031-12-10"),
    "After Japan offered tariff cuts, India extended the trade truce with Japan by 30 days.": ("Truce", "2031-12-10"),
    "Some of the ministers of India and Japan met on Wednesday and extended the trade truce by 30 days.": ("Truce", "2031-12-10"),
    "The trade truce between India and Japan will now be extended by 30 days, Mori said.": ("Truce", "2031-12-10"),
    "India and Japan extended their trade truce, due to expire on November 10, for another week, Mori said.": ("Truce", "2031-11-17"),
}  # fmt: skip

STAYS: dict[str, str] = {
    "Pakistan and Vietnam extended their trade truce, due to expire on November 10, until November 10, 2032, officials in Hanoi said.": "Truce extended",
    "Moscow and Kyiv agreed on Wednesday to extend their energy truce until November 10, 2032. It was due to expire on November 10.": "Truce extended",
    "The European Union and India extended their trade truce, which was due to expire on November 10, until November 10, 2032.": "Truce extended",
    "Brussels and Tokyo have extended their trade truce until November 10, 2032, officials said. It had been set to expire on November 10.": "Truce extended",
    "Japan and Canada extended their trade truce, due to expire on November 10, by one year, a ministry in Tokyo said.": "Truce extended",
    "The truce will be extended by one year to 10 November 2032. It had been due to expire on November 10.": "Egypt and Sudan extend truce",
    "India and Japan extended a deal on exchange students, which was to expire on November 15, by one year, to November 15, 2032.": "Students",
    "India and Japan extended a deadline for talks on electric cars to December 31.": "Cars",
    "India extended a waiver for Japanese films by a year, to December 1, 2032. The waiver was due to expire on December 1.": "Films",
    "Japan proposed on Wednesday to extend its trade truce with India by a year, until November 10, 2032.": "Truce",
    "India could extend the trade truce with Japan until November 10, 2032, Sen said.": "Truce",
    "India refused on Wednesday to extend the trade truce with Japan, which expires on November 10, by another year.": "Truce",
    "Sen said he would not extend the trade truce with Japan beyond November 10.": "No extension of truce",
    "If the prime ministers of India and Japan extend the trade truce by a year, mills will breathe again.": "Truce",
    "Analysts said that India and Japan would extend the trade truce until November 10, 2032.": "Truce",
    "In May, Tokyo and New Delhi agreed on a trade truce of 90 days. In August they extended it by another 90 days.": "A chronology",
    "The trade truce between India and Japan was extended in August by 90 days.": "A chronology",
    "Indian steel makers asked Sen to extend the trade truce with Japan until November 10, 2032.": "Truce",
    "Indian and Japanese officials met in Tokyo to discuss extending the trade truce, which expires on November 10, by a year.": "Truce",
    "India and Japan are expected to extend their trade truce by a year before it expires on November 10.": "Truce",
    "Japan denied on Wednesday that the trade truce with India had been extended by a year.": "Truce",
    "Japan offered to extend the trade truce with India by 30 days, officials said on Wednesday.": "Truce",
    "India and Japan offered a 30-day extension of the trade truce, Mori said.": "Truce",
    "Japan's offer to extend the trade truce with India by 30 days was discussed on Wednesday.": "Truce",
    "An offer by Japan to extend the truce with India until December 10 was on the table.": "Truce",
    "Japan is offering to prolong the trade truce with India to December 10.": "Truce",
    "Japan has asked that the trade truce with India, due to expire on November 10, be extended until December 10.": "Truce",
    "Japan proposed that the trade truce with India be extended until December 10.": "Truce",
    "Japan is seeking an extension of the trade truce with India to December 10.": "Truce",
    "Japan suggested that the trade truce with India be extended by 30 days.": "Truce",
    "Japan appealed to India to extend the trade truce until December 10.": "Truce",
    "Japan would like the trade truce with India to be extended until December 10.": "Truce",
    "Japan is willing to extend the trade truce with India by 30 days, Mori said.": "Truce",
    "India has yet to agree to extend the trade truce with Japan until December 10.": "Truce",
    "India turned down a 30-day extension of the trade truce with Japan.": "Truce",
    "A motion to extend the trade truce with Japan by 30 days was filed in India's parliament.": "Truce",
    "India has not accepted an offer by Japan to extend the trade truce by 30 days.": "Truce",
    "Mori asked on Wednesday that half of the trade truce with India be extended by 30 days.": "Truce",
    "Half of the trade truce between India and Japan was extended by 30 days, Mori said.": "Truce",
    "India and Japan extended part of their trade truce by 30 days, Mori said.": "Truce",
    "India put forward a plan to extend the trade truce with Japan until December 10.": "Truce",
    "A minister floated an extension of the trade truce between India and Japan until December 10.": "Truce",
    "India and Japan disagreed about extending the trade truce until December 10.": "Truce",
    "India ruled out an extension of the trade truce with Japan until December 10.": "Truce",
    "An extension of the trade truce between India and Japan until December 10 was rejected.": "Truce",
    "An extension of the trade truce between India and Japan until December 10 remains out of reach.": "Truce",
    "Mori offered on Wednesday that Japan extend the trade truce with India until December 10.": "Truce",
    "The parliament in Tokyo approved a motion urging India and Japan to extend the trade truce until December 10.": "Truce",
    "India's offer to extend the trade truce with Japan until December 10 was never accepted.": "Truce",
    "Japan's request to extend the trade truce with India until December 10 was turned down.": "Truce",
    "India's parliament took up a motion to extend the trade truce with Japan until December 10.": "Truce",
    "A request to extend the trade truce between India and Japan until December 10 was taken up in parliament.": "Truce",
    "No extension of the trade truce between India and Japan until December 10 was agreed.": "Truce",
    "Talks on a request to extend the trade truce between India and Japan until December 10 were agreed.": "Truce",
    "No request to extend the trade truce between India and Japan until December 10 was granted.": "Truce",
    "Museums in Tokyo and New Delhi have extended their show of porcelain, due to end on November 10, until November 30.": "Porcelain",
}  # fmt: skip


def _held(entries: tuple[Entry, ...]) -> list[tuple[str, str, int]]:
    return [(str(one.deadline.date), str(one.moved_from), len(one.disputed)) for one in entries]


@pytest.mark.parametrize("later", MOVED)
def test_a_prolonged_truce_moves_once_however_it_is_told(later: str) -> None:
    title, day = MOVED[later]
    assert _held(entries_of(FIRST, ("2031-11-05", title, later))) == [(day, "2031-11-10", 0)]


@pytest.mark.parametrize("later", STAYS)
def test_what_only_sounds_like_a_prolongation_leaves_it(later: str) -> None:
    (first,) = entries_of(FIRST)
    told = {one.id: one for one in entries_of(FIRST, ("2031-11-05", STAYS[later], later))}
    held = told[first.id]
    assert (held.deadline.date, held.disputed, held.state) == (first.deadline.date, (), first.state)


@pytest.mark.parametrize(
    "later",
    [
        one
        for one in STAYS
        if re.search("offer|asked|propos|seeking|motion|yet to|put forward|floated|out|request|rejected", one)
    ],
)
def test_nothing_falls_on_a_day_that_is_only_proposed(later: str) -> None:
    assert _held(entries_of(FIRST, ("2031-11-05", STAYS[later], later))) == [("2031-11-10", "None", 0)]


def test_what_is_due_beside_a_proposal_is_due() -> None:
    later = "Japan asked India to extend the trade truce, and mills must file their claims by December 1."
    held = _held(entries_of(FIRST, ("2031-11-05", "Truce", later)))
    assert ("2031-12-01", "None", 0) in held


DEAL = (
    "2031-09-02",
    "Grain corridor",
    "Norway and Iceland agreed in July to let ships leave Dunmere under a grain deal brokered by Turkey. The deal, which "
    "has brought much to market, expires on September 20, officials said.",
)


@pytest.mark.parametrize(
    "later",
    [
        "Oslo said Norway had agreed to prolong the grain deal with Reykjavik by another 60 days.",
        "It was a long night. In the end the deal was extended by 60 days. It was to expire on September 20.",
    ],
)
def test_the_deal_is_the_one_that_was_told_of_before(later: str) -> None:
    entries = entries_of(DEAL, ("2031-09-10", "Norway, Iceland extend grain deal", later))
    assert _held(entries) == [("2031-11-19", "2031-09-20", 0)]


def test_another_deal_of_the_same_two_is_another() -> None:
    later = "Norway and Iceland extended a deal on prisoners until November 1, Oslo said."
    entries = entries_of(DEAL, ("2031-09-10", "Prisoners", later))
    assert ("2031-09-20", "None", 0) in _held(entries)


@pytest.mark.parametrize(
    ("later", "left"),
    [
        ("Norway and Iceland extended their fishing truce on Wednesday until June 30.", "None"),
        ("On Wednesday Norway and Iceland extended their fishing truce until June 30.", "None"),
        (
            "Norway and Iceland extended their fishing truce, which expired on Tuesday, until June 30.",
            "2031-11-04",
        ),
        ("Norway and Iceland extended their fishing truce from Tuesday until June 30.", "2031-11-04"),
        ("Norway and Iceland extended the November 4 expiry of their truce until June 30.", "2031-11-04"),
    ],
)
def test_the_day_on_which_something_is_prolonged_is_not_the_day_that_it_leaves(later: str, left: str) -> None:
    (entry,) = entries_of(("2031-11-05", "Fishing", later))
    assert (str(entry.deadline.date), str(entry.moved_from)) == ("2032-06-30", left)


@pytest.mark.parametrize("day", ["2031-11-10", "2031-11-11"])
def test_what_is_prolonged_on_the_day_of_its_end_is_the_one_that_was_to_end(day: str) -> None:
    later = "India and Japan extended their trade truce on Monday until December 10."
    assert _held(entries_of(FIRST, (day, "Truce", later))) == [("2031-12-10", "2031-11-10", 0)]

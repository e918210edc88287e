"""How far and which way a move goes where it names no new date, and which date an extension names."""

from __future__ import annotations

import pytest

from bot.domain.ledger import EntryState
from bot.remind.ledger import absorb
from tests.unit.remind.read import entries_of, read
from tests.unit.remind.told import summed

KNOWN = "2031-10-20"
NEWS = "2031-10-25"
ELECTION = "The general election in Velm will be held on 23 November."
TRUCE = "The ceasefire between Velm and Tarn expires on 3 November."
LAUNCH = "The launch of the Aster satellite is set for 20 November."
VOTE = "The Velm parliament votes on the dam bill on 20 November."
FINE = "Larkin must pay the fine by 3 November, a court ruled."
PORT = "Larkin must sell the port of Velm by 3 November, the government said."


@pytest.mark.parametrize(
    ("known", "news", "days"),
    [
        (ELECTION, "The general election in Velm was moved up by two weeks.", ["2031-11-09"]),
        (ELECTION, "The general election in Velm was moved forward by two weeks.", ["2031-11-09"]),
        (ELECTION, "The general election in Velm was moved earlier by two weeks.", ["2031-11-09"]),
        (ELECTION, "The general election in Velm was moved back by two weeks.", ["2031-12-07"]),
        (PORT, "The government gave Larkin a week more to sell the port of Velm.", ["2031-11-10"]),
        (FINE, "The court gave Larkin two weeks more to pay the fine.", ["2031-11-17"]),
        (FINE, "Larkin was given a month more to pay the fine.", ["2031-12-03"]),
        (TRUCE, "Velm and Tarn extended the ceasefire by 10 days from 4 November.", ["2031-11-13"]),
        (TRUCE, "Velm and Tarn extended the ceasefire by 10 days, starting from 25 October.", ["2031-11-13"]),
        (TRUCE, "Velm and Tarn extended by ten days the ceasefire in force from 1 May.", ["2031-11-13"]),
        (FINE, "The court extended the deadline and Larkin must now pay by 30 November.", ["2031-11-30"]),
        (FINE, "Given an extension by the court, Larkin must pay the fine by 30 November.", ["2031-11-30"]),
        (
            TRUCE,
            "The ceasefire between Velm and Tarn has been extended: it is now to finish on 30 November.",
            ["2031-11-30"],
        ),
        (PORT, "The government gave Larkin another three weeks to sell the port of Velm.", ["2031-11-24"]),
        (FINE, "The court granted Larkin an extra 48 hours to pay the fine.", ["2031-11-05"]),
        (FINE, "The witness gave Larkin another two days of evidence on the fine.", ["2031-11-03"]),
        (ELECTION, "The general election in Velm will be a week later than planned.", ["2031-11-30"]),
        (
            ELECTION,
            "The general election in Velm will be held on 28 November, a week later than first announced.",
            ["2031-11-28"],
        ),
        (ELECTION, "The general election in Velm will be two weeks earlier than planned.", ["2031-11-09"]),
        (
            TRUCE,
            "Velm and Tarn extended the ceasefire by a month and are due to meet on 7 November.",
            ["2031-11-07", "2031-12-03"],
        ),
        (
            TRUCE,
            "Velm and Tarn extended the ceasefire by a month and must now agree on borders by 7 November.",
            ["2031-11-07", "2031-12-03"],
        ),
        (
            TRUCE,
            "Velm and Tarn extended the ceasefire until 3 December and will meet on 7 November.",
            ["2031-11-07", "2031-12-03"],
        ),
        (
            TRUCE,
            "Velm and Tarn will meet on 7 November and extended the ceasefire until 3 December.",
            ["2031-11-07", "2031-12-03"],
        ),
        (
            f"{TRUCE} Envoys of Velm and Tarn are to meet on 5 November.",
            "Velm and Tarn extended the ceasefire by a month and are due to meet on 7 November.",
            ["2031-11-05", "2031-11-07", "2031-12-03"],
        ),
        (
            TRUCE,
            "Velm and Tarn extended the ceasefire, which will end on 3 November, by a month.",
            ["2031-12-03"],
        ),
        (
            TRUCE,
            "Velm and Tarn will meet on 1 November to extend the ceasefire by a month.",
            ["2031-11-01", "2031-11-03"],
        ),
    ],
)  # fmt: skip
def test_a_move_leads_to_its_date(known: str, news: str, days: list[str]) -> None:
    entries = entries_of((KNOWN, "A", known), (NEWS, "B", news))
    assert sorted(f"{entry.deadline.date}" for entry in entries) == days


@pytest.mark.parametrize("verb", ["got", "won", "secured", "received", "was given", "was granted"])
def test_who_gets_more_time_has_it_on_top_of_the_day(verb: str) -> None:
    known, again = (KNOWN, "A", FINE), ("2031-10-26", "C", "Larkin must pay the fine by 17 November.")
    for given in ("another two weeks", "two more weeks"):
        news = (NEWS, "B", f"Larkin {verb} {given} to pay the fine.")
        for entries in (entries_of(known, news), entries_of(known, news, again)):
            assert summed(entries) == [("2031-11-17", "upcoming")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The fine is due on 17 November, the court said, granting Larkin two more weeks.", "2031-11-17"),
        ("Granted two more weeks, Larkin must pay the fine by 17 November.", "2031-11-17"),
        ("Orrin gave Stow two more days to pull out its troops by 27 October.", "2031-10-27"),
        ("The minister gave unions another week and told them to answer by 1 November.", "2031-11-01"),
        ("The union gave bosses two more weeks before it strikes on 8 November.", "2031-11-08"),
    ],
)
def test_a_day_beside_the_time_that_was_given_is_where_it_ends(text: str, day: str) -> None:
    assert [f"{entry.deadline.date}" for entry in entries_of((NEWS, "A", text))] == [day]


def test_the_day_to_which_time_that_was_given_led_is_the_day() -> None:
    led = "Larkin must pay the fine by 17 November after the court granted it two more weeks."
    for told in ([(NEWS, "B", led)], [(KNOWN, "A", FINE), (NEWS, "B", led)]):
        assert [f"{entry.deadline.date}" for entry in entries_of(*told)] == ["2031-11-17"]


def test_time_that_is_told_twice_is_given_once() -> None:
    given = "The court granted Larkin two more weeks to pay the fine."
    entries = entries_of((NEWS, "B", given), ("2031-10-30", "C", given))
    assert [f"{entry.deadline.date}" for entry in entries] == ["2031-11-08"]


def test_time_that_is_given_again_when_half_of_it_is_over_is_added() -> None:
    first = "The court granted Larkin two more weeks to pay the fine."
    again = "The court granted Larkin another two weeks to pay the fine."
    entries = entries_of((NEWS, "B", first), ("2031-11-07", "C", again))
    assert [f"{entry.deadline.date}" for entry in entries] == ["2031-11-22"]


def test_local_elections_are_not_the_general_one() -> None:
    known = "The general election in Velm will be held on 16 November."
    news = "Local elections in Velm will be held a month later than planned."
    entries = entries_of((KNOWN, "A", known), (NEWS, "B", news))
    assert [f"{entry.deadline.date}" for entry in entries] == ["2031-11-16"]


def test_a_vote_that_was_won_days_after_something_was_held() -> None:
    known = "The government of Velm faces a confidence vote on 1 November."
    news = "The government of Velm won a confidence vote days after a coalition row."
    entries = entries_of((KNOWN, "A", known), ("2031-11-02", "B", news))
    assert [entry.state for entry in entries] == ["met"]


def test_a_day_that_is_named_holds_before_one_that_was_counted() -> None:
    given = "The court granted Larkin two more weeks to pay the fine."
    [entry] = entries_of((NEWS, "B", given), ("2031-10-26", "C", "Larkin must pay the fine by 17 November."))
    assert f"{entry.deadline.date}" == "2031-11-17"
    assert entry.disputed == ()


@pytest.mark.parametrize(
    ("known", "news", "days"),
    [
        (FINE, "The court gave Larkin another two months in prison over the fine.", ["2031-11-03"]),
        (
            VOTE,
            "The chair granted members of the Velm parliament ten more days to study the dam bill.",
            ["2031-11-04", "2031-11-20"],
        ),
    ],
)
def test_time_that_is_given_for_anything_else_moves_nothing(known: str, news: str, days: list[str]) -> None:
    entries = entries_of((KNOWN, "A", known), (NEWS, "B", news))
    assert sorted(f"{entry.deadline.date}" for entry in entries) == days


@pytest.mark.parametrize(
    ("known", "news"),
    [
        (ELECTION, "The general election in Velm will be held a week later than planned, on 23 November."),
        (ELECTION, "Campaigning began in Velm for the election, which comes two weeks earlier than planned."),
        (TRUCE, "The ceasefire between Velm and Tarn began a week later than planned."),
        (LAUNCH, "The Aster satellite reached the launch site two days later than planned."),
        (LAUNCH, "The last test before the launch of the Aster satellite ended a day later than planned."),
        (LAUNCH, "The last test before the launch of the Aster satellite will be a day later than planned."),
        (
            TRUCE.replace(".", ", a week later than planned."),
            "The ceasefire of Velm and Tarn will be a week later than planned.",
        ),
    ],
)
def test_what_is_late_moves_nothing_else_and_nothing_twice(known: str, news: str) -> None:
    [told] = entries_of((KNOWN, "A", known))
    [entry] = entries_of((KNOWN, "A", known), (NEWS, "B", news))
    assert entry.deadline.date == told.deadline.date


def test_what_was_told_as_moved_is_later_than_planned_by_that() -> None:
    entries = entries_of(
        (KNOWN, "A", ELECTION),
        ("2031-10-22", "B", "The general election in Velm was moved from 23 November to 9 November."),
        ("2031-11-07", "C", "The general election in Velm will be held two weeks earlier than planned."),
    )
    assert [f"{entry.deadline.date}" for entry in entries] == ["2031-11-09"]


@pytest.mark.parametrize(
    "news",
    [
        "A tax passed by the Velm parliament takes effect Thursday.",
        "The tax adopted by Velm begins Thursday at midnight.",
        "The law signed by the Velm president comes into force Thursday.",
    ],
)
def test_what_takes_effect_today_is_not_done_though_it_was_passed(news: str) -> None:
    assert [f"{entry.deadline.date}" for entry in entries_of(("2031-10-30", "A", news))] == ["2031-10-30"]


def test_a_city_may_hold_two_sets_of_talks_on_a_day() -> None:
    entries = entries_of(
        (KNOWN, "A", "Iran and the United States will hold nuclear talks in Doha on 3 November."),
        (KNOWN, "B", "Iran and India will hold trade talks in Doha on 3 November."),
        (NEWS, "C", "Iran and India moved their trade talks in Doha from 3 November to 9 November."),
    )
    assert sorted(f"{entry.deadline.date}" for entry in entries) == ["2031-11-03", "2031-11-09"]


MORE = "Larkin was given a month more to pay the fine."


def test_time_given_more_counts_from_the_news_until_its_deadline_is_known() -> None:
    news = read(1, NEWS, "B", MORE)
    alone = absorb((), [news])
    assert [f"{one.deadline.date}" for one in alone] == ["2031-11-25"]
    assert absorb(alone, [news]) == ()


def test_what_was_counted_from_the_news_goes_once_its_deadline_is_known() -> None:
    news, known = read(1, NEWS, "B", MORE), read(2, KNOWN, "A", FINE)
    entries = {one.id: one for one in absorb((), [news])}
    entries |= {one.id: one for one in absorb(entries.values(), [known])}
    entries |= {one.id: one for one in absorb(entries.values(), [news])}
    ahead = [one for one in entries.values() if one.state is EntryState.UPCOMING]
    assert [f"{one.deadline.date}" for one in ahead] == ["2031-12-03"]


def test_time_given_more_counts_from_the_day_that_is_told_before() -> None:
    body = "Larkin had until 3 November to pay the fine. The court has given it a month more."
    assert [f"{one.deadline.date}" for one in entries_of((NEWS, "B", body))] == ["2031-12-03"]

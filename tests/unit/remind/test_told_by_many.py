"""One deadline as several outlets tell it over days, read by the engine: one entry, the date that holds."""

from __future__ import annotations

import pytest

from tests.unit.remind.read import entries_of
from tests.unit.remind.told import summed

UP, OFF = "upcoming", "called_off"
Story = list[tuple[str, ...]]

MEETING = (
    "2031-11-03",
    "Varn Mills to buy Tolmar Paper",
    "Tolmar Paper's shareholders will vote on the takeover by Varn Mills at an extraordinary meeting on November 19. The Lorn Markets Office has until November 26 to decide whether to allow the purchase.",
)
TRUCE = (
    "2031-11-03",
    "Castavia and Orlenne race to save steel truce",
    "Castavia and Orlenne will send their ministers to Velm on November 12 to save a steel truce that expires on November 21, officials said. Ilka Roven leads the talks.",
)

STORIES: dict[str, tuple[Story, list[tuple[str, ...]]]] = {
    "a move between two days is of what was due on the first": (
        [
            MEETING,
            (
                "2031-11-14",
                "Tolmar Paper puts off vote",
                "Tolmar Paper has moved its extraordinary shareholders' meeting on the takeover by Varn Mills from November 19 to November 30, it said on Friday. It wants to wait for the decision of the Lorn Markets Office, due by November 26.",
            ),
        ],
        [("2031-11-26", UP), ("2031-11-30", UP)],
    ),
    "a move between two days moves nothing that was due on a third": (
        [
            (
                "2031-11-05",
                "Hearing",
                "The Lorn Markets Office will hold a hearing on the takeover of Tolmar Paper by Varn Mills on November 17.",
            ),
            (
                "2031-11-14",
                "Tolmar Paper puts off vote",
                "Tolmar Paper has moved its extraordinary shareholders' meeting on the takeover by Varn Mills from November 19 to November 30, it said on Friday.",
            ),
        ],
        [("2031-11-17", UP), ("2031-11-30", UP)],
    ),
    "what is prolonged from the day after its end is moved": (
        [
            ("2031-11-05", "Truce ends soon", "The steel truce between Castavia and Orlenne expires on November 20."),
            ("2031-11-14", "Truce prolonged", "Castavia and Orlenne have prolonged their steel truce from November 21 until December 21, officials said on Friday."),
        ],
        [("2031-12-21", UP)],
    ),
    "another account of a move is of what moved, not of the meeting that brought it about": (
        [
            TRUCE,
            (
                "2031-11-12T18:00:00+00:00",
                "Castavia and Orlenne prolong truce",
                "Castavia and Orlenne agreed in Velm on Wednesday to extend their steel truce from November 21 to February 21, 2032, officials said.",
            ),
            (
                "2031-11-12T21:00:00+00:00",
                "Truce prolonged until mid-February",
                "Castavia and Orlenne have agreed to prolong their steel truce until February 16, a minister said. The truce was to expire on November 21.",
            ),
        ],
        [("2031-11-12", UP), ("2032-02-16", UP, "2032-02-21")],
    ),
    "what is discussed in a month is not what ends on a day of it": (
        [
            TRUCE,
            (
                "2031-11-04",
                "Steel in the chamber",
                "Orlenne said steel quotas would be discussed in November. Ilka Roven will be there with Castavia.",
            ),
        ],
        [("2031-11-04", UP), ("2031-11-12", UP), ("2031-11-21", UP)],
    ),
    "the town of the talks is no party": (
        [
            TRUCE,
            ("2031-11-11", "Talks in Velm: what is at stake", "VELM (Northern Wire) - When the ministers of Castavia and Orlenne sit down in Velm on Wednesday, ten days will remain before their steel truce expires on November 21."),
        ],
        [("2031-11-12", UP), ("2031-11-21", UP)],
    ),
    "who tells of it is no party, nor where it was agreed": (
        [
            ("2031-11-17", "Captives to go free", "PORT SELM - The army of Corvane and the Hill League agreed in Port Selm on Monday to exchange 90 captives by November 20. Envoy Mona Dell was glad."),
            ("2031-11-17", "Swap of captives", "PORT SELM (Northern Wire) - Corvane and the rebel Hill League will exchange 110 captives by Thursday, the envoy Mona Dell said on Monday."),
        ],
        [("2031-11-20", UP)],
    ),
    "a truce that runs out, remains in force and ends on a day": (
        [
            ("2031-11-03", "Truce in Corvane holds", "A ceasefire between the army of Corvane and the Hill League held for a fifth week on Monday, monitors said, twelve days before it runs out at midnight on November 15. Envoy Mona Dell wants to renew it."),
            ("2031-11-07", "No shells found", "Monitors who came to the village of Osk on Friday found no shells, against what the Hill League had said. The ceasefire remains in force until November 15, the head of the mission, Col. Ib Karr, said. Corvane was pleased."),
            ("2031-11-13", "Envoy leaves", "Envoy Mona Dell left Corvane on Thursday without a promise to renew the ceasefire that ends at midnight on Saturday. The Hill League wants the posts gone first."),
        ],
        [("2031-11-15", UP)],
    ),
    "one outlet counts the phases, another does not": (
        [
            MEETING,
            ("2031-11-04", "Markets office takes up sale", "The Lorn Markets Office said it had received word of the planned takeover of Tolmar Paper by Varn Mills and would decide by November 26 whether to allow it in a first phase."),
            ("2031-11-21", "Two weeks more", "The Lorn Markets Office has extended its review of the takeover of Tolmar Paper by Varn Mills by two weeks. A decision is now due by December 10 instead of November 26."),
        ],
        [("2031-11-19", UP), ("2031-12-10", UP)],
    ),
    "a second vote is the vote of that day": (
        [
            ("2031-11-12", "Chamber rejects budget", "The chamber of Lorn rejected the budget on Wednesday. Speaker Ada Quist said a second vote would be held on November 25."),
            ("2031-11-18", "New budget", "Minister Jon Reel presented a new budget of Lorn on Tuesday. The chamber of Lorn votes on it on November 25, Ada Quist said."),
        ],
        [("2031-11-25", UP)],
    ),
    "talks in one place on one day": (
        [
            ("2031-11-16", "Truce lapses", "The truce between Corvane and the Hill League lapsed. Envoy Mona Dell invited both sides to talks in Port Selm on November 24."),
            ("2031-11-18", "League comes", "The Hill League will send a delegation to the talks in Port Selm on November 24, its spokesman Ivo Calder said. Corvane had accepted. Mona Dell thanked both."),
        ],
        [("2031-11-24", UP)],
    ),
    "two meetings in one place on one day of other people": (
        [
            ("2031-11-16", "Ministers", "The farm ministers of Corvane and Lorn will meet in Port Selm on November 24. Mona Dell and Ivo Calder, of the Fisher Guild, are in Port Selm too."),
            ("2031-11-18", "Guild", "The Fisher Guild holds its congress in Port Selm on November 24, Ivo Calder said. Corvane and Lorn send guests, and Mona Dell speaks."),
        ],
        [("2031-11-24", UP), ("2031-11-24", UP)],
    ),
    "what was planned for a day and will now begin on another, unless": (
        [
            ("2031-11-03", "Porters give notice", "The Harbour Guild said on Monday that its members at Selm Docks would walk out on November 11 unless the company raises its offer."),
            ("2031-11-06", "Porters wait", "Porters at Selm Docks have postponed their strike by a week after a new offer, the Harbour Guild said on Thursday. The walkout, planned for November 11, will now begin on November 18 if talks fail."),
        ],
        [("2031-11-18", UP)],
    ),
    "an extension that must be ratified by a day moves nothing to it": (
        [
            TRUCE,
            ("2031-11-12", "Truce prolonged", "Castavia and Orlenne agreed in Velm to extend their steel truce from November 21 to February 21, 2032. Castavia and Orlenne must ratify the extension of the steel truce by November 20."),
            ("2031-11-18", "Orlenne votes", "The chamber of Orlenne approved the extension of the steel truce with Castavia on Tuesday, two days before the deadline. Ilka Roven was there."),
        ],
        [("2031-11-12", UP), ("2031-11-20", UP), ("2032-02-21", UP)],
    ),
    "an outlet that takes back its date no longer disputes it": (
        [
            ("2031-11-03", "Guild sets vote", "Members of the Harbour Guild in Selm vote on the pay offer of Selm Docks on November 12, a notice said."),
            ("2031-11-03", "Guild to vote", "Members of the Harbour Guild in Selm vote on the pay offer of Selm Docks on November 13, the guild said on Monday.", "Lorn Gazette"),
            ("2031-11-05", "Vote next week", "Members of the Harbour Guild in Selm vote on the pay offer of Selm Docks on November 12, the guild said.", "Lorn Gazette"),
        ],
        [("2031-11-12", UP)],
    ),
    "a correction tells the date that holds": (
        [
            TRUCE,
            ("2031-11-12T18:00:00+00:00", "Truce prolonged", "Castavia and Orlenne agreed in Velm on Wednesday to extend their steel truce from November 21 to February 21, 2032, officials said."),
            ("2031-11-12T21:00:00+00:00", "Truce prolonged until mid-February", "Castavia and Orlenne have agreed to prolong their steel truce until February 16, a minister said. The truce was to expire on November 21.", "Lorn Gazette"),
            ("2031-11-14", "Correction", "An article of November 12 said that the steel truce between Castavia and Orlenne would run until February 16. In fact it was extended until February 21. We regret the error.", "Lorn Gazette"),
        ],
        [("2031-11-12", UP), ("2032-02-21", UP)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_a_deadline_stands_once_and_with_its_own_date(story: str) -> None:
    told, expected = STORIES[story]
    assert summed(entries_of(*told)) == expected


VOTE = (
    "2031-03-01",
    "Early election in Varna",
    "Varna will hold an early election on May 4, President Ole Marn said on Saturday in Torv.",
)
TALKS = (
    "2031-08-01",
    "Fishing talks to open in Torv",
    "Fishing talks between Holm Island and Vest open in Torv on August 18, said Kari Brandt.",
)
LISTS = (
    "2031-03-10",
    "Lists due in April",
    "Parties in Varna have until April 3 to hand in their lists for the election, Ole Marn said in Torv.",
)


@pytest.mark.parametrize(
    ("first", "news", "day"),
    [
        (
            VOTE,
            (
                "2031-04-20",
                "Flood",
                "President Ole Marn moved the election in Varna by two weeks because of floods.",
            ),
            "2031-05-18",
        ),
        (
            TALKS,
            (
                "2031-08-12",
                "Talks",
                "Holm Island and Vest brought their fishing talks in the town of Torv forward to August 15, Kari Brandt said.",
            ),
            "2031-08-15",
        ),
        (
            TALKS,
            (
                "2031-08-12",
                "Talks",
                "Holm Island and Vest have put their fishing talks in the town of Torv off to August 25, Kari Brandt said.",
            ),
            "2031-08-25",
        ),
        (
            LISTS,
            (
                "2031-03-25",
                "Lists",
                "The board gave parties in Varna a week more, until April 10, to hand in their lists for the election, Ole Marn said.",
            ),
            "2031-04-10",
        ),
    ],
)
def test_a_move_is_known_by_more_words(first: tuple[str, ...], news: tuple[str, ...], day: str) -> None:
    assert summed(entries_of(first, news)) == [(day, UP)]


ENDS = (
    "2031-11-03",
    "Truce nears its end",
    "The steel truce between Castavia and Orlenne expires on November 21, officials said. Ilka Roven leads the talks in Velm.",
)


@pytest.mark.parametrize(
    "deed",
    [
        "Castavia must extend the steel truce with Orlenne by November 20, Ilka Roven said.",
        "Castavia and Orlenne have until November 19 to extend the steel truce.",
        "The chamber of Orlenne votes on the extension of the steel truce with Castavia on November 19.",
        "Castavia and Orlenne will sign an extension of their steel truce on November 20 in Velm.",
        "The steel truce between Castavia and Orlenne, which was extended last week, will be reviewed on November 25.",
        "The chamber of Castavia approved the extension of the steel truce with Orlenne on Thursday, days before the deadline.",
        "A court in Velm will rule on the postponement of the steel truce between Castavia and Orlenne by November 28.",
        "Castavia delayed its vote on the steel truce with Orlenne to November 20.",
    ],
)
def test_the_day_of_a_deed_that_prolongs_a_truce_is_not_the_day_on_which_it_ends(deed: str) -> None:
    entries = entries_of(ENDS, ("2031-11-13", "News of the truce", deed))
    [truce] = [one for one in entries if str(one.deadline.date) == "2031-11-21"]
    assert (len(truce.reports), truce.disputed) == (1, ())
    assert len(entries) == (1 if "approved" in deed else 2)


def test_an_entry_is_worded_by_who_can_be_read_alone() -> None:
    later = "The Lorn Markets Office met the owners of Tolmar Paper and Varn Mills. A decision is due by November 26."
    [_, told] = entries_of(MEETING, ("2031-11-10", "Owners heard", later))
    assert told.text.startswith("The Lorn Markets Office has until November 26")
    assert told.deadline.about == "The Lorn Markets Office has to decide whether to allow the purchase"
    assert len(told.reports) == 2

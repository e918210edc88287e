"""Invented stories told over weeks, read by the engine: where each deadline stands after every article."""

from __future__ import annotations

import pytest

from tests.unit.remind.read import entries_of
from tests.unit.remind.told import summed

UP, MET, OFF = "upcoming", "met", "called_off"
Story = list[tuple[str, str, str]]

TRUCE: Story = [
    (
        "2031-11-01",
        "Grain truce nears its end",
        "The grain truce between Castavia and Orlenne expires on 14 November. Ilka Roven leads the talks in Velm.",
    )
]

STORIES: dict[str, tuple[Story, list[tuple[str, ...]]]] = {
    "what could be extended, and then is": (
        [
            *TRUCE,
            (
                "2031-11-04",
                "Longer truce discussed",
                "The grain truce between Castavia and Orlenne could be extended until 14 February, Ilka Roven said in Velm.",
            ),
            (
                "2031-11-06",
                "Orlenne may prolong truce",
                "Orlenne may prolong the grain truce with Castavia until 14 February. Ilka Roven declined to comment in Velm.",
            ),
            (
                "2031-11-11",
                "Truce extended",
                "Castavia and Orlenne extended their grain truce until 14 February, Ilka Roven said in Velm.",
            ),
        ],
        [("2032-02-14", UP)],
    ),
    "what could be extended, and is not": (
        [
            *TRUCE,
            (
                "2031-11-04",
                "Longer truce discussed",
                "The grain truce between Castavia and Orlenne is likely to be extended until 14 February, envoys in Velm said.",
            ),
        ],
        [("2031-11-14", UP)],
    ),
    "what is to be decided or done by a day is due then, though it is about moving": (
        [
            ("2031-11-04", "Bans", "A decision on whether to extend the net ban is expected by 8 November, Tarn Fisheries said."),
            ("2031-11-05", "Mills", "Varn Mills may move its mill in Velm to Arvik by 20 November, its chief said."),
        ],
        [("2031-11-08", UP), ("2031-11-20", UP)],
    ),
    "no longer on one day but on another": (
        [
            ("2031-11-03", "Match", "The match between Selden Rovers and Arvik Town will be played on 20 November. Mona Dell will whistle."),
            ("2031-11-05", "Match", "The match between Selden Rovers and Arvik Town will no longer be held on 20 November but on 2 December. Mona Dell will whistle."),
        ],
        [("2031-12-02", UP)],
    ),
    "a reopening that is ahead is what a closure lasts until": (
        [
            ("2031-11-03", "Bridge closed", "The Kessel Bridge in Arvik will be closed until 30 November. Mayor Tove Brand was sorry."),
            ("2031-11-10", "Bridge", "The Kessel Bridge in Arvik reopened to cyclists, but stays closed to cars. Mayor Tove Brand rode a bicycle."),
        ],
        [("2031-11-30", UP)],
    ),
    "a court that stops another law of the same state": (
        [
            ("2031-11-03", "Tax law", "The Lorn tax law takes effect on 20 November, Petra Osk said."),
            ("2031-11-10", "Court", "A court struck down the Lorn press law, Petra Osk said."),
        ],
        [("2031-11-20", UP)],
    ),
    "a court that stops another thing": (
        [
            ("2031-11-03", "Vote", "The Lorn assembly will vote on the state budget on 20 November. Petra Osk wants cuts."),
            ("2031-11-10", "Court", "A court suspended Petra Osk, the minister, before the vote of the Lorn assembly on the state budget."),
        ],
        [("2031-11-20", UP)],
    ),
    "what somebody says will be extended is no mere possibility": (
        [
            *TRUCE,
            (
                "2031-11-04",
                "Longer truce",
                "The grain truce between Castavia and Orlenne will be extended until 14 February, Ilka Roven said in Velm.",
            ),
        ],
        [("2032-02-14", UP)],
    ),
    "a vote put off without a date gets one": (
        [
            ("2031-11-01", "Lorn to vote on budget", "The Lorn assembly will vote on the state budget on 5 November. Petra Osk wants cuts."),
            ("2031-11-04", "Lorn vote postponed", "The Lorn assembly's vote on the budget, planned for 5 November, was postponed indefinitely. Petra Osk wants more time."),
            ("2031-11-08", "Lorn sets date", "The Lorn assembly will now vote on the budget on 12 November, Speaker Oda Reis said. Petra Osk agreed."),
        ],
        [("2031-11-12", UP)],
    ),
    "a vote on something else is no new date": (
        [
            ("2031-11-01", "Lorn to vote on budget", "The Lorn assembly will vote on the state budget on 5 November. Petra Osk wants cuts."),
            ("2031-11-04", "Lorn vote postponed", "The Lorn assembly's vote on the budget, planned for 5 November, was postponed indefinitely. Petra Osk wants more time."),
            ("2031-11-08", "Lorn and pensions", "The Lorn assembly will vote on higher pensions on 12 November, Speaker Oda Reis said. Petra Osk agreed."),
        ],
        [("2031-11-05", OFF), ("2031-11-12", UP)],
    ),
    "the case of another is no new date": (
        [
            ("2031-11-03", "Cases", "The Arlen court will hear the appeal of Brisk Lines on 20 November. Judge Ford presides."),
            ("2031-11-10", "Cases", "The hearing in the appeal of Brisk Lines was cancelled, Judge Ford of the Arlen court said."),
            ("2031-11-12", "Cases", "The Arlen court will now hear the appeal of Osten Ferries on 27 November, Judge Ford said."),
        ],
        [("2031-11-20", OFF), ("2031-11-27", UP)],
    ),
    "a launch put off twice, and done": (
        [
            ("2031-11-03", "Launch", "Orbex will launch its rocket from Velm on 10 November. Ada Kern leads Orbex."),
            ("2031-11-09", "Launch", "Orbex postponed the launch of its rocket from Velm to 14 November, Ada Kern said."),
            ("2031-11-13", "Launch", "Orbex again delayed the launch of its rocket from Velm, to 18 November, Ada Kern said."),
            ("2031-11-18", "Launch", "Orbex launched its rocket from Velm on Tuesday, Ada Kern said."),
        ],
        [("2031-11-18", MET)],
    ),
    "a rule that a court suspends and another one reinstates": (
        [
            ("2031-11-01", "Tarn rule", "The Tarn emission rule for cargo ships takes effect on 1 December. The Baylo Group opposes it."),
            ("2031-11-10", "Court blocks rule", "A court suspended the Tarn emission rule for cargo ships, which was to take effect on 1 December. The Baylo Group welcomed it."),
            ("2031-11-12", "Baylo hires", "The Baylo Group hired 40 sailors. The Tarn emission rule for cargo ships was to take effect on 1 December."),
            ("2031-11-20", "Appeals court", "An appeals court reinstated the Tarn emission rule for cargo ships. The rule will take effect on 15 December, said the Baylo Group."),
        ],
        [("2031-12-15", UP)],
    ),
    "a rule that is suspended, and recalled": (
        [
            ("2031-11-01", "Tarn rule", "The Tarn emission rule for cargo ships takes effect on 1 December. The Baylo Group opposes it."),
            ("2031-11-10", "Court blocks rule", "A judge blocked the Tarn emission rule for cargo ships. The Baylo Group welcomed it."),
            ("2031-11-12", "Baylo hires", "The Baylo Group hired 40 sailors. The Tarn emission rule for cargo ships was to take effect on 1 December."),
        ],
        [("2031-12-01", OFF)],
    ),
    "a truce that suspended tariffs is not called off by it": (
        [
            *TRUCE,
            ("2031-11-05", "Mills", "A court in Velm heard mills. The grain truce between Castavia and Orlenne suspended tariffs, Ilka Roven said."),
        ],
        [("2031-11-14", UP)],
    ),
    "a ban that is lifted is not what it forbade": (
        [
            ("2031-11-03", "Tram strike", "Tram drivers of Selden will strike on 12 November, their union Traxis said. Mona Dell leads it."),
            ("2031-11-05", "Court lifts ban", "An appeals court lifted the ban on the strike of tram drivers in Selden, said Mona Dell of Traxis."),
        ],
        [("2031-11-12", UP)],
    ),
    "a strike that a court suspended is on again": (
        [
            ("2031-11-03", "Tram strike", "Tram drivers of Selden will strike on 12 November, their union Traxis said. Mona Dell leads it."),
            ("2031-11-09", "Court", "A labour court suspended the strike of Selden tram drivers. Mona Dell of Traxis said it would appeal."),
            ("2031-11-15", "Appeal won", "An appeals court lifted the ban on the strike of Selden tram drivers. The strike will now take place on 19 November, Traxis said. Mona Dell was glad."),
        ],
        [("2031-11-19", UP)],
    ),
    "brought forward, in a long sentence": (
        [
            ("2031-11-03", "Ruling due", "The Arlen office will decide on the merger of Penrose Cloud and Datavane by 20 December."),
            ("2031-11-16", "Ruling sooner", "The Arlen office brought forward its decision on the merger of Penrose Cloud and Datavane from 20 December to 9 December."),
        ],
        [("2031-12-09", UP)],
    ),
    "and decided early": (
        [
            ("2031-11-03", "Ruling due", "The Arlen office will decide on the merger of Penrose Cloud and Datavane by 20 December."),
            ("2031-11-16", "Merger approved", "The Arlen office approved the merger of Penrose Cloud and Datavane. Rivals were not pleased."),
        ],
        [("2031-12-20", MET)],
    ),
    "a closure extended by a length on a weekday, and over early": (
        [
            ("2031-11-03", "Bridge closed", "The Kessel Bridge in Arvik will be closed until 30 November. Mayor Tove Brand was sorry."),
            ("2031-11-17", "Closure extended", "The closure of the Kessel Bridge in Arvik was extended by two weeks on Monday. Mayor Tove Brand was sorry."),
            ("2031-11-20", "Jams", "The Kessel Bridge stays closed until 14 December. Mayor Tove Brand promised buses in Arvik."),
            ("2031-12-10", "Bridge open", "The Kessel Bridge in Arvik reopened on Wednesday. Mayor Tove Brand drove the first car."),
        ],
        [("2031-12-14", OFF)],
    ),
    "what reopens ends no other thing": (
        [
            ("2031-11-03", "Concert", "The Kessel Bridge in Arvik hosts a concert on 20 November. Mayor Tove Brand will sing."),
            ("2031-11-10", "Bridge open", "The Kessel Bridge in Arvik reopened on Monday. Mayor Tove Brand drove the first car."),
        ],
        [("2031-11-20", UP)],
    ),
    "bids that are no longer due": (
        [
            ("2031-11-03", "Ferry line", "Bids for the Halm ferry line are due by 30 November, the Halm Ports Authority said. Osten will bid."),
            ("2031-11-17", "No tender", "The Halm Ports Authority withdrew its tender for the Halm ferry line. Bids will no longer be due by 30 November. Osten was angry."),
        ],
        [("2031-11-30", OFF)],
    ),
    "persons and towns called like states": (
        [
            ("2031-11-02", "Schools of Paris, Texas", "The school board of Paris, Texas, will hold a hearing on closing two schools on 15 November. Jim Jordan leads it."),
            ("2031-11-05", "Parents rally", "Chad Smith spoke to Jim Jordan in Paris. The board's hearing on closing the schools is on 15 November."),
            ("2031-11-06", "Water", "Jordan and Chad will sign a water accord in Amman on 22 November."),
        ],
        [("2031-11-15", UP), ("2031-11-22", UP)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_a_story_ends_with_its_deadlines_where_an_editor_would_have_them(name: str) -> None:
    articles, expected = STORIES[name]
    assert summed(entries_of(*articles)) == sorted(expected)

"""Invented stories of two or three articles, and what the ledger must make of each."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.domain.ledger import Entry
from bot.remind.ledger import absorb
from bot.remind.view import distinct
from tests.unit.remind.told import ledger_of, summed, told

POST, HERALD, WIRE = "Sarrow Post", "Vellmark Herald", "Northern Wire"
UP, OFF = "upcoming", "called_off"

STORIES: dict[str, tuple[list[str], list[tuple[str, ...]]]] = {
    # one deadline, told more than once
    "two outlets report one truce": (
        [
            f"{POST} 2031-11-01: In Ostmark the grain truce between Sarrow and Vellmark expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-02: Traders in Vellmark fear for Sarrow grain. The truce on grain lapses on 10 November. {{2031-11-10 expiry}}",
        ],
        [("2031-11-10", UP)],
    ),
    "a copy of an agency report is one report more": (
        [
            f"{WIRE} 2031-11-01: The union at Port Selden said Monday that members of the Dockers Guild vote on 12 November. {{2031-11-12 vote}}",
            f"{POST} 2031-11-02: The union at Port Selden said Monday that members of the Dockers Guild vote on 12 November. {{2031-11-12 vote}}",
        ],
        [("2031-11-12", UP)],
    ),
    "vote and ballot are the same thing": (
        [
            f"{POST} 2031-11-01: At Port Selden the Dockers Guild holds its strike ballot on 12 November. {{2031-11-12 vote}}",
            f"{HERALD} 2031-11-02: In Port Selden the Dockers Guild will vote on a strike on 12 November. {{2031-11-12 vote}}",
        ],
        [("2031-11-12", UP)],
    ),
    "a third outlet adds its report": (
        [
            f"{POST} 2031-11-01: The court in Arlen hears the appeal of Penrose Cloud on 4 December. {{2031-12-04 hearing}}",
            f"{HERALD} 2031-11-02: Lawyers of Penrose Cloud in Arlen prepare for the appeal hearing on 4 December. {{2031-12-04 hearing}}",
            f"{WIRE} 2031-11-03: The appeal of Penrose Cloud is to be heard in Arlen on 4 December. {{2031-12-04 hearing}}",
        ],
        [("2031-12-04", UP)],
    ),
    "a day refines a month": (
        [
            f"{POST} 2031-11-01: The Arlen court will rule on the Penrose Cloud merger in December. {{2031-12-01..2031-12-31 due}}",
            f"{HERALD} 2031-11-05: The Arlen court will rule on the Penrose Cloud merger on 9 December. {{2031-12-09 due}}",
        ],
        [("2031-12-09", UP)],
    ),
    # moved
    "moved from one date to another": (
        [
            f"{POST} 2031-11-01: Governments at Cape Lorn must file climate plans with the Lorn Secretariat by 20 November. {{2031-11-20 due}}",
            f"{HERALD} 2031-11-08: At Cape Lorn the Lorn Secretariat moved the deadline for climate plans from 20 November to 4 December. {{2031-12-04 due}}",
        ],
        [("2031-12-04", UP)],
    ),
    "extended, the new date named first": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark over Ostmark grain expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-07: Envoys of Sarrow and Vellmark extended the truce over Ostmark grain to 10 February 2032 from 10 November. {{2032-02-10 expiry}}",
        ],
        [("2032-02-10", UP)],
    ),
    "extended without the old date": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark over Ostmark grain expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-07: Envoys of Sarrow and Vellmark extended their truce over Ostmark grain until 10 February 2032. {{2032-02-10 expiry}}",
        ],
        [("2032-02-10", UP)],
    ),
    "a strike that is suspended is off": (
        [
            f"{POST} 2031-11-03: Tram drivers of Selden will strike on Friday, their union Traxis said. {{2031-11-07 due}}",
            f"{HERALD} 2031-11-05: In Selden the union Traxis has suspended Friday's strike of tram drivers after a new offer.",
        ],
        [("2031-11-07", OFF)],
    ),
    "what will not take place is off": (
        [
            f"{POST} 2031-11-03: Tram drivers of Selden will strike on 14 November, their union Traxis said. {{2031-11-14 due}}",
            f"{HERALD} 2031-11-05: The strike of Selden tram drivers in the union Traxis on 14 November will not take place.",
        ],
        [("2031-11-14", OFF)],
    ),
    "what is off the table is off": (
        [
            f"{POST} 2031-11-03: Sarrow will raise tariffs on steel from Vellmark on 14 November. {{2031-11-14 effective}}",
            f"{HERALD} 2031-11-05: Sarrow and Vellmark have a deal. The tariffs of Sarrow on steel from Vellmark, which were to start on 14 November, are off the table.",
        ],
        [("2031-11-14", OFF)],
    ),
    "weeks added to a month that is all that is known tell no day": (
        [
            f"{POST} 2031-11-03: The Arlen assembly of Kerrin votes on the budget in December. {{2031-12-01..2031-12-31 vote}}",
            f"{HERALD} 2031-11-05: The Arlen assembly of Kerrin has postponed its vote on the budget by two weeks.",
        ],
        [("2031-12-01", UP)],
    ),
    "told by a pronoun, then moved": (
        [
            f"{POST} 2031-11-01: The grain truce between Sarrow and Vellmark has held for a month. It expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-07: Sarrow and Vellmark have prolonged their grain truce. It will now run until 10 February 2032. {{2032-02-10 expiry}}",
        ],
        [("2032-02-10", UP)],
    ),
    "told by a pronoun, then prolonged by a length": (
        [
            f"{POST} 2031-11-01: The grain truce between Sarrow and Vellmark has held for a month. It expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-07: Sarrow and Vellmark have agreed to prolong their grain truce by two months.",
        ],
        [("2032-01-10", UP)],
    ),
    "a move told twice, by its date and, a day apart, by its length": (
        [
            f"{POST} 2031-11-01: The grain truce between Sarrow and Vellmark expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-07: Sarrow and Vellmark extended their grain truce by 60 days. It will now run until 9 January 2032. {{2032-01-09 expiry}}",
            f"{WIRE} 2031-11-08: The grain truce between Sarrow and Vellmark was extended by two months.",
        ],
        [("2032-01-09", UP)],
    ),
    "postponed": (
        [
            f"{POST} 2031-11-01: The Arlen assembly votes on the Kerrin budget on 18 November. {{2031-11-18 vote}}",
            f"{POST} 2031-11-10: The Arlen assembly has postponed its vote on the Kerrin budget to 25 November. {{2031-11-25 vote}}",
        ],
        [("2031-11-25", UP)],
    ),
    "brought forward": (
        [
            f"{POST} 2031-11-01: The Arlen assembly votes on the Kerrin budget on 18 November. {{2031-11-18 vote}}",
            f"{POST} 2031-11-10: The Arlen assembly brought forward its vote on the Kerrin budget from 18 to 14 November. {{2031-11-14 vote}}",
        ],
        [("2031-11-14", UP)],
    ),
    "pushed back": (
        [
            f"{POST} 2031-11-01: Bidders for the Harrow Line must submit offers to Arlen Rail by 14 November. {{2031-11-14 due}}",
            f"{WIRE} 2031-11-11: Arlen Rail pushed the date for offers for the Harrow Line back to 28 November. {{2031-11-28 due}}",
        ],
        [("2031-11-28", UP)],
    ),
    "later than first announced": (
        [
            f"{POST} 2031-11-01: Applications for the Harrow Fund in Arlen are due on 14 November. {{2031-11-14 due}}",
            f"{HERALD} 2031-11-09: Applications for the Harrow Fund in Arlen are due on 21 November, a week later than first announced. {{2031-11-21 due}}",
        ],
        [("2031-11-21", UP)],
    ),
    "moved in a short report that names hardly anyone, but the old date and the same thing": (
        [
            f"{POST} 2031-11-01: The truce between the dockers and the port of Ostmark expires on 20 November. {{2031-11-20 expiry}}",
            f"{HERALD} 2031-11-08: The truce between the dockers and the port of Ostmark was extended from 20 November to 4 December. {{2031-12-04 expiry}}",
        ],
        [("2031-12-04", UP)],
    ),
    "moved from the date of another thing that hardly anyone is named in": (
        [
            f"{POST} 2031-11-01: The licence of the port of Ostmark expires on 20 November. {{2031-11-20 expiry}}",
            f"{HERALD} 2031-11-08: The truce between the dockers and the miners was extended from 20 November to 4 December. {{2031-12-04 expiry}}",
        ],
        [("2031-11-20", UP), ("2031-12-04", UP)],
    ),
    "moved twice": (
        [
            f"{POST} 2031-11-01: The hearing of Penrose Cloud in Arlen is on 12 November. {{2031-11-12 hearing}}",
            f"{POST} 2031-11-06: The hearing of Penrose Cloud in Arlen was rescheduled from 12 November to 19 November. {{2031-11-19 hearing}}",
            f"{POST} 2031-11-15: The hearing of Penrose Cloud in Arlen was rescheduled from 19 November to 3 December. {{2031-12-03 hearing}}",
        ],
        [("2031-12-03", UP)],
    ),
    "two outlets report one move": (
        [
            f"{POST} 2031-11-01: The Carter Commission in Arlen will rule on the Tessel bid by 6 November. {{2031-11-06 due}}",
            f"{WIRE} 2031-11-03: The Carter Commission in Arlen extended its review of the Tessel bid from 6 November to 20 November. {{2031-11-20 due}}",
            f"{HERALD} 2031-11-03: Watchers of the Tessel bid in Arlen were not surprised. The Carter Commission extended its review from 6 November to 20 November. {{2031-11-20 due}}",
        ],
        [("2031-11-20", UP)],
    ),
    "a stale report after the move changes nothing": (
        [
            f"{POST} 2031-11-01: The Arlen assembly votes on the Kerrin budget on 18 November. {{2031-11-18 vote}}",
            f"{POST} 2031-11-10: The Arlen assembly has postponed its vote on the Kerrin budget from 18 November to 25 November. {{2031-11-25 vote}}",
            f"{HERALD} 2031-11-11: The Arlen assembly votes on the Kerrin budget on 18 November. {{2031-11-18 vote}}",
        ],
        [("2031-11-25", UP)],
    ),
    "a move that somebody only asks for": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark over Ostmark grain expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-07: Farmers asked Sarrow and Vellmark to extend the truce over Ostmark grain until 10 February 2032. {{2032-02-10 expiry if}}",
        ],
        [("2031-11-10", UP)],
    ),
    "a move that depends on ratification": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark over Ostmark grain expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-07: If Sarrow ratifies it, the extension of the truce with Vellmark over Ostmark grain would run until 10 February 2032. {{2032-02-10 expiry if}}",
        ],
        [("2031-11-10", UP), ("2032-02-10", UP)],
    ),
    "the move of one date leaves the other of that story": (
        [
            f"{POST} 2031-11-01: In Arlen comments on the Tessel bid are due on 6 November. {{2031-11-06 due}} Shareholders of Tessel vote on 12 November. {{2031-11-12 vote}}",
            f"{HERALD} 2031-11-04: In Arlen the date for comments on the Tessel bid was moved from 6 November to 9 November. {{2031-11-09 due}}",
        ],
        [("2031-11-09", UP), ("2031-11-12", UP)],
    ),
    "a move in another story": (
        [
            f"{POST} 2031-11-01: The Arlen assembly votes on the Kerrin budget on 18 November. {{2031-11-18 vote}}",
            f"{HERALD} 2031-11-10: In Dunmere the Selkie Club postponed its dance from 18 November to 25 November. {{2031-11-25 other}}",
        ],
        [("2031-11-18", UP), ("2031-11-25", UP)],
    ),
    # revisions
    "a correction of the same article moves its date": (
        [
            f"x#1 {POST} 2031-11-01T08:00+00:00: The Arlen museum shows the Kerrin crown until 20 November. {{2031-11-20 expiry}}",
            f"x#2 {POST} 2031-11-01T09:00+00:00: The Arlen museum shows the Kerrin crown until 22 November. {{2031-11-22 expiry}}",
        ],
        [("2031-11-22", UP)],
    ),
    "a revision that keeps the sentence changes nothing": (
        [
            f"x#1 {POST} 2031-11-01: The Arlen museum shows the Kerrin crown until 20 November. {{2031-11-20 expiry}}",
            f"x#2 {POST} 2031-11-02: Queues grow in Arlen. The Arlen museum shows the Kerrin crown until 20 November. {{2031-11-20 expiry}}",
        ],
        [("2031-11-20", UP)],
    ),
    "a revision that takes the date back": (
        [
            f"x#1 {POST} 2031-11-01: The Arlen museum shows the Kerrin crown until 20 November. {{2031-11-20 expiry}}",
            f"x#2 {POST} 2031-11-02: The Arlen museum no longer says for how long it shows the Kerrin crown.",
        ],
        [("2031-11-20", OFF)],
    ),
    "what another outlet reports outlives a revision": (
        [
            f"x#1 {POST} 2031-11-01: The Arlen museum shows the Kerrin crown until 20 November. {{2031-11-20 expiry}}",
            f"{HERALD} 2031-11-01: The Kerrin crown is shown in the Arlen museum until 20 November. {{2031-11-20 expiry}}",
            f"x#2 {POST} 2031-11-02: Nobody in Arlen says for how long the museum shows the Kerrin crown.",
        ],
        [("2031-11-20", UP)],
    ),
    "a coarse date and its last day told by another outlet in other words are one": (
        [
            f"{POST} 2031-11-01: Penrose Cloud expects to close its takeover of Arlen Foods in the second quarter of 2032. {{2032-04-01..2032-06-30 expiry}}",
            f"{HERALD} 2031-11-20: The takeover of Arlen Foods by Penrose Cloud is to be completed by 30 June 2032. {{2032-06-30 due by}}",
        ],
        [("2032-06-30", UP)],
    ),
    "an election in a month, then on a day by an item that names nobody": (
        [
            f"{POST} 2031-11-01: Saltmere in Ostmark holds its parliamentary election in March. {{2032-03-01..2032-03-31 election}}",
            f"{HERALD} 2031-11-20: The general election will take place on 22 March. {{2032-03-22 election}}",
        ],
        [("2032-03-22", UP)],
    ),
    "an election of another sort is another": (
        [
            f"{POST} 2031-11-01: Saltmere in Ostmark holds its parliamentary election in March. {{2032-03-01..2032-03-31 election}}",
            f"{HERALD} 2031-11-20: The mayoral election will take place on 22 March. {{2032-03-22 election}}",
        ],
        [("2032-03-01", UP), ("2032-03-22", UP)],
    ),
    "two elections in a month, and nobody can tell which is on the day": (
        [
            f"{POST} 2031-11-01: Saltmere in Ostmark holds an election in March. {{2032-03-01..2032-03-31 election}}",
            f"{HERALD} 2031-11-02: Kerrin and Dunmere hold an election in March. {{2032-03-01..2032-03-31 election}}",
            f"{WIRE} 2031-11-20: The election will take place on 22 March. {{2032-03-22 election}}",
        ],
        [("2032-03-01", UP), ("2032-03-01", UP), ("2032-03-22", UP)],
    ),
    "outlets give two hours for one hearing": (
        [
            f"{POST} 2031-11-01: The court in Arlen will hear the appeal of Penrose Cloud at 10 a.m. on 4 December. {{2031-12-04 hearing 10:00}}",
            f"{HERALD} 2031-11-02: The appeal of Penrose Cloud will be heard by the court in Arlen on 4 December at 11 a.m. {{2031-12-04 hearing 11:00}}",
        ],
        [("2031-12-04", UP)],
    ),
    # disputed
    "outlets give two ends for one prolongation": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark over Ostmark grain expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-07: Envoys of Sarrow and Vellmark extended their truce over Ostmark grain until 1 December. {{2031-12-01 expiry}}",
            f"{WIRE} 2031-11-08: Sarrow and Vellmark prolonged the truce over Ostmark grain to 2 December. {{2031-12-02 expiry}}",
        ],
        [("2031-12-01", UP, "2031-12-02")],
    ),
    "the end that most outlets give for one prolongation holds, however late they tell it": (
        [
            f"{HERALD} 2031-11-07: Envoys of Sarrow and Vellmark extended their truce over Ostmark grain until 1 December. {{2031-12-01 expiry}}",
            f"{WIRE} 2031-11-08: Sarrow and Vellmark prolonged the truce over Ostmark grain to 2 December. {{2031-12-02 expiry}}",
            f"{POST} 2031-11-15: Last week Sarrow and Vellmark extended the truce over Ostmark grain to 2 December. {{2031-12-02 expiry}}",
        ],
        [("2031-12-02", UP, "2031-12-01")],
    ),
    "a second prolongation some weeks later is a move": (
        [
            f"{HERALD} 2031-11-07: Envoys of Sarrow and Vellmark extended their truce over Ostmark grain until 1 December. {{2031-12-01 expiry}}",
            f"{WIRE} 2031-11-28: Sarrow and Vellmark prolonged the truce over Ostmark grain to 2 December. {{2031-12-02 expiry}}",
        ],
        [("2031-12-02", UP)],
    ),
    "prolonged again the day after is a move": (
        [
            f"{HERALD} 2031-11-07: Envoys of Sarrow and Vellmark extended their truce over Ostmark grain until 9 November. {{2031-11-09 expiry}}",
            f"{WIRE} 2031-11-08: Sarrow and Vellmark prolonged the truce over Ostmark grain again to 12 November. {{2031-11-12 expiry}}",
        ],
        [("2031-11-12", UP)],
    ),
    "prolonged for another week, as another outlet tells it, is a move": (
        [
            f"{HERALD} 2031-11-08: Envoys of Sarrow and Vellmark extended their truce over Ostmark grain until 10 November. {{2031-11-10 expiry}}",
            f"{WIRE} 2031-11-09: Sarrow and Vellmark prolonged the truce over Ostmark grain for another week, until 17 November. {{2031-11-17 expiry}}",
        ],
        [("2031-11-17", UP)],
    ),
    "two ends of one prolongation are disputed though one outlet calls it another week": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark over Ostmark grain expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-08: Envoys of Sarrow and Vellmark extended their truce over Ostmark grain until 17 November. {{2031-11-17 expiry}}",
            f"{WIRE} 2031-11-09: Sarrow and Vellmark prolonged the truce over Ostmark grain for another week, until 18 November. {{2031-11-18 expiry}}",
        ],
        [("2031-11-17", UP, "2031-11-18")],
    ),
    "prolonged from the date that the other outlet gave is a move": (
        [
            f"{HERALD} 2031-11-07: Envoys of Sarrow and Vellmark extended their truce over Ostmark grain until 1 December. {{2031-12-01 expiry}}",
            f"{WIRE} 2031-11-08: Sarrow and Vellmark prolonged the truce over Ostmark grain from 1 December to 2 December. {{2031-12-02 expiry}}",
        ],
        [("2031-12-02", UP)],
    ),
    "two outlets give two dates at about the same time": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark in the Ostmark valley expires on 13 November. {{2031-11-13 expiry}}",
            f"{HERALD} 2031-11-02: The truce between Sarrow and Vellmark in the Ostmark valley expires on 14 November. {{2031-11-14 expiry}}",
        ],
        [("2031-11-13", UP, "2031-11-14")],
    ),
    "the date of most outlets holds": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark in the Ostmark valley expires on 13 November. {{2031-11-13 expiry}}",
            f"{HERALD} 2031-11-02: The truce between Sarrow and Vellmark in the Ostmark valley expires on 14 November. {{2031-11-14 expiry}}",
            f"{WIRE} 2031-11-02: The truce between Sarrow and Vellmark in the Ostmark valley expires on 14 November. {{2031-11-14 expiry}}",
        ],
        [("2031-11-14", UP, "2031-11-13")],
    ),
    "an article that says the date is disputed": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark in the Ostmark valley expires on 14 November. {{2031-11-14 expiry}}",
            f"{HERALD} 2031-11-03: Sarrow and Vellmark give different days for the expiry of the Ostmark truce, 13 November and 14 November. {{2031-11-13 expiry}}",
        ],
        [("2031-11-14", UP, "2031-11-13")],
    ),
    "a move ends a dispute": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark in the Ostmark valley expires on 13 November. {{2031-11-13 expiry}}",
            f"{HERALD} 2031-11-02: The truce between Sarrow and Vellmark in the Ostmark valley expires on 14 November. {{2031-11-14 expiry}}",
            f"{WIRE} 2031-11-10: Sarrow and Vellmark prolonged the truce in the Ostmark valley until 30 November. {{2031-11-30 expiry}}",
        ],
        [("2031-11-30", UP)],
    ),
    "another date weeks later is another deadline": (
        [
            f"{POST} 2031-10-01: The Arlen council meets on the Kerrin harbour plan on 13 October. {{2031-10-13 meeting}}",
            f"{HERALD} 2031-11-02: The Arlen council meets on the Kerrin harbour plan on 10 November. {{2031-11-10 meeting}}",
        ],
        [("2031-10-13", UP), ("2031-11-10", UP)],
    ),
    "one outlet that gives two dates means two deadlines": (
        [
            f"{POST} 2031-11-01: The Arlen council meets on the Kerrin harbour plan on 13 November. {{2031-11-13 meeting}}",
            f"{POST} 2031-11-02: The Arlen council meets on the Kerrin harbour plan on 20 November. {{2031-11-20 meeting}}",
        ],
        [("2031-11-13", UP), ("2031-11-20", UP)],
    ),
    "a date that is said not to be the one gives way": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark in the Ostmark valley expires on 13 November. {{2031-11-13 expiry}}",
            f"{HERALD} 2031-11-08: In Ostmark the truce between Sarrow and Vellmark in the valley expires on 14 November, not 13 November. {{2031-11-13 expiry}} {{2031-11-14 expiry}}",
        ],
        [("2031-11-14", UP)],
    ),
    # called off
    "postponed for an unknown time, said at length": (
        [
            f"{POST} 2031-11-01: The Ostmark court hears the Tessel Line case of Arlen Rail on 20 November. {{2031-11-20 hearing}}",
            f"{HERALD} 2031-11-05: In Arlen all is open. The Ostmark court has postponed the hearing of the Tessel Line case of Arlen Rail indefinitely.",
        ],
        [("2031-11-20", OFF)],
    ),
    "postponed without a new date": (
        [
            f"{POST} 2031-11-01: The Ostmark court hears the Tessel Line case of Arlen Rail on 20 November. {{2031-11-20 hearing}}",
            f"{HERALD} 2031-11-05: In Arlen all is open. The Ostmark court has postponed the hearing of the Tessel Line case of Arlen Rail.",
        ],
        [("2031-11-20", OFF)],
    ),
    "postponed without a new date, then with one": (
        [
            f"{POST} 2031-11-01: The Ostmark court hears the Tessel Line case of Arlen Rail on 20 November. {{2031-11-20 hearing}}",
            f"{HERALD} 2031-11-05: In Arlen all is open. The hearing of the Tessel Line case of Arlen Rail, due on 20 November, was put off.",
            f"{WIRE} 2031-11-08: In Ostmark the hearing of the Tessel Line case of Arlen Rail was rescheduled for 4 December. {{2031-12-04 hearing}}",
        ],
        [("2031-12-04", UP)],
    ),
    "it was postponed before, and now it has a date": (
        [
            f"{POST} 2031-11-01: The Ostmark court hears the Tessel Line case of Arlen Rail on 20 November. {{2031-11-20 hearing}}",
            f"{HERALD} 2031-11-05: In Arlen they wait. The Ostmark court hears the Tessel Line case of Arlen Rail on 20 November. {{2031-11-20 hearing}} The court postponed the Tessel Line hearing of Arlen Rail in spring.",
            f"{WIRE} 2031-11-06: In Arlen they wait. The Ostmark court has postponed the hearing of the Tessel Line case of Arlen Rail twice before.",
        ],
        [("2031-11-20", UP)],
    ),
    "somebody wants it postponed": (
        [
            f"{POST} 2031-11-01: The Ostmark court hears the Tessel Line case of Arlen Rail on 20 November. {{2031-11-20 hearing}}",
            f"{HERALD} 2031-11-05: In Arlen all is open. Arlen Rail asked the Ostmark court to postpone the hearing of the Tessel Line case.",
        ],
        [("2031-11-20", UP)],
    ),
    "called off": (
        [
            f"{POST} 2031-11-01: At Port Selden the Dockers Guild begins an overtime ban on 8 November. {{2031-11-08 effective}}",
            f"{HERALD} 2031-11-05: At Port Selden the Dockers Guild called off its overtime ban.",
        ],
        [("2031-11-08", OFF)],
    ),
    "cancelled, in the passive": (
        [
            f"{POST} 2031-11-01: The Arlen summit of the Kerrin League opens on 8 November. {{2031-11-08 meeting}}",
            f"{HERALD} 2031-11-05: In Arlen the summit of the Kerrin League was cancelled on Tuesday.",
        ],
        [("2031-11-08", OFF)],
    ),
    "a refusal to call off": (
        [
            f"{POST} 2031-11-01: At Port Selden the Dockers Guild begins an overtime ban on 8 November. {{2031-11-08 effective}}",
            f"{HERALD} 2031-11-05: At Port Selden the Dockers Guild did not call off its overtime ban.",
        ],
        [("2031-11-08", UP)],
    ),
    "something else of that story is called off": (
        [
            f"{POST} 2031-11-01: At Port Selden the Dockers Guild holds its strike ballot on 8 November. {{2031-11-08 vote}}",
            f"{HERALD} 2031-11-05: At Port Selden the Dockers Guild called off its overtime ban.",
        ],
        [("2031-11-08", UP)],
    ),
    "another meeting of the same parties is called off": (
        [
            f"{POST} 2031-11-01: The grain truce between Sarrow and Vellmark in Ostmark expires on 20 November. {{2031-11-20 expiry}}",
            f"{POST} 2031-11-02: The summit between Sarrow and Vellmark in Ostmark is on 25 November. {{2031-11-25 meeting}}",
            f"{HERALD} 2031-11-05: In Ostmark there is anger. Vellmark called off the summit with Sarrow in Ostmark, it was said.",
        ],
        [("2031-11-20", UP), ("2031-11-25", OFF)],
    ),
    "another meeting of the same parties, which nobody told of, is put off by a week": (
        [
            f"{POST} 2031-11-01: The grain truce between Sarrow and Vellmark in Ostmark expires on 20 November. {{2031-11-20 expiry}}",
            f"{HERALD} 2031-11-05: In Ostmark there is anger. Sarrow and Vellmark postponed their summit by a week.",
        ],
        [("2031-11-20", UP)],
    ),
    "two things of the same parties on one day": (
        [
            f"{POST} 2031-11-01: The grain truce between Sarrow and Vellmark in Ostmark expires on 20 November. {{2031-11-20 expiry}}",
            f"{HERALD} 2031-11-02: The summit between Sarrow and Vellmark in Ostmark is on 20 November. {{2031-11-20 meeting}}",
        ],
        [("2031-11-20", UP), ("2031-11-20", UP)],
    ),
    "called off in another town": (
        [
            f"{POST} 2031-11-01: At Port Selden the Dockers Guild begins an overtime ban on 8 November. {{2031-11-08 effective}}",
            f"{HERALD} 2031-11-05: In Dunmere the Selkie Club called off the overtime ban of its fiddlers.",
        ],
        [("2031-11-08", UP)],
    ),
    "on again, on a later day": (
        [
            f"{POST} 2031-11-01: At Port Selden the Dockers Guild begins an overtime ban on 8 November. {{2031-11-08 effective}}",
            f"{HERALD} 2031-11-05: At Port Selden the Dockers Guild called off its overtime ban.",
            f"{POST} 2031-11-06: After all, at Port Selden the Dockers Guild begins its overtime ban on 8 November. {{2031-11-08 effective}}",
        ],
        [("2031-11-08", UP)],
    ),
    # outcomes
    "met": (
        [
            f"{POST} 2031-11-01: The Arlen assembly votes on the Kerrin budget on 18 November. {{2031-11-18 vote}}",
            f"{HERALD} 2031-11-18: The Arlen assembly approved the Kerrin budget by two votes.",
        ],
        [("2031-11-18", "met")],
    ),
    "lapsed": (
        [
            f"{POST} 2031-11-01: The truce between Sarrow and Vellmark over Ostmark grain ends on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-11: The truce over Ostmark grain expired at midnight, and Sarrow and Vellmark blamed each other.",
        ],
        [("2031-11-10", "lapsed")],
    ),
    "the same parties do something else on that day": (
        [
            f"{POST} 2031-11-01: The grain truce between Sarrow and Vellmark expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-10: In Ostmark Sarrow and Vellmark signed a fishing pact.",
        ],
        [("2031-11-10", UP)],
    ),
    "missed": (
        [
            f"{POST} 2031-11-01: Arlen Rail must submit its Harrow Line plan to the Carter Commission by 10 November. {{2031-11-10 due}}",
            f"{HERALD} 2031-11-11: Arlen Rail missed the date to submit its Harrow Line plan to the Carter Commission.",
        ],
        [("2031-11-10", "lapsed")],
    ),
    "an outcome before the date is no outcome": (
        [
            f"{POST} 2031-11-01: The Arlen assembly votes on the Kerrin budget on 18 November. {{2031-11-18 vote}}",
            f"{HERALD} 2031-11-12: A committee of the Arlen assembly approved the Kerrin budget.",
        ],
        [("2031-11-18", UP)],
    ),
    "what must be done by a day may be done before it": (
        [
            f"{POST} 2031-11-01: Arlen Rail must submit its Harrow Line plan to the Carter Commission by 10 November. {{2031-11-10 due by}}",
            f"{HERALD} 2031-11-05: Arlen Rail submitted its Harrow Line plan to the Carter Commission on Tuesday.",
        ],
        [("2031-11-10", "met")],
    ),
    "a part of what must be done is not all of it": (
        [
            f"{POST} 2031-11-01: Arlen Rail must submit its Harrow Line plan to the Carter Commission by 10 November. {{2031-11-10 due by}}",
            f"{HERALD} 2031-11-05: Arlen Rail submitted half of its Harrow Line plan to the Carter Commission.",
        ],
        [("2031-11-10", UP)],
    ),
    "what another did early is not what must be done": (
        [
            f"{POST} 2031-11-01: Like Dunmere Rail, Arlen Rail must submit its Harrow Line plan to the Carter Commission by 10 November. {{2031-11-10 due by}}",
            f"{HERALD} 2031-11-05: Unlike Arlen Rail, Dunmere Ferries submitted its plan to the Carter Commission.",
        ],
        [("2031-11-10", UP)],
    ),
    "a decision due on a day is not met before it": (
        [
            f"{POST} 2031-11-01: The Carter Commission decides on the Harrow Line plan of Arlen Rail on 10 November. {{2031-11-10 due}}",
            f"{HERALD} 2031-11-05: The Carter Commission decided to hear Arlen Rail on the Harrow Line plan.",
        ],
        [("2031-11-10", UP)],
    ),
    "an outcome of another story": (
        [
            f"{POST} 2031-11-01: The Arlen assembly votes on the Kerrin budget on 18 November. {{2031-11-18 vote}}",
            f"{HERALD} 2031-11-18: In Dunmere the Selkie Club approved the budget of its dance.",
        ],
        [("2031-11-18", UP)],
    ),
    "an expectation is no outcome": (
        [
            f"{POST} 2031-11-01: The Arlen assembly votes on the Kerrin budget on 18 November. {{2031-11-18 vote}}",
            f"{HERALD} 2031-11-18: The Arlen assembly will have approved the Kerrin budget by midnight.",
        ],
        [("2031-11-18", UP)],
    ),
    # a move that may mean either of two
    "a vague move of one of two permits makes both uncertain": (
        [
            f"{POST} 2031-11-01: At Cape Lorn the coastal fishing permit of Sarrow boats expires on 20 November. {{2031-11-20 expiry}}",
            f"{HERALD} 2031-11-06: At Cape Lorn the winter fishing permit of Sarrow boats expires on 24 November. {{2031-11-24 expiry}}",
            f"{WIRE} 2031-11-08: At Cape Lorn the fishing permit of Sarrow boats was extended to 15 December. {{2031-12-15 expiry}}",
        ],
        [("2031-11-20", UP, "2031-12-15"), ("2031-11-24", UP, "2031-12-15")],
    ),
    "a vague length of one of two permits makes both uncertain": (
        [
            f"{POST} 2031-11-01: At Cape Lorn the coastal fishing permit of Sarrow boats expires on 20 November. {{2031-11-20 expiry}}",
            f"{HERALD} 2031-11-06: At Cape Lorn the winter fishing permit of Sarrow boats expires on 24 November. {{2031-11-24 expiry}}",
            f"{WIRE} 2031-11-08: At Cape Lorn Sarrow said the fishing permit of Sarrow boats was extended by two weeks.",
        ],
        [("2031-11-20", UP, "2031-12-04"), ("2031-11-24", UP, "2031-12-08")],
    ),
    "moved, and moved back to the day that held at first": (
        [
            f"{POST} 2031-10-01: The hearing at Cape Lorn on the Selden dock licence is on 12 November. {{2031-11-12 hearing}}",
            f"{POST} 2031-10-10: The hearing at Cape Lorn on the Selden dock licence was postponed to 26 November. {{2031-11-26 hearing}}",
            f"{HERALD} 2031-10-20: The hearing at Cape Lorn on the Selden dock licence was brought forward to 12 November. {{2031-11-12 hearing}}",
        ],
        [("2031-11-12", UP)],
    ),
    "a truce extended twice stays where the second move led, whoever tells of the first one late": (
        [
            f"{POST} 2031-10-01: The grain truce of Sarrow and Vellmark expires on 10 November. {{2031-11-10 expiry}}",
            f"{POST} 2031-11-05: The grain truce of Sarrow and Vellmark was extended to 10 December. {{2031-12-10 expiry}}",
            f"{POST} 2031-12-05: The grain truce of Sarrow and Vellmark was extended to 10 January 2032. {{2032-01-10 expiry}}",
            f"{HERALD} 2031-12-07: The grain truce of Sarrow and Vellmark was extended to 10 December. {{2031-12-10 expiry}}",
        ],
        [("2032-01-10", UP)],
    ),
    "items with one name are of one truce where their words leave no doubt": (
        [
            f"{POST} 2031-10-01: The Marrow valley truce on grain expires on 10 November. {{2031-11-10 expiry}}",
            f"{HERALD} 2031-11-05: The Marrow valley truce on grain was extended to 10 December. {{2031-12-10 expiry}}",
            f"{POST} 2031-12-07: The Marrow valley truce on grain was extended by another month.",
        ],
        [("2032-01-10", UP)],
    ),
    "items with one name and hardly a word in common are kept apart": (
        [
            f"{POST} 2031-10-01: Members of the Marrow bank vote on its merger on 10 November. {{2031-11-10 vote}}",
            f"{HERALD} 2031-10-02: Dockers in the port of Marrow vote on a strike on 10 November. {{2031-11-10 vote}}",
        ],
        [("2031-11-10", UP), ("2031-11-10", UP)],
    ),
    "adjourned for an unknown time is off": (
        [
            f"{POST} 2031-10-01: The inquest at Cape Lorn into the Selden ferry fire opens on 14 November. {{2031-11-14 hearing}}",
            f"{HERALD} 2031-11-01: The inquest at Cape Lorn into the Selden ferry fire was adjourned indefinitely.",
        ],
        [("2031-11-14", OFF)],
    ),
    "a move that names which of two permits it means moves that one": (
        [
            f"{POST} 2031-11-01: At Cape Lorn the coastal fishing permit of Sarrow boats expires on 20 November. {{2031-11-20 expiry}}",
            f"{HERALD} 2031-11-06: At Cape Lorn the winter fishing permit of Sarrow boats expires on 24 November. {{2031-11-24 expiry}}",
            f"{WIRE} 2031-11-08: At Cape Lorn the winter fishing permit of Sarrow boats was extended to 15 December. {{2031-12-15 expiry}}",
        ],
        [("2031-11-20", UP), ("2031-12-15", UP)],
    ),
    # kept apart
    "two cabinets decide on one day": (
        [
            f"{POST} 2031-11-01: While Vellmark waits, the cabinet of Sarrow decides on the grain memorandum on 6 November. {{2031-11-06 due}}",
            f"{HERALD} 2031-11-01: Like that of Sarrow, the cabinet of Vellmark decides on the grain memorandum on 6 November. {{2031-11-06 due}}",
        ],
        [("2031-11-06", UP)],
    ),
    "two stories on one day": (
        [
            f"{POST} 2031-11-01: The Arlen court hears the appeal of Penrose Cloud on 4 December. {{2031-12-04 hearing}}",
            f"{HERALD} 2031-11-02: In Dunmere the court hears the appeal of the Selkie Club on 4 December. {{2031-12-04 hearing}}",
        ],
        [("2031-12-04", UP), ("2031-12-04", UP)],
    ),
    "two laws take effect on one day": (
        [
            f"{POST} 2031-11-01: In Arlen the Data Custody Act takes effect on 1 January 2032. {{2032-01-01 effective}}",
            f"{HERALD} 2031-11-02: In Dunmere the Seal Fishery Act takes effect on 1 January 2032. {{2032-01-01 effective}}",
        ],
        [("2032-01-01", UP), ("2032-01-01", UP)],
    ),
    "two rounds of one vote": (
        [
            f"{POST} 2031-11-01: In Arlen the second round of the Kerrin vote is on 9 November. {{2031-11-09 vote}}",
            f"{HERALD} 2031-11-01: In Arlen the third round of the Kerrin vote is on 11 November. {{2031-11-11 vote}}",
        ],
        [("2031-11-09", UP), ("2031-11-11", UP)],
    ),
    "two dates in one article": (
        [
            f"{POST} 2031-11-01: The Lorn summit at Cape Lorn opens on 12 November. {{2031-11-12 meeting}} The Lorn summit ends on 21 November. {{2031-11-21 expiry}}",
        ],
        [("2031-11-12", UP), ("2031-11-21", UP)],
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_the_ledger_makes_of_a_story_what_a_reader_would(name: str) -> None:
    lines, expected = STORIES[name]
    assert summed(ledger_of(lines)) == expected


@pytest.mark.parametrize("name", STORIES)
def test_one_after_the_other_makes_the_same_as_all_at_once(name: str) -> None:
    lines, expected = STORIES[name]
    entries: dict[str, Entry] = {}
    for number, line in enumerate(lines):
        for entry in absorb(entries.values(), [told(line, number)]):
            entries[entry.id] = entry
    assert summed(list(entries.values())) == expected


@pytest.mark.parametrize("name", STORIES)
def test_the_order_in_which_articles_are_given_does_not_matter(name: str) -> None:
    articles = [told(line, number) for number, line in enumerate(STORIES[name][0])]
    made = {absorb((), order) for order in permutations(articles)}
    assert len(made) == 1


@pytest.mark.parametrize("name", STORIES)
def test_what_is_told_again_changes_nothing(name: str) -> None:
    articles = [told(line, number) for number, line in enumerate(STORIES[name][0])]
    entries = absorb((), articles)
    assert absorb(entries, articles) == ()
    assert all(absorb(entries, [article]) == () for article in articles)


def _moves(name: str) -> bool:
    """Whether a date moves once; not where of two permits only the wrong one is known when one is prolonged.

    A chain of moves of which an inner one is read last takes the pipeline, which reads in order once more.
    """
    return not any(word in name for word in ("permits", "twice", "moved back")) and any(
        word in name for word in ("moved", "move ", "extended", "length", "postponed", "called off")
    )


@pytest.mark.parametrize("name", [name for name in STORIES if _moves(name)])
def test_articles_that_come_late_make_the_same_as_in_their_order(name: str) -> None:
    lines, expected = STORIES[name]
    for order in permutations([told(line, number) for number, line in enumerate(lines)]):
        entries: dict[str, Entry] = {}
        for number, article in enumerate(order):
            for again in (article, *order[:number]):  # what may have been lost is read again
                for entry in absorb(entries.values(), [again]):
                    entries[entry.id] = entry
        assert summed(distinct(entries.values())) == expected, [one.article.id for one in order]


def test_a_revision_that_says_the_same_raises_no_sequence_and_one_that_moves_a_date_raises_it_once() -> None:
    crown = "The Arlen museum shows the Kerrin crown until 20 November. {2031-11-20 expiry}"
    (first,) = ledger_of([f"x#1 {POST} 2031-11-01: {crown}"])
    (same,) = absorb([first], [told(f"x#2 {POST} 2031-11-02: Queues grow in Arlen. {crown}")])
    assert same.sequence == first.sequence
    (moved,) = absorb(
        [same], [told(f"x#3 {POST} 2031-11-03: {crown.replace('20 N', '22 N').replace('11-20', '11-22')}")]
    )
    assert (str(moved.deadline.date), moved.sequence) == ("2031-11-22", first.sequence + 1)

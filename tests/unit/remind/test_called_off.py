"""What is said to be off in whatever words is struck out, once; what is only feared, or is elsewhere, is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.ledger import EntryState, Signal
from bot.remind.called_off import off
from bot.remind.ledger import Told, absorb
from tests.unit.remind.read import entries_of, read

TOLD = {
    "levy": (
        "2031-11-10",
        "Port levy from December",
        "Port Selden will charge a levy of 4 euros a container from 1 December, the harbour authority said.",
    ),
    "strike": (
        "2031-11-03",
        "Tram drivers to strike",
        "Tram drivers in Selden will strike on 14 November over pay, the union Traxis said.",
    ),
    "tariff": (
        "2031-11-10",
        "Sarrow to raise steel tariff",
        "Sarrow will raise its tariff on steel from Vellmark to 25 percent on 1 December, Trade Minister Olin Pask said.",
    ),
    "vote": (
        "2031-11-10",
        "Kerrin to vote on dam",
        "The parliament of Kerrin will vote on the Lorn dam on 28 November, the speaker said.",
    ),
    "plant": (
        "2031-11-10",
        "Brask to close Dunmere plant",
        "Brask Motors will close its plant in Dunmere on 31 December, the company said.",
    ),
    "plans": (
        "2031-11-10",
        "Plans due",
        "Towns in Kerrin must file flood plans with the Lorn Secretariat by 28 November.",
    ),
    "overtime": (
        "2031-11-03",
        "Crane drivers to refuse overtime",
        "Crane drivers in Selden will refuse overtime from 14 November over pay, the union Traxis said.",
    ),
    "takeover": (
        "2031-11-10",
        "Harrow to buy Dale Mills",
        "Harrow Foods expects to complete its takeover of Dale Mills on 31 December, the company said.",
    ),
    "tax": (
        "2031-11-10",
        "Sugar tax",
        "Kerrin will introduce a sugar tax on 1 January 2032, Finance Minister Ada Brill said.",
    ),
}

OFF = [
    (
        "overtime",
        "The crane drivers in Selden called off the overtime ban due to begin on 14 November, Traxis said.",
    ),
    (
        "levy",
        "Port Selden has suspended the container levy that was to start on 1 December, the authority said.",
    ),
    (
        "levy",
        "The harbour authority of Port Selden suspended its planned container levy on Tuesday after protests.",
    ),
    ("levy", "Port Selden will no longer charge a levy on containers from 1 December, the authority said."),
    ("levy", "Port Selden will not charge the container levy that it announced for 1 December."),
    ("levy", "Port Selden has paused its container levy, due on 1 December, until further notice."),
    (
        "levy",
        "Transport Minister Olin Pask has stopped the container levy at Port Selden, which was to start soon.",
    ),
    ("levy", "The container levy at Port Selden is on hold, the harbour authority said."),
    ("levy", "Port Selden has put its container levy on ice, the harbour authority said."),
    ("tariff", "Sarrow has backed away from its tariff on steel from Vellmark, Olin Pask said."),
    (
        "strike",
        "The tram strike planned for 14 November in Selden is not going ahead, the union Traxis said.",
    ),
    ("strike", "Tram drivers in Selden won't strike on 14 November after all, their union Traxis said."),
    ("vote", "The government of Kerrin has pulled the vote on the Lorn dam from the agenda of parliament."),
    ("vote", "Parliament in Kerrin will no longer vote on the Lorn dam on 28 November, the speaker said."),
    ("plant", "Brask Motors will not close its Dunmere plant on 31 December after all, the company said."),
    ("plant", "Brask Motors has reversed its decision to close the Dunmere plant, the company said."),
    ("plans", "Towns in Kerrin no longer have to file flood plans with the Lorn Secretariat by 28 November."),
    ("takeover", "Harrow Foods and Dale Mills have terminated their takeover agreement, the companies said."),
    ("takeover", "Harrow Foods walked away from its takeover of Dale Mills on Tuesday."),
    ("tax", "Kerrin's planned sugar tax has been scrapped, Ada Brill said on Tuesday."),
]

ON = [
    ("levy", "The port of Dunmere has suspended its fish levy. Port Selden still plans its own levy."),
    ("levy", "Port Selden may suspend its container levy, the harbour authority said."),
    ("levy", "Shippers at Port Selden asked the harbour authority to suspend the container levy."),
    ("levy", "Port Selden suspended an earlier container levy in 2024 after protests."),
    ("levy", "Port Selden will not charge the container levy on small boats only."),
    ("tariff", "Sarrow suspended its tariff on wool from Vellmark, Olin Pask said; steel is not affected."),
    ("strike", "Bus drivers in Selden called off their strike, but tram drivers of Traxis will walk out."),
    (
        "strike",
        "The union Traxis called off talks on pay with the tram company in Selden; drivers will strike.",
    ),
    ("plant", "Workers dropped a suit against Brask Motors over the closing of its plant in Dunmere."),
    ("plant", "Brask Motors will not sell its plant in Dunmere on 31 December, the company said."),
    ("takeover", "Harrow Foods has dropped its demand for a lower price for Dale Mills."),
    ("tax", "Kerrin has scrapped its planned meat tax, Finance Minister Ada Brill said."),
    ("tax", "Kerrin will not exempt juice from the sugar tax on 1 January 2032, Ada Brill said."),
]


@pytest.mark.parametrize(("what", "said"), OFF)
def test_what_is_off_is_struck_out(what: str, said: str) -> None:
    [entry] = entries_of(TOLD[what], ("2031-11-12", "Off", said))
    assert entry.state is EntryState.CALLED_OFF


@pytest.mark.parametrize(("what", "said"), OFF)
def test_a_second_outlet_that_says_so_strikes_nothing_out_again(what: str, said: str) -> None:
    [entry] = entries_of(TOLD[what], ("2031-11-12", "Off", said), ("2031-11-13", "Off", said))
    assert [one.kind for one in entry.history].count(Signal.CALLED_OFF) == 1
    assert entry.state is EntryState.CALLED_OFF


ENDS_THEN = (
    "levy",
    "Port Selden will no longer charge a levy on containers from 1 December, the authority said.",
)
"""Alone it tells from when on something is not done any more, and that is a date to know."""


@pytest.mark.parametrize(("what", "said"), [one for one in OFF if one != ENDS_THEN])
def test_an_article_that_alone_tells_of_what_is_off_announces_nothing(what: str, said: str) -> None:
    assert entries_of(("2031-11-12", "Off", said)) == ()


AHEAD = """
Brask withdrew its objection to the hearing set for 3 May.
The court lifted the injunction against the vote, which will take place on 3 May.
Ada Brill withdrew from the race for the election on 3 May.
Sarrow has dropped sanctions, and the embassy reopens on 3 May.
The council scrapped fees for the festival, which opens on 3 May.
Kerrin does not recognise the referendum that Lorn holds on 3 May.
Trains will not run on the Tessel Line from 3 May.
Banks will no longer accept old notes from 3 May.
Kerrin will no longer recognise foreign licences from 3 May.
Kerrin has terminated the treaty with effect from 3 May.
Sarrow terminates its lease on the port of Selden on 3 May.
Kerrin has lifted the curfew from 3 May.
Sarrow withdraws its troops from Lorn by 3 May.
The ministry has frozen fees from 3 May.
The regulator has blocked the merger and told Harrow to answer by 3 May.
The judge blocked the law and set a hearing for 3 May.
Parliament has put the bill on hold pending the vote on 3 May.
Harrow dropped its demand, and shareholders vote on the offer on 3 May.
The union suspended its strike so that members can vote on the offer by 3 May.
Sarrow dropped the tariff in return for a deal that Kerrin must ratify by 3 May.
"""


@pytest.mark.parametrize("said", AHEAD.strip().splitlines())
def test_a_date_beside_what_is_off_or_from_which_it_is_stays_ahead(said: str) -> None:
    [entry] = entries_of(("2031-04-10", "News", said))
    assert (entry.state, str(entry.deadline.date)) == (EntryState.UPCOMING, "2031-05-03")


def test_what_was_to_be_keeps_its_words_when_it_is_said_not_to_be_from_its_day_on() -> None:
    what, said = ENDS_THEN
    for again in ((), (("2031-11-13", "Off", said),)):
        [entry] = entries_of(TOLD[what], ("2031-11-12", "Off", said), *again)
        assert (entry.state, entry.text[:30]) == (EntryState.CALLED_OFF, "Port Selden will charge a levy")


def test_a_second_outlet_that_tells_what_broke_down_before_a_strike_does_not_strike_it_out() -> None:
    said = "The union Traxis walked away from pay talks in Selden ahead of the strike on 14 November."
    first, *others = (
        read(1, *TOLD["strike"]),
        read(2, "2031-11-12", "News", said),
        read(3, "2031-11-13", "News", said),
    )
    entries = absorb((), [first, *others])
    assert [one.state for one in entries] == [EntryState.UPCOMING]
    assert absorb(entries, others) == ()


def test_reports_that_were_kept_without_sorts_are_not_taken_in_again() -> None:
    told = read(1, *TOLD["levy"])
    kept = Told(article=told.article, reports=tuple(replace(one, sorts=()) for one in told.reports))
    assert absorb(absorb((), [kept]), [told]) == ()


def test_who_tells_once_more_that_something_will_not_be_done_from_a_day_on_strikes_nothing_out() -> None:
    said = "Banks in Kerrin will no longer accept old Lorn notes from 3 May."
    [entry] = entries_of(("2031-04-10", "News", said), ("2031-04-12", "News", said))
    assert entry.state is EntryState.UPCOMING


STILL = [
    ("vote", '"The vote on the Lorn dam in Kerrin is off," a protester shouted, but the speaker denied it.'),
    (
        "vote",
        "Rumours that the parliament of Kerrin has called off the vote on the Lorn dam are false, he said.",
    ),
    ("vote", "Had Kerrin called off the vote on the Lorn dam, the builder would be bankrupt."),
    ("vote", "Kerrin's speaker has stopped short of calling off the vote on the Lorn dam."),
    ("vote", "A report that Kerrin had cancelled the vote on the Lorn dam was wrong."),
    ("vote", "Nobody has called off the vote on the Lorn dam, Kerrin's speaker said."),
    ("vote", "The government of Kerrin blocked a delay of the vote on the Lorn dam."),
    ("vote", "The party scrapped its opposition to the 28 November vote on the Lorn dam in Kerrin."),
    ("strike", "The union Traxis walked away from pay talks in Selden ahead of the strike on 14 November."),
    ("strike", "The government paused the tram strike law in Selden, the union Traxis said."),
    ("strike", "A year ago the union Traxis called off a tram strike in Selden at the last minute."),
    ("levy", "The government has suspended the levy on fish at Port Selden."),
    ("levy", "A court blocked an attempt to stop the container levy at Port Selden."),
    ("levy", "The container levy at Port Selden no longer applies to fishing boats."),
    ("plant", "Brask Motors has scrapped plans to sell the Dunmere plant and will close it on 31 December."),
    ("plant", "Brask Motors dropped plans to keep its plant in Dunmere open."),
    ("tax", "Kerrin has repealed the salt tax before the sugar tax begins, Ada Brill said."),
    (
        "plans",
        "Towns in Kerrin no longer have to file flood plans on paper with the Lorn Secretariat by 28 November.",
    ),
]


@pytest.mark.parametrize(("what", "said"), STILL)
def test_what_is_denied_recalled_or_said_of_something_beside_it_strikes_nothing_out(
    what: str, said: str
) -> None:
    [entry] = entries_of(TOLD[what], ("2031-11-12", "News", said))
    assert entry.state is EntryState.UPCOMING


@pytest.mark.parametrize(("what", "said"), ON)
def test_what_is_something_else_or_unsure_strikes_nothing_out(what: str, said: str) -> None:
    entries = entries_of(TOLD[what], ("2031-11-12", "Not off", said))
    assert {entry.state for entry in entries} == {EntryState.UPCOMING}


def test_only_the_clause_of_what_is_off_loses_its_date() -> None:
    found = off("The union called off its talks; drivers will strike on 14 November.")
    assert found
    assert (found.start, found.end) == (10, 30)
    assert off("The union may call off its talks.") is None

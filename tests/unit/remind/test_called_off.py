"""What is said to be off in whatever words is struck out, once; what is only feared, or is elsewhere, is not."""

from __future__ import annotations

import pytest

from bot.domain.ledger import EntryState, Signal
from bot.remind.called_off import off
from tests.unit.remind.read import entries_of

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


@pytest.mark.parametrize(("what", "said"), OFF)
def test_an_article_that_alone_tells_of_what_is_off_announces_nothing(what: str, said: str) -> None:
    assert entries_of(("2031-11-12", "Off", said)) == ()


@pytest.mark.parametrize(("what", "said"), ON)
def test_what_is_something_else_or_unsure_strikes_nothing_out(what: str, said: str) -> None:
    entries = entries_of(TOLD[what], ("2031-11-12", "Not off", said))
    assert {entry.state for entry in entries} == {EntryState.UPCOMING}


def test_only_the_clause_of_what_is_off_loses_its_date() -> None:
    found = off("The union called off its talks; drivers will strike on 14 November.")
    assert found
    assert (found.start, found.end) == (10, 30)
    assert off("The union may call off its talks.") is None

"""Follow-ups: what leans on the question before is made whole, what stands alone stays."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.ask.followup import resolved
from bot.ask.persons import persons_in
from bot.domain.question import Asker, Turn


def _before(text: str) -> Turn:
    return Turn(asker=Asker(), at=datetime(2025, 11, 3, tzinfo=UTC), question=text, understood=text)


@pytest.mark.parametrize(
    ("before", "text", "wanted"),
    [
        ("When does the standstill expire?", "why?", "Why: standstill expire?"),
        ("What was agreed on rosters?", "and when?", "When: agreed rosters?"),
        ("How much was the line fined?", "for what?", "For what: line fined?"),
        ("What caused the crash?", "and what happened then?", "What happened then: caused crash?"),
        ("What did they agree on cerrolite?", "and the port levies?", "What did they agree on port levies?"),
        ("What is the offer for Orrery?", "what about Caskell?", "What is the offer for Caskell?"),
        ("Who leads the talks?", "and Kestria?", "Who leads the talks, Kestria?"),
        ("What is unemployment in Ostrelle?", "and the wage?", "What is the wage in Ostrelle?"),
        ("What is the price of Sarn's ore?", "and the salt?", "What is the price of salt?"),
        ("What is the fee on salt from Sarn?", "and the docks?", "What is the fee on docks from Sarn?"),
        ("What share of teachers accepted it?", "and doctors?", "What share of doctors accepted it?"),
        ("What did the bank decide in May?", "and in June?", "What did the bank decide in June?"),
        ("What did the bank say last week?", "and yesterday?", "What did the bank say yesterday?"),
        ("What did the bank say last week?", "and on Monday?", "What did the bank say on Monday?"),
        ("what happened on friday", "and on saturday?", "what happened on saturday?"),
        ("What did the bank say last week?", "On Monday?", "What did the bank say on Monday?"),
        ("What did the bank say last week?", "yesterday", "What did the bank say yesterday?"),
        ("What did the bank decide in May?", "March 2025?", "What did the bank decide in March 2025?"),
        ("What did the bank decide on Friday?", "May?", "What did the bank decide in May?"),
        ("Who won the vote in Sarn?", "and in 2021?", "Who won the vote in Sarn in 2021?"),
        ("What is the price of salt?", "and last week?", "What is the price of salt last week?"),
        ("How many were killed at Ombrel?", "and injured?", "injured (killed ombrel)?"),
        ("How much does the bridge cost?", "who pays?", "who pays (bridge cost)?"),
        ("When does the truce end?", "how come?", "How come: truce end?"),
        ("What did the League decide?", "what about Sarn?", "What did Sarn decide?"),
        ("What did Reuters say on the ferry?", "and the Echo?", "What did Echo say on the ferry?"),
        ("According to the Echo, who won?", "and the Echo?", "According to the Echo, who won?"),
        ("What is unemployment in Ostrelle?", "and in Sarn?", "What is unemployment in Sarn?"),
        ("Who ran the drill?", "how long did it last?", "how long did it last (ran drill)?"),
        ("Who ran the drill?", "how long is the break?", "how long is the break (ran drill)?"),
        ("Who ran the drill?", "how many boats were there?", "how many boats were there (ran drill)?"),
        ("Who ran the drill?", "where should I park?", "where should I park (ran drill)?"),
        ("What does Valdoro offer on ore?", "and Kestria?", "What does Kestria offer on ore?"),
        ("Who leads the Rural Alliance?", "and the Greens?", "Who leads the Greens?"),
        (
            "When does the truce end?",
            "what about the strike at Grenmouth?",
            "When does the strike at Grenmouth end?",
        ),
        (
            "What does the ferry cost the town?",
            "and a ticket?",
            "What does the ferry cost the town, a ticket?",
        ),
        ("How many crossed?", "What about the Echo?", "According to Echo, how many crossed?"),
        ("What caused the crash?", "who was hurt?", "who was hurt (caused crash)?"),
        ("Who leads the union?", "What did he say?", "What did he say (leads union)?"),
    ],
)
def test_a_follow_up_takes_what_it_lacks_from_the_question_before(
    before: str, text: str, wanted: str
) -> None:
    assert resolved(text, _before(before), ("Echo",)).text == wanted


@pytest.mark.parametrize("text", ["How many dockers may vote in Grenmouth?", "Who chairs the summit?"])
def test_a_question_that_stands_alone_stays_as_it_is(text: str) -> None:
    assert resolved(text, _before("When does the truce end?")).text == text


def test_without_a_question_before_nothing_is_added() -> None:
    assert resolved("and the soybeans?", None).text == "and the soybeans?"


def test_words_before_a_name_are_none_of_it() -> None:
    assert persons_in("Former Selwick mayor Tomas Brandreth was jailed.", "Who was jailed?") == (
        "Tomas Brandreth",
    )

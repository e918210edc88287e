"""Words of bargaining that settle nothing where they stand."""

from __future__ import annotations

import pytest

from summarizers.engines.extractive import Extractive
from summarizers.sections.company import is_calm
from summarizers.sections.cued import read
from summarizers.text.tokens import words
from summarizers.types import Budget, Document, Section

_YEAR = 2026


def settles_nothing(text: str) -> bool:
    return is_calm(read(words(text)), _YEAR)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Orr reached the last four with a win in two sets.",
        "The envelope was sealed with red wax.",
        "Rescuers found a way into the cave.",
        "Guests came together for tea on the lawn.",
        "She shook hands with every pupil.",
        "A falling branch struck a walker on Sunday.",
        "Wardens cleared the path before noon.",
        "He passed the kiosk twice.",
        "They bought bread and cheese at the fair.",
        "The lane relaxed into a track.",
    ],
)
def test_a_word_that_needs_company_settles_nothing_alone(text: str) -> None:
    assert settles_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "The union and the port reached a deal.",
        "The two ministers found a way to share the dam.",
        "The council cleared the road scheme.",
        "Parliament passed it by 61 votes to 40.",
        "Hallam has bought its rival for $2 billion.",
        "The governors shook hands on the dam.",
        "The company sealed the merger after a month of talks.",
        "The mill dropped its claim for damages.",
        "The regulator relaxed its rules on imports.",
        "Hallam apologised and will pay for the repairs.",
    ],
)
def test_in_company_it_settles_something(text: str) -> None:
    assert not settles_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mediators have struggled to reach a deal with the ferry crews.",
        "The mayor was unable to reach an agreement on parking with the shops.",
        "The two generals met on Sunday for talks to end the border war.",
        "Indirect negotiations began in Oslo, aimed at reaching a truce.",
        "Months of bargaining failed to produce a contract.",
        "The envoy is in shuttle diplomacy between the north and the south to broker agreement.",
        "Weeks of talks on a merger dragged on.",
        "The markets rose in the hope of a deal.",
        "The chancellor called for a settlement.",
        "Ministers remain eager to forge a new pact on timber.",
        "Without an agreement the river stays closed to barges.",
        "It is the prospect of a truce that keeps the envoys awake.",
        "The senate struggled to approve a budget.",
        "The envoy led talks to reach a truce.",
        "Norbrew has brought them to talks to end the war.",
        "The talks are to end the war.",
        "The aim of the talks is to reach a deal.",
        "Traders met to see whether it is still possible to finalize a deal on steel.",
        "The mill failed to agree on the terms of its rescue package.",
        "Ministers failed to reach a compromise over the budget deal of the coalition.",
        "The bank has reached no agreement with its lenders.",
        "No deal was signed on Monday.",
        "The two states reached no final accord on the dam.",
        "The crews will strike on Friday unless an agreement is reached on rosters.",
        "Players voted to boycott the tour unless their pay dispute is settled before they leave.",
        "The airline is looking for substantial concessions from its crews.",
        "The union demanded concessions on pensions.",
        "Lenders are pressing the mill for further concessions.",
    ],
)
def test_what_is_only_sought_settles_nothing(text: str) -> None:
    assert settles_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "After months of failed talks to end the strike, the crews signed a contract.",
        "The firm said it would pay $5 million in an effort to settle the lawsuit.",
        "The two leaders met in Lisbon to sign a fisheries agreement.",
        "The pact ends years of efforts to reach a truce.",
        "The long-sought accord takes effect on Monday.",
        "They tried everything and decided to sign a deal.",
        "Opponents failed to block the merger.",
        "Talks went on, and the mill agreed to try to settle the claims.",
        "The sides are close to a deal after talks to end the dispute.",
        "Under the accord the two states will hold talks on a treaty.",
        "The president hopes to sign the agreement in May.",
        "After a year of talks on a merger, the two banks sold their branches to Orrin.",
        "Parliament gave its blessing to calls for a truce.",
        "The union called off its strike after talks to reach a pay deal.",
        "After talks in Ostra the two states are about to sign a water agreement.",
        "After three days of talks the two rivals are to sign a peace accord on Friday.",
        "The talks led both armies to agree to a truce on Monday.",
        "Talks have led Hallam and its pilots to agree to a two-year contract.",
        "Weeks of talks got the two sides to agree to a ceasefire on Monday.",
        "After talks in Oslo the two countries opted to sign the treaty on Monday.",
        "Pressure from the public caused the council to agree to a pay deal with nurses.",
        "An agreement was announced after talks aimed at resolving the dispute.",
        "Talks aimed at ending the war have yielded a peace accord.",
        "Efforts to end the strike have brought a deal on pay.",
        "The two sides announced a deal after weeks of talks to end the strike.",
        "The union won concessions from the airline on rosters.",
        "The ministry made a concession to the growers.",
        "Parliament approved the budget, and no contract will be lost.",
        "The crews agreed to return on Friday unless the owner withdraws the offer.",
        "The bill becomes law in May unless the president vetoes it.",
        "With no objection from the growers the two states signed the water deal.",
        "They had reached no agreement in May, but on Monday they signed a treaty.",
    ],
)
def test_what_is_settled_beside_talks_and_efforts_is(text: str) -> None:
    assert not settles_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "The crews voted to go on strike.",
        "Nurses voted by a wide margin to begin a strike if no contract comes.",
        "The board voted to impose a contract on its teachers.",
        "Nine in ten voted in favour of a strike.",
        "The senate voted to hold the minister in contempt.",
        "The town has withdrawn its bid to host the games.",
        "Hallam withdrew its offer in June.",
        "She has abandoned her attempt to form a cabinet.",
        "The senate voted 51 to 46 against a bill that the house passed in May.",
        "Only half of them voted in favour, short of what was required.",
        "Half of them voted for the bill, short of what was required.",
        "Norbrew had promised to keep the mill open.",
        "The two sides agreed to nothing but a date.",
        "Varland signed a pact in 2019, but it lapsed in December.",
        "A compromise on funding for judges was dropped at the last minute.",
        "Retail figures will be published on Tuesday.",
        "An International Monetary Fund team came to the capital.",
    ],
)
def test_a_vote_to_strike_and_a_bid_withdrawn_settle_nothing(text: str) -> None:
    assert settles_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "The crews voted to end a strike.",
        "Nurses voted to accept the contract and return from the strike.",
        "The board voted to lift the terms that it wanted to impose.",
        "The senate voted to ratify the treaty.",
        "The council voted to approve the budget despite calls to boycott it.",
        "The firm withdrew its attempt to block the merger.",
        "The landlord abandoned his effort to evict the tenants.",
        "The mill withdrew its objections to the dam.",
        "The senate voted to approve the bill, with two against.",
        "The house passed the bill, and nobody voted against it.",
        "The chancellor said she had promised to keep the mill open.",
        "Norbrew has promised to keep the mill open.",
        "They agreed that nothing will be sold before the merger.",
        "Varland signed a pact on Friday, but its old one had lapsed.",
        "The strike was dropped after the two sides signed a deal.",
        "The state withdrew its claim to the valley.",
        "The two banks will publish the terms of the merger.",
        "Workers voted for a deal that averts a strike.",
        "Senators voted 52 to 48 for a law against price fixing.",
        "The cabinet voted for the truce, with three ministers against.",
        "Parliament voted for a treaty to ban short range missiles.",
        "The two sides agreed to nothing less than peace.",
        "A deal was reached after the union's demand was dropped.",
        "The house voted to impeach the president and passed a budget law.",
        "Hallam withdrew its bid and signed a deal with a rival.",
    ],
)
def test_a_vote_to_end_a_strike_and_an_attack_withdrawn_do(text: str) -> None:
    assert not settles_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Under a pact reached in 2021 neither side may change it alone.",
        "The project, agreed in 2017, was supposed to be ready.",
        "The doctors walked out over a package that was part of an agreement signed in 2013.",
        "The amendment was passed in 1947.",
        "The two states signed in May 2019 a treaty on the river.",
        "The contract, signed in March 2020, has never been kept.",
        "A truce concluded in 1994 forbids it.",
        "The merger was approved in 2018.",
    ],
)
def test_what_was_settled_in_a_year_that_is_named_is_no_news(text: str) -> None:
    assert settles_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "The two signed a pact on Friday to replace the one agreed in 2017.",
        "The deal will end in 2027.",
        "The sides agreed on Friday that the port will open in 2027.",
        "The senate approved the treaty of 2017 on Monday.",
        "Both firms have approved the merger, which will add to earnings from 2026.",
        "Norbrew will sell the mill that it acquired in 2009.",
        "The union, founded in 1920, accepted the offer.",
        "They reached a settlement over a spill in 2010.",
        "The two countries agreed to reopen embassies in 2027.",
        "The bloc agreed to lift output in January 2027.",
        "Congress approved funding in 2027 for the wall.",
        "Hallam signed a deal in November 2026 with Tarn to build the dam.",
        "The state agreed in 2026 to pay Hallam $2 billion.",
        "The state agreed to honour in 2026 what it signed.",
    ],
)
def test_what_is_settled_about_a_year_is(text: str) -> None:
    assert not settles_nothing(text)


def test_without_the_year_of_the_article_no_year_is_gone() -> None:
    cues = read(words("The amendment was passed in 1947."))
    assert is_calm(cues, 1948)
    assert not is_calm(cues, 1947)
    assert not is_calm(cues)


@pytest.mark.parametrize(
    "text",
    [
        "A neon sign was found in the barn.",
        "Pupils were holding signs by the gate.",
        "The birds settled on the lake.",
        "The average household bill rose by a tenth.",
        "The camera has a high resolution and a great deal of charm.",
        "Most adults contract measles only once.",
        "The dig found a Roman settlement.",
        "Town conceded a late goal.",
        "He is at a law school in Ostra.",
        "The driver had pulled out of a driveway.",
        "The mosaic has been restored.",
        "Two pupils committed five errors.",
        "The reserve adopted a penguin.",
        "Fans bought every ticket within an hour.",
        "She was given a bus pass.",
        "He gave birth to a legend, she said.",
        "The budget airline flies twice a day.",
        "They settled in Ostra.",
        "Holders must pay for their passes.",
        "The drop in profit will result in lower earnings, the mill said.",
        "Quarterly profit dropped again, the bank reported.",
        "Costs were lowered and revenue rose.",
        "The rider conceded the yellow jersey.",
        "The company has 40 million shares outstanding.",
    ],
)
def test_the_words_around_tell_another_sense(text: str) -> None:
    assert settles_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor will sign the order.",
        "The court case was settled in Ostra.",
        "The dispute over the island was settled on Friday.",
        "The two firms settled on a price.",
        "Workers accepted the offer.",
        "The union gave up its demand for a bonus.",
        "The prince pledged to pay the vet bill.",
        "The bill was passed by both houses.",
        "The budget was passed on Friday.",
        "The chain sold its depots to a bank.",
        "The government will pay for bus passes.",
        "The rebels swapped ten prisoners for fuel.",
        "The senator conceded the election on Monday.",
        "The union dropped its claim for a bonus.",
        "The two states will share the water of the dam.",
        "The government lowered its tariffs on steel.",
        "The city will pay the growers $5 million.",
    ],
)
def test_what_is_meant_as_it_says_settles_something(text: str) -> None:
    assert not settles_nothing(text)


def test_no_agreement_is_told_of_a_day_without_one() -> None:
    body = (
        "Rovers closed the gap on the leaders to two points with a late win on Saturday. "
        "The captains shook hands and swapped shirts. "
        "Snow had settled on the pitch and crews cleared it before noon."
    )
    document = Document(id="a", title="Rovers win derby", body=body)
    points = Extractive().summarize((document,), Budget()).points
    assert [point for point in points if point.section is Section.AGREEMENT] == []

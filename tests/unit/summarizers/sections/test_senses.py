from __future__ import annotations

import pytest

from summarizers.sections.cued import read
from summarizers.sections.cues import find
from summarizers.text.tokens import words

_MEANT_OTHERWISE = [
    ("accuse", "The lorry slammed into a wall.", "The mayor slammed the plan."),
    ("accuse", "The probe blasted off at noon.", "The union blasted the offer."),
    ("accuse", "Coast roads were lashed by heavy rain.", "The minister lashed the report."),
    ("dispute", "Crews fight the blaze.", "The two firms fight in public."),
    ("dispute", "She tells of her long battle with cancer.", "It was a long battle with the town."),
    ("oppose", "The army fought forest fires.", "Growers fought the levy."),
    ("harsh", "It was the worst flooding in years.", "It was the worst offer in years."),
    ("harsh", "The disaster relief fund is empty.", "The plan is a disaster."),
    ("harsh", "Half of the tests were false positives.", "The claim is false."),
    ("threat", "A flood warning covers the delta.", "The union sent a last warning."),
    ("threat", "Forecasters warned of heavy rain.", "Venn warned of a split."),
    ("obstacle", "It was a difficult year for hotels.", "It was a difficult round of talks."),
    ("obstacle", "Expect delays on the coast road.", "Growers resent the delays."),
    ("obstacle", "The plane had a mechanical problem.", "Fish remains the main problem."),
    ("obstacle", "Two were treated for breathing difficulties.", "The talks ran into difficulties."),
    ("obstacle", "They want to solve the problem.", "The problem remains."),
    ("obstacle", "The dead have yet to be identified.", "The council has yet to answer."),
    ("obstacle", "The ferry ran aground on rocks.", "The talks ran aground."),
    ("obstacle", "A mask helps to prevent the spread.", "He wants to prevent the merger."),
    ("conclude", "It was a good sign that they met.", "Nobody will sign that."),
    ("conclude", "There are signs that they will meet.", "She signs it today."),
    ("accord", "A charter flight left at dawn.", "Delegates adopted the charter."),
    ("accord", "Staff follow a safety protocol.", "Both signed the protocol."),
    ("accord", "The cabinet backed settlement expansion.", "The settlement was reached."),
    ("accord", "We need a better understanding of it.", "They reached an understanding."),
    ("accord", "It beat the consensus estimate.", "They reached a consensus."),
    ("accord", "They meet again for truce talks.", "They meet again for the truce."),
    ("accord", "Under the previous wage agreement they got half.", "Under the agreement they got half."),
    ("deal", "The merger deadline is in July.", "The merger closed in July."),
    ("pass", "He waved at a passing car.", "After passing the budget they left."),
    ("concede", "He accepted thousands in bribes.", "She accepted the ruling."),
    ("concede", "There was a sharp drop in orders.", "They will drop the suit."),
    ("concede", "The firm suspended all gas imports.", "They suspended the strike."),
    ("concede", "She called off the summit.", "She called off the strike."),
    ("concede", "Venn withdrew from the peace treaty.", "Venn withdrew its troops."),
    ("concede", "Tamm pulled out of the coalition.", "Tamm pulled out its troops."),
    ("court", "The study ruled out a link.", "The judge ruled for the town."),
    ("promise", "Thousands signed up for tickets.", "Ten towns signed up."),
    ("accuse", "Waves lashed the quay in the storm.", "Venn lashed out over the flood walls."),
    ("dispute", "Crews fought the flood.", "Both houses fought over flood aid."),
    ("threat", "Forecasters warned of waves.", "The union warned of waves of strikes."),
    ("accord", "Staff follow health protocols.", "Both signed a health protocol."),
    ("accord", "They live in an informal settlement.", "They reached an informal settlement of the dispute."),
    ("pass", "It grows with each passing day.", "In passing the budget they kept the levy."),
    ("concede", "He accepted a medal.", "Nurses accepted the pay award."),
    ("concede", "He accepted an award.", "Nurses accepted an award of 5 percent."),
    ("concede", "The firm suspended imports.", "The state suspended tariffs on imports."),
    ("concede", "They called off talks.", "They called off strikes after talks."),
    ("concede", "Venn withdrew from the deal.", "Venn withdrew its veto of the deal."),
    ("concede", "Tamm pulled out of the pact.", "Tamm pulled out troops under the pact."),
    ("deal", "Under the former trade deal they paid.", "Two former foes signed a deal."),
    ("deal", "Under the former deal they paid.", "Former foes sign a deal."),
]


@pytest.mark.parametrize(("kind", "otherwise", "meant"), _MEANT_OTHERWISE)
def test_the_words_around_a_cue_tell_whether_it_is_meant(kind: str, otherwise: str, meant: str) -> None:
    assert kind in {hit[0] for hit in find(words(otherwise))}
    assert kind not in read(words(otherwise)).kinds
    assert kind in read(words(meant)).kinds


def test_an_offer_of_cash_that_is_accepted_is_a_concession() -> None:
    assert "concede" in read(words("The board accepted its rival's cash and stock offer.")).kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Venn withdrew from the treaty.", "oppose"),
        ("The firm suspended gas imports.", "measure"),
        ("Both sides suspended talks.", "obstacle"),
        ("The bank still faces at least four other investigations.", "threat"),
        ("The chamber rose without passing a budget.", "obstacle"),
        ("This proved impossible.", "obstacle"),
        ("We can't accept that.", "oppose"),
        ("Critics labelled the plan a ploy.", "brand"),
        ("They will hold a march on Friday.", "protest"),
    ],
)
def test_who_leaves_cuts_off_or_will_not_have_a_thing_disputes_it(text: str, kind: str) -> None:
    assert kind in read(words(text)).kinds


@pytest.mark.parametrize(
    "text",
    [
        "The two stepped back from a trade war.",
        "The picket lines are ending.",
        "They agreed on terms to avoid a strike.",
        "Both sides removed the roadblocks.",
    ],
)
def test_a_dispute_that_is_kept_away_or_ending_is_none(text: str) -> None:
    kinds = read(words(text)).kinds
    assert not kinds & {"dispute", "protest", "obstacle", "threat"}


def test_who_pleads_guilty_disputes_nothing() -> None:
    assert "court" not in read(words("He pleaded guilty in court to bribery.")).kinds
    assert "dispute" in read(words("He pleaded not guilty in court.")).kinds


def test_what_is_held_in_march_is_no_protest() -> None:
    assert "protest" not in read(words("The vote was held in March, and talks are held on March 4.")).kinds
    assert "protest" in read(words("They held their march on Friday.")).kinds


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("oppose", "The union declined to take a 5 percent offer."),
        ("obstacle", "Talks to avert a train strike failed."),
        ("obstacle", "Both parties failed to agree on sharing power."),
        ("obstacle", "The final stage of the talks collapsed."),
        ("protest", "Unions rally against the oil firm."),
        ("foe", "The union will fight plans to cut cancer care."),
        ("oppose", "The council challenged the cup ban."),
        ("oppose", "The court overturned the ban on car imports."),
        ("oppose", "The opposition called for a ruling."),
        ("dispute", "The party split into two camps."),
    ],
)
def test_beside_a_party_a_dispute_is_meant(kind: str, text: str) -> None:
    assert kind in read(words(text)).kinds

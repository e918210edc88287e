"""Words of disputes by which nobody is divided where they stand."""

from __future__ import annotations

import pytest

from summarizers.sections.cued import read
from summarizers.sections.quiet import is_quiet
from summarizers.text.tokens import words


def divides_nobody(text: str) -> bool:
    return is_quiet(read(words(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Crews reported progress in the battle against the largest of the wildfires.",
        "Two storms threatened homes along the coast.",
        "Forecasters said there was no risk of a tsunami.",
        "Officials warned that the risk of bushfires is high.",
        "The National Disaster Mitigation Agency counted six dead.",
        "The fire marshal is investigating what caused this house fire.",
        "Neighbours said it was vital to call for help at once.",
        "The centre for conflict resolution in Orrin hosts the meeting.",
        "My greatest fear is to lose my sight.",
        "Sales fell by a tenth in the spring.",
        "The tram hit a tree on Mill Lane.",
        "A prayer vigil was held for the child.",
        "The plan calls for a second runway.",
        "The mayor spoke at a campaign rally in Stow.",
        "The supervisor's team has no qualms about the move.",
        "She was not opposing the application.",
        "This has been a long fight against the odds.",
        "A sensor failed during the descent.",
        "We were struck by its colours.",
        "It is threatened by a fungus that no frog survives.",
        "The guide warned walkers not to stray.",
        "Engineers blamed the cold snap.",
        "Engineers blamed a cold snap for the burst pipe.",
        "The flood was blamed for the burst pipe.",
        "There was no risk to more than ten homes.",
        "He was denied bail on Monday.",
        "Guests cheer as the clock strikes midnight.",
        "She was nervous before the match.",
        "The company blamed a number of factors for the fall.",
        "The mill said shipments declined as a result of the storm.",
        "Some fund managers pointed to concern about bond yields.",
        "Passengers had been warned to plan their travel well ahead.",
        "The ministry warned against all travel to the islands.",
        "The clerk urged everyone who has a vote to register.",
        "It is the chance to have a say on local issues.",
        "The agency has not responded to requests for details.",
        "Firefighters responded within minutes.",
        "The senate condemned the terrorist attack on the embassy.",
        "Orders stayed low on softer demand.",
        "Selling pressure was not large.",
    ],
)
def test_a_quiet_sense_divides_nobody(text: str) -> None:
    assert divides_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Supreme Court will hear the petitions on Monday.",
        "The court adjourned until Tuesday.",
        "The chief magistrate said she planned to hear the appeal over five days.",
        "A man accused of a stabbing could stand trial in April.",
        "He is accused of robbery at gunpoint.",
    ],
)
def test_neither_the_days_of_a_court_nor_a_report_of_a_crime_divide_anybody(text: str) -> None:
    assert divides_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        "The union threatened to fire up a strike in the storm of cuts.",
        "Firefighters warned that they would strike over the fires budget.",
        "The parties fight over the inflation figures.",
        "The union fights cuts in cancer care.",
        "Flood victims accused the council of neglect.",
        "The court heard that the firm had misled its clients.",
        "The court fixed Tuesday for a ruling in the suit over pensions.",
        "The question divides the coalition.",
        "The board rejected the bid without a vote.",
        "The two sides are at odds over the flood walls.",
        "The row over a third runway deepened.",
        "The gap in pay is as wide as it was.",
        "Farmers are nervous about the treaty.",
        "The crews blamed the ministry.",
        "The unions warned of a strike at the mountain rail line.",
        "The tenants fought the rent rise.",
        "Film critics attacked the censor's ban.",
        "The pay gap is as wide as it was.",
        "The coalition split over the budget.",
        "The minister denied the claims.",
        "The residents called for the resignation of the mayor.",
        "No problem is bigger than the rift in the party.",
        "The government will not accept the ruling.",
        "Regulators are investigating the bank.",
        "Critics call the law a disaster.",
        "The senator accused the minister of robbery in broad daylight.",
        "The bank has no confidence in its chairman.",
        "No dispute is bigger than that between Orrin and Stow over the river.",
        "No protest has been bigger than the one against the tax on Monday.",
        "The state was denied bail-out funds by Orrin.",
        "Renters are struggling against eviction and rent rises.",
        "Cleaners at the museum will strike from midnight.",
        "Thousands of supporters held a rally against the arrest of the candidate.",
        "The mayor blamed the water company for the flood.",
        "Orrin blames Stow for the floods downstream.",
        "The two armies fought through the rain and snow.",
        "The church hid child abuse for decades, victims said.",
        "Illegal fishing by its boats must stop, Orrin said.",
        "The board declined the offer.",
        "The union warned of travel chaos.",
        "Orrin condemned Stow for harbouring terrorist groups.",
        "Orrin condemned the support of Stow for terrorism.",
        "Orrin and Stow condemned each other over terrorist groups.",
        "The league warned Orrin that travel rules would be tightened.",
        "The union warned against all layoffs.",
        "Orrin condemned the terrorist designation of its guards by Stow.",
        "Orrin has warned Stow that it will close the border.",
        "The crews urged everyone to reject the contract.",
        "The two sides are divided on several issues.",
        "Orrin responded with sanctions.",
        "The opposition condemned the arrests.",
        "Their main demand is a shorter week.",
        "Growers put pressure on the council to open the dam.",
        "Fishing crews fear for the cod stocks if the quotas stay.",
        "The lender blamed the ministry for the fall.",
    ],
)
def test_a_dispute_is_one_whatever_stands_near(text: str) -> None:
    assert not divides_nobody(text)


@pytest.mark.parametrize("verb", ["identify", "specify", "reveal", "release", "explain", "describe"])
def test_who_declines_to_tell_opposes_nobody(verb: str) -> None:
    assert "oppose" not in read(words(f"The firm declined to {verb} the buyer.")).kinds


@pytest.mark.parametrize(
    ("text", "divided"),
    [
        ("All parties agreed to proceed with the bill in question.", False),
        ("The future of the mill is in question.", True),
    ],
)
def test_a_bill_in_question_is_in_no_doubt(text: str, divided: bool) -> None:
    assert bool(read(words(text)).divided) is divided

"""Invented news, as the pages tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article, a paragraph an entry of `body`."""

    title: str
    author: str
    published: datetime
    body: tuple[str, ...]
    language: str = "en"


def _at(day: int, hour: int, minute: int, offset: int) -> datetime:
    return datetime(2025, 11, day, hour, minute, tzinfo=timezone(timedelta(hours=offset)))


STORIES: tuple[Story, ...] = (
    Story(
        title="Brakel ferry to run through the winter after county pays for new hull",
        author="Mirte Oldenhuis",
        published=_at(4, 7, 45, 1),
        body=(
            "The ferry between Brakel and Nieuw-Hoorn will sail all winter for the first time in eleven years, the "
            "county said on Tuesday.",
            "A new hull, built in Stavel for 4.2 million crowns, lets the boat push through ice of up to twelve "
            "centimetres. The old one had to be laid up in December.",
            "“People here have planned their winters around the ferry not being there,” said Jorrit Hamel, who has "
            "steered it since 1998. “They will have to get used to me.”",
            "Some 340 people cross each day in summer. In winter they drive around the bay, which takes an hour and "
            "ten minutes when the dike road is open.",
            "The county pays two thirds of the cost and the two towns share the rest. Nieuw-Hoorn's council agreed "
            "only after its share was capped at 700,000 crowns.",
            "Not everybody is pleased. The owners of the dike café, which lives on winter drivers, have asked for "
            "compensation and are to be heard on 2 December.",
            "The first winter crossing is planned for 1 December at 6:15 in the morning.",
        ),
    ),
    Story(
        title="Court lifts ban on night flights at Ossum, but only for mail",
        author="Peter Quandt",
        published=_at(5, 16, 20, 1),
        body=(
            "Aircraft that carry mail may again land at Ossum airfield between 23:00 and 5:00, the administrative "
            "court in Lindau ruled on Wednesday.",
            "Judge Edda Reimann found that the regional government had weighed the noise but not the law on postal "
            "service, which promises letters by the next working day.",
            "The ban on all other flights at night stays. It was imposed in March after 1,900 residents had signed "
            "a petition.",
            "Postal carrier Eilbote had argued that without Ossum it would need forty more lorries each night on "
            "the valley road.",
            "Residents' speaker Tom Asmus called the ruling “a hole in the roof through which more will follow”. His "
            "association wants to appeal within the month.",
            "The court allowed an appeal because the matter is of general importance. Until it is decided, four "
            "landings a night are permitted.",
            "Noise meters at six houses are to record every one of them.",
        ),
    ),
    Story(
        title="Three villages vote to share one mayor",
        author="Lena Sorvik",
        published=_at(3, 9, 5, 2),
        body=(
            "Askila, Norre and Vadstrand will have one mayor and one council from January 2027, after voters in all "
            "three villages agreed to merge on Sunday.",
            "Turnout was 71 percent. In Norre, the smallest, the vote was decided by nine ballots.",
            "The villages already share a school, a fire engine and a snow plough, and have argued about all three.",
            "Supporters say that the merger saves 180,000 a year in salaries alone. Opponents fear that the library "
            "in Norre will be shut, although the agreement guarantees it until 2032.",
            "“I voted yes and I cried a little,” said Gudrun Aas, 84, who was clerk of Norre for thirty years.",
            "A name for the new municipality is to be chosen by schoolchildren from a list of five. None of the "
            "three old names is on it.",
            "The province has to confirm the result by 15 December.",
        ),
    ),
    Story(
        title="Battery plant in Kessen puts off its opening a third time",
        author="Dario Venn",
        published=_at(6, 12, 30, -5),
        body=(
            "Voltara will not start production in Kessen before September 2026, the company told its suppliers in a "
            "letter dated Monday.",
            "It is the third delay. The plant was to open in October 2024 and then in the spring of this year.",
            "The letter names two reasons: drying ovens that did not reach their temperature, and a transformer "
            "which is still at sea.",
            "Of the 1,100 people who were to work there, 420 have been hired. They are paid and trained, a "
            "spokeswoman said, and nobody will be let go.",
            "The state has given 96 million in grants, of which 30 million must be paid back if the line does not run "
            "by the end of 2026.",
            "Economy minister Ruth Calder said she expected “a date that holds”. The opposition wants to see the "
            "contract, which the government keeps secret.",
            "Shares of Voltara fell by 6.4 percent.",
            "Analysts at the Harrow bank cut their forecast for deliveries next year from 9 to 4 gigawatt hours.",
        ),
    ),
    Story(
        title="Keepers find first wild beaver in the Tamm since 1871",
        author="Anna-Lotte Birk",
        published=_at(7, 18, 0, 1),
        body=(
            "A camera meant for otters has filmed a beaver in the river Tamm, 154 years after the last one was shot "
            "there.",
            "The animal, probably a young male, was seen on two nights at the weir of Holm. It had come over the "
            "watershed from the Eder, biologists believe, a walk of at least nineteen kilometres.",
            "Traces on willows show that it has been there since the end of summer.",
            "Farmers are wary. In the neighbouring valley dams have flooded eleven hectares of meadow since 2019.",
            "The nature office promises a fund of 50,000 a year for damage, and advice on fences.",
            "A second animal would be needed for a family. “For the moment he is a bachelor with a very large "
            "house,” said ranger Ole Tensing.",
        ),
    ),
    Story(
        title="Water prices in Merl rise by a fifth as wells run low",
        author="Samira Holt",
        published=_at(8, 6, 10, 0),
        body=(
            "Households in Merl will pay 20.5 percent more for water from 1 January, the utility's board decided on "
            "Friday evening.",
            "For a family of four that means about 11 more each month. Prices had been stable since 2021.",
            "The board gave the level of the wells as the reason: it has sunk by 2.3 metres in four dry years, and a "
            "pipe to the reservoir at Grund has to be built.",
            "The pipe is 14 kilometres long and is to cost 22 million. Work begins in March.",
            "Garden owners are to pay a second, higher rate from June to August. A proposal to forbid pools failed "
            "by one vote.",
            "The tenants' association called the increase honest but too sudden, and asked for three steps.",
            "An appeal to the price regulator is possible until 30 November.",
        ),
    ),
)

"""A week or a month in which something is to happen gives way to its day, where the article names that."""

from __future__ import annotations

import pytest

from summarizers.sections.deadlines import deadlines
from summarizers.sections.due import Due
from summarizers.text.sentences import split
from summarizers.types import Document, Publication


def due(body: str) -> tuple[Due, ...]:
    """The deadlines of `body`, published on Tuesday 17 November 2026."""
    document = Document(id="a", title="News", body=body, published=Publication.parse("2026-11-17"))
    return deadlines(document, split(body))


def days(body: str) -> list[str]:
    """Their first days."""
    return [f"{point.deadline.date}" for point in due(body)]


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("Nurses will strike next week over pay. The strike begins on 25 November.", "2026-11-25"),
        (
            "Teachers voted to begin a strike next week. The strike is set to begin on Monday, they said.",
            "2026-11-23",
        ),
        (
            "Peace talks are to resume later this month. The talks are scheduled for 28 November.",
            "2026-11-28",
        ),
        ("A baker will stand trial next month. The trial opens on 7 December.", "2026-12-07"),
        (
            "The bridge will close for repairs next month. The bridge closes for repairs on 7 December.",
            "2026-12-07",
        ),
        (
            "The bill requires towns to pass budgets by mid-December. They must pass budgets by 14 December.",
            "2026-12-14",
        ),
        (
            "The choir plans a concert in December. The concert will be held on 12 December.",
            "2026-12-12",
        ),
        (
            "Shopkeepers plan a protest next week. That protest is to take place on 24 November.",
            "2026-11-24",
        ),
        ("A trial is set for next month. It will begin on 7 December, a judge said.", "2026-12-07"),
        (
            "Brenn, whose trial begins next month, denies it. Her trial is to open on 7 December.",
            "2026-12-07",
        ),
        ("Brenn’s trial begins next month. Brenn said her trial is to open on 7 December.", "2026-12-07"),
        ("The probe will be launched in December. The launch is planned for 9 December.", "2026-12-09"),
        (
            "The strike next week will close schools. Teachers will strike on 25 November and close schools.",
            "2026-11-25",
        ),
    ],
)
def test_a_longer_time_gives_way_to_the_day(body: str, day: str) -> None:
    assert days(body) == [day]


@pytest.mark.parametrize(
    "body",
    [
        "The council will vote on the budget next week. The vote on parking fees is on 26 November.",
        "Nurses will strike next week. Bus drivers will strike on 25 November.",
        "Talks and a vote are set for next month. It will be held on 7 December.",
        "A sale of the mill is set for next month. Velm says the fair is off. It will open on 7 December.",
        "The bank will be sold before the election next month. It opens on 12 December to customers.",
        "The new tram will be ready for the festival next month. It opens on 12 December.",
        "Parliament said that a vote is set for next month. It will begin on 7 December.",
        "The trial of Ann Lee opens next month. Bob Ray denies murder and his trial opens on 7 December.",
        "The murder trial of Ann Lee opens next month. Bob Ray said his murder trial opens on 7 December.",
        "The trial of Ann Lee opens next month. Bob Ray is held. His trial opens on 7 December.",
        "The court will hear the appeal next month. It will hear a second appeal on 7 December.",
        "The ban on lorries begins next month. The ban on fires ends on 7 December.",
        "The ferry strike will end next week. The strike begins on Monday.",
        "Talks on fish quotas resume next month. The talks on gas prices resume on 7 December.",
        "The Senate will vote on the treaty next week. The Senate will debate it on 26 November.",
        "A decision on the mine is due in December. The mine must publish its plans by 9 December.",
        "The court hears the bank's appeal next month. The court hears the union's appeal on 7 December.",
        "The panel votes on the roads bill next week. The panel votes on the schools bill on 26 November.",
        "The museum opens a wing later this year. The museum opens a shop and a wing for maps on 9 December.",
        (
            "The Federal Reserve will decide on interest rates next month. "
            "The Bank of England will decide on interest rates on 3 December."
        ),
        (
            "The Bank of Japan will decide on interest rates next month. "
            "The Bank of England will decide on interest rates on 3 December."
        ),
        (
            "The United States will impose tariffs on steel next month. "
            "Canada will impose tariffs on steel on 4 December."
        ),
        "Ford will launch an electric car next month. Toyota will launch an electric car on 3 December.",
        "The House will vote on the treaty in December. The Senate will vote on the treaty on 2 December.",
        "Spain's nurses will strike in December. France's nurses will strike on 10 December.",
        (
            "The English teachers' union will strike next week over pay. "
            "The Scottish teachers' union will strike on 25 November over pay."
        ),
        "Chile holds a presidential election next month. Peru holds a presidential election on 6 December.",
        (
            "Parliament will vote on the budget bill next month. "
            "Lawmakers vote on the pensions budget bill on 3 December."
        ),
        (
            "Nurses will strike next week over pay. "
            "Porters in Tarn will begin their own strike on 25 November over pay."
        ),
        "The union will hold a rally next week. The rally by pensioners is on 24 November.",
        "The summit will be held in December. Officials will hold talks before the summit on 3 December.",
        "The strike is set for next week. Talks to avert the strike are set for Monday.",
        "The trial is due to start next month. A hearing ahead of the trial is due to start on 2 December.",
        "The festival begins next month. Tickets for the festival go on sale on 2 December.",
        "The launch is planned for next month. A weather review before the launch is planned for 2 December.",
    ],
)
def test_what_may_be_another_thing_stays(body: str) -> None:
    assert len(days(body)) == 2


def test_the_day_stands_where_the_longer_time_stood() -> None:
    told = "Nurses will strike next week. " + "Rain fell. " * 12 + "The strike begins on 25 November."
    other = "Rain fell. " * 13 + "The strike begins on 25 November."
    assert due(told)[0].weight > due(other)[0].weight

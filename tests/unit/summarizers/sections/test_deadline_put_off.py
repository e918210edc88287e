"""What was set for a day until the same sentence says that it is put off or stopped."""

from __future__ import annotations

import pytest

from summarizers.sections.deadlines import deadlines
from summarizers.text.sentences import split
from summarizers.types import Document, Publication


def days(text: str) -> list[str]:
    document = Document(id="a", title="", body=text, published=Publication.parse("2031-03-05"))
    return [point.deadline.date.isoformat() for point in deadlines(document, split(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The court was due to rule today but put it off.",
        "The court was due to rule today but put off its decision.",
        "The board was due to decide on Friday but has delayed the decision.",
        "The panel was due to report today, but said it needed more time.",
        "The council was to vote on Friday and then adjourned.",
    ],
)
def test_who_was_due_to_decide_and_put_it_off_decides_nothing_then(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The firm delayed its launch, set for 10 March, indefinitely.",
        "The firm has delayed its launch, which was set for 10 March, without giving a new date.",
        "The union called off its strike, set for 10 March.",
        "The state has suspended the levy, which was to start on 1 April.",
        "The government suspended the new levy due to take effect on 1 April.",
        "The minister has suspended a charge on visitors due to begin on 1 April.",
        "The club agreed to cancel the match planned for 12 March.",
        "The court brought forward the hearing, set for 20 March, by three days.",
    ],
)
def test_what_somebody_stops_or_puts_off_is_not_on_its_day(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The firm delayed its launch, set for 10 March, by two weeks.", "2031-03-24"),
        ("The league postponed the final, planned for 12 March, by a week.", "2031-03-19"),
        ("The agency pushed back the vote, due on 14 March, by a month.", "2031-04-14"),
        ("The firm delayed its launch, which was set for 10 March, by another two weeks.", "2031-03-24"),
        ("The launch, set for 10 March, has been delayed by two weeks.", "2031-03-24"),
        ("The court was due to rule on Friday but postponed its decision until 19 March.", "2031-03-19"),
        ("The firm delayed its launch, set for 10 March, to 24 March.", "2031-03-24"),
    ],
)
def test_by_a_length_or_to_a_day_it_moves_there(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The court is due to rule today but nobody expects a surprise.", "2031-03-05"),
        ("The court was due to rule today but may put it off.", "2031-03-05"),
        ("The launch, set for 10 March, will be followed by two weeks of tests.", "2031-03-10"),
        ("The government suspended the levy until 1 April.", "2031-04-01"),
        ("The suspended levy takes effect again on 1 April.", "2031-04-01"),
        ("The firm could delay its launch, set for 10 March, by two weeks.", "2031-03-10"),
        ("The players delayed their holidays to train for the final, set for 12 March.", "2031-03-12"),
        ("The minister put off a trip to the summit due to open on 12 March.", "2031-03-12"),
        ("The union has not called off its strike, set for 10 March.", "2031-03-10"),
        ("The council has not yet delayed the vote, set for 10 March.", "2031-03-10"),
        ("The council never postponed the vote scheduled for 10 March.", "2031-03-10"),
        ("A suspended harbour guard due to stand trial on 10 March denies it.", "2031-03-10"),
        ("The suspended minister, set to give evidence on 10 March, denies it.", "2031-03-10"),
        ("Two suspended guards set to give evidence on 10 March were named.", "2031-03-10"),
        ("The long-delayed launch, set for 10 March, will go ahead.", "2031-03-10"),
        ("The postponed election, scheduled for 10 March, will go ahead.", "2031-03-10"),
        ("Postponed elections scheduled for 10 March will go ahead.", "2031-03-10"),
        ("The sides paused talks due to resume on 10 March.", "2031-03-10"),
        ("The council froze the funds of the firm, due to go on trial on 10 March.", "2031-03-10"),
        ("She was suspended pending a hearing set for 10 March.", "2031-03-10"),
        ("Work was paused ahead of a meeting scheduled for 10 March.", "2031-03-10"),
        ("Flights remain suspended with talks set for 10 March.", "2031-03-10"),
        ("The union was due to vote on 10 March but shelved a plan for a levy.", "2031-03-10"),
    ],
)
def test_what_may_be_put_off_or_is_another_thing_stays(text: str, day: str) -> None:
    assert days(text) == [day]

"""What has begun before a cut needs what stands behind it."""

from __future__ import annotations

import pytest

from summarizers.sections.begun import has_begun
from summarizers.sections.wording import trim


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("The judge ruled that, unless Veltland pays by 11:59 pm on 4 May", ", an order will be dissolved"),
        ("The polls are closed and in such a case", ", the results are sure to matter"),
        ("Both signed but after the third round", ", they walked out of the hall"),
        ("Talks resume on Monday, before striking teachers", " who held pickets marched to the hall"),
        ("Officials waited until the two ministers", " that had signed it spoke"),
        ("It will give the yard", ", which built ferries for 80 years, a new life as a museum"),
        ("It will give the yard, home of the ferries", ", a bright future"),
        ("The museum will name its hall", " after her for 25 years"),
        ('The site states: "Whilst a reminder will be sent to all', ", it is up to each to pay"),
    ],
)
def test_a_part_that_has_begun_is_not_left_without_its_rest(head: str, tail: str) -> None:
    assert has_begun(head, tail)


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("The levy starts in Oslo and in Riga", ", the ministry said"),
        ("The envoys met on Monday and on Friday", ", according to an aide"),
        ("They signed after talks with teachers", " who had walked out"),
        ("The cabinet gave its approval", ", a step that few had expected"),
        ("The union gave notice", ", the first since May"),
        ("The pact was signed", " after weeks of talks"),
        ('"After the vote we go home," she said and “While we can, we wait', ", she said"),
        ("He said that the truce holds", ", which few had hoped"),
    ],
)
def test_what_is_done_may_end(head: str, tail: str) -> None:
    assert not has_begun(head, tail)


def test_a_long_sentence_is_not_cut_inside_what_it_gives() -> None:
    text = (
        "If the members agree, it will give the yard, which has stood in the middle of the town for 80 years,"
        " a new life as the firm’s centre of training and make Corvane a key name in ferries, tugs and other"
        " quiet boats."
    )
    told = trim(text)
    assert told is not None
    assert "give the yard a new life" in told


def test_from_when_the_next_day_counts_is_kept() -> None:
    text = (
        "The winter session of the assembly is going to start from the next day after the results of the vote"
        " in five of the states are declared by the board, which is to meet in the hall of the old exchange."
    )
    assert "next day after the results" in (trim(text) or "")

"""A text that tells of other years: what has no year there counts from what was told before."""

from __future__ import annotations

import pytest

from summarizers.dates import find
from summarizers.types import Publication

WAR = (
    "On 25 June 1950 the army crossed the parallel. Three days later the capital fell. Landings on 15 "
    "September turned the war, and by October the border was reached. In late November a new army "
    "attacked. The capital changed hands again on 4 January. By spring the front had settled. Talks began "
    "in July and dragged on for two years. An armistice was signed on 27 July 1953."
)
CANAL = (
    "Work on the canal started in the spring of 1859. In February of the next year the first strike broke "
    "out. It ended on 3 March. That autumn cholera killed 400 men. At the end of the year the works stood "
    "still. The following spring they went on, and at Christmas the first lock was filled."
)
JUDGE = (
    "Elsa Brandt (born 17 May 1902 in Lund) studied law. She was called to the bar in June 1927. In the "
    "same year she married; her son was born the next year. She came back on 12 May 1945 and a month "
    "later was made a judge."
)


def read(text: str, published: str) -> list[tuple[str, str]]:
    return [(timex.text, timex.value) for timex in find(text, Publication.parse(published))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            WAR,
            [
                ("25 June 1950", "1950-06-25"),
                ("Three days later", "1950-06-28"),
                ("15 September", "1950-09-15"),
                ("October", "1950-10"),
                ("late November", "1950-11"),
                ("4 January", "1951-01-04"),
                ("spring", "1951-SP"),
                ("July", "1951-07"),
                ("two years", "P2Y"),
                ("27 July 1953", "1953-07-27"),
            ],
        ),
        (
            CANAL,
            [
                ("the spring of 1859", "1859-SP"),
                ("February of the next year", "1860-02"),
                ("3 March", "1860-03-03"),
                ("That autumn", "1860-FA"),
                ("the end of the year", "1860"),
                ("The following spring", "1861-SP"),
                ("Christmas", "1861-12-25"),
            ],
        ),
        (
            JUDGE,
            [
                ("17 May 1902", "1902-05-17"),
                ("June 1927", "1927-06"),
                ("the same year", "1927"),
                ("the next year", "1928"),
                ("12 May 1945", "1945-05-12"),
                ("a month later", "1945-06"),
            ],
        ),
    ],
)
def test_a_story_goes_on_from_what_it_named_last(text: str, told: list[tuple[str, str]]) -> None:
    assert read(text, "2003-07-20") == told


def test_an_undated_story_goes_on_from_what_it_named_too() -> None:
    assert [timex.value for timex in find(CANAL, None)] == [value for _, value in read(CANAL, "2003-07-20")]


def test_an_undated_report_keeps_what_nobody_can_place_open() -> None:
    text = "The law of 3 May 1990 was repealed on Friday. It ends on 5 June; on 7 June the next one begins."
    assert [timex.value for timex in find(text, None)] == [
        "1990-05-03",
        "XXXX-WXX-5",
        "XXXX-06-05",
        "XXXX-06-07",
    ]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("In 1453 the siege began on 6 April; on 29 May the walls were taken.", "6 April", "1453-04-06"),
        (
            "In 1910 the king was driven out on 5 October. In 2011 elections were held in June.",
            "June",
            "2011-06",
        ),
        ("In 2012 profit fell by half, the bank said in March.", "March", "2013-03"),
        ("In 1995 it was sold. The mill closed in March.", "March", "2013-03"),
    ],
)
def test_a_sentence_that_opens_with_a_year_tells_of_it(text: str, expression: str, value: str) -> None:
    assert (expression, value) in read(text, "2013-05-12")


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        (
            "It was founded in 1871, merged in 1926 and failed in 1982. In March it said it would close.",
            "March",
            "2013-03",
        ),
        (
            "The raid of 12 June 2003 killed 7. A court ruled in March; they appealed last week.",
            "March",
            "2013-03",
        ),
        ("Permits of 1 July 2007 expire on 31 December.", "31 December", "2013-12-31"),
        (
            "It was begun on 3 May 1990. One left in June 2012, one in 2013. In April both were back.",
            "April",
            "2013-04",
        ),
        (
            (
                "Ann Voss, leader from 1974 to 1988, died on 3 October. She was born on 9 May 1931. "
                "A service will be held on 12 June."
            ),
            "3 October",
            "2012-10-03",
        ),
        ("The pact was signed on 4 June 1999 and expires on 10 November.", "10 November", "2013-11-10"),
        (
            "It opened in May 1950 and moved in 1962. Tickets are on sale until 3 June.",
            "3 June",
            "2013-06-03",
        ),
        ("LUND, April 22 - The law of 3 May 1990 was repealed in March.", "March", "2013-03"),
    ],
)
def test_news_that_recalls_an_old_day_stays_in_its_own_year(text: str, expression: str, value: str) -> None:
    assert (expression, value) in read(text, "2013-05-12")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The works reopen in the spring of next year.", "2014-SP"),
        ("The works closed in the spring of the same year.", "2013-SP"),
        ("The vote is in October.", "2013-10"),
    ],
)
def test_a_part_of_a_year_named_beside_it(text: str, value: str) -> None:
    assert [found for _, found in read(text, "2013-05-12")] == [value]

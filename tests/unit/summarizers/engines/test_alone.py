from __future__ import annotations

import pytest

from summarizers.engines.alone import read_alone
from summarizers.grounding.guard import supports
from summarizers.text.analysis import analyse
from summarizers.types import Document

OFFER = "The Allied Dockers’ Union rejected the offer of 4.2 per cent on Thursday."


def told(body: str, title: str = "") -> tuple[str, tuple[int, ...]]:
    """What becomes of the last sentence of `body`, and the sentences that are cited for it."""
    analysis = analyse(Document(id="a", title=title, body=body))
    index = len(analysis.sentences) - 1
    found = read_alone(analysis, index, analysis.sentences[index].text)
    assert supports(found.text, [analysis.sentences[number].text for number in sorted(found.cited)])
    return found.text, found.cited


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            f"{OFFER} They did not call off the ballot on a strike.",
            f"{OFFER} They did not call off the ballot on a strike.",
        ),
        (f"{OFFER}\nIt takes effect on 1 January.", f"{OFFER} It takes effect on 1 January."),
        (
            "The council says the government fired at the bridge. The government denies it.",
            "The council says the government fired at the bridge. The government denies it.",
        ),
        (
            "Talks between the cabinet and the council broke down. Both governments are under pressure.",
            "Talks between the cabinet and the council broke down. Both governments are under pressure.",
        ),
        (
            "Mayor Ada Venn closed the port on Friday. The decision prompted objections from shippers.",
            "Mayor Ada Venn closed the port on Friday. The decision prompted objections from shippers.",
        ),
        (
            "The cabinet of Ostmark drafted a levy on cod. The levy is opposed by every fisher in the bay.",
            "The cabinet of Ostmark drafted a levy on cod. The levy is opposed by every fisher in the bay.",
        ),
    ],
)
def test_what_leans_is_told_behind_the_sentence_before_it_and_both_are_cited(body: str, text: str) -> None:
    assert told(body) == (text, (1, 0))


@pytest.mark.parametrize(
    "body",
    [
        f"{OFFER} Ostmark rejected the treaty on Friday.",
        "“We reject the offer,” the union said. They did not call off the ballot.",
        "He has read it. They did not call off the ballot on a strike.",
        "Read more: union rejects offer. They did not call off the ballot on a strike.",
        "Ada Venn has not. They did not call off the ballot on a strike.",
        "Two days before the ballot in Selwyn. They did not call off the ballot on a strike.",
        f"{OFFER} He was told that she would not. His trial has been scheduled for November.",
        f"{OFFER} Both sides were under pressure at home.",
        f"{OFFER}\nThe wording on coal is contested by fishers and by no one else in the bay.",
    ],
)
def test_where_the_sentence_before_does_not_help_the_bullet_stays(body: str) -> None:
    assert told(body) == (analyse(Document(id="a", title="", body=body)).sentences[-1].text, told(body)[1])
    assert len(told(body)[1]) == 1


def test_both_must_fit_in_a_bullet() -> None:
    long = f"{OFFER[:-1]} at the {'very ' * 20}end of talks. They did not call off the {'long ' * 10}ballot."
    assert len(told(long)[1]) == 1


def test_a_short_form_is_spelled_out_and_the_name_is_cited() -> None:
    assert told(f"{OFFER} It rained. The union will strike on Monday.") == (
        "The Allied Dockers’ Union will strike on Monday.",
        (2, 0),
    )


def test_what_names_nobody_bears_the_name_of_the_headline() -> None:
    body = (
        "Rain fell on Selwyn all day. The ferries stayed in port because the crews refused to sail at night."
    )
    assert told(body, "Storm stops ferries of Selwyn") == (
        "The ferries stayed in port because the crews refused to sail at night (Selwyn).",
        (1, 0),
    )


def test_few_words_on_how_many_do_something_bear_it_too() -> None:
    body = "Rain fell on Selwyn all day. Two families have sued."
    assert told(body, "Storm stops ferries of Selwyn")[0] == "Two families have sued (Selwyn)."


def test_a_headline_that_only_tells_whose_people_it_is_adds_nothing() -> None:
    body = (
        "The Veltlandian protest began in May.\nThe protesters clashed with the police by the old parliament."
    )
    assert told(body, "Veltlandian protest grows")[1] == (1,)


def test_a_headline_that_names_nobody_adds_nothing() -> None:
    body = (
        "Rain fell on Selwyn all day. The ferries stayed in port because the crews refused to sail at night."
    )
    assert len(told(body, "Storm stops ferries")[1]) == 1

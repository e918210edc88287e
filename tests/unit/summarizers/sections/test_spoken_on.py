from __future__ import annotations

import pytest

from summarizers.sections.spoken_on import speaks_by_pronoun, spoken_on
from summarizers.text.quotation import continued
from summarizers.text.sentences import split


def said_by(body: str, index: int) -> tuple[str, tuple[int, ...]] | None:
    sentences = split(body)
    return spoken_on(sentences, continued(sentences), index)


@pytest.mark.parametrize(
    ("body", "index", "expected"),
    [
        ("Ada Venn said the port was lost.\n“We will fight.”", 1, ("Ada Venn", (0,))),
        ("“It is lost,” said Ada Venn, the envoy.\n“We will fight.”", 1, ("Ada Venn", (0,))),
        ("Ada Venn said it was lost.\n“We will fight. We will win.”", 2, ("Ada Venn", (0,))),
        ("Ada Venn said it was lost.\n“We wait.”\n“We will fight.”", 2, ("Ada Venn", (0,))),
        ("Ada Venn left the port.\nShe said it was lost.\n“We will fight.”", 2, ("Ada Venn", (1, 0))),
        ("Ada Venn left the port.\n“We wait,” she said.\n“We will fight.”", 2, ("Ada Venn", (1, 0))),
        ("Ada Venn left the port.\n“We wait. We will fight,” she said.", 1, ("Ada Venn", (2, 0))),
        ("Ada Venn left early, calling it “absurd”.\n“We will fight.”", 1, ("Ada Venn", (0,))),
        (
            "The talks are over, a diplomat at the port said.\n“We tried.”",
            1,
            ("A diplomat at the port", (0,)),
        ),
        (
            "“We wait,” said a lawyer for Ada Venn.\n“We will fight.”",
            1,
            ("A lawyer for Ada Venn", (0,)),
        ),
        (
            "“We wait,” said the leader of the Selwyn Dockers, Bey Tamm.\n“We will fight.”",
            1,
            ("The leader of the Selwyn Dockers", (0,)),
        ),
        ("“We wait,” said a docker at the port.\n“We will fight.”", 1, ("A docker at the port", (0,))),
        ("“We wait,” said Rep. Ada Venn.\n“We hope. We will fight,” she said.", 1, ("Ada Venn", (2, 0))),
        ("The envoy’s deputy Ada Venn called it a lie, and added:\n“We will fight.”", 1, ("Ada Venn", (0,))),
        (
            "The Allied Dockers’ Union met.\nThe union said it was lost.\n“We will fight.”",
            2,
            ("The Allied Dockers’ Union", (1, 0)),
        ),
    ],
)
def test_a_paragraph_that_only_quotes_is_said_by_who_spoke_last(
    body: str, index: int, expected: tuple[str, tuple[int, ...]]
) -> None:
    assert said_by(body, index) == expected


@pytest.mark.parametrize(
    "body",
    [
        "“We will fight.”",
        "The port closed on Monday.\n“We will fight.”",
        "Ada Venn said it was lost, and Bey Tamm told the town so.\n“We will fight.”",
        "Ada Venn said it was lost, the union said.\n“We will fight.”",
        "The statement said it was lost.\n“We will fight.”",
        "From Selwyn, Ada Venn, the chief of the camp, sent this:\n“We will fight.”",
        "The port is open.\nHe said it was lost.\n“We will fight.”",
        "Ada Venn added two goals in the second half.\n“We will fight.”",
        "Shares in Selwyn Steel added 4 percent.\n“We will fight.”",
        "Heavy fighting in Selwyn continued on Monday.\n“We will fight.”",
        "The search continued on Monday.\n“We will fight.”",
        "“Did you sign it?” asked Ada Venn.\n“We did not.”",
        "Ada Venn asked whether it had been signed.\n“It was not.”",
        "Ada Venn was accused of “reckless” conduct by the dockers.\n“She must go.”",
        "Ada Venn has faced calls to quit over the “reckless” plan.\n“She must go.”",
        "Ada Venn was asked by Bey Tamm:\n“Will you fight?”",
        "Ada Venn said it was lost, but the dockers’ leader Bey Tamm disagreed.\n“We will fight.”",
        "A week after the talks ended the envoy said he would go.\n“We will fight.”",
        "Lawyers for Ada Venn argued that it was lost.\n“We will fight.”",
        "Aides to President Ada Venn said it was lost.\n“We will fight.”",
        "Neither Ada Venn nor Bey Tamm said so.\n“We will fight.”",
        "“We wait,” said lawyers for the Selwyn Dockers.\n“We will fight.”",
        "Workers at Selwyn Steel said it was lost.\n“We will fight.”",
        "Mrs Venn left the port.\n“We will fight,” he said.",
        "Ada Venn and Bey Tamm left the port.\n“We will fight,” he said.",
    ],
)
def test_nobody_says_it_where_nobody_spoke_or_two_did(body: str) -> None:
    assert said_by(body, body.count("\n")) is None


def test_who_is_named_behind_the_quotation_is_not_passed_over_for_somebody_before() -> None:
    body = "“We wait,” said Ada Venn.\n“They lie. They all do,” said some of the dockers. “We will fight.”"
    assert said_by(body, 3) is None


def test_a_pronoun_behind_somebody_without_a_name_is_not_who_was_named_before() -> None:
    body = "“We wait,” said Bey Tamm.\n“We hope,” said a docker.\n“We will fight,” she said. “We win.”"
    assert said_by(body, 3) is None


@pytest.mark.parametrize(
    ("text", "only"),
    [("We hope,” they said on Friday.", True), ("We hope,” the union said.", False), ("We hope.”", False)],
)
def test_who_is_only_a_pronoun_is_nobody(text: str, only: bool) -> None:
    assert speaks_by_pronoun(text) is only

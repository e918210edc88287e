from __future__ import annotations

import pytest

from summarizers.sections.speakers import names_in, names_its_speaker, speaker
from summarizers.text.quotation import continued
from summarizers.text.sentences import split


def said_by(body: str, index: int) -> tuple[str, int] | None:
    sentences = split(body)
    return speaker(sentences, continued(sentences), index)


@pytest.mark.parametrize(
    ("body", "index", "expected"),
    [
        ('Bey Tamm said, "We wait. We hope."', 1, ("Bey Tamm", 0)),
        ('Bey Tamm, the envoy, said on Friday, "We wait. We hope."', 1, ("Bey Tamm", 0)),
        ('In Port Selwyn, envoy Bey Tamm said, "We wait. We hope."', 1, ("Bey Tamm", 0)),
        ('"We wait," said union leader Bey Tamm. "We hope. We pay."', 2, ("Bey Tamm", 0)),
        ('"We wait. We hope," said Bey Tamm.', 1, ("Bey Tamm", 1)),
        ('"We wait. We pay. We hope," said Bey Tamm.', 1, ("Bey Tamm", 2)),
        ('"We wait. We hope," said harbour chief Bey S. Tamm.', 1, ("Bey S. Tamm", 1)),
        ('"We wait. We hope," said Sen. Bey Tamm.', 1, ("Sen. Bey Tamm", 1)),
        ('The summary of the ruling read: "It is void. It ends now."', 1, ("The summary of the ruling", 0)),
        ('He said, "We wait. We hope."', 1, None),
        ('"We wait. We hope."', 1, None),
        ('"We wait. We hope," said a spokesman for Bey Tamm.', 1, None),
        ('Asked about Ada Venn, the envoy said:\n"We wait. We hope."', 2, None),
        ('Ada Venn was told by the dockers:\n"We wait. We hope."', 2, None),
    ],
)
def test_the_speaker_is_named_where_the_quotation_opens_or_closes(
    body: str, index: int, expected: tuple[str, int] | None
) -> None:
    assert said_by(body, index) == expected


def test_a_line_that_ends_in_a_colon_announces_the_speaker() -> None:
    body = 'Minister Bey Tamm wrote:\n"We wait. We hope."'
    assert said_by(body, 2) == ("Minister Bey Tamm", 0)


def test_a_quotation_that_each_paragraph_opens_anew_has_one_speaker() -> None:
    body = "Co-chairs Ada Venn and Bey Tamm said: “We wait.\n“We hope.\n“We pay.”\n“We doubt it.”"
    assert said_by(body, 1) == ("Co-chairs Ada Venn and Bey Tamm", 0)
    assert said_by(body, 2) == ("Co-chairs Ada Venn and Bey Tamm", 0)
    assert said_by(body, 3) is None


def test_a_speaker_may_stand_before_the_verb_where_a_long_quotation_closes() -> None:
    body = "“We wait. We hope. We pay what they ask,” growers’ leader Bey Tamm told a meeting."
    assert said_by(body, 0) == ("Bey Tamm", 2)
    assert said_by(body, 1) == ("Bey Tamm", 2)


def test_an_article_before_an_abbreviation_is_nobody() -> None:
    assert said_by("The U.S. mission at the port added:\n“We wait. We hope.”", 2) is None


def test_a_line_that_announces_two_speakers_gives_both() -> None:
    body = "Ada Venn and Bey Tamm report from the port:\n“We wait. We hope.”"
    assert said_by(body, 2) == ("Ada Venn and Bey Tamm", 0)


def test_a_statement_that_is_issued_is_said_by_who_issues_it() -> None:
    body = "The palace issued the following statement from the queen: “We wait. We hope.”"
    assert said_by(body, 1) == ("The palace", 0)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We hope,” the ministry said.", True),
        ("We hope,” said a docker from the old port.", True),
        ("We hope.”", False),
        ("We said no.”", False),
    ],
)
def test_a_sentence_may_say_behind_its_quotation_who_speaks(text: str, names: bool) -> None:
    assert names_its_speaker(text) is names


def test_quotation_marks_that_nobody_shuts_are_read_so_far_only() -> None:
    body = "Bey Tamm said: “We wait.\n" + "“We hope.\n" * 2_000
    assert said_by(body, 20) == ("Bey Tamm", 0)
    assert said_by(body, 1_500) is None


def test_a_long_row_of_initials_takes_no_minute() -> None:
    assert names_in("A. " * 20_000) == []

from __future__ import annotations

from summarizers.text.quotation import continued
from summarizers.text.sentences import split


def inside(body: str) -> list[bool]:
    return continued(split(body))


def test_a_sentence_after_an_opened_quotation_lies_inside_it() -> None:
    assert inside('Arlo said, "We wait. We hope." He left.') == [False, True, False]


def test_curly_marks_open_and_close() -> None:
    assert inside("Arlo said, “We wait. We hope. We pay.” He left.") == [False, True, True, False]


def test_a_quotation_ends_with_its_paragraph() -> None:
    assert inside('Arlo said, "We wait.\nThe talks go on.') == [False, False]


def test_a_sentence_that_opens_its_own_quotation_is_not_inside_another() -> None:
    assert inside('"We wait. "We hope." He left.') == [False, False, True]

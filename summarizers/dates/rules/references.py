"""Vague references to the present, the past and the future."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.fields import Fields
from summarizers.dates.rules.rule import Rule

_REFERENCES: Final = {
    "now": "PRESENT_REF",
    "right now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "at the moment": "PRESENT_REF",
    "at this time": "PRESENT_REF",
    "at this point": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "these days": "PRESENT_REF",
    "this moment": "PRESENT_REF",
    "recently": "PAST_REF",
    "more recently": "PAST_REF",
    "most recently": "PAST_REF",
    "recent": "PAST_REF",
    "lately": "PAST_REF",
    "in the past": "PAST_REF",
    "the past": "PAST_REF",
    "past": "PAST_REF",
    "future": "FUTURE_REF",
    "near future": "FUTURE_REF",
    "foreseeable future": "FUTURE_REF",
    "near term": "FUTURE_REF",
    "short term": "FUTURE_REF",
    "later date": "FUTURE_REF",
}


def _reference(m: re.Match[str], text: str) -> Fields | None:
    word = m["w"]
    if word in _NEEDS_THE and not _NEEDS_THE[word].search(text[max(0, m.start() - 7) : m.start()]):
        return None
    if word == "past" and not (
        _IN_THE.search(text[max(0, m.start() - 7) : m.start()]) or _ENDS.match(text, m.end())
    ):
        return None
    return Fields("ref", value=_REFERENCES[word])


_THE: Final = re.compile(r"\bthe $", re.IGNORECASE)
_IN_THE: Final = re.compile(r"\bin the $", re.IGNORECASE)
_IN: Final = re.compile(r"\b(?:the|in) $", re.IGNORECASE)
_A: Final = re.compile(r"\ba(?:ny)? $", re.IGNORECASE)
_NEEDS_THE: Final = {
    "past": _THE,
    "future": _IN,
    "near future": _IN,
    "foreseeable future": _IN,
    "near term": _THE,
    "short term": _THE,
    "later date": _A,
}
_ENDS: Final = re.compile(r"\s*[.,;:)\"”]|$|\s+(?:and|or|but|when|as|is|was)\b|''")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="reference",
        triggers=(
            "now",
            "right now",
            "currently",
            "current",
            "presently",
            "at present",
            "nowadays",
            "these days",
            "recently",
            "more recently",
            "most recently",
            "recent",
            "lately",
            "past",
            "future",
            "near (?:future|term)",
            "foreseeable future",
            "short term",
            "later date",
        ),
        pattern=r"(?P<w>right now|now|currently|current|presently|at present|nowadays|these days|"
        r"(?:more |most )?recently|recent|lately|past|(?:near |foreseeable )?future|near term|"
        r"short term|later date)(?!\w|['’-])",
        read=_reference,
        yes=(
            ("It is now open in Oslo.", "now", "PRESENT_REF"),
            ("It recently opened in Oslo.", "recently", "PAST_REF"),
            ("The future is unclear.", "The future", "FUTURE_REF"),
        ),
        no=("They walked past her.",),
    ),
)
